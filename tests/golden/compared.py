#!/usr/bin/env python3
"""The three scenarios of Jämtland worked with fractions from what their files state, and held
against the JSON of compare, or of `compare --outcomes` with the argument outcomes, on standard
input, to the öre."""

import json
import sys
from fractions import Fraction as F
from math import floor

MONTHS = [(year, month) for year in (2021, 2022, 2023) for month in range(1, 13)]
RATE = {2021: F("0.4615"), 2022: F("0.4522"), 2023: F("0.5228")}
STEPS = {(2021, 4): F("1.02"), (2022, 4): F("1.02"), (2023, 4): F("1.041")}


def whole(exact):
    """Half away from zero; every figure here is at least nothing."""
    return floor(exact + F(1, 2))


def spread(amount, months):
    return [whole(F(amount * j, months)) - whole(F(amount * (j - 1), months)) for j in range(1, months + 1)]


def staff(share):
    salary, months = 4500000, []
    for year, month in MONTHS:
        salary = whole(salary * STEPS.get((year, month), 1))
        months.append(whole(salary * share * (1 + RATE[year])))
    return months


def by_year(amounts):
    return [part for amount in amounts for part in spread(amount * 100, 12)]


def work(share, activities, refused, board_pays=True):
    cash_cost = [sum(parts) for parts in zip(staff(share), [300000] * 36, by_year(activities))]
    in_kind = spread(9816000 if board_pays else 0, 36)
    own, board = spread(118500000, 36), spread(12000000 if board_pays else 0, 36)
    grant, drawn = [], 0
    for m in range(36):
        matched, eligible = sum(own[: m + 1]) + sum(board[: m + 1]), sum(cash_cost[: m + 1])
        now = 0 if refused else max(drawn, min(130500000, matched, whole(F(eligible, 2))))
        grant.append(now - drawn)
        drawn = now
    received = [0] * 60
    for m in range(36):
        received[m] += own[m] + board[m]
        if m % 3 == 2:
            received[m + 2] += sum(grant[m - 2 : m + 1])
    balance, lowest = 15000000, None
    for m in range(38):
        balance += received[m] - (cash_cost[m] if m < 36 else 0)
        if lowest is None or balance < lowest[0]:
            lowest = (balance, f"{2021 + m // 12}-{m % 12 + 1:02}")
    cost = [a + b for a, b in zip(cash_cost, in_kind)]
    financing = [sum(parts) for parts in zip(own, board, grant, in_kind)]
    return {
        "cost": cost,
        "financing": financing,
        "fte": share,
        "lowest": lowest,
        "group": whole(F(sum(cash_cost) + sum(in_kind), 2)) - drawn,
        "cash_cost": cash_cost,
    }


def same(path, told, worked):
    assert round(told * 100) == worked, f"{path}: {told}, worked {worked / 100}"


def hold(name, scenario, worked):
    for first, year in enumerate(("2021", "2022", "2023")):
        months = slice(12 * first, 12 * first + 12)
        told = scenario["years"][year]
        cost, financing = sum(worked["cost"][months]), sum(worked["financing"][months])
        same(f"{name} {year} cost", told["cost"]["total"], cost)
        same(f"{name} {year} financing", told["financing"]["total"], financing)
        same(f"{name} {year} gap", told["gap"], financing - cost)
        assert F(str(told["fte"])) == worked["fte"]
    total = scenario["total"]
    same(f"{name} cost", total["cost"]["total"], sum(worked["cost"]))
    same(f"{name} financing", total["financing"]["total"], sum(worked["financing"]))
    same(f"{name} lowest cash", total["lowest_cash"], worked["lowest"][0])
    assert total["lowest_cash_month"] == worked["lowest"][1]
    same(f"{name} group", scenario["rules"]["group"]["by_subject"]["anslag-1-1"]["margin"], worked["group"])


def through(cash_cost, amount, first, last):
    month = None
    for m in range(first, last):
        if sum(cash_cost[first : m + 1]) > amount:
            break
        month = f"{2021 + m // 12}-{m % 12 + 1:02}"
    return month


def hold_outcomes(told):
    plain = (433476, 428065, 393079)
    answers = {"": (False, True), "regionala-medel": (True, True), "lansstyrelsen": (False, False),
               "lansstyrelsen regionala-medel": (True, False)}
    worked = {refused: work(F(1, 2), plain, *how) for refused, how in answers.items()}
    gaps = {refused: sum(w["financing"]) - sum(w["cost"]) for refused, w in worked.items()}
    assert [outcome["refused"] for outcome in told["outcomes"]] == sorted(gaps, key=gaps.get)
    for outcome in told["outcomes"]:
        same(f"{outcome['refused']} gap", outcome["gap"], gaps[outcome["refused"]])
        same(f"{outcome['refused']} cash", outcome["lowest_cash"], worked[outcome["refused"]]["lowest"][0])
    for undecided in told["undecided"]:
        same(undecided["funder"], undecided["no_alone"]["gap"], gaps[undecided["funder"]])
    assert told["undecided"][1]["reference"] == "RUN/453/2020"
    assert told["undecided"][0]["no_alone"]["breaks"].split() == ["balance", "match", "liquidity"]
    safe, cost = told["safe"], worked["lansstyrelsen regionala-medel"]["cash_cost"]
    same("secured", safe["secured"], 118500000)
    same("cost in cash", safe["cost"], sum(cost))
    assert safe["through"] == through(cost, 118500000, 0, 36)
    for number, year in enumerate(("2021", "2022", "2023")):
        assert safe["years"][year]["through"] == through(cost, 39500000, 12 * number, 12 * number + 12)
    assert safe["cash"]["month"] == worked["lansstyrelsen regionala-medel"]["lowest"][1]


def main():
    told = json.load(sys.stdin)
    if sys.argv[1:] == ["outcomes"]:
        hold_outcomes(told)
    else:
        hold_scenarios(told)


def hold_scenarios(told):
    plain, half = (433476, 428065, 393079), F(1, 2)
    worked = [
        work(half, plain, False),
        work(F(1), (433476 - 400524, 428065 - 405935, 0), False),
        work(half, plain, True),
    ]
    assert list(told["scenarios"]) == ["antaganden", "heltid", "utan-1-1-medel"]
    for (name, scenario), figures in zip(told["scenarios"].items(), worked):
        hold(name, scenario, figures)
    # The causes of a full post: the post first, then each year's activities.
    steps = [(half, plain), (F(1), plain), (F(1), (32952, *plain[1:])), (F(1), (32952, 22130, plain[2])), (F(1), (32952, 22130, 0))]
    stairs = [work(share, activities, False) for share, activities in steps]
    causes = told["scenarios"]["heltid"]["causes"]
    assert [cause["path"] for cause in causes] == ["staff.projektledare.share", "cost.insatser.2021", "cost.insatser.2022", "cost.insatser.2023"]
    for cause, before, after in zip(causes, stairs, stairs[1:]):
        change = cause["change"]["total"]
        for figure in ("cost", "financing"):
            same(f"{cause['path']} {figure}", change[figure]["total"], sum(after[figure]) - sum(before[figure]))
        same(f"{cause['path']} lowest", change["lowest_cash"], after["lowest"][0] - before["lowest"][0])


main()
