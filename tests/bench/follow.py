#!/usr/bin/env python3
"""follow.py --make FOLDER ROWS: a project and a ledger in SIE 4 with that many #TRANS. follow.py FOLDER: what was booked of the
project by month and where every row went, as plain Python reads it."""

import random
import re
import sys
from collections import defaultdict

ACCOUNTS = ("5010", "6550", "7010", "7510", "5810")


def make(folder, rows):
    dice = random.Random(1)
    with open(f"{folder}/ledger.se", "w", encoding="cp437", newline="\r\n") as out:
        out.write('#FLAGGA 0\n#SIETYP 4\n#FNAMN "Påhittat"\n#RAR 0 20210101 20211231\n#OBJEKT 6 "P12" "x"\n')
        for v in range(rows // 2):
            ore = dice.randint(100, 999_999)
            out.write(f'#VER A {v + 1} 2021{v * 12 // (rows // 2) + 1:02}{dice.randint(1, 28):02} "text {v}"\n{{\n'
                      f'   #TRANS {dice.choice(ACCOUNTS)} {{6 "{dice.choice(("P12", "P99"))}"}} {ore // 100}.{ore % 100:02}\n'
                      f'   #TRANS 1930 {{}} -{ore // 100}.{ore % 100:02}\n}}\n')
    with open(f"{folder}/project.ini", "w", encoding="utf-8") as out:
        out.write("[project]\nstart = 2021-01\nend = 2021-12\n[cost all]\namount = 1 000 kr/month\n")
    with open(f"{folder}/actuals.ini", "w", encoding="utf-8") as out:
        out.write("[actuals]\nthrough = 2021-12\nfiles = ledger.se\nproject = 6:P12\naccounts = a\n"
                  "[accounts a]\nmap = 5: cost.all\n      6: cost.all\n      7: cost.all\n      1: ignore\n")


FIELD = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s{}"]+)|\{([^}]*)\}')  # in quotes, bare, or a list of objects
IGNORED, OTHER, NONE, LINE = "accounts that the mapping ignores", "of another project", "of no project", "on lines and funders"


def ore_of(amount):
    kronor, _, ore = amount.lstrip("-").partition(".")
    value = int(kronor) * 100 + int((ore + "00")[:2])
    return -value if amount.startswith("-") else value


def destination(account, objects):
    if account[0] == "1":
        return IGNORED
    names = [name or bare for name, bare, _ in FIELD.findall(objects)]
    projects = [name for kind, name in zip(names[::2], names[1::2]) if kind == "6"]
    return LINE if "P12" in projects else OTHER if projects else NONE


def read(folder):
    """What is booked by month, where every row went, and that each voucher is 0."""
    months, rows, sums, day, voucher = defaultdict(int), defaultdict(int), defaultdict(int), "", 0
    for line in open(f"{folder}/ledger.se", encoding="cp437"):
        line = line.strip()
        if line.startswith("#VER"):
            day = FIELD.findall(line[4:])[2][1]
        elif line.startswith("#TRANS"):
            (_, account, _), (_, _, objects), (_, amount, _) = FIELD.findall(line[6:])[:3]
            ore, to = ore_of(amount), destination(account, objects)
            rows[to] += 1
            sums[to] += ore
            voucher += ore
            if to == LINE:
                months[day[:6]] += ore
        elif line == "}":
            assert not voucher
    return months, rows, sums


def told(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02}"


if sys.argv[1] == "--make":
    make(sys.argv[2], int(sys.argv[3]))
else:
    months, rows, sums = read(sys.argv[1])
    for month, ore in sorted(months.items()):
        print(f"{month[:4]}-{month[4:]},{told(ore)}")
    for to in (IGNORED, OTHER, LINE):
        print(f"{to},{rows[to]},{told(sums[to])}")
