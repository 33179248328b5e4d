"""leaks.py FOLDER: what the Swedish pages of a folder's projects say with English names of sections and keys, where those
have Swedish ones, which `medfin help keys -f json` on standard input tells. What binds a letter's values is for programs."""

import json
import os
import pathlib
import re
import subprocess
import sys

sections = json.load(sys.stdin)["sections"]
kinds = {section["section"] for section in sections if section["section"] != section["swedish"]}
names = [(key["key"].split(".")[0], key["swedish"].split(".")[0]) for section in sections for key in section.get("keys", [])]
keys = {english for english, _ in names} - {swedish for _, swedish in names}
path = re.compile(rf"(?<![\w./])(?:{'|'.join(kinds - {''})})\.(?!ini\b)[\w-]+")
stated = re.compile(rf"(?<!\w)(?:{'|'.join(keys)}) = ")
os.chdir(sys.argv[1])
projects = [file.name for file in pathlib.Path().glob("*.ini") if re.search(r"^\[project\]", file.read_text(), re.M)]
assumed = [name for name in ("antaganden.ini", "medlem.ini") if os.path.exists(name)]
for command in ("check", "budget", "liquidity", "activities", "prioritise", "report", "sensitivity --all", "letter"):
    for files in [[project] for project in projects] + [["project.ini", *assumed]] * bool(assumed):
        first, *rest = command.split()
        ran = subprocess.run([os.environ["MEDFIN"], first, *files, *rest, "--lang", "sv"], capture_output=True, text=True, check=False)
        for line in re.sub(r"<data [^>]*>|<!--.*?-->", "", ran.stdout).split("\n"):
            if found := path.search(line) or stated.search(line):
                print(f"{command} {' '.join(files)}: {found[0]}: {line}")
