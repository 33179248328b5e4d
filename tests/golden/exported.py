#!/usr/bin/env python3
"""exported.py MEDFIN FILE…: the journal that `export` writes of a stack of files, read and added up by plain Python: every
entry comes to nothing, cash is that of `liquidity` at the end of every month, and each cost and each payer's money what
`budget` says. The package in JSON holds the same postings."""

import json
import subprocess
import sys
from collections import defaultdict

MEDFIN, FILES = sys.argv[1], sys.argv[2:]


def medfin(command, form):
    done = subprocess.run([MEDFIN, command, *FILES, "-f", form], capture_output=True, text=True, check=True)
    return json.loads(done.stdout) if form == "json" else done.stdout


def ore(kronor):
    return None if kronor is None else round(float(kronor) * 100)


def read_journal(text):
    """Date, account and öre of every posting, and the balances that are asserted, by date; what is unknown apart."""
    entries, asserted, unknown, date = [], {}, 0, None
    for line in text.splitlines():
        words = line.split("  ; ")[0]
        if line.startswith(";"):
            unknown += "?" in line
        elif words[:1].isdigit():
            date = words.split()[0]
            entries.append([])
        elif words.startswith("    "):
            account, _, amount = words.strip().partition("  ")
            number, _, balance = amount.replace(" SEK", "").partition(" = ")
            whole, _, cents = number.partition(".")
            assert len(cents) == 2, line
            entries[-1].append((date, account, int(whole + cents)))
            if balance:
                asserted[date[:7]] = int(balance.replace(".", ""))
    return entries, asserted, unknown


def main():
    text = medfin("export", "text")
    entries, asserted, unknown = read_journal(text)
    declared = {line.split("  ; ")[0][8:] for line in text.splitlines() if line.startswith("account ")}
    sums, cash = defaultdict(int), defaultdict(int)
    for entry in entries:
        assert sum(amount for _, _, amount in entry) == 0, entry
        for date, account, amount in entry:
            assert account in declared, account
            sums[account] += amount
            if account == "assets:cash":
                cash[date[:7]] += amount

    budget, liquidity = medfin("budget", "json"), medfin("liquidity", "json")
    balance = 0
    months = {month: ore(values["cash"]) for month, values in liquidity["months"].items()}
    for month in sorted({*months, *cash}):
        balance += cash[month]
        if months.get(month) is not None:
            assert asserted[month] == balance == months[month], (month, balance, months[month])
    assert {month for month, is_cash in months.items() if is_cash is not None} == {*asserted}, "a balance not asserted"

    def costs(tree, path=""):
        for name, below in tree.items():
            if isinstance(below, dict) and not isinstance(below.get("total", {}), dict):
                yield path + name, ore(below["total"])
            elif isinstance(below, dict):
                yield from costs(below, path + name + ".")

    told = 0
    for path, total in costs(budget["total"]["cost"].get("by_line", {})):
        if total is not None:
            told += 1
            assert sum(of for account, of in sums.items() if account.endswith(":" + path)) == total, (path, total)
    for payer, money in budget["total"]["financing"].get("by_funder", {}).items():
        if money["total"] is not None:
            told += 1
            assert -(sums["income:" + payer] + sums[f"income:{payer}:in kind"]) == ore(money["total"]), payer
    assert told or unknown or not entries, "nothing was compared"

    package = medfin("export", "json")["resources"][0]
    fields = {field["name"] for field in package["schema"]["fields"]}
    assert all({*row} == fields for row in package.get("data", [])), "a row without a column"
    known = [(row["account"], ore(row["amount"])) for row in package.get("data", []) if row["amount"] is not None]
    plain = [(account, amount) for entry in entries if len(entry) == 2 for _, account, amount in entry]
    assert known == plain, "other postings in JSON"


main()
