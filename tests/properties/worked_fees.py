#!/usr/bin/env python3
"""Random networks whose fees are worked apart from medfin, in exact fractions.

usage: worked_fees.py MEDFIN FOLDER COUNT

Writes each network to the folder as people do, a project and two tables in CSV, asks
`medfin fees -f json` for every fee, and compares each to the öre. The steps are those that
src/manual/figures.md tells: cap, components, floor and ceiling, index, first year, each carried to the
billionth of a krona, and one rounding at the end. The same networks each time.
"""

import json
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

BILLIONTH = 10**9


def rounded(number, way="nearest"):
    """A number at or above zero to a whole one: half away from zero, up or down."""
    whole, rest = divmod(Fraction(number).numerator, Fraction(number).denominator)
    if way == "up":
        return whole + (rest > 0)
    return whole if way == "down" else whole + (2 * rest >= Fraction(number).denominator)


def billionth(kronor):
    return Fraction(rounded(kronor * BILLIONTH), BILLIONTH)


def kronor(dice, most, decimals=2):
    return Fraction(dice.randrange(most * 10**decimals), 10**decimals)


def written(number, decimals):
    text = f"{float(number):.{decimals}f}"
    assert Fraction(text) == number
    return text.replace(".", ",") + " kr"


def classes(dice, decimals, most):
    """Size classes from 0 on, without a gap, the last open."""
    bounds = sorted({0, *(dice.randrange(1, 200000) for _ in range(dice.randrange(4)))})
    uppers = [lower - 1 for lower in bounds[1:]] + [None]
    return [(lower, upper, kronor(dice, most, decimals)) for lower, upper in zip(bounds, uppers)]


def tariff(dice, index):
    made = {"index": index if dice.random() < 0.5 else []}
    for key, share, make in (
        ("fixed", 0.7, lambda: kronor(dice, 9000)),
        ("per_inhabitant", 0.6, lambda: kronor(dice, 2, 4)),
        ("inhabitants_cap", 0.4, lambda: dice.randrange(200000)),
        ("classes", 0.4, lambda: classes(dice, 2, 9000)),
        ("class_rates", 0.3, lambda: classes(dice, 4, 1)),
        ("bands", 0.3, lambda: classes(dice, 4, 1)),
        ("minimum", 0.3, lambda: kronor(dice, 4000)),
        ("maximum", 0.3, lambda: 4000 + kronor(dice, 90000)),
        ("round_to", 0.4, lambda: (dice.choice((1, 50, 100, 10000)), dice.choice(("nearest", "up", "down")))),
        ("first_year", 0.7, lambda: dice.choice(("full", "half", "quarter", "month", "free"))),
        ("basis_year", 0.5, lambda: dice.choice((-2, -1, 0))),
    ):
        if dice.random() < share:
            made[key] = make()
    if not any(key in made for key in ("fixed", "per_inhabitant", "classes", "class_rates", "bands")):
        made["fixed"] = kronor(dice, 9000)
    if dice.random() < 0.5:
        made["count"], made["inhabitants"] = dice.randrange(40), dice.randrange(200000)
        if dice.random() < 0.5:
            made["count.2022"] = dice.randrange(40)
    return made


def tariff_text(name, made):
    lines = [f"[tariff {name}]"]
    decimals = {"fixed": 2, "per_inhabitant": 4, "minimum": 2, "maximum": 2}
    for key, value in made.items():
        if key in decimals:
            lines.append(f"{key} = {written(value, decimals[key])}")
        elif key in ("classes", "class_rates", "bands"):
            finer = 2 if key == "classes" else 4
            rows = [f"{low}–{'' if high is None else high}: {written(amount, finer)}" for low, high, amount in value]
            lines.append(f"{key} = " + "\n ".join(rows))
        elif key == "round_to":
            lines.append(f"round_to = {value[0]} öre {value[1]}")
        elif key == "index":
            lines += ["index = steg"] if value else []
        else:
            lines.append(f"{key} = {value}")
    return "\n".join(lines)


def class_of(rows, size):
    return next(amount for low, high, amount in rows if low <= size and (high is None or size <= high))


def components(made, size):
    fee = made.get("fixed", 0) + made.get("per_inhabitant", 0) * size
    if "classes" in made:
        fee += class_of(made["classes"], size)
    if "class_rates" in made:
        fee += class_of(made["class_rates"], size) * size
    for low, high, rate in made.get("bands", []):
        last = size if high is None else min(size, high)
        fee += rate * max(0, last - max(low, 1) + 1)
    return fee


def months_paid(rule, joined):
    together = {"full": 12, "half": 6, "quarter": 3, "month": 1}
    return 0 if rule == "free" else 12 - (joined - 1) // together[rule] * together[rule]


def fee_of(made, size, year, joined):
    """Öre. `joined` is the calendar month of joining in that year, 0 for none."""
    counted = min(size, made.get("inhabitants_cap", size))
    fee = max(components(made, counted), made.get("minimum", 0))
    fee = min(fee, made["maximum"]) if "maximum" in made else fee
    for at, percent in made["index"]:
        if (2021, 1) < at <= (year, 1):
            fee = billionth(fee * (1 + percent / 100))
    months = months_paid(made.get("first_year", "full"), joined) if joined else 12
    fee = billionth(fee * months / 12)
    unit, way = made.get("round_to", (1, "nearest"))
    return rounded(fee * 100 / unit, way) * unit


class Network:
    def __init__(self, dice):
        self.last = dice.randrange(2021, 2025)
        self.index = [((year, month), Fraction(dice.randrange(-100, 500), 100))
                      for year in (2021, 2022, 2023) for month in (1, 4) if dice.random() < 0.6]
        self.tariffs = {name: tariff(dice, self.index) for name in ("kommun", "region")}
        self.population = {f"{code:04d}": {year: dice.randrange(250000) for year in range(2018, 2026)}
                           for code in dice.sample(range(100, 2600), 6)}
        self.members = {code: self.member(dice) for code in self.population}

    @staticmethod
    def member(dice):
        joined = (dice.randrange(2019, 2024), dice.randrange(1, 13)) if dice.random() < 0.5 else None
        left = None
        if dice.random() < 0.3:
            left = (dice.randrange((joined or (2020,))[0], 2026), 12)
        return {"tariff": dice.choice(("kommun", "region")), "joined": joined, "left": left}

    def write(self, folder):
        text = [f"[project]\nstart = 2021-01\nend = {self.last}-12", "[members]\nfile = medlemmar.csv\npopulation = folk.csv"]
        text += [tariff_text(name, made) for name, made in self.tariffs.items()]
        steps = self.index or [((2021, 1), Fraction(0))]
        text.append("[index steg]\n" + "\n".join(f"{y}-{m:02d} = {float(p):.2f} %".replace(".", ",") for (y, m), p in steps))
        (folder / "p.ini").write_text("\n\n".join(text) + "\n", encoding="utf-8")
        rows = ["kommunkod;kategori;inträde;utträde"]
        for code, member in self.members.items():
            dates = ["%d-%02d" % member[key] if member[key] else "" for key in ("joined", "left")]
            rows.append(";".join([code, member["tariff"], *dates]))
        (folder / "medlemmar.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        rows = ["kommunkod,år,folkmängd"]
        rows += [f"{code},{year},{count}" for code, years in self.population.items() for year, count in years.items()]
        (folder / "folk.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def fees(self):
        """(tariff, member's code or "", year): öre."""
        for code, member in self.members.items():
            made = self.tariffs[member["tariff"]]
            for year in range(2021, self.last + 1):
                joined, left = member["joined"], member["left"]
                if (joined and joined[0] > year) or (left and left[0] < year):
                    continue
                size = self.population[code][year + made.get("basis_year", -1)]
                in_year = joined[1] if joined and joined[0] == year else 0
                yield (member["tariff"], code, year), fee_of(made, size, year, in_year)
        for name, made in self.tariffs.items():
            for year in range(2021, self.last + 1):
                count = made.get("count.2022", made.get("count", 0)) if year >= 2022 else made.get("count", 0)
                before = made.get("count", 0) if year <= 2022 else count
                old = min(count, before) if year > 2021 else count
                if count:
                    size = made["inhabitants"]
                    yield (name, "", year), (old * fee_of(made, size, year, 0)
                                             + (count - old) * fee_of(made, size, year, 1))


def told(network, medfin, folder):
    network.write(folder)
    run = subprocess.run([medfin, "fees", str(folder / "p.ini"), "-f", "json"], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{folder}: {run.stderr}")
    found = {}
    for year, of in json.loads(run.stdout).get("years", {}).items():
        for name, tariff in of["fees"].get("by_tariff", {}).items():
            fees = {code: member["total"] for code, member in tariff.get("by_member", {}).items()}
            if "equal" in tariff:
                fees[""] = tariff["equal"]
            for code, fee in fees.items():
                found[name, code, int(year)] = round(fee * 100)
    return found


def main():
    medfin, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    compared = 0
    for seed in range(count):
        network = Network(random.Random(f"fees {seed}"))
        found, wanted = told(network, medfin, folder), dict(network.fees())
        if found != wanted:
            for key in sorted(found.keys() | wanted.keys()):
                if found.get(key) != wanted.get(key):
                    print(f"network {seed}, {key}: worked {wanted.get(key)}, told {found.get(key)}")
            print((folder / "p.ini").read_text(encoding="utf-8"))
            sys.exit(1)
        compared += len(wanted)
    print(f"{compared} fees of {count} networks agree")


main()
