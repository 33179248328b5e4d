"""Do pages show what the program prints? shown.py PAGE…, in the root of the sources.

Every command ("$ …") of a ```console block is run, in order and in one shell; the lines below it are what it
must print, standard error included; it works in a copy of the scenarios. A line of "…" alone stands for one or
more lines left out. Blocks of other kinds are sources or shell lines for a whole machine: one that could be
output that nobody runs, or a block written in another way than between ``` fences, is a fault of the page.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

LEFT_OUT = "…"
MARK = "\x01"

# What a line of a block that is not run must be; only the map draws a picture in text.
SOURCES = {"c", "cmake", "diff", "sh", "text"}
SHELL = r"""
medfin() { "$MEDFIN" "$@"; }
status=0
while IFS= read -r line; do
    printf '\001%s\n' "$line"
    (exit "$status")
    eval "$line" 2>&1 </dev/null
    status=$?
done
"""


def faults_of_source(page, kind, number, line):
    if line.startswith("$ ") or re.match(r"\s*medfin\b", line):
        yield f"{page}:{number}: a command of medfin in a block that is not run"
    if kind == "sh" and "cmake --" not in line:
        yield f"{page}:{number}: a shell line that no test runs"
    if kind == "text" and not page.endswith("src/README.md"):
        yield f"{page}:{number}: text that nothing prints"


def blocks(page, lines):
    """The shown lines of its console blocks; what is wrong with the page's blocks."""
    shown, faults, kind = [], [], None
    for number, line in enumerate(lines, 1):
        fence = re.match(r"(\s*)(`{3,}|~{3,})(.*)$", line)
        if fence:
            if fence[1] or fence[2] != "```":
                faults.append(f"{page}:{number}: a fence is three ` at the line's beginning")
            kind = None if kind is not None else fence[3]
            if kind is not None and kind != "console" and kind not in SOURCES:
                faults.append(f"{page}:{number}: a block of an unknown kind: '{kind}'")
            if kind == "console" and not lines[number].startswith("$ "):
                faults.append(f"{page}:{number}: a block that begins with no command")
        elif kind == "console":
            shown.append(line)
        elif kind is not None:
            faults.extend(faults_of_source(page, kind, number, line))
        elif re.match(r" {4}|\t|<pre", line):
            faults.append(f"{page}:{number}: a block without a fence")
    return shown, faults


def by_command(lines, begins):
    """[[command, line, …], …]"""
    runs = []
    for line in lines:
        if line.startswith(begins):
            runs.append([line.removeprefix(begins)])
        else:
            runs[-1].append(line)
    return runs


def run(commands):
    """What they print, in a copy of the folders that pages speak of: a page's commands may make files."""
    with tempfile.TemporaryDirectory() as copy:
        for folder in ("scenarios", "src/manual"):
            if os.path.isdir(folder):
                shutil.copytree(folder, os.path.join(copy, folder))
        environment = dict(os.environ, COLUMNS="80", NO_COLOR="1", TMPDIR=copy)
        return subprocess.run(
            ["bash", "-c", SHELL], cwd=copy, env=environment, input=commands, stdout=subprocess.PIPE, text=True, check=True
        ).stdout


def is_shown(shown, printed):
    """Whether the lines are those printed, with some left out."""
    parts = [[]]
    for line in shown:
        if line == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return shown == printed
    first, *middle, last = parts
    if printed[: len(first)] != first:
        return False
    at = len(first)
    for part in middle:
        at += 1
        while printed[at : at + len(part)] != part:
            at += 1
            if at > len(printed):
                return False
        at += len(part)
    return len(printed) - len(last) > at and printed[len(printed) - len(last) :] == last


def main(page):
    with open(page, encoding="utf-8") as file:
        lines = file.read().split("\n")
    shown, faults = blocks(page, lines)
    expected = by_command(shown, "$ ") if not faults else []
    told = run("".join(command + "\n" for command, *_ in expected))
    printed = by_command(told.removesuffix("\n").split("\n"), MARK) if told else []
    assert len(printed) == len(expected), f"{page}: not every command was run"
    for want, have in zip(expected, printed):
        if set(want[1:]) == {LEFT_OUT}:
            faults.append(f"{page}: nothing is shown of: {want[0]}")
        if not is_shown(want[1:], have[1:]):
            faults.append("\n".join([f"{page}: $ {want[0]}", "--- shown", *want[1:], "--- printed", *have[1:]]))
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(any([main(page) for page in sys.argv[1:]]))
