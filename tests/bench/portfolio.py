#!/usr/bin/env python3
"""portfolio.py --make FOLDER COUNT: so many projects in two frames, and the portfolio that names them. portfolio.py FOLDER: what
they come to together, as plain Python works it out: a line a figure, as `medfin portfolio -f json` has it by --json."""

import json
import random
import sys
from collections import defaultdict

ENDS = "total unsecured lowest sum frames groups persons".split()


def make(folder, count):
    dice = random.Random(7)
    for i in range(count):
        start = 2021 * 12 + dice.randrange(18)
        months = dice.randrange(6, 31)
        yearly, grant = dice.randrange(60, 600) * 1000, dice.randrange(50, 400) * 1000
        with open(f"{folder}/p{i}.ini", "w", encoding="utf-8") as out:
            out.write(f"""[project]
title = Projekt {i}
start = {start // 12}-{start % 12 + 1:02}
end = {(start + months - 1) // 12}-{(start + months - 1) % 12 + 1:02}
opening_cash = {dice.randrange(0, 50)} 000 kr

[staff ledare]
monthly_salary = {dice.randrange(30000, 50000)} kr
employer_rate = {dice.randrange(3000, 5000) / 100:.2f} %
share = {dice.choice((10, 25, 40, 60, 80))} %
person = {dice.choice(("Person", "person"))} {dice.randrange(max(1, count // 2))}

[cost lokaler]
amount = {dice.randrange(1000, 9000)} kr/month

[funder region]
amount = {yearly} kr/year
status = decided
own = yes
reference = R/{i}
frame = {dice.choice(("norr", "syd"))}

[funder stat]
amount = {grant} kr total
matches = region
max_share = 50 %
status = {dice.choice(("applied", "granted"))}
reference = S/{i}
group = anslag
paid = claims
claim_every = {dice.choice((3, 6))}
payment_lag = {dice.randrange(4)}

[funder kommun]
remainder = yes
status = {dice.choice(("proposed", "decided"))}
reference = K/{i}

[group anslag]
max_share = 50 %

[frame norr]
amount = 90 000 000 kr/year
committed = 10 000 000 kr/year

[frame syd]
amount = 9 000 000 000 kr/year
""")
    with open(f"{folder}/all.ini", "w", encoding="utf-8") as out:
        out.write("[portfolio]\nlanguage = en\nprojects =" + "".join(f" p{i}.ini\n" for i in range(count)))


def half_away(over, under):
    sign = -1 if over < 0 else 1
    return sign * ((2 * abs(over) + under) // (2 * under))


def read(path):
    sections, section = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("["):
            section = sections.setdefault(line[1:-1], {})
        elif line:
            key, _, value = line.partition("=")
            section[key.strip()] = value.strip()
    return sections


def kronor(text):
    return int("".join(c for c in text.split("kr")[0] if c.isdigit())) * 100


def at(text):
    return int(text[:4]) * 12 + int(text[5:]) - 1


def hundredths(text):
    whole, _, part = text.split(" %")[0].partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def project(of, total):
    first, last = at(of["project"]["start"]), at(of["project"]["end"])
    count = last - first + 1
    staff, region, stat = of["staff ledare"], of["funder region"], of["funder stat"]
    post = half_away(kronor(staff["monthly_salary"]) * hundredths(staff["share"]) * (10000 + hundredths(staff["employer_rate"])), 10**8)
    month_cost = post + kronor(of["cost lokaler"]["amount"])
    yearly, most = kronor(region["amount"]), kronor(stat["amount"])
    own = [half_away(yearly * ((first + m) % 12 + 1), 12) - half_away(yearly * ((first + m) % 12), 12) for m in range(count)]
    match, drawn, sum_own = [], 0, 0
    for m in range(count):
        sum_own += own[m]
        upto = max(drawn, min(most, sum_own, half_away(month_cost * (m + 1), 2)))
        match.append(upto - drawn)
        drawn = upto
    others = [own[m] + match[m] for m in range(count)]
    rest, filled, cost_to, others_to, m = [], 0, 0, 0, 0
    while m < count:
        end = min(count, m + 12 - (first + m) % 12)
        most_of_year = max(filled, cost_to + month_cost * (end - m) - others_to - sum(others[m:end]))
        while m < end:
            cost_to, others_to = cost_to + month_cost, others_to + others[m]
            upto = max(filled, min(most_of_year, cost_to - others_to))
            rest.append(upto - filled)
            filled = upto
            m += 1
    every, lag = int(stat["claim_every"]), int(stat["payment_lag"])
    paid, sum_match = defaultdict(int), 0
    for m in range(count):
        sum_match += match[m]
        if (m + 1) % every == 0 or m == count - 1:
            paid[m + lag] += sum_match
            sum_match = 0
    reach = max([count - 1] + [m for m, sum_ in paid.items() if sum_])
    cash, least = kronor(of["project"]["opening_cash"]), None
    for m in range(reach + 1):
        before = cash
        cash += (own[m] + rest[m] - month_cost if m < count else 0) + paid[m]
        total["cash"][first + m] += cash - (before if m else 0)
        least = cash if least is None else min(least, cash)
    total["sum"] += least
    total["total"] += sum(own) + sum(match) + sum(rest)
    total["unsecured"] += (sum(match) if stat["status"] == "applied" else 0) + (sum(rest) if of["funder kommun"]["status"] == "proposed" else 0)
    for m in range(count):
        year = (first + m) // 12
        total["frames"][f"{region['frame']}.{year}"] += own[m]
        total["groups"][f"anslag.{year}"] += match[m]
        total["shares"][staff["person"].lower(), first + m] += hundredths(staff["share"])


def of_python(folder, count):
    total = {"cash": defaultdict(int), "frames": defaultdict(int), "groups": defaultdict(int), "shares": defaultdict(int),
             "total": 0, "unsecured": 0, "sum": 0}
    for i in range(count):
        project(read(f"{folder}/p{i}.ini"), total)
    cash, lowest = 0, None
    for month in range(min(total["cash"]), max(total["cash"]) + 1):
        cash += total["cash"][month]
        lowest = (cash, f"{month // 12}-{month % 12 + 1:02}") if lowest is None or cash < lowest[0] else lowest
    over = defaultdict(int)
    for (person, _), held in total["shares"].items():
        over[person] += held > 10000
    return {"total": total["total"], "unsecured": total["unsecured"], "lowest": list(lowest), "sum": total["sum"],
            "frames": {k: v for k, v in total["frames"].items()}, "groups": dict(total["groups"]),
            "persons": {k: v for k, v in over.items() if v}}


def ore(number):
    return round(number * 100)


def of_medfin(told):
    all_ = told["portfolio"]
    return {"total": ore(all_["financing"]), "unsecured": ore(all_["unsecured"]),
            "lowest": [ore(all_["lowest_cash"]), all_["lowest_cash_month"]], "sum": ore(all_["sum_of_lowest_cash"]),
            "frames": {f"{id_}.{year}": ore(of["used"]) for id_, frame in told["frames"].items() for year, of in frame["years"].items() if of["used"]},
            "groups": {f"anslag.{year}": ore(of) for year, of in told["groups"]["anslag"]["years"].items() if of},
            "persons": {of["name"].lower(): of["months_over"] for of in told.get("persons", [])}}


def show(figures):
    for name in ENDS:
        print(name, json.dumps(figures[name], sort_keys=True))


if __name__ == "__main__":
    if sys.argv[1] == "--make":
        make(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1] == "--json":
        show(of_medfin(json.load(sys.stdin)))
    else:
        show(of_python(sys.argv[1], int(sys.argv[2])))
