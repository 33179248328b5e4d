"""layout.py FILE…: whether project files are laid out: in each section one column of signs, nothing behind a line, a
line end at the end, and no line wider than a page."""

import re
import sys

faults = []
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    signs = None
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r";?[^\s;\[=][^=]*?\s+([-+*]?=) ", line)
        if re.match(r";?\[", line):
            signs = None
        elif found and not line.startswith("; "):
            if signs not in (None, found.end(1)):
                faults.append(f"{path}:{number}: not in its column: {line}")
            signs = found.end(1)
        if line != line.rstrip() or len(line) > 100:
            faults.append(f"{path}:{number}: too wide: {line}")
    if not text.endswith("\n") or text.endswith("\n\n"):
        faults.append(f"{path}: does not end with one line end")
print("\n".join(faults))
sys.exit(bool(faults))
