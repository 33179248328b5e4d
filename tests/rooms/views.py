"""A room sees the headers of the rooms that its add_layer names, and its own, and no others.

Each argument is ROOM=FOLDER:FOLDER…, the include folders that the build gives the room; with them the
compiler is asked once for each room which of all headers an #include would find.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

root = Path(os.environ["MEDFIN_SOURCE"])
layers = re.findall(r"^add_layer\((\w+) *([\w ]*)\)", (root / "CMakeLists.txt").read_text(), flags=re.M)
sees = {room: set(others.split()) | {room} for room, others in layers}
compiler, *views = sys.argv[1:]
folders = {room: paths.split(":") for room, paths in (view.split("=", 1) for view in views)}
headers = {room: sorted(path.name for path in (root / "include/medfin" / room).glob("*.h")) for room in sees}


def preprocessed(room, lines):
    """What the compiler makes of the lines in a source of the room, and what it complains of."""
    command = [compiler, "-E", "-P", "-x", "c", "-"] + [f"-I{folder}" for folder in folders[room]]
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True)
    return done.stdout, done.stderr


def faults(room):
    asked = [(other, f"medfin/{other}/{name}") for other in sees for name in headers[other]]
    lines = [f'#if __has_include(<{path}>)\n"{path}"\n#endif' for _, path in asked]
    found = set(re.findall(r'"(medfin/.*)"', preprocessed(room, lines)[0]))
    for other, path in asked:
        if (path in found) != (other in sees[room]):
            yield f"{room} {'sees' if path in found else 'does not see'} {path}"
    whole = [f"#include <medfin/{other}/{headers[other][0]}>" for other in sorted(sees[room])]
    if trouble := preprocessed(room, whole)[1]:
        yield f"{room}: {trouble}"


assert set(folders) == set(sees) == {
    path.name for path in (root / "src").iterdir() if any(path.rglob("*.c")) and path.name != "libraries"
}, "rooms differ"
assert all(headers.values()), "a room without headers"
found = [fault for room in sees for fault in faults(room)]
print("\n".join(found))
sys.exit(1 if found else 0)
