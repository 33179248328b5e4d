"""Does every relative link of the pages lead to a file, and its #anchor to a heading of it? links.py PAGE…"""

import os
import re
import sys


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return re.sub(r"^```.*?^```$", "", file.read(), flags=re.DOTALL | re.MULTILINE)


def anchors(path):
    """Of the headings, as GitHub makes them: small letters, blanks to hyphens, no other signs, and
    -1, -2 … behind one that stood before."""
    seen, found = {}, set()
    for heading in re.findall(r"^#{1,6} +(.*?)(?: +#+)? *$", text_of(path), flags=re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if anchor in seen else anchor)
        seen[anchor] = seen.get(anchor, 0) + 1
    return found


def faults(page):
    text = re.sub(r"`[^`\n]+`(?!\])", "", text_of(page))
    for target in re.findall(r"\]\(([^)\s]*)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        path = os.path.join(os.path.dirname(page), file) if file else page
        if not os.path.exists(path):
            yield f"{page}: {target}: no such file"
        elif anchor and anchor not in anchors(path):
            yield f"{page}: {target}: no such heading"


if __name__ == "__main__":
    told = [fault for page in sys.argv[1:] for fault in faults(page)]
    print("\n".join(told), end="\n" if told else "")
    sys.exit(bool(told))
