"""The fees of Sekom's tariff for every member and year, in exact fractions, as a spreadsheet reads
them:  fees.py MEMBERS.csv POPULATION.csv FIRST LAST;  with --make it writes 290 such members."""

import csv
import sys
from fractions import Fraction


def make(members, population):
    with open(members, "w", encoding="utf-8") as out:
        out.write("kommunkod;kommun;kategori\n")
        for i in range(290):
            out.write(f"{1000 + i};Kommun {i};kommun\n")
    with open(population, "w", encoding="utf-8") as out:
        out.write("kommunkod;kommun;år;folkmängd\n")
        for i in range(290):
            for year in range(2013, 2023):
                out.write(f"{1000 + i};Kommun {i};{year};{2400 + (i * 7919 + year * 31) % 250000}\n")


def rounded(number):
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def fee(inhabitants):
    counted = min(inhabitants, 150000)
    return rounded((4000 + Fraction(30, 100) * counted) * 100)


def work(members, population, first, last):
    with open(population, encoding="utf-8") as table:
        sizes = {(row["kommunkod"], int(row["år"])): int(row["folkmängd"]) for row in csv.DictReader(table, delimiter=";")}
    sums = dict.fromkeys(range(first, last + 1), 0)
    with open(members, encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter=";"):
            fees = [fee(sizes[row["kommunkod"], year - 1]) for year in sums]
            for year, amount in zip(sums, fees):
                sums[year] += amount
            print(row["kommun"], *(f"{amount // 100}.{amount % 100:02d}" for amount in fees), sep=",")
    print("Total fees", *(f"{amount // 100}.{amount % 100:02d}" for amount in sums.values()), sep=",")


if sys.argv[1] == "--make":
    make(*sys.argv[2:])
else:
    work(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
