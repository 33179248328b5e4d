#!/usr/bin/env python3
"""follow.py --make FOLDER ROWS: a project and a ledger in SIE 4 with that many #TRANS. follow.py FOLDER: what was booked of the
project by month, as plain Python reads it."""

import random
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


def booked(folder):
    """By account and month, of the project."""
    sums, day = defaultdict(int), ""
    for line in open(f"{folder}/ledger.se", encoding="cp437"):
        line = line.strip()
        if line.startswith("#VER"):
            day = line.split()[3]
        elif line.startswith("#TRANS"):
            opens, closes = line.index("{"), line.index("}")
            if '"P12"' not in line[opens:closes]:
                continue
            amount = line[closes + 1 :].split()[0]
            kronor, _, ore = amount.lstrip("-").partition(".")
            value = int(kronor) * 100 + int((ore + "00")[:2])
            sums[line[6:opens].strip(), day[:6]] += -value if amount.startswith("-") else value
    return sums


if sys.argv[1] == "--make":
    make(sys.argv[2], int(sys.argv[3]))
else:
    months = defaultdict(int)
    for (account, month), ore in booked(sys.argv[1]).items():
        months[month] += ore if account[0] in "567" else 0
    for month, ore in sorted(months.items()):
        print(f"{month[:4]}-{month[4:]},{ore // 100}.{ore % 100:02}")
