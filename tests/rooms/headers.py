"""One header a module, and rooms that one can look through.

What ROOM/X.h declares, in include/medfin or in src, is defined in src/ROOM/**/X.c: no header gathers what
several modules define. And a room has at most 30 modules, each with a body or one a platform, and at least 10 files with
their headers.

Every file includes in one order, and nothing twice: its own header, then C's and the libraries', then <medfin/...>,
then "..."; an empty line between these, each sorted. Further down only a table of rows may be included, and what one
kind of build alone has.
"""

import os
import re
import sys
from pathlib import Path

MOST_MODULES, FEWEST_FILES = 30, 10
root = Path(os.environ["MEDFIN_SOURCE"])


def bare(path):
    """The file without comments, strings, preprocessor lines and what stands within braces."""
    text = re.sub(r"/\*.*?\*/", " ", path.read_text(), flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])\'', '""', text)
    text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", "", text, flags=re.M)
    depth, kept = 0, []
    for piece in re.split(r"([{}])", text):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
            if depth == 0:
                kept.append("{}")
        elif depth == 0:
            kept.append(piece)
    return "".join(kept)


def name_of(declarator):
    """The name that a declaration at file level gives, or "": before its first bracket, or its last word."""
    declarator = re.sub(r"__attribute__\s*\(\(.*?\)\)", "", declarator)
    found = re.search(r"(\w+)\s*(?:\(|\[|$)", declarator.strip())
    return found.group(1) if found else ""


def declared(header):
    """Functions and tables that a header promises, with neither a body nor a value in it."""
    for statement in bare(header).replace("{}", "{};").split(";")[:-1]:
        statement = " ".join(statement.split())
        if not statement or "{}" in statement or re.search(r"\btypedef\b|\bstatic\b|\b_Static_assert\b", statement):
            continue
        if re.fullmatch(r"(?:struct|enum|union) \w+", statement):
            continue
        for part in [statement] if "(" in statement else statement.split(","):
            yield name_of(part)


def defined(source):
    """Functions with a body, and objects with a value, at file level."""
    names = set()
    for statement in bare(source).replace("{}", "{};").split(";"):
        statement = " ".join(statement.split())
        if re.match(r"typedef\b", statement) or not statement:
            continue
        if "=" in statement:
            names.add(name_of(statement.split("=")[0]))
        elif statement.endswith("{}"):
            names.add(name_of(statement[:-2]))
    return names


def kind(name, own):
    """Which of the four groups a header belongs to."""
    if name in own:
        return 0
    return 3 if name.startswith('"') else 2 if name.startswith("<medfin/") else 1


def own_headers(path):
    """The header of a source's own name, in its room's folder or in include; a header has none."""
    if path.suffix != ".c":
        return set()
    room = path.relative_to(root / "src").parts[0]
    own = set()
    if path.with_suffix(".h").exists():
        own.add(f'"{path.stem}.h"')
    if (root / "include/medfin" / room / f"{path.stem}.h").exists():
        own.add(f"<medfin/{room}/{path.stem}.h>")
    return own


def include_faults(path):
    lines = path.read_text().splitlines()
    includes = [(number, line.split()[1]) for number, line in enumerate(lines) if line.startswith("#include ")]
    names = [name for _, name in includes]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"includes {name} twice"
    own = own_headers(path)
    if own and not own.intersection(names[:1]):
        yield f"does not begin with its own header {' or '.join(sorted(own))}"
    for (above, first), (below, second) in zip(includes, includes[1:]):
        between = lines[above + 1 : below]
        before, after = kind(first, own), kind(second, own)
        if any(between):
            if not second.endswith("_rows.h>") and not any(line.startswith("#if") for line in between):
                yield f"includes {second} apart from the others"
        elif after < before:
            yield f"includes {second} behind {first}"
        elif after > before and not between:
            yield f"has no empty line between {first} and {second}"
        elif after == before and between and after != 1:
            yield f"has an empty line between {first} and {second}"
        elif after == before and not between and second < first:
            yield f"includes {second} unsorted behind {first}"


def faults():
    for path in sorted([*root.glob("src/**/*.[ch]"), *root.glob("include/**/*.h")]):
        yield from (f"{path.relative_to(root)}: {fault}" for fault in include_faults(path))
    rooms = sorted(path.name for path in (root / "src").iterdir()
                   if any(path.rglob("*.c")) and path.name != "libraries")
    for room in rooms:
        sources = sorted((root / "src" / room).rglob("*.c"))
        headers = sorted((root / "include/medfin" / room).rglob("*.h")) + sorted((root / "src" / room).rglob("*.h"))
        modules = {source.stem for source in sources}
        if len(modules) > MOST_MODULES:
            yield f"src/{room}: {len(modules)} modules, at most {MOST_MODULES} are easy to look through"
        if len(sources) + len(headers) < FEWEST_FILES:
            yield f"src/{room}: {len(sources) + len(headers)} files are no room"
        names = {}
        for source in sources:
            names.setdefault(source.stem, set()).update(defined(source))
        for header in headers:
            for name in declared(header):
                if name not in names.get(header.stem, set()):
                    homes = [stem for stem in names if name in names[stem]]
                    yield f"{header.relative_to(root)}: {name} is defined in {', '.join(homes) or 'no source of the room'}"


found = list(faults())
print("\n".join(found))
sys.exit(1 if found else 0)
