"""One header a module, and rooms that one can look through.

What ROOM/X.h declares, in include/medfin or in src, is defined in src/ROOM/**/X.c: no header gathers what
several modules define. And a room has at most 30 sources, and at least 10 files with its headers.
"""

import os
import re
import sys
from pathlib import Path

MOST_SOURCES, FEWEST_FILES = 30, 10
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


def faults():
    rooms = sorted(path.name for path in (root / "src").iterdir() if any(path.rglob("*.c")))
    for room in rooms:
        sources = sorted((root / "src" / room).rglob("*.c"))
        headers = sorted((root / "include/medfin" / room).rglob("*.h")) + sorted((root / "src" / room).rglob("*.h"))
        if len(sources) > MOST_SOURCES:
            yield f"src/{room}: {len(sources)} sources, at most {MOST_SOURCES} are easy to look through"
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
