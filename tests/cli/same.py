#!/usr/bin/env python3
"""Same input, same bytes: every command in every format says the same in each environment and from each build.

usage: same.py [--all FOLDER | --only | --page] PROGRAM…

Each case is run in a folder of a shipped scenario by $MEDFIN, and its standard output, standard error, exit status and
written file are what all other runs are held against: by each PROGRAM (another configuration, another compiler's
options), copied to a folder of another path; in each environment; on 1 to 8 threads. Without --all a case
meets some of the environments, so that each of these meets several commands and formats. With it every case meets all,
in locales that are made in FOLDER, and Word and PDF are made too. With --only each case is run by each PROGRAM alone, with --page but for what a page is without.
"""

import itertools
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

MEDFIN = os.environ["MEDFIN"]
SCENARIOS = os.path.join(os.environ["MEDFIN_SOURCE"], "scenarios")
LOCALES = ["sv_SE", "tr_TR", "de_DE"]

JAMTLAND = ("jamtland-2021-2023", "project.ini antaganden.ini")
DRAWN = ("jamtland-2021-2023", "project.ini antaganden.ini osakerhet.ini")
SEKOM = ("sekom-2021", "project.ini antaganden.ini")
LEAVING = ("sekom-2021", "project.ini osakerhet.ini")
PLAN = ("sekom-2021", "handlingsplan.ini")
CALENDAR = ("kommunnatverket-2023", "kalender.ini")
NETWORK = ("kommunnatverket-2023", "project.ini antaganden.ini")
HALF = ("halv-tjanst-2021-2023", "project.ini")
BOOKED = ("jamtland-2021-2023", "project.ini antaganden.ini utfall.ini")
PORTFOLIO = ("klimatportfolj", "portfolj.ini")
MEMBER = ("blekinge-medlemskap", "project.ini medlem.ini")

# A command, what it is about and what follows; each in every format.
TABLES = ["text", "md", "html", "csv", "json"]
RUNS = [
    ("check", JAMTLAND, ""), ("check", SEKOM, "--lang en"), ("check", MEMBER, "--scenario secured"),
    ("budget", JAMTLAND, ""), ("budget", NETWORK, "--by quarter"),
    ("compare", ("jamtland-2021-2023", "project.ini antaganden.ini heltid.ini base"), ""),
    ("compare", ("jamtland-2021-2023", "project.ini heltid.ini"), "--before project.ini --before antaganden.ini"),
    ("compare", JAMTLAND, "--outcomes"), ("compare", DRAWN, "--trials 3000"),
    ("sweep", HALF, "staff.projektledare.share=25%..50%:5%"),
    ("solve", HALF, "--vary staff.projektledare.share --until balance"),
    ("prioritise", PLAN, "--fill"), ("prioritise", CALENDAR, ""),
    ("activities", PLAN, "--by responsible"), ("activities", CALENDAR, ""),
    ("fees", SEKOM, "2022"), ("fees", SEKOM, "--against hojd-avgift.ini --lang en"),
    ("liquidity", JAMTLAND, ""), ("simulate", LEAVING, "--trials 3000"), ("simulate", DRAWN, "--trials 3000 --exact"),
    ("sensitivity", DRAWN, ""), ("sensitivity", HALF, "--all"),
    ("explain", JAMTLAND, "staff.projektledare 2022-05"), ("explain", SEKOM, "reserve"),
    ("report", DRAWN, "--trials 3000"), ("report", MEMBER, "--lang en"),
    ("export", BOOKED, ""), ("export", SEKOM, "--lang en"),
    ("portfolio", PORTFOLIO, ""), ("portfolio", PORTFOLIO, "--scenario secured --lang en"),
    ("follow-up", BOOKED, ""), ("claim", BOOKED, "--funder regionala-medel --lang en"),
    ("help", ("", ""), "keys --lang sv"), ("help", ("", ""), "figures --lang en"),
]
OTHERS = [
    ("letter", *JAMTLAND, "-f md"), ("letter", *JAMTLAND, "-f html"), ("letter", *MEMBER, "-f md --lang en"),
    ("letter", *JAMTLAND, "--template intyg --funder lansstyrelsen"),
    ("budget", *JAMTLAND, "--unit tkr -f md"), ("simulate", *DRAWN, "--trials 3000 --samples {out}.csv"), ("budget", *JAMTLAND, "-f csv --csv machine"),
    ("freeze", *DRAWN, ""), ("verify", "", "", "{decided} --lang sv"), ("verify", "", "", "{decided} -f html"),
    ("changes", *JAMTLAND, "--lang sv"), ("init", "", "", "--lang sv"), ("init", "", "", "--like sekom --lang sv"), ("help", "", "", "man --lang sv"),
    ("check", "jamtland-2021-2023", "project.ini saknas.ini", "--lang sv"), ("check", *JAMTLAND, "--set staff.x.y=1"),
]
WORKBOOKS = [
    ("report", *JAMTLAND, "-f xlsx"), ("budget", *NETWORK, "-f xlsx"), ("compare", *BOOKED, "-f xlsx"),
    ("fees", *SEKOM, "-f xlsx"), ("liquidity", *DRAWN, "-f xlsx --lang en"),
]
MADE = [("letter", *JAMTLAND, "-f docx"), ("report", *DRAWN, "-f pdf --trials 3000")]


def cases(is_all, is_page=False):
    tables = [(command, *about, f"{rest} -f {form}") for command, about, rest in RUNS for form in TABLES]
    return tables + OTHERS + (MADE if is_all else []) + ([] if is_page else WORKBOOKS)


class Environment:
    """What stands around a run: changes of variables (None: unset), the folder, and what the child does first."""

    def __init__(self, name, variables=None, first=None, folder=None, threads=None, program=None, stdin=subprocess.DEVNULL):
        self.name, self.variables, self.first, self.folder = name, variables or {}, first, folder
        self.threads, self.program, self.stdin = threads, program, stdin


def environments(scratch, programs, locales):
    tokyo = {"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1700000000"}
    elsewhere = os.path.join(scratch, "å en annan mapp")
    shutil.copytree(SCENARIOS, elsewhere)
    for name in LOCALES:
        yield Environment(name, {"LC_ALL": name + ".UTF-8", "LANG": name + ".UTF-8", "LOCPATH": locales})
    yield Environment("numbers", {"LC_ALL": None, "LC_NUMERIC": "de_DE.UTF-8", "LC_COLLATE": "sv_SE.UTF-8", "LOCPATH": locales})
    yield Environment("C", {"LC_ALL": "C", "LANG": None})
    yield Environment("LANGUAGE", {"LANGUAGE": "sv:en"})
    yield Environment("Tokyo", {"TZ": "Asia/Tokyo"})
    yield Environment("New York", {"TZ": "America/New_York"})
    yield Environment("POSIX", {"POSIXLY_CORRECT": "1", "LC_ALL": "POSIX"})
    yield Environment("nothing", {name: None for name in os.environ if name not in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")})
    yield Environment("folders", {"HOME": None, "TMPDIR": scratch, "PWD": "/nowhere"})
    yield Environment("PATH", {"PATH": ":".join(reversed(os.environ["PATH"].split(":")))})
    yield Environment("terminal", {"TERM": "xterm-256color", "COLORTERM": "truecolor", "CLICOLOR_FORCE": "1"})
    yield Environment("umask", first=lambda: os.umask(0o077))
    yield Environment("filled memory", {"MALLOC_PERTURB_": "165"})
    yield Environment("one arena", {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "4096"})
    yield Environment("one processor", first=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    yield Environment("no input", first=lambda: os.close(0), stdin=None)
    yield Environment("another folder", folder=elsewhere)
    yield Environment("moved stack", {"FILLING": "x" * 100000}, lambda: resource.setrlimit(resource.RLIMIT_STACK, (4 << 20,) * 2))
    for count in range(1, 9):
        yield Environment(f"{count} threads", threads=count)
    for number, program in enumerate(programs):
        prefix = os.path.join(scratch, f"en mycket längre väg {number}", "till programmet")
        os.makedirs(os.path.join(prefix, "bin"))
        shutil.copy(program, os.path.join(prefix, "bin", "medfin"))
        os.symlink(os.path.join(os.path.dirname(os.path.dirname(MEDFIN)), "share"), os.path.join(prefix, "share"))
        variables = {"GCOV_PREFIX": os.path.join(scratch, "counts")}
        yield Environment(program, variables, program=os.path.join(prefix, "bin", "medfin"))
    yield Environment("again", tokyo)


def run(case, environment, scratch):
    """Standard output and error, status, and the bytes of a file that was asked for."""
    command, place, files, rest = case
    out = os.path.join(scratch, "out")
    words = [environment.program or MEDFIN, command, *files.split(), *rest.format(out=out, decided=os.path.join(scratch, "beslut", "b.manifest")).split()]
    if environment.threads and "--trials" in words:
        words += ["--threads", str(environment.threads)]
    variables = {**os.environ, **environment.variables}
    if "xlsx" in rest:  # a workbook says when it was made, and takes a day that was chosen
        variables["SOURCE_DATE_EPOCH"] = None
    done = subprocess.run(words, cwd=os.path.join(environment.folder or SCENARIOS, place), stdin=environment.stdin,
                          env={name: value for name, value in variables.items() if value is not None},
                          preexec_fn=environment.first, capture_output=True, timeout=120, check=False)
    written = None
    if os.path.exists(out + ".csv"):
        with open(out + ".csv", "rb") as file:
            written = file.read()
        os.unlink(out + ".csv")
    return done.stdout, done.stderr, done.returncode, written


def complaints_of_cases():
    """A command or format that no case has."""
    said = subprocess.run([MEDFIN, "--lang", "en"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  (\w+)  +\S", said, re.M)
    missing = set(commands) - {case[0] for case in cases(False)}
    return [f"no case of {name}" for name in sorted(missing)] + ([] if len(commands) > 10 else ["no commands are told"])


def decide(folder):
    """A decision whose files have changed since."""
    shutil.copytree(os.path.join(SCENARIOS, JAMTLAND[0]), folder)
    subprocess.run([MEDFIN, "freeze", *JAMTLAND[1].split(), "-o", "b.manifest"], cwd=folder, check=True)
    with open(os.path.join(folder, "antaganden.ini"), "a", encoding="utf-8") as file:
        file.write("\n[cost mer]\nnew = yes\namount = 1 000 kr/month\n")


def complaint(case, environment, expected, got):
    parts = [name for name, one, other in zip(["output", "errors", "status", "file"], expected, got) if one != other]
    return f"{' '.join(case)} in {environment.name}: another {', '.join(parts)}"


def main(words):
    is_all, is_only = words[:1] == ["--all"], words[:1] in (["--only"], ["--page"])
    locales = os.path.abspath(words[1]) if is_all else "/nowhere"
    programs = words[2 * is_all + is_only:]
    os.environ["COLUMNS"] = "80"
    if is_all:
        os.makedirs(locales, exist_ok=True)
        for name in LOCALES:
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(locales, name + ".UTF-8")], check=True)
    found, runs = complaints_of_cases(), 0
    with tempfile.TemporaryDirectory() as scratch:
        decide(os.path.join(scratch, "beslut"))
        around = [place for place in environments(scratch, programs, locales) if place.program or not is_only]
        is_page = words[:1] == ["--page"]
        for number, case in enumerate(cases(is_all, is_page)):
            if is_page and case[0] in AWAY:
                continue
            expected = run(case, Environment("the reference"), scratch)
            step = 1 if is_only else STEP if not is_all else 5 if case in MADE else 1
            for environment in itertools.islice(around, number % step, None, step):
                got = run(case, environment, scratch)
                runs += 1
                if got != expected:
                    found.append(complaint(case, environment, expected, got))
    print(*found[:40], sep="\n")
    print(f"{runs} runs in {len(around)} environments, {len(programs)} other programs, {len(found)} differ")
    return 1 if found else 0


# What a page is without: src/platforms/wasi.cmake.
AWAY = {"freeze", "portfolio", "verify"}


STEP = 29  # prime to the formats, so that an environment meets all of them

sys.exit(main(sys.argv[1:]))
