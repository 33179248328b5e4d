"""A workbook read and worked out: cells, names, and formulas as a spreadsheet has them, in binary doubles.

Only what medfin writes: +-*/^ and comparisons, ranges, names, and the functions of FUNCTIONS. What lacks a value is NA,
and so is everything that is made of it.
"""

import math
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NA = math.nan
TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<range>(?:(?:'[^']*'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(]))"""
    r"""|(?P<number>\d+\.?\d*(?:E[-+]?\d+)?)|(?P<name>\w+)|(?P<sign><=|>=|<>|[-+*/^(),<>=]))"""
)


def is_na(value):
    return isinstance(value, float) and math.isnan(value)


def rounded(of, digits):
    """Half away from zero, of the number as it is shown by the fewest digits that tell it."""
    of, digits = number(of), number(digits)
    if is_na(of) or is_na(digits):
        return NA
    return float(Decimal(repr(of)).quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP))


def place_of(wanted, among, kind):
    """MATCH, for equality alone."""
    assert kind == 0
    found = [place for place, value in enumerate(among, 1) if not is_na(value) and not isinstance(value, str) and value == wanted]
    return float(found[0]) if found else NA


def listed(among):
    return among if isinstance(among, list) else [among]


def flat(values):
    for value in values:
        yield from (value if isinstance(value, list) else [value])


def numbers(values):
    """The numbers among them, texts and empty cells left out."""
    return [value for value in flat(values) if isinstance(value, (int, float)) and not isinstance(value, bool)]


def over_numbers(work):
    def function(*values):
        found = numbers(values)
        return NA if any(map(is_na, found)) else work(found)

    return function


FUNCTIONS = {
    "SUM": over_numbers(lambda found: float(sum(found))),
    "MIN": over_numbers(lambda found: min(found, default=0.0)),
    "MAX": over_numbers(lambda found: max(found, default=0.0)),
    "ROUND": rounded,
    "TRUNC": lambda of: NA if is_na(of) else float(math.trunc(number(of))),
    "ABS": lambda of: NA if is_na(of) else abs(number(of)),
    "AND": lambda *values: NA if any(map(is_na, values)) else all(values),
    "OR": lambda *values: NA if any(map(is_na, values)) else any(values),
    "NA": lambda: NA,
    "ISNA": is_na,
    "ISNUMBER": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and not is_na(value),
    "COUNT": lambda *values: float(sum(not is_na(value) for value in numbers(values))),
    "INDEX": lambda among, place: NA if is_na(place) else listed(among)[int(place) - 1],
    "MATCH": lambda wanted, among, kind: place_of(wanted, listed(among), kind),
    "IF": None,
}


def split_cell(reference):
    letters, row = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column, int(row)


def join_cell(column, row):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


class Formula:
    """One formula, by recursive descent: each step takes what binds more tightly than the one before."""

    def __init__(self, book, sheet, text):
        self.book, self.sheet, self.at = book, sheet, 0
        self.tokens, place = [], 0
        while place < len(text):
            match = TOKEN.match(text, place)
            assert match, f"{text!r} at {text[place:]!r}"
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def take(self, *signs):
        kind, text = self.peek()
        if kind == "sign" and text in signs:
            self.at += 1
            return text
        return None

    def comparison(self):
        left = self.sum()
        while sign := self.take("=", "<=", ">=", "<>", "<", ">"):
            right = self.sum()
            left = compared(left, sign, right)
        return left

    def sum(self):
        value = self.product()
        while sign := self.take("+", "-"):
            other = number(self.product())
            value = number(value) + (other if sign == "+" else -other)
        return value

    def product(self):
        value = self.power()
        while sign := self.take("*", "/"):
            other = number(self.power())
            value = number(value) * other if sign == "*" else number(value) / other if other else NA
        return value

    def power(self):
        value = self.unary()
        while self.take("^"):
            value = number(value) ** number(self.unary())
        return value

    def unary(self):
        if self.take("-"):
            return -number(self.unary())
        return self.operand()

    def operand(self):
        kind, text = self.peek()
        self.at += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "range":
            return self.book.range(self.sheet, text)
        if kind == "sign" and text == "(":
            value = self.comparison()
            assert self.take(")")
            return value
        if self.take("("):
            return self.call(text)
        if text in ("TRUE", "FALSE"):
            return text == "TRUE"
        return self.book.named(text)

    def call(self, name):
        assert name in FUNCTIONS, f"{name} is no function that every spreadsheet has"
        values = []
        while not self.take(")"):
            values.append(self.comparison())
            self.take(",")
        if name == "IF":
            return NA if is_na(values[0]) else values[1] if values[0] else values[2]
        return FUNCTIONS[name](*values)


def number(value):
    return 0.0 if value is None else NA if isinstance(value, str) else float(value)


def compared(left, sign, right):
    if is_na(left) or is_na(right):
        return NA
    if left is None or right is None:
        left, right = (("" if isinstance(right, str) else 0.0) if left is None else left), right
        right = ("" if isinstance(left, str) else 0.0) if right is None else right
    if isinstance(left, str) != isinstance(right, str):
        left, right = float(isinstance(left, str)), float(isinstance(right, str))
    if isinstance(left, str):
        left, right = left.casefold(), right.casefold()
    return {"=": left == right, "<>": left != right, "<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


class Book:
    """cells[sheet][cell] = (value as it was written, formula or None); `put` changes one before it is worked out."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        root = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        related = {one.get("Id"): one.get("Target") for one in ElementTree.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        self.names = {one.get("name"): one.text for one in root.iter(MAIN + "definedName")}
        self.shared = self.texts()
        self.files = {one.get("name"): "xl/" + related[one.get(RELATION)].removeprefix("/xl/") for one in root.iter(MAIN + "sheet")}
        self.cells = {sheet: self.sheet(file) for sheet, file in self.files.items()}
        self.worked = {}

    def texts(self):
        if "xl/sharedStrings.xml" not in self.parts:
            return []
        root = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        return ["".join(text.text or "" for text in one.iter(MAIN + "t")) for one in root]

    def sheet(self, file):
        cells = {}
        for cell in ElementTree.fromstring(self.parts[file]).iter(MAIN + "c"):
            value, formula, kind = cell.find(MAIN + "v"), cell.find(MAIN + "f"), cell.get("t")
            text = value.text if value is not None else None
            if text is not None and kind == "s":
                text = self.shared[int(text)]
            elif text is not None and kind in ("str", "e"):
                text = NA if text == "#N/A" else text
            elif text is not None:
                text = float(text)
            cells[cell.get("r")] = (text, formula.text if formula is not None else None)
        return cells

    def put(self, sheet, cell, value):
        self.cells[sheet][cell] = (value, None)
        self.worked = {}

    def value(self, sheet, cell):
        written, formula = self.cells[sheet].get(cell, (None, None))
        if formula is None:
            return written
        if (sheet, cell) not in self.worked:
            self.worked[sheet, cell] = None
            self.worked[sheet, cell] = Formula(self, sheet, formula).comparison()
        return self.worked[sheet, cell]

    def range(self, sheet, text):
        if "!" in text:
            sheet, text = text.rsplit("!", 1)
            sheet = sheet.strip("'")
        first, _, last = text.partition(":")
        if not last:
            return self.value(sheet, first.replace("$", ""))
        (left, top), (right, bottom) = split_cell(first), split_cell(last)
        return [self.value(sheet, join_cell(column, row)) for row in range(top, bottom + 1) for column in range(left, right + 1)]

    def named(self, name):
        assert name in self.names, f"there is no {name}"
        return self.range(None, self.names[name])
