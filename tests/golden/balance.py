#!/usr/bin/env python3
"""balance.py MEDFIN PROJECT…: a ledger that has what the plan has, in every closed month, changes no cash and no equity.

Cash of each month and equity at each year's end are read from the plan, stated as [balance] up to some month, and read
again: all are the same to the öre.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def told(command, files):
    out = subprocess.run([sys.argv[1], command, *files, "-f", "json"], capture_output=True, text=True)
    return json.loads(out.stdout)


def figures(files):
    cash = {at: of["cash"] for at, of in told("liquidity", files)["months"].items()}
    equity = {at: of["equity"] for at, of in told("report", files)["years"].items() if "equity" in of}
    return cash, equity


def equity_of(files, at):
    out = subprocess.run([sys.argv[1], "explain", *files, "equity", at, "-f", "json"], capture_output=True, text=True)
    return json.loads(out.stdout)["value"]


files = sys.argv[2:]
cash, equity = figures(files)
months = sorted(cash)
for through in (months[0], months[5], months[11]):
    closed = [at for at in months if at <= through]
    lines = ["[actuals]", f"through = {through}", "[balance]"]
    lines += [f"cash.{at} = {cash[at]:.2f} kr" for at in closed]
    lines += [f"equity.{at} = {equity_of(files, at):.2f} kr" for at in closed]
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "u.ini"
        said.write_text("\n".join(lines) + "\n")
        after = figures([*files, str(said)])
    assert after[1] == equity, (through, equity, after[1])
    assert {at: after[0].get(at) for at in months} == cash, (through, [(at, cash[at], after[0].get(at)) for at in months if after[0].get(at) != cash[at]])
print(f"{len(months)} months and {len(equity)} years are the plan's own")
