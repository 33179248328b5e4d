#!/usr/bin/env python3
"""One budget in every format: the figures of its first table are the same.

usage: same_figures.py BUDGET.json BUDGET.csv BUDGET.txt BUDGET.md CHECK.json

CSV is for machines. Text and Markdown are in whole kronor: each figure is one of the two
next to the exact one, and both formats show the same. The check compares what the budget
says of each year.
"""

import csv
import json
import re
import sys
from decimal import Decimal

COLUMNS = ["2021", "2022", "2023", "Total"]
FORMS = {"cash": "", "in_kind": ", in kind"}


def number(text):
    return Decimal(re.sub(r"[\s*]", "", text).replace("−", "-"))


def figures_of(label, cells):
    try:
        return {(label, column): number(cell) for column, cell in zip(COLUMNS, cells)}
    except ArithmeticError:
        return {}


def first_table(rows):
    """Rows of (label, cells) up to the table's last."""
    figures = {}
    for label, cells in rows:
        figures.update(figures_of(label, cells) if len(cells) >= len(COLUMNS) else {})
        if label == "Deficit, not financed":
            return figures
    raise ValueError("no table")


def of_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return first_table((row[0], row[1:]) for row in csv.reader(file) if row)


def of_text(path):
    with open(path, encoding="utf-8") as file:
        parts = (re.split(r" {2,}", line.strip()) for line in file)
        return first_table((row[0], row[1:]) for row in parts)


def of_markdown(path):
    with open(path, encoding="utf-8") as file:
        parts = ([cell.strip(" * ") for cell in line.strip().strip("|").split("|")] for line in file)
        return first_table((row[0].strip(), row[1:]) for row in parts)


def of_json(budget):
    figures = {}
    for column in COLUMNS:
        period = budget["total"] if column == "Total" else budget["years"][column]
        cost, financing = period["cost"], period["financing"]
        told = {name.capitalize(): of["total"] for name, of in cost["by_category"].items() if of["total"]}
        for name, of in financing["by_funder"].items():
            told.update({name + form: of[key] for key, form in FORMS.items() if key in of})
        told.update({"Total cost": cost["total"], "Total financing": financing["total"]})
        figures.update({(label, column): amount for label, amount in told.items()})
    return figures


def complaints(budget, exact, text, markdown, check):
    if text != markdown:
        yield "text and Markdown differ"
    if text.keys() != exact.keys():
        yield "text and CSV hold different rows"
    for at, amount in of_json(budget).items():
        if exact.get(at) != amount:
            yield f"{at}: CSV says {exact.get(at)}, JSON {amount}"
    for at, amount in exact.items():
        if abs(text[at] - amount) >= 1:
            yield f"{at}: shown as {text[at]}, is {amount}"
    balance = check["rules"]["balance"]
    for column in COLUMNS:
        compared = balance if column == "Total" else balance["years"][column]
        period = budget["total"] if column == "Total" else budget["years"][column]
        if [compared["cost"], compared["financing"], compared["gap"]] != [
                period["cost"]["total"], period["financing"]["total"], period["gap"]]:
            yield f"{column}: check compares other figures"


def main(paths):
    def loaded(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file, parse_float=Decimal, parse_int=Decimal)

    budget, check = loaded(paths[0]), loaded(paths[4])
    found = list(complaints(budget, of_csv(paths[1]), of_text(paths[2]), of_markdown(paths[3]), check))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
