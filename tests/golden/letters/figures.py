"""figures.py LETTER SOURCE…: every figure in the letter is one that medfin's other commands (JSON) or the
project's own files give, to whole kronor, or a funder's share of them, worked here. Prints those that are
not; exit status 1 if there is any."""

import json
import re
import sys
from fractions import Fraction

BLANKS = "\u00a0\u202f\u2009 "


def given(value, found):
    if isinstance(value, dict):
        for key, inner in value.items():
            given(key, found)
            given(inner, found)
    elif isinstance(value, list):
        for inner in value:
            given(inner, found)
    elif isinstance(value, (int, float, Fraction)) and not isinstance(value, bool):
        for exact in (Fraction(value), abs(Fraction(value)), Fraction(value) * 100):
            found.add(round(exact, 2))
            found.add(Fraction(int(abs(exact) + Fraction(1, 2))))
    elif isinstance(value, str):
        numbers(value, found)


def shares(told, found):
    financing = told.get("total", {}).get("financing", {})
    for funder in financing.get("by_funder", {}).values():
        for form in funder.keys() & {"cash", "in_kind"}:
            found.add(round(100 * funder[form] / financing["total"], 2))
    found.add(Fraction(100))


def numbers(text, found):
    for match in re.finditer(rf"\d{{1,3}}(?:[{BLANKS}]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?", text):
        number = re.sub(rf"[{BLANKS}]", "", match[0]).replace(",", ".")
        found.add(Fraction(number))
    return found


def main(letter, *sources):
    found = set()
    for source in sources:
        with open(source, encoding="utf-8") as file:
            if source.endswith(".json"):
                told = json.load(file, parse_float=Fraction)
                given(told, found)
                shares(told, found)
            else:
                numbers(file.read(), found)
    with open(letter, encoding="utf-8") as file:
        text = re.sub(r"<!--.*?-->|<data [^>]*>|</data>", "", file.read())
    lines = [re.sub(r"^\d+\. ", "", line) for line in text.splitlines()]
    strange = sorted(numbers("\n".join(lines), set()) - found)
    print("\n".join(str(float(number)) for number in strange))
    return 1 if strange else 0


sys.exit(main(*sys.argv[1:]))
