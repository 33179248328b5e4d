"""The project of sweep_project.py in plain Python, written from what the file says: every line
and month of every combination, in whole öre, each rounding half away from zero (no amount here
is below zero). One argument: how many of the 100 rows of the grid are worked."""

import sys

MONTHS, BILLION = 36, 10**9
REVISIONS = {3: 20, 15: 20, 27: 41}  # per mille, by month
ON_COST = (461500000, 452200000, 522800000)


def rounded(number, over):
    return (2 * number + over) // (2 * over)


def spread(amount, part, parts):
    return rounded(amount * (part + 1), parts) - rounded(amount * part, parts)


def staff_line(number, percent):
    level, months = 3800000 + 73100 * number, []
    for month in range(MONTHS):
        if month in REVISIONS:
            level = rounded(level * (1000 + REVISIONS[month]), 1000)
        months.append(rounded(level * percent * (BILLION + ON_COST[month // 12]), 100 * BILLION))
    return months


def cost_line(number):
    level, months = 250000 + 133700 * number, []
    for month in range(MONTHS):
        if month and month % 12 == 0:
            level = rounded(level * 1023, 1000)
        months.append(spread(level, month % 12, 12) if number % 2 else level)
    return months


def percent_line(lines, percent):
    base, before, months = 0, 0, []
    for month in range(MONTHS):
        base += sum(line[month] for line in lines)
        upto = rounded(base * percent, 100)
        months.append(upto - before)
        before = upto
    return months


def funders_of(lines, city_amount):
    city = [spread(city_amount, month % 12, 12) for month in range(MONTHS)]
    state = [spread(200000000, month, MONTHS) for month in range(MONTHS)]
    cost, matched, shared, granted = 0, 0, 0, 0
    region, grant, missing = [], [], []
    for month in range(MONTHS):
        cost += sum(line[month] for line in lines)
        matched += city[month] + state[month]
        upto = min(1200000000, rounded(cost * 20, 100))
        region.append(upto - shared)
        shared = upto
        upto = max(granted, min(900000000, rounded(matched, 2), rounded(cost * 25, 100)))
        grant.append(upto - granted)
        granted = upto
        missing.append(cost - matched - shared - granted)
    owner, paid = [], 0
    for month in range(MONTHS):
        if month % 12 == 0:
            of_year = max(paid, missing[month + 11])
        upto = max(paid, min(of_year, missing[month]))
        owner.append(upto - paid)
        paid = upto
    return [city, state, region, grant, owner]


def combination(percent, city_amount):
    staff = [staff_line(number, percent if number == 3 else 25 + 5 * number) for number in range(14)]
    costs = [cost_line(number) for number in range(14)]
    overhead0 = percent_line(staff, 15)
    overhead1 = percent_line([costs[number] for number in range(0, 14, 3)] + [overhead0], 7)
    lines = staff + costs + [overhead0, overhead1]
    return lines, funders_of(lines, city_amount)


def gap(percent, city_amount):
    lines, funders = combination(percent, city_amount)
    return sum(map(sum, funders)) - sum(map(sum, lines))


if __name__ == "__main__":
    for percent in range(1, 1 + int(sys.argv[1]) if len(sys.argv) > 1 else 101):
        print(";".join(str(gap(percent, 401000000 + 1000000 * step)) for step in range(100)))
