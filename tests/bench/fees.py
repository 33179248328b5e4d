"""The fees of Sekom's tariff for 290 members over ten years, in exact fractions: every byte that
`fees --csv machine --lang en` prints of them.  fees.py FOLDER;  with --make it writes the project there."""

import csv
import sys
from fractions import Fraction

PROJECT = """\
[project]
start = 2014-01
end   = 2023-12

[tariff kommun]
fixed = 4 000 kr
per_inhabitant  = 0,30 kr
inhabitants_cap = 150 000

[members]
file       = medlemmar.csv
population = folk.csv
source     = made
"""
YEARS = range(2014, 2024)


def make(folder):
    with open(f"{folder}/project.ini", "w", encoding="utf-8") as out:
        out.write(PROJECT)
    with open(f"{folder}/medlemmar.csv", "w", encoding="utf-8") as out:
        out.write("kommunkod;kommun;kategori\n")
        for i in range(290):
            out.write(f"{1000 + i};Kommun {i};kommun\n")
    with open(f"{folder}/folk.csv", "w", encoding="utf-8") as out:
        out.write("kommunkod;kommun;år;folkmängd\n")
        for i in range(290):
            for year in YEARS:
                out.write(f"{1000 + i};Kommun {i};{year - 1};{2400 + (i * 7919 + (year - 1) * 31) % 250000}\n")


FIXED, PER_INHABITANT, CAP = Fraction(4000), Fraction("0.30"), 150000
BILLION = 10**9


def rounded(number):
    """To a whole number, half away from zero; nothing here is below zero."""
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def ore(kronor):
    return rounded(kronor * 100)


def kronor(amount):
    return f"{amount // 100}.{amount % 100:02d}"


def fraction(billionths):
    whole, rest = divmod(billionths, BILLION)
    return f"{whole}.{rest:09d}".rstrip("0").rstrip(".")


def fee(inhabitants):
    return ore(FIXED + PER_INHABITANT * min(inhabitants, CAP))


def read(path):
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter=";"))


def summary(fees, inhabitants):
    in_order, total = sorted(fees), sum(fees)
    middle = len(fees) // 2
    median = Fraction(in_order[middle] + in_order[-1 - middle], 2)
    return [len(fees), kronor(total), kronor(rounded(median)), kronor(in_order[-1]),
            fraction(rounded(Fraction(in_order[-1], total) * BILLION)),
            kronor(rounded(Fraction(total, sum(inhabitants))))]


def work(folder):
    sizes = {(row["kommunkod"], int(row["år"])): int(row["folkmängd"]) for row in read(f"{folder}/folk.csv")}
    payers = read(f"{folder}/medlemmar.csv")
    names = [row["kommun"] for row in payers]
    inhabitants = [sizes[row["kommunkod"], YEARS[0] - 1] for row in payers]
    fees = [[fee(sizes[row["kommunkod"], year - 1]) for year in YEARS] for row in payers]
    of_first = [row[0] for row in fees]
    totals = [kronor(sum(of_year)) for of_year in zip(*fees)]

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["Fees"])
    out.writerow([])
    out.writerow([f"The fees of {YEARS[0]}, kr"])
    out.writerow(["", "Members", "Sum", "Median", "Largest", "of the sum", "Per inhabitant"])
    out.writerow(["kommun", *summary(of_first, inhabitants)])
    out.writerow([])
    out.writerow([f"How the fees are made, {YEARS[0]}, kr"])
    out.writerow(["Member", "Inhabitants", "Counted", "Fee", "Per inhabitant"])
    for name, size, amount in zip(names, inhabitants, of_first):
        out.writerow([name, size, min(size, CAP), kronor(amount), kronor(rounded(Fraction(amount, size)))])
    out.writerow([])
    out.writerow(["Fees by year, kr"])
    out.writerow(["Member", "Level", *YEARS])
    for name, row in zip(names, fees):
        out.writerow([name, 1, *map(kronor, row)])
    out.writerow(["kommun", 0, *totals])
    out.writerow(["Total fees", 0, *totals])


if sys.argv[1] == "--make":
    make(sys.argv[2])
else:
    work(sys.argv[1])
