"""live.py CHANGES RANDOM_PROJECTS COUNT: workbooks of the shipped scenarios and of so many random projects: every formula comes to what medfin wrote beside it, a changed input to what
`--set` comes to, and the figures are those of `budget --by month` in JSON. Names, functions and lengths are what every
spreadsheet takes; the same bytes twice; Swedish and English.

The formulas are worked out by tests/workbook/spreadsheet.py; the heavy tests ask LibreOffice and Gnumeric.
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ["MEDFIN_SOURCE"]) / "tests/workbook"))
from change import Changed  # noqa: E402
from spreadsheet import Book, is_na, split_cell  # noqa: E402

sys.setrecursionlimit(100000)
sys.tracebacklimit = 6
medfin = os.environ["MEDFIN"]
scenarios = Path(os.environ["MEDFIN_SOURCE"]) / "scenarios"
PROJECTS = [
    ["jamtland-2021-2023/project.ini", "jamtland-2021-2023/antaganden.ini"],
    ["jamtland-2021-2023/project.ini"],
    ["halv-tjanst-2021-2023/project.ini"],
    ["sekom-2021/project.ini", "sekom-2021/antaganden.ini"],
    ["kommunnatverket-2023/project.ini", "kommunnatverket-2023/antaganden.ini"],
    ["blekinge-medlemskap/project.ini", "blekinge-medlemskap/medlem.ini"],
]
INPUTS, PLAN = 1, 2  # places of the sheets
VALUE, UNIT, PATH, LOWEST, HIGHEST, DECIMALS, IS_OK, PART = "BCGHIJKP"
faults = []


def run(*words):
    done = subprocess.run([medfin, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def written(folder, files, *more, name="book.xlsx"):
    path = Path(folder) / name
    status, _, told = run("budget", *files, "-o", str(path), *more)
    return (path if status == 0 else None), told


def equal(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return (is_na(a) and is_na(b)) or abs(a - b) <= 1e-9 * max(1, abs(b)) * 1e-3
    return (a or "") == (b or "")


def compare(title, book, against, sheets):
    for sheet in sheets:
        for cell, (cached, formula) in against.cells[sheet].items():
            # What no formula tells exactly is not told once an input is changed.
            if book.keeps and is_na(book.value(sheet, cell)):
                continue
            if formula is not None and not equal(book.value(sheet, cell), cached):
                faults.append(f"{title}: {sheet}!{cell} is {book.value(sheet, cell)}, not {cached}: {book.cells[sheet].get(cell)}")


def rows_of(book, sheet, keys, first):
    """Cells of the rows from the first to an empty one by what they are called; worked out, and as they were written."""
    cells, row = book.cells[sheet], first
    rows = {}
    while called := tuple(cells.get(f"{key}{row}", (None, None))[0] for key in keys):
        if called[0] is None or f"{keys[0]}{row}" not in cells:
            return rows
        rows[called] = {split_cell(cell)[0]: cell for cell in cells if split_cell(cell)[1] == row and cell[0] not in keys}
        row += 1
    return rows


def below(book, sheet, head):
    """The row behind the one that begins with the word; the first where there is none."""
    return next((split_cell(cell)[1] + 1 for cell, (value, _) in book.cells.get(sheet, {}).items()
                 if cell[0] == "A" and value == head), 1)


def compare_rows(title, book, against, sheet, keys, first):
    """What a value that is set has no source, which is no figure of the workbook."""
    ours, theirs = rows_of(book, sheet, keys, first), rows_of(against, sheet, keys, first)
    for called, cells in theirs.items():
        if called[:2] == ("Sources and decisions", None):
            continue
        for column, cell in cells.items():
            cached, formula = against.cells[sheet][cell]
            own = ours.get(called, {}).get(column)
            if formula is not None and sheet != "Checks" or column in (3, 4, 5):
                value = book.value(sheet, own) if own else None
                # What holds whatever the unknowns are, medfin proves and a sheet does not.
                if book.is_open and sheet == "Checks" and book.value(sheet, ours[called][3]) == "undetermined":
                    continue
                if book.keeps and (is_na(value) or sheet == "Checks"):
                    continue
                if not equal(value, cached):
                    faults.append(f"{title}: {sheet} {called} column {column} is {value}, not {cached}")


def check_names(title, book):
    seen = set()
    for name in book.names:
        if name.startswith("_xlnm"):
            continue
        address = re.fullmatch(r"[A-Za-z]{1,3}\d*|[rRcC\d]+", name)
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) or address or name.casefold() in seen or len(name) > 255:
            faults.append(f"{title}: no name for a cell: {name}")
        seen.add(name.casefold())
    longest = max((formula for cells in book.cells.values() for _, formula in cells.values() if formula), key=len)
    if len(longest) > 8000:
        faults.append(f"{title}: a formula of {len(longest)} characters")


def check_figures(title, book, files):
    """Each row of the plan by month, by its path, against the figures in JSON."""
    plan = list(book.cells)[PLAN]
    cells = {split_cell(cell): value for cell, (value, _) in book.cells[plan].items()}
    months = {column: value for (column, row), value in cells.items() if row == 4 and re.fullmatch(r"\d{4}-\d\d", str(value))}
    _, text, _ = run("budget", *files, "--by", "month", "-f", "json")
    told, found = json.loads(text)["months"], 0
    for (column, row), value in cells.items():
        path = cells.get((6, row))
        if column in months and path in ("cost", "financing"):
            expected = told[months[column]][path]["total"]
            found += 1
            if not equal(value, float("nan") if expected is None else expected):
                faults.append(f"{title}: {path} of {months[column]} is {value}, not {expected}")
    if title.startswith("jamtland") and found != 72:
        faults.append(f"{title}: {found} months of cost and financing, not 72")


def check_verdicts(title, book, files):
    """As many of each verdict as `check` tells, what does not apply left out."""
    words = {"pass": "pass", "warning": "warn", "undetermined": "undetermined", "fail": "fail", "not applicable": None}
    ours = [words[book.cells["Checks"][cells[3]][0]] for cells in rows_of(book, "Checks", "AB", 5).values()]
    _, text, _ = run("check", *files, "-f", "json")
    rules = json.loads(text)["rules"].values()
    told = [one["verdict"] for rule in rules for one in rule.get("by_subject", {}).values()]
    told += [rule["verdict"] for rule in rules if "verdict" in rule]
    told = [verdict for verdict in told if verdict != "not-applicable"]
    if sorted(filter(None, ours)) != sorted(told):
        faults.append(f"{title}: verdicts {sorted(filter(None, ours))}, not {sorted(told)}")


def inputs_of(book):
    sheet = list(book.cells)[INPUTS]
    cells, row = book.cells[sheet], 8
    while f"{PATH}{row}" in cells:
        if cells.get(f"{IS_OK}{row}", (None, None))[1]:
            yield {key: cells.get(f"{key}{row}", (None, None))[0] for key in (VALUE, UNIT, PATH, LOWEST, HIGHEST, DECIMALS, PART)} | {"row": row}
        row += 1


def drawn(rng, entry):
    if entry[DECIMALS] is None:
        return rng.choice(["granted", "decided", "applied", "rejected"])
    decimals, low, high, stands = int(entry[DECIMALS]), entry[LOWEST], entry[HIGHEST], entry[VALUE] or 0
    step = 10.0**-decimals
    tried = rng.choice([0, low, high, stands + step, stands - step, stands * 1.5, stands / 3, rng.uniform(low, high)])
    return min(max(round(tried, decimals), low), high)


def setting(entry, value):
    if entry[DECIMALS] is None:
        return f"{entry[PATH]}={value}"
    decimals, unit = int(entry[DECIMALS]), entry[UNIT] or ""
    if unit == "%":
        return f"{entry[PATH]}={value * 100:.{max(decimals - 2, 0)}f} %"
    return f"{entry[PATH]}={value:.{decimals}f}{' ' + unit.replace('krtotal', 'kr total') if unit else ''}"


def check_back(title, files, given, sets):
    """What was changed, read back, is what `--set` says."""
    status, text, told = run("budget", *files, given, "--by", "month", "-f", "json")
    _, expected, _ = run("budget", *files, *sets, "--by", "month", "-f", "json")
    if status or json.loads(text)["months"] != json.loads(expected)["months"]:
        faults.append(f"{title}: read back it says something else: {told}")


def inputs_drawn(base):
    # An amount of a year that has a status of its own is set with it, which is another sentence.
    dated = {entry[PATH] for entry in inputs_of(base) if entry[PART] == 4}
    return [entry for entry in inputs_of(base) if entry[PART] in (0, 2) and entry[PATH] not in dated]


def changes_drawn(folder, files, base, rng, count):
    """So many times 1 to 4 inputs with other values, as --set says them, and the workbook that this writes."""
    entries = inputs_drawn(base)
    for number in range(count):
        changed = [(entry, drawn(rng, entry)) for entry in rng.sample(entries, min(len(entries), rng.randint(1, 4)))]
        sets = [word for entry, value in changed for word in ("--set", setting(entry, value))]
        path, _ = written(folder, files, *sets, "--lang", "en", name=f"set-{number}.xlsx")
        if path:
            yield changed, sets, Book(path)


def compare_changed(title, book, base, expected):
    """A changed workbook that was worked out, and the one that medfin writes of the changed values."""
    book.keeps = base.keeps
    book.is_open = any(entry[VALUE] is None for entry in inputs_drawn(base))
    compare(title, book, expected, [sheet for sheet in expected.cells if sheet in ("Plan", "Reserve")])
    payments = below(expected, "Cash", "Payer")
    for sheet, keys, first in (("Checks", "AB", 5), ("Cash", "A", 6), ("Cash", "ABCD", payments), ("Overview", "A", 9)):
        compare_rows(title, book, expected, sheet, keys, first)


def give_back(base, changed, path):
    given = Changed(base.path)
    for entry, value in changed:
        given.put(f"{VALUE}{entry['row']}", value if isinstance(value, str) else repr(value))
    given.write(path)


def check_changes(title, folder, files, base, rng, count):
    for changed, sets, expected in changes_drawn(folder, files, base, rng, count):
        give_back(base, changed, f"{folder}/given.xlsx")
        check_back(f"{title} {sets}", files, f"{folder}/given.xlsx", sets)
        book = Book(base.path)
        for entry, value in changed:
            book.put(list(book.cells)[INPUTS], f"{VALUE}{entry['row']}", value)
        compare_changed(f"{title} {sets}", book, base, expected)


def find_kept(book):
    """What no formula tells exactly."""
    kept = [cell for cells in book.cells.values() for cell, (_, formula) in cells.items() if formula and re.match(r"IF\(Changed_values=0,[-0-9.]*,NA", formula)]
    book.keeps = bool(kept)
    return kept


def check(files, folder, rng, count):
    title = " ".join(files)
    files = [str(scenarios / file) for file in files]  # a random path is whole, and stays as it is
    path, told = written(folder, files, "--lang", "en")
    assert path, told
    book = Book(path)
    book.path, book.keeps = path, False
    compare(title, book, book, book.cells)
    check_names(title, book)
    kept = find_kept(book)
    if kept and title in map(" ".join, PROJECTS):
        faults.append(f"{title}: no formula tells {kept[:4]}")
    check_verdicts(title, book, files)
    if title in map(" ".join, PROJECTS):
        check_figures(title, book, files)
    check_changes(title, folder, files, book, rng, count)
    again, _ = written(folder, files, "--lang", "en", name="again.xlsx")
    if again.read_bytes() != path.read_bytes():
        faults.append(f"{title}: other bytes the second time")
    swedish, _ = written(folder, files, "--lang", "sv", name="svensk.xlsx")
    told = Book(swedish)
    told.keeps = False
    compare(f"{title} in Swedish", told, told, told.cells)
    if list(Book(swedish).cells)[:3] != ["Översikt", "Indata", "Plan"]:
        faults.append(f"{title}: {list(Book(swedish).cells)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        changes, program, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
        subprocess.run([program, scratch, str(count)], check=True)
        for files in PROJECTS + [[f"{scratch}/{number}.ini"] for number in range(count)]:
            check(files, scratch, random.Random(20), changes)
    print("\n".join(faults[:40]))
    sys.exit(1 if faults else 0)
