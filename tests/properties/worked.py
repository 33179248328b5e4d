#!/usr/bin/env python3
"""A project worked apart from medfin, in exact fractions, from a description in JSON.

usage: worked.py DESCRIPTION.json [BUDGET.json [CHECK.json]]

With one file it prints the figures; with more it compares them with what `medfin budget
-f json` and `medfin check -f json` said, figure by figure, prints every difference and
exits with 1 if there is any. A description states kronor and percents as texts with a
decimal point, and of what has a default only what differs from it:

  start, end    "2021-01"
  opening, earmarked, fixed_assets   equity; opening_cash, where it differs from opening
  categories    own ones, beside those that are built in
  staff         {id: {salary, salaries: {month: …}, share, shares: {month: …}, notice,
                      rate: percent or {year: percent}, steps: {month: percent}, …}}
  cost          {id: {month | year | total | once (at: month) | years: {…} | months: {…},
                      steps: {month: percent}, notice, …}}
  activity      {id: {months: […], amount, participants, unit_cost, idle, …}}
  travel        {id: {months: […], trips, cost_per_trip, percent | per_tonne, km, kg, …}}
  overhead      [{id, rate, base: [category or "kind.id"], include_in_kind, covers, …}]
                all: category, in_kind_by, eligible, running; staff and cost: from, to
  funders       in the order of the file: {id, secured (true), rejected, own, surplus, sector, from, to,
                max_share, basis ("all"), excludes, group, frame, in_kind: {total: … or
                gross: percent}, in_kind_category} and either month | year | total | years,
                or share, or matches: [id, …], ratio: [1, 1], counts_in_kind, or remainder;
                of a share or match amount | years, carry_over;
                statuses: {year: "secured" | "open" | "rejected"};
                paid monthly with lag, or in_advance: months, or claim_every with holdback,
                one_open, advance, advance_most
  groups        {id: {max_share, basis, amount}}
  frames        {id: {year, years: {…}, committed, committed_years: {…}}}
  reserve       {months, basis, every_month, lead, closing}
  rules         {tolerance, balance, unsecured: percent, in_kind_limit: percent or "cash",
                 liquidity_limit}
"""

import json
import sys
from fractions import Fraction

sys.dont_write_bytecode = True

from worked_rules import Rules, terms  # noqa: E402

BUILT_IN = ["staff", "external", "travel", "premises", "equipment", "activities", "overhead",
            "in-kind", "other"]
USUAL = {"staff": "staff", "cost": "other", "activity": "activities", "travel": "travel",
         "overhead": "overhead", "funder": "in-kind"}


def rounded(number):
    """Half away from zero, to a whole number."""
    size = abs(Fraction(number))
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return whole if number >= 0 else -whole


def ore(kronor):
    amount = Fraction(kronor) * 100
    assert amount.denominator == 1, f"{kronor} has parts of an öre"
    return int(amount)


def part(percent):
    return Fraction(percent) / 100


def month(text):
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1


def spread(amount, j, n):
    """Part j of n."""
    return rounded(Fraction(amount * j, n)) - rounded(Fraction(amount * (j - 1), n))


def dated(by_text):
    return sorted((month(text), value) for text, value in by_text.items())


def level(amount, since, steps, at):
    """An amount revised step by step; steps up to the month it is stated for do not apply."""
    for when, percent in dated(steps):
        if since < when <= at:
            amount = rounded(amount * (1 + part(percent)))
    return amount


def by_ids(described):
    return described.items() if isinstance(described, dict) else ((line["id"], line) for line in described)


class Project:
    def __init__(self, described):
        self.described = described
        self.first, self.last = month(described["start"]), month(described["end"])
        self.months = range(self.first, self.last + 1)
        self.years = sorted({at // 12 for at in self.months})
        self.funders = described.get("funders", [])
        self.rejected = {funder["id"] for funder in self.funders if funder.get("rejected")}
        self.lines = {}  # "staff.x": öre by month
        self.terms = {}  # "staff.x": its description
        self.paid = {}  # funder's id: öre by month, in kind left out
        for kind, work in (("staff", self.staff_month), ("cost", self.cost_month),
                           ("activity", self.activity_month), ("travel", self.travel_month)):
            for name, line in described.get(kind, {}).items():
                self.add_line(f"{kind}.{name}", line, work)
        for overhead in described.get("overhead", []):
            self.add_overhead(overhead)
        self.add_in_kind()
        self.pay()

    def span(self, line):
        return (month(line["from"]) if "from" in line else self.first,
                month(line["to"]) if "to" in line else self.last)

    def over_months(self, line, work):
        first, last = self.span(line)
        gone = line.get("id") in self.rejected or line.get("in_kind_by") in self.rejected
        return {at: work(line, first, last, at) if first <= at <= last and not gone else 0
                for at in self.months}

    def add_line(self, path, line, work):
        self.lines[path] = self.over_months(line, work)
        self.terms[path] = line

    def category(self, path):
        return self.terms[path].get("category", USUAL[path.split(".")[0]])

    # Costs.

    def staff_share(self, line, at):
        share = line.get("share", "100")
        for when, changed in dated(line.get("shares", {})):
            share = changed if when <= at else share
        return part(share)

    def staff_month(self, line, first, _last, at):
        salary, since = ore(line["salary"]), first
        for when, restated in dated(line.get("salaries", {})):
            if when <= at:
                salary, since = ore(restated), when
        salary = level(salary, since, line.get("steps", {}), at)
        rate = line.get("rate", "0")
        rate = rate[str(at // 12)] if isinstance(rate, dict) else rate
        return rounded(salary * self.staff_share(line, at) * (1 + part(rate)))

    def cost_month(self, line, first, last, at):
        steps = line.get("steps", {})
        january = at - at % 12
        if "month" in line:
            return level(ore(line["month"]), first, steps, at)
        if "year" in line:
            return spread(level(ore(line["year"]), first, steps, at), at % 12 + 1, 12)
        if "total" in line:
            return spread(ore(line["total"]), at - first + 1, last - first + 1)
        if "once" in line:
            when = month(line["at"]) if "at" in line else first
            return level(ore(line["once"]), first, steps, at) if at == when else 0
        if "months" in line:
            return sum(ore(amount) for when, amount in dated(line["months"]) if when == at)
        begins, ends = max(january, first), min(january + 11, last)
        year = str(at // 12)
        stated = line.get("years", {}).get(year)
        if not stated or line.get("statuses", {}).get(year) == "rejected":
            return 0
        return spread(ore(stated), at - begins + 1, ends - begins + 1)

    def activity_month(self, line, _first, _last, at):
        if line.get("idle") or at not in map(month, line["months"]):
            return 0
        return ore(line.get("amount", "0")) + line.get("participants", 0) * ore(line.get("unit_cost", "0"))

    def travel_month(self, line, _first, _last, at):
        if at not in map(month, line["months"]):
            return 0
        tickets = line["trips"] * ore(line["cost_per_trip"])
        if "percent" in line:
            return tickets + rounded(tickets * part(line["percent"]))
        if "per_tonne" not in line:
            return tickets
        tonnes = line["trips"] * Fraction(line["km"]) * Fraction(line["kg"]) / 1000
        return tickets + rounded(tonnes * ore(line["per_tonne"]))

    def add_overhead(self, overhead):
        """A percent of the year, not the sum of twelve roundings: cumulative."""
        base, before, by_month = 0, 0, {}
        names = overhead["base"]
        for at in self.months:
            for path, line in self.terms.items():
                of_category = self.category(path) in names and (
                    "in_kind_by" not in line or overhead.get("include_in_kind", False))
                if path in names or of_category:
                    base += self.lines[path][at]
            upto = rounded(base * part(overhead["rate"]))
            by_month[at], before = upto - before, upto
        self.lines[f"overhead.{overhead['id']}"] = by_month
        self.terms[f"overhead.{overhead['id']}"] = overhead

    def bears_lines(self, funder):
        return any(line.get("in_kind_by") == funder["id"] for path, line in self.terms.items()
                   if not path.startswith("funder."))

    def certified_by_month(self, funder):
        stated = funder["in_kind"]
        return self.over_months({**{k: funder[k] for k in ("from", "to") if k in funder}, **stated},
                                self.cost_month)

    def bearers_of_gross(self, at):
        """Those that bear a percent of the month's gross."""
        return [funder for funder in self.funders
                if "gross" in funder.get("in_kind", {}) and funder["id"] not in self.rejected and
                self.span(funder)[0] <= at <= self.span(funder)[1]]

    def percent_of_gross(self, funder, base):
        """To date over each stretch of months in which the same funders bear a percent; by month."""
        of_gross = part(funder["in_kind"]["gross"])
        upto, stretch, bearers, by_month = 0, 0, None, {}
        for at in self.months:
            active = self.bearers_of_gross(at)
            if [other["id"] for other in active] != bearers:
                upto, stretch, bearers = 0, 0, [other["id"] for other in active]
            if funder not in active:
                by_month[at] = 0
                continue
            stretch += base[at]
            rest = 1 - sum(part(other["in_kind"]["gross"]) for other in active)
            to_date = rounded(stretch * of_gross / rest)
            by_month[at], upto = to_date - upto, to_date
        return by_month

    def add_in_kind(self):
        """What funders certify themselves; where lines name a funder, it is only compared."""
        for funder in self.funders:
            if "in_kind" not in funder or "gross" in funder["in_kind"] or self.bears_lines(funder):
                continue
            gone = funder["id"] in self.rejected
            self.book_in_kind(funder, dict.fromkeys(self.months, 0) if gone else self.certified_by_month(funder))
        base = {at: self.cost(at) for at in self.months}
        for funder in self.funders:
            if "gross" in funder.get("in_kind", {}):
                self.book_in_kind(funder, self.percent_of_gross(funder, base))

    def book_in_kind(self, funder, by_month):
        path = f"funder.{funder['id']}"
        self.lines[path] = by_month
        self.terms[path] = {"in_kind_by": funder["id"], "running": False}
        if "in_kind_category" in funder:
            self.terms[path]["category"] = funder["in_kind_category"]

    # Sums of a month.

    def cost(self, at):
        return sum(by_month[at] for by_month in self.lines.values())

    def cash_cost(self, at):
        return sum(self.lines[path][at] for path, line in self.terms.items() if "in_kind_by" not in line)

    def eligible(self, at, basis="all", excludes=()):
        return sum(self.lines[path][at] for path, line in self.terms.items()
                   if line.get("eligible", True) and self.category(path) not in excludes
                   and not (basis == "cash" and "in_kind_by" in line))

    def running(self, path):
        line, kind = self.terms[path], path.split(".")[0]
        if "in_kind_by" in line:
            return False
        usual = kind in ("staff", "overhead") or kind == "cost" and any(
            form in line for form in ("month", "year", "years"))
        return line.get("running", usual)

    def in_kind(self, funder, at):
        return sum(self.lines[path][at] for path, line in self.terms.items()
                   if line.get("in_kind_by") == funder)

    def financing(self, at):
        """What has been worked of it: a remainder finds all others there, and its own in kind."""
        paid = sum(by_month[at] for by_month in self.paid.values())
        return paid + sum(self.in_kind(funder["id"], at) for funder in self.funders)

    # Financing: fixed, then shares, then matches in the order of the file, then the remainder.

    def pay(self):
        works = [(lambda f: not ({"share", "matches", "remainder"} & f.keys()),
                  lambda f: self.over_months(f, self.cost_month)),
                 (lambda f: "share" in f, self.share), (lambda f: "matches" in f, self.match),
                 (lambda f: "remainder" in f, self.remainder)]
        order = [funder["id"] for funder in self.funders if self.pays_money(funder)]
        for is_kind, work in works:
            for funder in filter(is_kind, self.funders):
                gone = funder["id"] in self.rejected
                self.paid[funder["id"]] = dict.fromkeys(self.months, 0) if gone else work(funder)
        self.payers = order

    def pays_money(self, funder):
        forms = {"share", "matches", "remainder", "month", "year", "total", "once", "years"}
        return bool(funder.keys() & forms)

    def ceiling(self, funder, at, before_year):
        """None: no ceiling."""
        if "amount" in funder:
            return ore(funder["amount"])
        if "years" not in funder:
            return None

        def of_year(year):
            rejected = funder.get("statuses", {}).get(str(year)) == "rejected"
            return 0 if rejected else ore(funder["years"].get(str(year), "0"))

        if funder.get("carry_over"):
            return sum(of_year(year) for year in self.years if year <= at // 12)
        return before_year + of_year(at // 12)

    def draw(self, funder, limits_at, never_falls):
        """Cumulative, under the ceiling; a month's part is what it adds."""
        first, last = self.span(funder)
        drawn = before_year = 0
        by_month = dict.fromkeys(self.months, 0)
        for at in range(first, last + 1):
            if at % 12 == 0:
                before_year = drawn
            ceiling = self.ceiling(funder, at, before_year)
            limit = min(limits_at(at) + ([] if ceiling is None else [ceiling]))
            limit = max(drawn, limit) if never_falls else limit
            by_month[at], drawn = limit - drawn, limit
        return by_month

    def eligible_upto(self, funder, at):
        return sum(self.eligible(m, funder.get("basis", "all"), funder.get("excludes", ()))
                   for m in range(self.span(funder)[0], at + 1))

    def share(self, funder):
        return self.draw(funder, lambda at: [rounded(self.eligible_upto(funder, at) * part(funder["share"]))],
                         False)

    def matched_upto(self, funder, at):
        return sum(self.paid[other][m]
                   + (self.in_kind(other, m) if funder.get("counts_in_kind", True) else 0)
                   for other in funder["matches"] for m in range(self.span(funder)[0], at + 1))

    def match_limits(self, funder, at):
        grant, matched = funder.get("ratio", [1, 1])
        limits = [rounded(self.matched_upto(funder, at) * Fraction(grant) / Fraction(matched))]
        if "max_share" in funder:
            limits.append(rounded(self.eligible_upto(funder, at) * part(funder["max_share"])))
        return limits

    def match(self, funder):
        return self.draw(funder, lambda at: self.match_limits(funder, at), True)

    def remainder(self, _funder):
        def missing(at):
            return sum(self.cost(m) - self.financing(m) for m in range(self.first, at + 1))

        drawn, by_month = 0, {}
        for year in self.years:
            months = [at for at in self.months if at // 12 == year]
            of_year = max(drawn, missing(months[-1]))
            for at in months:
                upto = max(drawn, min(of_year, missing(at)))
                by_month[at], drawn = upto - drawn, upto
        return by_month

    # What the budget says.

    def equity(self, at):
        """A grant counts at most for what is eligible to it, all of them for what is booked; the rest is kept."""
        months = range(self.first, at + 1)
        kept = sum(sum(self.paid[funder["id"]][m] for m in months) for funder in self.funders
                   if not self.is_repaid(funder))
        in_kind = sum(self.in_kind(funder["id"], m) for funder in self.funders for m in months)
        return (ore(self.described.get("opening", "0")) + kept + in_kind + self.counted(at)
                - sum(map(self.cost, months)))

    def is_repaid(self, funder):
        return funder.get("surplus", "kept" if funder.get("own") else "repaid") == "repaid"

    def own_months(self, funder, last):
        """Those of its span, or of the years that it states."""
        span = self.span(funder)
        return [at for at in self.months if span[0] <= at <= span[1] and at <= last
                and ("years" not in funder or str(at // 12) in funder["years"])]

    def counts(self, funder, last):
        paid = sum(amount for at, amount in self.paid[funder["id"]].items() if at <= last)
        return min(paid, sum(self.eligible(at, "all", funder.get("excludes", ()))
                             for at in self.own_months(funder, last)))

    def counted(self, last):
        booked = sum(self.eligible(at, "cash") for at in self.months if at <= last)
        return max(0, min(booked, sum(self.counts(f, last) for f in self.funders if self.is_repaid(f))))

    def shares(self, line, months):
        """What a rejected funder would have borne in kind is not done."""
        first, last = self.span(line)
        gone = line.get("in_kind_by") in self.rejected
        return [0 if gone else self.staff_share(line, at) for at in months if first <= at <= last]

    def fte(self, lines, months, length):
        """Full-time equivalents of some posts over so many months."""
        shares = sum(sum(self.shares(line, months)) for line in lines)
        return Fraction(rounded(Fraction(shares) / length * 100), 100)

    def staff_figures(self, months):
        figures = {}
        for name, line in self.described["staff"].items():
            shares = self.shares(line, months)
            figures[name] = {"share": shares[-1] if shares else 0, "fte": self.fte([line], months, 12)}
        return figures

    def figures(self, months):
        """Cost, financing and gap over some months."""
        def over(by_month):
            return sum(by_month[at] for at in months)

        lines, in_kind = {}, 0
        categories = {name: {"total": 0} for name in BUILT_IN + self.described.get("categories", [])}
        for path, line in self.terms.items():
            kind, name = path.split(".", 1)
            amount = over(self.lines[path])
            told = lines.setdefault(kind, {})[name] = {"total": amount}
            if "in_kind_by" in line:
                told["in_kind"] = amount
                in_kind += amount
            categories[self.category(path)]["total"] += amount
        cash = {name: over(self.paid[name]) for name in self.payers}
        bearers = {line["in_kind_by"] for line in self.terms.values() if "in_kind_by" in line}
        borne = {name: sum(self.in_kind(name, at) for at in months) for name in bearers}
        funders = {}
        for name in (funder["id"] for funder in self.funders):
            told = {key: sums[name] for key, sums in (("cash", cash), ("in_kind", borne)) if name in sums}
            funders[name] = {**told, "total": sum(told.values())}
        cost = sum(over(by_month) for by_month in self.lines.values())
        financing = sum(cash.values()) + sum(borne.values())
        return kronor({
            "cost": {"by_line": lines, "by_category": categories, "cash": cost - in_kind, "in_kind": in_kind,
                     "total": cost},
            "financing": {"by_funder": funders, "cash": sum(cash.values()), "in_kind": sum(borne.values()),
                          "total": financing},
            "gap": financing - cost,
            "equity": self.equity(max(months)),
        })

    def budget(self):
        years = {year: [at for at in self.months if at // 12 == year] for year in self.years}
        figures = {str(year): self.figures(months) for year, months in years.items()}
        total = {**self.figures(list(self.months)), **terms(self)}
        posts = self.described.get("staff", {}).values()
        if posts:
            for year, months in years.items():
                figures[str(year)] |= {"fte": self.fte(posts, months, 12), "staff": self.staff_figures(months)}
            total["fte"] = self.fte(posts, self.months, len(self.months))
        return {"years": figures, "total": total}


def kronor(tree):
    if isinstance(tree, dict):
        return {name: kronor(below) for name, below in tree.items()}
    return Fraction(tree, 100)


def leaves(tree, path=""):
    """Every figure, verdict and other word below, as (path, value)."""
    if not isinstance(tree, dict):
        yield path, tree
        return
    for name, below in tree.items():
        yield from leaves(below, f"{path}/{name}")


def compare(worked, told):
    told, worked = dict(leaves({side: told[side] for side in worked})), dict(leaves(worked))
    missing = "nothing"
    differing = [path for path in sorted(worked.keys() | told.keys())
                 if worked.get(path, missing) != told.get(path, missing)]
    for path in differing:
        print(f"{path}: worked {shown(worked.get(path, missing))}, told {shown(told.get(path, missing))}")
    print(f"{len(worked)} figures, {len(differing)} differ")
    return not differing


def shown(value):
    return str(float(value)) if isinstance(value, Fraction) else value


def without_cures(judged):
    """What check said of a rule and of its subjects; what would cure it is not worked."""
    return {key: without_cures(told) if isinstance(told, dict) else told
            for key, told in judged.items() if key not in ("cures", "cure_mends", "cure_breaks")}


def loaded(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Fraction, parse_int=Fraction)


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        project = Project(json.load(file))
    budget, check = project.budget(), Rules(project).check()
    if len(arguments) == 1:
        print(json.dumps({**budget, "rules": check}, ensure_ascii=False, indent=2, default=float))
        return 0
    same = compare(budget, loaded(arguments[1]))
    if len(arguments) > 2:
        told = loaded(arguments[2])["rules"]
        same = compare(check, {rule: without_cures(told[rule]) for rule in check}) and same
    return 0 if same else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
