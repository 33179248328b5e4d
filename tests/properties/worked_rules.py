"""Rules, the reserve and what a budget says of funders, worked apart from medfin in exact
fractions: the second half of worked.py. Sums are in öre, what is told is in kronor."""

from fractions import Fraction

PUBLIC = ("state", "region", "municipality", "eu")


def rounded(number):
    size = abs(Fraction(number))
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return whole if number >= 0 else -whole


def kr(amount):
    return Fraction(amount, 100)


def ratio(part, whole):
    """To the billionth; None where there is no denominator."""
    return Fraction(rounded(Fraction(part, whole) * 10**9), 10**9) if whole > 0 else None


def ore(kronor):
    return int(Fraction(kronor) * 100)


def by_subject(told):
    return {"by_subject": told} if told else {}


def cash_of(project, name, months=None):
    return sum(project.paid[name][at] for at in months or project.months)


def in_kind_of(project, name, months=None):
    return sum(project.in_kind(name, at) for at in months or project.months)


def basis(project, name, excludes=(), months=None):
    months = months or project.months
    if name == "financing":
        return sum(project.financing(at) for at in months)
    if name == "public":
        return sum(cash_of(project, funder["id"], months) + in_kind_of(project, funder["id"], months)
                   for funder in project.funders if funder.get("sector") in PUBLIC)
    return sum(project.eligible(at, name, excludes) for at in months)


def owed_back(project):
    """Each repaid funder's money beyond what counts of it, and what counts of each beyond what counts of all."""
    repaid = [funder for funder in project.funders if project.is_repaid(funder)]
    counts = {funder["id"]: project.counts(funder, project.last) for funder in repaid}
    owed = {name: cash_of(project, name) - count for name, count in counts.items()}
    together = sum(counts.values()) - project.counted(project.last)
    return {"by_funder": {name: kr(amount) for name, amount in owed.items()}, "together": kr(together),
            "total": kr(sum(owed.values()) + together)}


def terms(project):
    """Each funder's shares with their denominators, sectors and leverage, all of the whole project."""
    bases = {"of_eligible_cost": "all", "of_booked_cost": "cash", "of_financing": "financing"}
    if any(funder.get("sector") in PUBLIC for funder in project.funders):
        bases["of_public_financing"] = "public"
    whole = {key: basis(project, name) for key, name in bases.items()}
    funders, sectors = {}, {}
    own = other = in_kind = 0
    for funder in project.funders:
        cash, kind = cash_of(project, funder["id"]), in_kind_of(project, funder["id"])
        funders[funder["id"]] = {key: ratio(cash, of) for key, of in whole.items()
                                 if of > 0 and (key != "of_public_financing" or funder.get("sector") in PUBLIC)}
        sector = sectors.setdefault(funder.get("sector", "unstated"), {"cash": 0, "in_kind": 0, "total": 0})
        for key, amount in (("cash", cash), ("in_kind", kind), ("total", cash + kind)):
            sector[key] += kr(amount)
        own += cash if funder.get("own") else 0
        other += 0 if funder.get("own") else cash
        in_kind += kind
    repaid = {"owed_back": owed_back(project)} if any(map(project.is_repaid, project.funders)) else {}
    return {**repaid, "funders": funders, "denominators": {key: kr(of) for key, of in whole.items()},
            "sectors": {name: sums for name, sums in sectors.items() if sums["cash"] or sums["in_kind"]},
            **({"leverage": {"money": ratio(other, own), "in_kind": ratio(in_kind, own)}} if own > 0 else {})}


class Rules:
    def __init__(self, project):
        self.project = project
        self.described = project.described
        self.stated = self.described.get("rules", {})
        self.tolerance = ore(self.stated.get("tolerance", "1"))

    def check(self):
        """By rule what it says of the whole, and by_subject of each of its subjects."""
        return {"balance": self.balance(), "match": self.match(), "group": self.group(),
                "share": self.share(), "in-kind": self.in_kind(), "frame": self.frame(),
                "reserve": self.reserve(), "liquidity": self.liquidity(), "secured": self.secured(), "overlap": self.overlap(),
                "eligibility": self.eligibility()}

    def judged(self, margin, tolerance, otherwise="fail"):
        return {"verdict": "pass" if margin >= -tolerance else otherwise, "margin": kr(margin)}

    def of_year(self, year):
        return [at for at in self.project.months if at // 12 == year]

    def balance(self):
        project, figures, gaps = self.project, {"years": {}}, []
        by_year = self.stated.get("balance", "year") == "year"
        periods = [(year, self.of_year(year)) for year in project.years] if by_year else []
        for year, months in periods + [(None, project.months)]:
            cost, financing = sum(map(project.cost, months)), sum(map(project.financing, months))
            told = {"cost": kr(cost), "financing": kr(financing), "gap": kr(financing - cost)}
            if year:
                figures["years"][str(year)] = told
            else:
                figures.update(told)
            if year or not by_year:
                gaps.append((financing - cost, year))
        least, most = min(gaps), max(gaps, key=lambda gap: abs(gap[0]))
        worst, year = least if least[0] < -self.tolerance else most
        verdict = "fail" if worst < -self.tolerance else "warn" if worst > self.tolerance else "pass"
        if verdict == "warn" and any(map(project.is_repaid, project.funders)):
            owed = owed_back(project)["total"]
            figures |= {"owed_back": owed, "kept": figures["gap"] - owed}
        return {"verdict": verdict, "margin": kr(-abs(worst)), **({"year": year} if year else {}), **figures}

    def match(self):
        project, told = self.project, {}
        for funder in project.funders:
            if "matches" not in funder:
                continue
            if funder["id"] in project.rejected or not {"amount", "years"} & funder.keys():
                told[funder["id"]] = {"verdict": "not-applicable"}
                continue
            last = project.span(funder)[1]
            limits = project.match_limits(funder, last)
            figures = {"by_ratio": kr(limits[0]), "matched": kr(project.matched_upto(funder, last))}
            if len(limits) > 1:
                figures["by_share"] = kr(limits[1])
            told[funder["id"]] = {**self.drawn(funder), **figures}
        return by_subject(told) or {"verdict": "not-applicable"}

    def drawn(self, funder):
        """What it can draw of the amount, or of what each year states: that lapses unless it is carried over."""
        def of_year(year):
            rejected = funder.get("statuses", {}).get(year) == "rejected"
            return 0 if rejected else ore(funder["years"][year])

        if "years" in funder and not funder.get("carry_over"):
            years, margins = {}, []
            for year in funder["years"]:
                drawn = cash_of(self.project, funder["id"], self.of_year(int(year)))
                years[year] = {"amount": kr(of_year(year)), "drawn": kr(drawn)}
                margins.append((drawn - of_year(year), int(year)))
            margin, year = min(margins)
            return {**self.judged(margin, self.tolerance), "year": year, "years": years}
        amount = ore(funder["amount"]) if "amount" in funder else sum(map(of_year, funder["years"]))
        drawn = cash_of(self.project, funder["id"])
        return {**self.judged(drawn - amount, self.tolerance), "amount": kr(amount), "drawn": kr(drawn)}

    def group(self):
        project, told = self.project, {}
        for name, group in self.described.get("groups", {}).items():
            money = sum(cash_of(project, funder["id"]) for funder in project.funders
                        if funder.get("group") == name)
            figures, margins = {"money": kr(money)}, []
            if "max_share" in group:
                whole = basis(project, group.get("basis", "all"))
                limit = rounded(whole * Fraction(group["max_share"]) / 100)
                figures.update({"basis": kr(whole), "limit": kr(limit), "share": ratio(money, whole)})
                margins.append(limit - money)
            if "amount" in group:
                figures["amount"] = kr(ore(group["amount"]))
                margins.append(ore(group["amount"]) - money)
            told[name] = {**self.judged(min(margins), self.tolerance), **figures}
        return by_subject(told) or {"verdict": "not-applicable"}

    def measured(self, funder, months):
        money = cash_of(self.project, funder["id"], months)
        whole = basis(self.project, funder.get("basis", "all"), funder.get("excludes", ()), months)
        return money, whole, rounded(whole * Fraction(funder["max_share"]) / 100)

    def share(self):
        told = {}
        for funder in self.project.funders:
            if "max_share" not in funder or funder["id"] in self.project.rejected:
                continue
            money, whole, limit = self.measured(funder, self.project.months)
            judged = self.judged(limit - money, self.tolerance)
            for year in self.project.years[:-1] if judged["verdict"] == "pass" else []:
                there = self.measured(funder, [at for at in self.project.months if at // 12 <= year])
                if there[2] - there[0] < -self.tolerance:
                    judged = {"verdict": "warn", "margin": kr(there[2] - there[0]), "year": year}
                    break
            told[funder["id"]] = {**judged, "money": kr(money), "basis": kr(whole), "limit": kr(limit),
                                  "share": ratio(money, whole)}
        return by_subject(told) or {"verdict": "not-applicable"}

    def in_kind(self):
        project, told, whole = self.project, {}, {}
        for funder in project.funders:
            if "in_kind" not in funder or funder["id"] in project.rejected or not project.bears_lines(funder):
                continue
            booked = in_kind_of(project, funder["id"])
            certified = sum(project.certified_by_month(funder).values())
            told[funder["id"]] = {**self.judged(-abs(booked - certified), self.tolerance),
                                  "booked": kr(booked), "certified": kr(certified)}
        if "in_kind_limit" in self.stated:
            cost, cash = sum(map(project.cost, project.months)), sum(map(project.cash_cost, project.months))
            limit = self.stated["in_kind_limit"]
            most = cash if limit == "cash" else rounded(cost * Fraction(limit) / 100)
            whole = {**self.judged(most - (cost - cash), self.tolerance), "in_kind": kr(cost - cash),
                     "limit": kr(most)}
        return {**by_subject(told), **whole} or {"verdict": "not-applicable"}

    def frame(self):
        project, told = self.project, {}
        for name, frame in self.described.get("frames", {}).items():
            years, least = {}, []
            for year in project.years:
                whole = ore(frame.get("years", {}).get(str(year), frame.get("year", "0")))
                taken = ore(frame.get("committed_years", {}).get(str(year), frame.get("committed", "0")))
                given = sum(cash_of(project, funder["id"], self.of_year(year))
                            + in_kind_of(project, funder["id"], self.of_year(year))
                            for funder in project.funders if funder.get("frame") == name)
                least.append((whole - taken - given, year))
                years[str(year)] = {"frame": kr(whole), "committed": kr(taken), "contributed": kr(given),
                                    "left": kr(least[-1][0])}
            left, tightest = min(least)
            told[name] = {**self.judged(left, self.tolerance), "year": tightest, "years": years}
        return by_subject(told) or {"verdict": "not-applicable"}

    # The reserve.

    def running(self, months):
        project = self.project
        return sum(project.lines[path][at] for path in project.terms if project.running(path)
                   for at in months if at in project.months)

    def required(self, at):
        """By reading: six months of the year, the months ahead, winding down; and its tail."""
        project, stated = self.project, self.described.get("reserve", {})
        months = stated.get("months", 6)
        year = self.of_year(at // 12)
        running = rounded(Fraction(self.running(year) * months, len(year)))
        ahead = range(at + 1, at + months + 1)
        missing = sum(m > project.last for m in ahead)
        latest = list(project.months)[-12:]
        forward = self.running(ahead) + rounded(Fraction(self.running(latest) * missing, len(latest)))
        winding, tail = ore(stated.get("closing", "0")), 0
        for path, line in project.terms.items():
            if project.running(path):
                runs = stated.get("lead", 0) + line["notice"] if "notice" in line else months
                winding += project.lines[path][at] * min(months, runs)
                tail += project.lines[path][at] * max(0, runs - months)
        return {"running": running, "forward": forward, "winding_down": winding}, tail

    def running_lines(self):
        paths = sorted((path for path in self.project.terms if self.project.running(path)),
                       key=lambda path: ("staff", "cost", "activity", "travel", "overhead").index(path.split(".")[0]))
        return {"running_lines": paths} if paths else {}

    def reserve(self):
        """By date of test: what is held and, in each reading, what is required, left and how long it lasts."""
        project, stated = self.project, self.described.get("reserve")
        figures = {"years": {}, "months": {}}
        readings = {name: {"years": {}, "months": {}, "margins": []} for name in ("running", "forward", "winding_down")}
        for at in project.months:
            ends_year = at % 12 == 11 or at == project.last
            if not ends_year and not (stated or {}).get("every_month"):
                continue
            date = f"{at // 12}-{at % 12 + 1:02}"
            span, key = ("years", str(at // 12)) if ends_year else ("months", date)
            equity = project.equity(at)
            free = equity - sum(ore(self.described.get(kind, "0")) for kind in ("earmarked", "fixed_assets"))
            figures[span][key] = {"equity": kr(equity), "free_equity": kr(free)}
            required, tail = self.required(at)
            year = self.of_year(at // 12)
            lasts = {"running": (self.running(year), len(year)),
                     "forward": (required["forward"], (stated or {}).get("months", 6))}
            for name, reading in readings.items():
                told = reading[span][key] = {"required": kr(required[name])}
                if name == "winding_down":
                    told["tail"] = kr(tail)
                if stated is None:
                    continue
                margin = free - required[name]
                reading["margins"].append((margin, date))
                told |= {"free_equity": kr(free), "margin": kr(margin), "verdict": "fail" if margin < 0 else "pass"}
                cost, months = lasts.get(name, (0, 0))
                if cost > 0:
                    told["coverage_months"] = Fraction(rounded(Fraction(free * months * 100, cost)), 100)
        for reading in readings.values():
            margins = reading.pop("margins")
            if margins:
                least = min(margin for margin, _ in margins)
                reading |= {**self.judged(least, 0), "month": next(date for margin, date in margins if margin == least)}
                failing = [date for margin, date in margins if margin < 0]
                if failing:
                    reading["first_failing"] = failing[0]
        if stated is None:
            return {"verdict": "not-applicable", **self.running_lines(), **figures, "readings": readings}
        decides = stated.get("basis", "running")
        judged = {key: readings[decides][key] for key in ("verdict", "margin", "month")}
        return {**judged, "deciding": decides, **self.running_lines(), **figures, "readings": readings}

    # Cash: payments by month, each as terms of payment say, without looking at medfin's way.

    def payments(self, funder):
        """(month, öre) of all that a funder pays, and what comes after the project's end."""
        project, paid = self.project, self.project.paid[funder["id"]]
        lag, first, last = funder.get("lag", 0), project.first, project.last
        if "in_advance" in funder:  # a calendar quarter or year, in the first month of it in which the line is active
            each, begins = funder["in_advance"], project.span(funder)[0]
            return [(max(at // each * each, begins) + lag, paid[at]) for at in project.months]
        if "claim_every" not in funder:
            return [(at + lag, paid[at]) for at in project.months]
        periods = [range(at, min(at + funder["claim_every"], last + 1))
                   for at in range(first, last + 1, funder["claim_every"])]
        back = Fraction(funder.get("holdback", "0")) / 100
        open_until, waiting, held, payments = None, 0, 0, []
        for period in periods:
            final, lodged = period[-1] == last, period[-1]
            waiting += sum(paid[at] for at in period)
            if funder.get("one_open") and open_until is not None and open_until > lodged:
                if not final:
                    continue
                lodged = open_until
            kept = 0 if final else rounded(waiting * back)
            payments.append([lodged + lag, waiting - kept + (held if final else 0)])
            held, waiting, open_until = held + kept, 0, lodged + lag
        if "advance" in funder:
            advance = rounded(sum(paid.values()) * Fraction(funder["advance"]) / 100)
            advance = min(advance, ore(funder["advance_most"])) if "advance_most" in funder else advance
            left = advance
            for payment in payments:
                off = min(left, payment[1])
                payment[1], left = payment[1] - off, left - off
            payments.insert(0, (project.span(funder)[0], advance))
        return payments

    def liquidity(self):
        project, received = self.project, {}
        for funder in project.funders:
            for at, amount in self.payments(funder):
                received[at] = received.get(at, 0) + amount
        opening = ore(self.described.get("opening_cash", self.described.get("opening", "0")))
        limit, cash, least = ore(self.stated.get("liquidity_limit", "0")), opening, None
        for at in range(project.first, max([project.last, *(at for at, amount in received.items() if amount)]) + 1):
            cash += received.get(at, 0) - (project.cash_cost(at) if at <= project.last else 0)
            least = (cash, at) if least is None or cash < least[0] else least
        lowest, at = least
        return {**self.judged(lowest - limit, self.tolerance), "month": f"{at // 12}-{at % 12 + 1:02}",
                "opening_cash": kr(opening), "lowest_cash": kr(lowest), "limit": kr(limit),
                "receivable": kr(sum(amount for at, amount in received.items() if at > project.last))}

    # What is secured, external and eligible.

    def secured(self):
        project, unsecured = self.project, 0
        for funder in project.funders:
            usual = "secured" if funder.get("secured", True) else "open"
            for at in project.months:
                if funder.get("statuses", {}).get(str(at // 12), usual) != "secured":
                    unsecured += project.paid[funder["id"]][at]
                if usual != "secured":
                    unsecured += project.in_kind(funder["id"], at)
        financing = sum(map(project.financing, project.months))
        limit = rounded(financing * Fraction(self.stated.get("unsecured", "0")) / 100)
        return {**self.judged(limit - unsecured, 0, "warn"), "financing": kr(financing),
                "unsecured": kr(unsecured), "limit": kr(limit)}

    def overlap(self):
        project, told = self.project, {}
        external = sum(project.counts(f, project.last) for f in project.funders
                       if project.is_repaid(f) and any(project.paid[f["id"]].values()))
        eligible = basis(project, "cash")
        for overhead in self.described.get("overhead", []):
            if "covers" not in overhead:
                continue
            own = f"overhead.{overhead['id']}"
            covered = sum(sum(project.lines[path].values()) for path, line in project.terms.items()
                          if path != own and line.get("eligible", True)
                          and project.category(path) in overhead["covers"])
            told[overhead["id"]] = {**self.judged(-covered, self.tolerance), "covered": kr(covered)}
        return {**by_subject(told), **self.judged(eligible - external, self.tolerance), "external": kr(external),
                "eligible": kr(eligible)}

    def eligibility(self):
        """No grant pays for more of the cost in its months than is eligible to it."""
        project, tightest = self.project, None
        for funder in project.funders:
            if not project.is_repaid(funder) or funder["id"] in project.rejected:
                continue
            months = project.own_months(funder, project.last)
            money = min(cash_of(project, funder["id"]), sum(map(project.cost, months)))
            counts = sum(project.eligible(at, "all", funder.get("excludes", ())) for at in months)
            if tightest is None or counts - money < tightest[0]:
                tightest = (counts - money, funder["id"], money, counts)
        if tightest is None:
            return {"verdict": "not-applicable"}
        margin, name, money, counts = tightest
        return {**self.judged(margin, self.tolerance), "subject": name, "money": kr(money), "eligible": kr(counts)}
