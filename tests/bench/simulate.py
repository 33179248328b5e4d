"""The model of simulate.ini as somebody would write it with numpy: all trials at once, a month a
column, quantiles of cost, financing, equity and cash by month. Prints some of them in kronor."""
import sys

import numpy as np

trials = int(sys.argv[1])
rng = np.random.default_rng(1)


def pert(mode, low, high):
    return low + (high - low) * rng.beta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low), trials)


wages = [rng.normal(m, s, trials) for m, s in ((.022, .003), (.024, .005), (.039, .008))]
prices = [rng.uniform(.01, .06, trials), rng.uniform(.01, .08, trials)]
rates = [rng.triangular(a, m, b, trials) for a, m, b in ((.45, .4615, .47), (.44, .4522, .49), (.45, .5228, .54))]
kickoff, council = pert(60e3, 40e3, 110e3), pert(22e3, 15e3, 40e3)
course = rng.triangular(25e3, 35e3, 60e3, trials)
study = 90e3 * np.exp(rng.normal(0, np.log(150 / 90) / 1.6448536269514722, trials))
campaign, final = pert(70e3, 50e3, 100e3), rng.triangular(60e3, 80e3, 140e3, trials)
board, granted = rng.uniform(500e3, 700e3, trials), rng.random(trials) < .7

cost = np.zeros((trials, 36))
for month in range(36):
    year, in_year = divmod(month, 12)
    level, price = np.ones(trials), np.full(trials, 9e3)
    for y in range(3):
        if month >= 12 * y + 3:
            level = level * (1 + wages[y])
        if y and month >= 12 * y:
            price = price * (1 + prices[y - 1])
    staff = sum(salary * share for salary, share in ((46e3, .5), (41e3, .75), (37.5e3, .4), (43e3, .2)))
    cost[:, month] = 1.15 * staff * level * (1 + rates[year]) + price
for amount, months in ((kickoff, [2]), (council, [5, 11, 17, 23, 29, 35]), (course, [8, 14, 20, 26]), (study, [13]),
                       (campaign, [16, 28]), (final, [34])):
    for month in months:
        cost[:, month] += amount

upto = np.cumsum(cost, axis=1)
match = (2.4e6 + board[:, None]) * np.arange(1, 37) / 36
drawn = np.zeros((trials, 36))
before = np.zeros(trials)
for month in range(36):
    before = np.maximum(before, np.minimum(np.minimum(3e6, match[:, month]), .5 * upto[:, month]))
    drawn[:, month] = before * granted
financing = np.diff(match + drawn, axis=1, prepend=0)
equity = 400e3 + match + drawn - upto
received = np.zeros((trials, 38))
for claim in range(12):
    end = 3 * claim + 2
    received[:, end + 2] = drawn[:, end] - (drawn[:, end - 3] if claim else 0)
cash = 400e3 + np.cumsum(received, axis=1)
cash[:, :36] += match - upto
cash[:, 36:] += (match - upto)[:, 35:]

levels = [.05, .25, .5, .75, .95]
fans = {name: np.quantile(fan, levels, axis=0)
        for name, fan in (("cost", cost), ("financing", financing), ("equity", equity), ("cash", cash))}
for name, at in (("cost", 34), ("financing", 34), ("equity", 11), ("equity", 23), ("equity", 35), ("cash", 11), ("cash", 37)):
    print(f"{name} {2021 + at // 12}-{at % 12 + 1:02d}", *(f"{x:.2f}" for x in fans[name][:, at]))
