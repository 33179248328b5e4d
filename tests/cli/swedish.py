"""swedish.py FROM TO: the project files of a folder with the Swedish names of their sections and keys, as
`medfin help keys -f json` on standard input tells them; all else stays. Told apart by line: "[kind", "key =", "key.date"."""

import json
import pathlib
import re
import sys

sections = json.load(sys.stdin)["sections"]
kinds = {section["section"]: section["swedish"] for section in sections if section["swedish"]}
any_section = next(section for section in sections if not section["swedish"])
words = {}  # of a kind, by the English word
for section in sections:
    own = words.setdefault(section["section"], {})
    for key in any_section["keys"] + section.get("keys", []):
        english, swedish = (re.split(r"[.]", key[name])[0] for name in ("key", "swedish"))
        if not re.match(r"YYYY|PATH", english):
            own[english] = swedish


def key_of(kind, written):
    first, *rest = written.split(".")
    if first == "source" and rest:
        rest = key_of(kind, ".".join(rest)).split(".")
    return ".".join([words[kind].get(first, first), *rest])


def path_of(written):
    kind, _, rest = written.strip().partition(".")
    if kind not in kinds:
        return written.strip()
    has_id = next(section["has_id"] for section in sections if section["section"] == kind)
    ident, _, key = rest.partition(".") if has_id else ("", "", rest)
    return ".".join(part for part in (kinds[kind], ident, key_of(kind, key)) if part)


def translated(text):
    kind = None
    for line in text.split("\n"):
        header = re.match(r"\[(\S+?)([ \]].*)", line)
        entry = re.match(r"([^\s;\[][^=]*?)(\s*[-+*]?=.*)", line)
        if header:
            kind = header[1]
            line = f"[{kinds[kind]}{header[2]}"
        elif entry and kind == "correlation":
            line = ", ".join(map(path_of, entry[1].split(","))) + entry[2]
        elif entry:
            line = key_of(kind, entry[1]) + entry[2]
        yield line


source, target = map(pathlib.Path, sys.argv[1:])
for path in source.iterdir():
    if path.suffix == ".ini":
        (target / path.name).write_text("\n".join(translated(path.read_text())))
