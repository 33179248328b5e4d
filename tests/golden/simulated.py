"""Simulations worked by another program: simulated.py FOLDER, where medfin's answers stand as advance.json,
in-kind.json and, with the fees rounded each way, up.json, down.json and nearest.json. In whole öre, by the words of src/manual/figures.md, with Python's own random numbers;
what both estimate may differ by four and a half standard errors of the difference."""

import json
import math
import random
import sys
from fractions import Fraction

TRIALS = 10000
MEDFIN = 100000
ERRORS = 4.5
KR = 100


ONE = 10**9


def nearest(over, under):
    """A quotient, half away from zero."""
    whole = (2 * abs(over) + under) // (2 * under)
    return whole if over >= 0 else -whole


def share(number):
    """In billionths, as draws of percents are rounded."""
    return round(number * ONE)


def advance(dice):
    """The lowest cash, and cash at the ends of 2021 to 2023."""
    steps = {15: share(dice.gauss(0.025, 0.005)), 27: share(dice.gauss(0.03, 0.01))}
    low, mode, high = 50000 * KR, 60000 * KR, 90000 * KR
    rise = 1 + 4 * (mode - low) / (high - low)
    travel = round(low + (high - low) * dice.betavariate(rise, 6 - rise))
    salary, cost, to_date = 43500 * KR, [], 0
    for month in range(36):
        if month in steps:
            salary = nearest(salary * (ONE + steps[month]), ONE)
        k = month % 12 + 1
        to_date += nearest(salary * 14615, 10000)
        to_date += nearest(travel * k, 12) - nearest(travel * (k - 1), 12)
        cost.append(to_date)
    state = [min(1500000 * KR, nearest(6 * c, 10)) for c in cost]
    region = []
    before = 0
    for year in range(3):
        whole = max(before, cost[12 * year + 11] - state[12 * year + 11])
        for month in range(12 * year, 12 * year + 12):
            before = max(before, min(whole, cost[month] - state[month]))
            region.append(before)
    received = [0] * 40
    paid_ahead = min(400000 * KR, state[35] // 2)
    received[0] += paid_ahead
    held, left = 0, paid_ahead
    for end in range(2, 36, 3):
        accrued = state[end] - (state[end - 3] if end > 2 else 0)
        kept = nearest(accrued, 10) if end < 35 else -held
        held += kept
        due = accrued - kept
        off = min(left, due)
        left -= off
        received[end + 2] += due - off
    cash, lowest = 300000 * KR, None
    ends = []
    for month in range(38):
        cash += received[month]
        if month < 36:
            cash += region[month] - (region[month - 1] if month else 0)
            cash -= cost[month] - (cost[month - 1] if month else 0)
        lowest = cash if lowest is None else min(lowest, cash)
        if month in (11, 23, 35):
            ends.append(cash)
    return lowest, ends


def in_kind(dice):
    """What is left to the limit of in kind, and the cost and the financing of 2021."""
    cash = round(dice.gauss(500000, 40000) * KR)
    city = round(dice.gauss(130000, 20000) * KR)
    percent = share(dice.gauss(0.12, 0.02))
    cost = in_kinds = drawn = 0
    for month in range(1, 25):
        borne = nearest(city * month, 12)
        base = nearest(cash * month, 12) + borne
        # The gross is the base and the percent of it.
        board = nearest(base * percent, ONE - percent)
        cost, in_kinds = base + board, borne + board
        drawn = max(drawn, min(nearest(4 * in_kinds, 3), nearest(40 * cost, 100)))
        if month == 12:
            first_year = cost, in_kinds + drawn
    return nearest(30 * cost, 100) - in_kinds, *first_year


ROUNDED = {"up": math.ceil, "down": math.floor, "nearest": lambda steps: math.floor(steps + Fraction(1, 2))}
COSTS = {"up": 84000, "down": 80000, "nearest": 82500}  # a year; so that neither every trial balances nor none


def fees(dice, way):
    """What all fees are more than the cost."""
    level, income = 1000 * KR, 80 * 1000 * KR
    for _ in range(2):
        level *= Fraction(ONE + share(dice.gauss(0.03, 0.02)), ONE)
        income += 80 * 100 * KR * ROUNDED[way](level / (100 * KR))
    return income - 3 * COSTS[way] * KR, income


def agree_probability(name, holds, own):
    own /= TRIALS
    assert 0.02 < own < 0.98, (name, own, "tells nothing")
    error = math.sqrt(own * (1 - own) * (1 / TRIALS + 1 / MEDFIN))
    assert abs(own - holds) < ERRORS * error, (name, holds, own, error)


def agree_quantile(name, figure, level, sample):
    """The quantile lies between the samples of the ranks so many standard errors away."""
    sample = sorted(sample)
    reach = ERRORS * math.sqrt(level * (1 - level) * (1 / TRIALS + 1 / MEDFIN))
    least, most = (sample[int(TRIALS * (level + side))] for side in (-reach, reach))
    assert least <= figure * KR <= most, (name, level, figure, least / KR, most / KR)


def main(folder):
    dice = random.Random(2021)
    answer = json.load(open(f"{folder}/advance.json", encoding="utf-8"))
    trials = [advance(dice) for _ in range(TRIALS)]
    tolerance = 1 * KR
    agree_probability("advance", answer["rules"]["liquidity"]["holds"], sum(t[0] >= -tolerance for t in trials))
    for at, year in enumerate((2021, 2022, 2023)):
        for level in (5, 25, 50, 75, 95):
            figure = answer["years"][str(year)]["cash"][f"p{level}"]
            agree_quantile(f"cash {year}", figure, level / 100, [t[1][at] for t in trials])
    answer = json.load(open(f"{folder}/in-kind.json", encoding="utf-8"))
    trials = [in_kind(dice) for _ in range(TRIALS)]
    agree_probability("in kind", answer["rules"]["in-kind"]["holds"], sum(t[0] >= -tolerance for t in trials))
    for at, name in enumerate(("cost", "financing"), 1):
        for level in (5, 25, 50, 75, 95):
            figure = answer["years"]["2021"][name]["total"][f"p{level}"]
            agree_quantile(name, figure, level / 100, [t[at] for t in trials])
    for way in ROUNDED:
        agree_fees(json.load(open(f"{folder}/{way}.json", encoding="utf-8")), way, dice)


def agree_fees(answer, way, dice):
    trials = [fees(dice, way) for _ in range(TRIALS)]
    agree_probability(way, answer["rules"]["balance"]["holds"], sum(t[0] >= -1 * KR for t in trials))
    # The mean of all income; of what varies from trial to trial, so many standard errors.
    income = [t[1] / KR for t in trials]
    mean = sum(income) / TRIALS
    deviation = math.sqrt(sum((x - mean) ** 2 for x in income) / TRIALS)
    figures = [answer["years"][str(year)]["financing"] for year in (2021, 2022, 2023)]
    told = sum(figure.get("total", figure)["mean"] for figure in figures)
    assert abs(mean - told) < ERRORS * deviation * math.sqrt(1 / TRIALS + 1 / MEDFIN), (way, mean, told)


main(sys.argv[1])
