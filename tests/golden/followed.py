#!/usr/bin/env python3
"""followed.py MEDFIN COUNT FOLDER: random projects with random ledgers, followed up by medfin and by plain Python.

Held to the öre: the outcome of each line and month, the forecast by each method (worked in exact fractions), where every row
went, the sums of the categories, and that SIE and CSV say the same. A closed month before the start, and an outcome that is
the plan in every month, are the budget itself.
"""

import json
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

MONTHS = 24
METHODS = ["plan", "budget", "year", "last"]


def month(i):
    return f"{2021 + i // 12}-{i % 12 + 1:02}"


def rounded(x):
    """Half away from zero."""
    return int(abs(x) + Fraction(1, 2)) * (1 if x >= 0 else -1)


def kr(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02}"


def left_of(planned, booked, through, first, last):
    """What is left of the budget, over the months behind the last closed one, as planned and rounded to date."""
    budget, done = sum(planned[first : last + 1]), sum(booked[first : min(through, last) + 1])
    left = max(0, budget - done) if budget >= 0 else min(0, budget - done)
    months = range(max(through + 1, first), last + 1)
    whole, to_date, before, out = sum(planned[i] for i in months), 0, 0, {}
    for i in months:
        to_date += planned[i]
        upto = rounded(Fraction(left) * to_date / whole) if whole else left
        out[i], before = upto - before, upto
    return out


def forecast(method, planned, booked, through):
    out = {i: booked[i] for i in range(through + 1)}
    if method == "plan":
        out.update({i: planned[i] for i in range(through + 1, MONTHS)})
    elif method == "last":
        out.update({i: booked[through] for i in range(through + 1, MONTHS)})
    elif method == "budget":
        out.update(left_of(planned, booked, through, 0, MONTHS - 1))
    else:
        for first in (0, 12):
            out.update(left_of(planned, booked, through, first, first + 11))
    return [out.get(i, 0) for i in range(MONTHS)]


def make(dice, folder, exact=False):
    """A project, its ledger in both forms, and what should come of them."""
    through = dice.choice([-1, 0, 4, 11, 12, 17, 23])
    lines, project, ini, maps = [], ["[project]", "start = 2021-01", "end = 2022-12"], [], []
    rows, number = [], 0
    for n in range(dice.randint(1, 5)):
        planned = [dice.choice([0, dice.randint(1, 3_000_000)]) for _ in range(MONTHS)]
        method = dice.choice(METHODS)
        booked = [0] * MONTHS
        project += [f"[cost c{n}]", f"category = {dice.choice(['travel', 'external', 'premises'])}"]
        project += [f"{month(i)} = {kr(planned[i])} kr" for i in range(MONTHS)]
        ini += [f"[cost c{n}]", f"forecast = {method}"]
        maps.append(f"5{n}: cost.c{n}")
        for i in range(MONTHS):
            for _ in range(dice.randint(0, 3)):
                amount = dice.randint(-100_000, 2_000_000)
                rows.append((i, f"5{n}10", "P", amount))
                booked[i] += amount
        if exact:
            rows, booked = [r for r in rows if r[1] != f"5{n}10"], planned
            rows += [(i, f"5{n}10", "P", planned[i]) for i in range(MONTHS)]
        lines.append((planned, method, booked))
    went = {"lines": 0, "other_project": 0, "no_project": 0, "unmapped": 0, "later": 0, "before": 0}
    for _ in range(dice.randint(0, 8)):
        rows.append((dice.randint(-2, MONTHS - 1), "5010", dice.choice(["Q", ""]), dice.randint(-9999, 9999)))
        rows.append((dice.randint(0, MONTHS - 1), "6990", "P", dice.randint(-9999, 9999)))
    dice.shuffle(rows)
    for i, account, object_, _ in rows:
        where = ("before" if i < 0 else "later" if i > through else {"Q": "other_project", "": "no_project"}.get(object_)
                 or ("unmapped" if account == "6990" else "lines"))
        went[where] += 1
    files = {}
    for year in (2020, 2021, 2022):
        sie = ["#FLAGGA 0", "#SIETYP 4", "#FNAMN X", f"#RAR 0 {year}0101 {year}1231", '#OBJEKT 6 "P" "x"']
        for i, account, object_, amount in rows:
            if 2021 + i // 12 != year:
                continue
            number += 1
            day = f"{year}{i % 12 + 1:02}{dice.randint(1, 28):02}"
            sie += [f"#VER A {number} {day} \"å\"", "{", f'#TRANS {account} {{{"6 " + object_ if object_ else ""}}} {kr(amount)}',
                    f"#TRANS 1930 {{}} {kr(-amount)}", "}"]
        files[f"{year}.se"] = "\n".join(sie) + "\n"
    table = ["Datum;Konto;Projekt;Belopp"]
    for i, account, object_, amount in rows:
        table += [f"{month(i)};{account};{object_};{kr(amount).replace('.', ',')}", f"{month(i)};1930;;{kr(-amount).replace('.', ',')}"]
    files["l.csv"] = "\n".join(table) + "\n"
    closed = month(through) if through >= 0 else "2020-12"
    for form, named in (("sie", "2020.se, 2021.se, 2022.se"), ("csv", "l.csv")):
        files[f"{form}.ini"] = "\n".join(["[actuals]", f"through = {closed}", f"files = {named}", "project = 6:P", "accounts = a",
                                          "[accounts a]", "map = 1: ignore", *(f"      {m}" for m in maps), *ini]) + "\n"
    files["p.ini"] = "\n".join(project) + "\n"
    for name, text in files.items():
        (folder / name).write_text(text, encoding="cp437" if name.endswith(".se") else "utf-8")
    return lines, went, through, len(rows)


def run(medfin, folder, form):
    done = subprocess.run([medfin, "follow-up", folder / "p.ini", folder / f"{form}.ini", "--by", "line", "-f", "json",
                           "--unmapped", "warn"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{folder}: {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)["follow_up"]


def ore(number):
    return round(number * 100)


def check(told, made):
    lines, went, through, count = made
    cost = told["project"]["cost"]
    for n, (planned, method, booked) in enumerate(lines):
        by = cost["by_line"]["cost"][f"c{n}"]
        expected = forecast(method, planned, booked, through) if through >= 0 else planned
        got = {key: ore(by[key]) for key in ("budget", "outcome", "forecast", "deviation")}
        want = {"budget": sum(planned), "outcome": sum(booked[: through + 1]), "forecast": sum(expected),
                "deviation": sum(planned) - sum(expected)}
        assert got == want, (n, method, got, want)
    for key in ("budget", "outcome", "forecast", "deviation"):
        assert ore(cost["total"][key]) == sum(ore(line[key]) for line in cost["by_line"]["cost"].values()), key
    rows = told["rows"]
    assert rows["total"]["count"] == 2 * count and ore(rows["total"]["amount"]) == 0
    assert sum(ore(rows[k]["amount"]) for k in rows if k != "total") == 0
    for key, value in went.items():
        assert rows.get(key, {"count": 0})["count"] == value, (key, rows, value)
    assert all(row["holds"] == "pass" for row in told["identities"].values()), told["identities"]


def main():
    medfin, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    for seed in range(count):
        dice = random.Random(seed)
        made = make(dice, folder, exact=seed % 5 == 4)
        sie, csv = run(medfin, folder, "sie"), run(medfin, folder, "csv")
        check(sie, made)
        check(csv, made)
        if seed % 5 == 4:
            for n, (_, method, _) in enumerate(made[0]):
                line = sie["project"]["cost"]["by_line"]["cost"][f"c{n}"]
                assert method == "last" or line["forecast"] == line["budget"], (seed, n, method, line)
    print(f"{count} of {count} followed-up projects agree")


main()
