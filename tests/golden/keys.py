"""Every key that JSON has, over all commands and the projects beside: keys are only added (medfin/1). Ids, years and
months stand as *. Prints what keys.txt has and nobody gives any more, and what is given and not in it."""

import json
import os
import re
import subprocess
import sys

MEDFIN = os.environ["MEDFIN"]
SOURCE = os.environ["MEDFIN_SOURCE"]
DATE = re.compile(r"\d{4}(-(\d\d|Q\d))?$")
# Words behind which a name of the user's stands, and how many.
NAMED = {"by_line": 2, "payments": 2, "scenarios": 1, "staff": 1, "funders": 1, "sectors": 1, "drivers": 1, "frames": 1, "groups": 1}
CURES = ("cures", "cure_mends", "cure_breaks")
JAMTLAND = "scenarios/jamtland-2021-2023/{project,antaganden}.ini"
SEKOM = "scenarios/sekom-2021/{project,antaganden}.ini"
MEMBER = "scenarios/blekinge-medlemskap/{project,medlem}.ini"
NETWORK = "scenarios/kommunnatverket-2023/{project,antaganden}.ini"
PLAN = "scenarios/sekom-2021/handlingsplan.ini"
FOLLOWED = "scenarios/klimatrad-uppfoljning/{project,utfall}.ini"
COMMANDS = [
    *(f"{command} {project}" for project in (JAMTLAND, SEKOM, MEMBER, NETWORK, PLAN,
                                             *(f"tests/golden/worked/{name}" for name in
                                               ("full.ini", "cash.ini", "every-form.ini", "matched.ini")))
      for command in ("budget", "budget --by quarter", "budget --by month", "check", "liquidity", "report")),
    f"fees {SEKOM}", f"fees {NETWORK}", f"fees {SEKOM} --against scenarios/sekom-2021/hojd-avgift.ini",
    f"prioritise {PLAN}", f"prioritise scenarios/sekom-2021/handlingsplan-september.ini --against {PLAN}", f"prioritise {PLAN} --fill", f"activities {PLAN}",
    "activities scenarios/kommunnatverket-2023/kalender.ini", "activities tests/golden/plan.ini",
    f"compare {JAMTLAND} scenarios/jamtland-2021-2023/heltid.ini", f"compare {SEKOM} scenarios/sekom-2021/tolv-fler.ini",
    f"compare {MEMBER}", f"compare --outcomes {JAMTLAND}",
    "compare --trials 1000 scenarios/jamtland-2021-2023/{project,osakerhet}.ini",
    f"sweep {SEKOM} tariff.kommun.fixed=4000..5000:500 --by gap,reserve,verdict",
    f"sweep {SEKOM} tariff.kommun.fixed=4000..5000:500 tariff.region.fixed=20000..30000:10000 --by gap,balance,verdict",
    f"solve {SEKOM} --vary tariff.kommun.fixed --until reserve",
    f"simulate {JAMTLAND} scenarios/jamtland-2021-2023/osakerhet.ini --trials 1000",
    f"simulate {SEKOM} scenarios/sekom-2021/osakerhet.ini --trials 1000",
    f"sensitivity {JAMTLAND} scenarios/jamtland-2021-2023/osakerhet.ini", f"sensitivity {SEKOM} --all",
    f"explain {JAMTLAND} staff.projektledare 2022-05", f"explain {JAMTLAND} match", f"explain {SEKOM} reserve",
    *(f"follow-up {FOLLOWED} --unmapped warn --by {by}" for by in ("category", "line", "month", "quarter")),
    f"claim {FOLLOWED} --funder stat", "follow-up scenarios/jamtland-2021-2023/{project,antaganden}.ini scenarios/jamtland-2021-2023/utfall.ini",
    "follow-up scenarios/klimatrad-uppfoljning/project.ini tests/golden/follow-up/indikatorer.ini",
    "follow-up tests/golden/follow-up/aktiviteter.ini tests/golden/follow-up/aktiviteter-utfall.ini",
    "check tests/golden/follow-up/aktiviteter.ini",
    "follow-up tests/golden/follow-up/forening/{project,utfall}.ini",
    f"export {JAMTLAND}", "verify tests/golden/decided/beslut.manifest", "budget tests/golden/decided/project.ini",
    "portfolio scenarios/klimatportfolj/portfolj.ini", "portfolio tests/golden/portfolio/ram.ini",
    "help keys", "help rules", "help figures", "help template",
]


def files(words):
    """The two files of a folder, as a shell would have them."""
    for word in words.split():
        match = re.match(r"(.*)\{(.*),(.*)\}(.*)$", word)
        yield from ([match[1] + match[2] + match[4], match[1] + match[3] + match[4]] if match else [word])


def plain(steps):
    """The key's steps with what is the user's as *."""
    names = 0
    for at, step in enumerate(steps):
        if names or DATE.match(step) or (at > 1 and steps[at - 2] in CURES and step != "[]"):
            yield "*"
            names = max(0, names - 1)
            continue
        yield step
        names = NAMED.get(step, 1 if step.startswith("by_") else 0)


def walk(told, steps):
    if isinstance(told, dict):
        for name, below in told.items():
            yield from walk(below, steps + [name])
    elif isinstance(told, list):
        for below in told:
            yield from walk(below, steps + ["[]"])
    else:
        yield ".".join(plain(steps))


def keys(command):
    first, *rest = files(command)
    ran = subprocess.run([MEDFIN, first, *rest, "-f", "json"], cwd=SOURCE, capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1, 5):
        sys.exit(f"{command}: exit {ran.returncode}\n{ran.stderr}")
    return {f"{first}: {key}" for key in walk(json.loads(ran.stdout), [])}


def main(path):
    given = set().union(*map(keys, COMMANDS))
    with open(path, encoding="utf-8") as file:
        known = {line.rstrip("\n") for line in file}
    for key in sorted(known - given):
        print(f"gone: {key}")
    for key in sorted(given - known):
        print(f"new: {key}")
    return 1 if known != given else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
