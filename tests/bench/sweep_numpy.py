"""The project of sweep_project.py in numpy, written from what the file says: the 30 lines are
the rows of arrays, and one combination of the two swept values is worked at a time. Exact:
whole öre in 64 bits, each rounding half away from zero (no amount here is below zero)."""

import sys

import numpy as np

MONTHS, BILLION = 36, 10**9
year = np.arange(MONTHS) // 12
calendar = np.arange(MONTHS) % 12


def rounded(number, over):
    return (2 * number + over) // (2 * over)


def spread(amount, part, parts):
    return rounded(amount * (part + 1), parts) - rounded(amount * part, parts)


# Staff: 14 salaries revised each April, the on-cost of each year.
salary = np.zeros((14, MONTHS), np.int64)
level = 3800000 + 73100 * np.arange(14)
for month in range(MONTHS):
    if month % 12 == 3:
        level = rounded(level * (BILLION + (20, 20, 41)[month // 12] * 10**6), BILLION)
    salary[:, month] = level
on_cost = np.array([4615, 4522, 5228])[year] * 10**5  # parts per billion
share = 25 + 5 * np.arange(14)  # percent

# 14 other costs, by month and by year in turn, revised each January after the first.
costs = np.zeros((14, MONTHS), np.int64)
level = 250000 + 133700 * np.arange(14)
for month in range(MONTHS):
    if month and month % 12 == 0:
        level = rounded(level * (BILLION + 23 * 10**6), BILLION)
    costs[:, month] = np.where(np.arange(14) % 2, spread(level, month % 12, 12), level)
premises = np.arange(14) % 3 == 0

state = spread(200000000, np.arange(MONTHS), MONTHS)
year_end = year * 12 + 11


def drawn(upto):
    return np.diff(upto, prepend=0)


def combination(percent, city_amount):
    """The 30 lines of cost and the 5 funders, month by month."""
    parts = share.copy()
    parts[3] = percent
    # Percent and parts per billion, in one product that stays within 64 bits.
    staff = rounded(salary * (parts[:, None] * 10) * ((BILLION + on_cost) // 10**5), 10**7)
    overhead0 = drawn(rounded(np.cumsum(staff.sum(axis=0)) * 15, 100))
    overhead1 = drawn(rounded(np.cumsum(costs[premises].sum(axis=0) + overhead0) * 7, 100))
    lines = np.vstack([staff, costs, overhead0, overhead1])
    cost = np.cumsum(lines.sum(axis=0))
    city = spread(city_amount, calendar, 12)
    region = np.minimum(1200000000, rounded(cost * 20, 100))
    limit = np.minimum(np.minimum(rounded(np.cumsum(city + state), 2), rounded(cost * 25, 100)), 900000000)
    grant = np.maximum.accumulate(limit)
    missing = cost - np.cumsum(city + state) - region - grant
    owner, before = np.zeros(MONTHS, np.int64), 0
    for first in (0, 12, 24):
        of_year = max(before, missing[first + 11])
        within = np.minimum(of_year, missing[first : first + 12])
        owner[first : first + 12] = np.maximum(before, np.maximum.accumulate(within))
        before = owner[first + 11]
    return lines, np.vstack([city, state, drawn(region), drawn(grant), drawn(owner)])


def gap(percent, city_amount):
    lines, funders = combination(percent, city_amount)
    return int(funders.sum() - lines.sum())


if __name__ == "__main__":
    for percent in range(1, 101):
        print(";".join(str(gap(percent, 401000000 + 1000000 * step)) for step in range(100)))
