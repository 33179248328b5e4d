"""Every line and funder of one combination, month by month: what medfin says in its JSON, and
what numpy and plain Python make of the same project, in öre. They may differ by one."""

import json
import sys

import sweep_numpy
import sweep_python

PERCENT, CITY = 37, 443000000
NAMES = [f"staff.s{i}" for i in range(14)] + [f"cost.c{i}" for i in range(14)] + ["overhead.o0", "overhead.o1"]
FUNDERS = ["city", "state", "region", "grant", "owner"]

months = json.load(open(sys.argv[1]))["months"].values()
told = [[round(month["cost"]["by_line"][kind][name]["total"] * 100) for month in months]
        for kind, name in (line.split(".") for line in NAMES)]
told += [[round(month["financing"]["by_funder"][name]["total"] * 100) for month in months] for name in FUNDERS]
for reference in (sweep_numpy, sweep_python):
    lines, funders = reference.combination(PERCENT, CITY)
    worked = [[int(öre) for öre in row] for row in [*lines, *funders]]
    for name, ours, theirs in zip(NAMES + FUNDERS, told, worked, strict=True):
        worst = max(abs(a - b) for a, b in zip(ours, theirs, strict=True))
        if worst > 1:
            sys.exit(f"{reference.__name__}: {name} differs by {worst} öre in a month")
