"""What the commands give a figure as, path by path: explain, sweep, compare, sensitivity, solve and a letter, each asked
in the words of JSON, against what budget, liquidity, fees and check say there."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

from keys import plain

MEDFIN = os.environ["MEDFIN"]
# Lengths and hours that a rule adds to its figures are no figures of the plan.
NO_FIGURES = ("coverage_months", "hours", "unsecured_known")
COMMANDS = (["budget"], ["budget", "--by", "quarter"], ["budget", "--by", "month"], ["liquidity"], ["check"], ["fees"])


def run(*words, fails=(0, 1)):
    ran = subprocess.run([MEDFIN, *words], capture_output=True, text=True, check=False)
    if ran.returncode not in fails:
        sys.exit(f"{' '.join(words)[:300]}: exit {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def tell(*words):
    return json.loads(run(*words, "-f", "json"), parse_float=Decimal, parse_int=Decimal)


def escaped(name):
    return re.sub(r"([.\[\\])", r"\\\1", name)


def leaves(told, steps=()):
    if isinstance(told, dict):
        for name, below in told.items():
            yield from leaves(below, (*steps, name))
    elif not isinstance(told, (list, str, bool)):
        yield steps, told


def is_figure(steps):
    is_date = steps[-1] in ("lowest_cash_month", "cash_month", "paid", "lodged")
    if steps[0] == "rules":
        return "cures" not in steps and steps[-1] not in (*NO_FIGURES, "year", "month", "first_failing")
    return steps[0] in ("total", "years", "quarters", "months") and not is_date


def figures(project):
    told = {}
    for command in COMMANDS:
        if command != ["fees"] or "[tariff" in open(project[0], encoding="utf-8").read():
            for steps, value in leaves(tell(*command, *project)):
                if is_figure(steps):
                    told[steps] = value
    return told


def at(told, steps):
    for step in steps:
        told = told[step]
    return told


def each_kind(told):
    """One path of each form, so that a process each is enough."""
    return {".".join(plain(list(steps))): steps for steps in told}.values()


def path_of(steps):
    return ".".join(map(escaped, steps))


def asked_by(command, project, last, asked, told, pick):
    """Some hundred paths at a time: a command line has an end."""
    for first in range(0, len(asked), 400):
        some = asked[first:first + 400]
        words = [command, *project, *([last] if last else []), "--by", ",".join(map(path_of, some))]
        answer = pick(tell(*words))
        for steps in some:
            if at(answer, steps) != told[steps]:
                yield f"{command} --by {path_of(steps)}: {at(answer, steps)}, not {told[steps]}"


def complaints(project, varied, told):
    # A process each: every third, and a property test explains them all.
    for steps in list(each_kind(told))[len(project) % 3::3]:
        value = tell("explain", *project, path_of(steps))["value"]
        if value != told[steps]:
            yield f"explain {path_of(steps)}: {value}, not {told[steps]}"
    asked = [steps for steps in told if "," not in path_of(steps)]
    # What is set on the spot has no source, and evidence counts it.
    swept = [steps for steps in asked if steps[:2] != ("rules", "evidence")]
    yield from asked_by("sweep", project, varied, swept, told, lambda answer: answer["points"][0])
    totals = [steps for steps in asked if steps[0] == "total"]
    column = os.path.splitext(os.path.basename(project[-1]))[0] if len(project) > 1 else "base"
    yield from asked_by("compare", project, None, totals, told, lambda answer: answer["scenarios"][column])
    for steps in list(each_kind(totals))[::10]:
        stated = tell("sensitivity", *project, "--by", path_of(steps))["stated"]
        if stated != told[steps]:
            yield f"sensitivity --by {path_of(steps)}: {stated}, not {told[steps]}"
    yield from of_letter(project, told)


def of_letter(project, told):
    """Rounded as the letter's tables are: a krona off at most; all cash and all in kind, which are sums of what is shown of
    their lines, a few."""
    known = [steps for steps, value in told.items() if value is not None and "share" not in steps[-1]]
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as template:
        template.write("".join(f"{number}: {{{{{path_of(steps)}}}}}\n\n" for number, steps in enumerate(known)))
        template.flush()
        written = run("letter", *project, "--template", template.name)
    for number, steps in enumerate(known):
        says = re.search(rf"^{number}: <data [^>]*>([^<]*)</data>$", written, re.M)
        if not says:
            yield f"letter {{{{{path_of(steps)}}}}}: nothing is written"
            continue
        amount = re.match(r"([−-]?[\d\u00a0]+) kron", says[1].replace("\u202f", "\u00a0").replace("\u00a0kr", " kr"))
        if amount and abs(Decimal(re.sub("\u00a0", "", amount[1]).replace("−", "-")) - told[steps]) > (3 if steps[-1] in ("cash", "in_kind") else 1):
            yield f"letter {{{{{path_of(steps)}}}}}: {says[1]}, not {told[steps]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vary", required=True)
    parser.add_argument("project", nargs="+")
    given = parser.parse_args()
    told = figures(given.project)
    wrong = list(complaints(given.project, given.vary, told))
    print("\n".join(wrong[:40]))
    print(f"{len(told)} figures, {len(wrong)} of them told otherwise")
    return 1 if wrong or len(told) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
