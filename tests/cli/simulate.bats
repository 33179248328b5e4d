#!/usr/bin/env bats
# simulate: the same bytes whatever the machine does, and what it says.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
}

simulate() {
    "$MEDFIN" simulate project.ini osakerhet.ini --lang en "$@"
}

@test "the same bytes on 1, 2 and 3 threads, and again" {
    simulate --trials 30000 -f json --threads 1 >"$BATS_TEST_TMPDIR/one"
    for threads in 1 2 3; do
        simulate --trials 30000 -f json --threads "$threads" | cmp - "$BATS_TEST_TMPDIR/one"
    done
}

@test "the same bytes from a build without multiversioning" {
    simulate --trials 30000 -f json >"$BATS_TEST_TMPDIR/usual"
    "$MEDFIN_PLAIN" simulate project.ini osakerhet.ini --lang en --trials 30000 -f json |
        cmp - "$BATS_TEST_TMPDIR/usual"
}

@test "another seed gives other figures" {
    ! cmp -s <(simulate --trials 5000 -f json --seed 1) <(simulate --trials 5000 -f json --seed 2)
}

# Of N trials a quantile p has the sampling error √(p (1 − p) / N) in rank; --exact has none but that.
@test "quantiles by counting are within a tenth of their sampling error" {
    simulate --trials 40000 --exact -f json >"$BATS_TEST_TMPDIR/exact"
    simulate --trials 40000 -f json --samples "$BATS_TEST_TMPDIR/samples" >"$BATS_TEST_TMPDIR/counted"
    python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import csv, json, math, sys
folder = sys.argv[1]
def quantiles(node, path):
    if "p50" in node:
        yield path, node
    else:
        for key, below in node.items():
            yield from quantiles(below, f"{path}.{key}")
answers = (json.load(open(f"{folder}/{name}")) for name in ("exact", "counted"))
exact, counted = (dict(quantiles(answer["years"], "years")) for answer in answers)
assert exact.keys() == counted.keys(), exact.keys() ^ counted.keys()
rows = list(csv.DictReader(open(f"{folder}/samples")))
checked = off = 0
for path, figure in exact.items():
    samples = sorted(float(row[path]) for row in rows)
    for key, p in zip(("p5", "p25", "p50", "p75", "p95"), (.05, .25, .5, .75, .95)):
        # The exact quantile is the samples' own, to the öre.
        rank = p * (len(samples) - 1)
        at = samples[int(rank)] + (rank % 1) * (samples[int(rank) + 1] - samples[int(rank)])
        assert abs(figure[key] - at) < 0.02, (path, key, figure[key], at)
        reach = math.sqrt(p * (1 - p) / len(samples)) * len(samples)
        error = (samples[int(rank + reach)] - samples[int(rank - reach)]) / 2
        checked += 1
        off += abs(counted[path][key] - figure[key]) > error / 10 + 0.02
print(checked, off)
assert checked >= 60 and off <= checked / 20, (checked, off)
PYTHON
}

@test "a chance of 0 % is no and of 100 % is yes" {
    run -0 simulate --set "funder.regionala-medel.status=applied ~ 0 %" --trials 2000 -f json
    python3 -c '
import json, sys
financing = json.loads(sys.argv[1])["years"]["2023"]["financing"]["total"]
assert financing == {key: 467720.0 for key in ("p5", "p25", "p50", "p75", "p95", "mean")}, financing
' "$output"
    run -0 simulate --set "funder.regionala-medel.status=applied ~ 100 %" --trials 2000 -f json
    python3 -c '
import json, sys
answer = json.loads(sys.argv[1])
assert answer["years"]["2023"]["financing"]["total"]["p5"] > 467720
' "$output"
}

@test "what needs an unknown is left out and listed" {
    run -0 simulate --set "funder.lansstyrelsen.amount=?" --trials 2000
    [[ $output == *"Left out, for want of what is unknown: Financing 2021"* ]]
    [[ $output == *"Unknown: Länsstyrelsen i Jämtlands län, amount (--set:1)"* ]]
}

@test "a distribution that goes where the value cannot says so, and how often" {
    run -0 simulate --set "cost.lokaler.amount=3 000 kr/month" --trials 4000 \
        --set "funder.regionala-medel.max_share=95 % ~ normal(5 %)"
    # What lies above its mean by a deviation is 15.87 %, within four standard errors.
    [[ ${output//$'\n'/ } =~ '1:1-medel, highest share: its distribution goes where the value cannot; '1[4-7]\.[0-9].%.of' the draws were set to the limit.' ]]
}

@test "without uncertainty it says how to state it" {
    run -0 "$MEDFIN" simulate project.ini antaganden.ini --lang en --trials 100
    [[ $output == *"No value is stated as uncertain"* ]]
}

@test "every trial stands in the samples, with its values and figures" {
    simulate --trials 700 --samples "$BATS_TEST_TMPDIR/samples.csv" >/dev/null
    test "$(wc -l <"$BATS_TEST_TMPDIR/samples.csv")" = 701
    head -1 "$BATS_TEST_TMPDIR/samples.csv" | grep -q '^trial,funder.regionala-medel.status,'
}

# Of two prices that move together with ρ = 0,8 the normal scores have the sample correlation 0,8:
# within four standard errors, (1 − 0,64) / √4000.
@test "values move together as stated" {
    cat >"$BATS_TEST_TMPDIR/two.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[correlation]
cost.hyra.amount, cost.mat.amount = 0,8

[cost hyra]
amount = 4 000 kr/month ~ normal(300)

[cost mat]
amount = 5 000 kr/month ~ normal(500)
INI
    "$MEDFIN" simulate "$BATS_TEST_TMPDIR/two.ini" --trials 4000 --samples "$BATS_TEST_TMPDIR/two.csv" >/dev/null
    python3 - "$BATS_TEST_TMPDIR/two.csv" <<'PYTHON'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
a, b = ([float(row[f"cost.{id}.amount"]) for row in rows] for id in ("hyra", "mat"))
found = statistics.correlation(a, b)
assert abs(found - 0.8) < 4 * 0.36 / 4000 ** 0.5, found
PYTHON
}

# Of 40 members each stays a year with 90 %: binomial (40; 0,9) and (40; 0,81), whose quantiles python
# works out of binomial coefficients. One that leaves pays its year.
@test "members leave, and pay the year in which they do" {
    cat >"$BATS_TEST_TMPDIR/members.ini" <<'INI'
[project]
start = 2021-01
end   = 2023-12
opening_equity = 20 000 kr

[tariff kommun]
fixed = 1 000 kr
count = 40
leave = 10 %/year

[cost kansli]
amount = 36 000 kr/year
INI
    run -0 "$MEDFIN" simulate "$BATS_TEST_TMPDIR/members.ini" -f json
    python3 - "$output" <<'PYTHON'
import json, math, sys
years = json.loads(sys.argv[1])["years"]
def quantile(p, level):
    sum = 0
    for k in range(41):
        sum += math.comb(40, k) * p**k * (1 - p) ** (40 - k)
        if sum >= level:
            return k * 1000
for year, p in (("2021", 1), ("2022", .9), ("2023", .81)):
    for key, level in zip(("p5", "p25", "p50", "p75", "p95"), (.05, .25, .5, .75, .95)):
        assert years[year]["financing"]["total"][key] == quantile(p, level), (year, key)
PYTHON
    run -0 "$MEDFIN" simulate "$BATS_TEST_TMPDIR/members.ini" --lang en
    [[ ${output//$'\n'/ } == *"Budget balances: not met with "*"mainly depending on how many members leave (kommun)."* ]]
}

# evidence and compensation are of the file alone, the others of its figures: none is left out in silence.
@test "every rule that applies stands in the answer" {
    cat >"$BATS_TEST_TMPDIR/all.ini" <<'INI'
[project]
start = 2021-01
end   = 2022-12

[activities]
budget = 50 000 kr/year ~ uniform(44 000, 54 000)

[activity konferens]
months = 2021-05, 2022-05
amount = 50 000 kr

[membership]
fee         = 4 000 kr/year
own_hours   = 20
hourly_cost = 400 kr
hours_saved = 40 ~ uniform(20, 40)
in_line     = yes

[travel flyg]
month = 2021-05
trips = 2
cost_per_trip = 1 000 kr
mode  = flight
INI
    "$MEDFIN" check "$BATS_TEST_TMPDIR/all.ini" -f json >"$BATS_TEST_TMPDIR/check" || true
    run -0 --separate-stderr "$MEDFIN" simulate "$BATS_TEST_TMPDIR/all.ini" --trials 40000 -f json
    # The budget reaches 50 000 kr in 4 of 10 trials; 40 hours à 400 kr save what 20 hours and the
    # fee take from 30 hours on, in half of them. Four standard errors are 0,0100.
    python3 - "$BATS_TEST_TMPDIR/check" "$output" <<'PYTHON'
import json, sys
def judged(rules, key):
    for id, rule in rules.items():
        for of in rule, *rule.get("by_subject", {}).values():
            if key in of:
                yield id, of[key]
verdicts = judged(json.load(open(sys.argv[1]))["rules"], "verdict")
applying = {id for id, verdict in verdicts if verdict != "not-applicable"}
found = dict(judged(json.loads(sys.argv[2])["rules"], "holds"))
assert applying == set(found), (applying, set(found))
assert found["compensation"] == 0 and found["evidence"] == 1 # that figures have no source only warns
assert abs(found["activity-budget"] - 0.4) < 0.01 and abs(found["benefit"] - 0.5) < 0.01, found
PYTHON
}

@test "members that are too many to draw are told of" {
    cat >"$BATS_TEST_TMPDIR/many.ini" <<'INI'
[project]
start = 2021-01
end   = 2022-12

[tariff person]
fixed = 100 kr
count = 4001
leave = 4 %/year
INI
    run -0 "$MEDFIN" simulate "$BATS_TEST_TMPDIR/many.ini" --trials 100 --lang en
    [[ ${output//$'\n'/ } == *"person: nobody leaves in the trials, since more than 4 000 members are too many to draw."* ]]
}

@test "quantiles do not add up, and the report does not say so" {
    run -0 simulate --trials 1000
    [[ $output == *"Rounded to whole kr."* ]]
    [[ $output != *"add up as printed"* ]]
    [[ ${output//$'\n'/ } == *"does not apply in a trial, as the match of a grant that was refused, counts as held."* ]]
}

@test "values whose correlation is 1 or −1 follow one another wholly" {
    cat >"$BATS_TEST_TMPDIR/wholly.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[correlation]
cost.hyra.amount, cost.mat.amount = 1
cost.hyra.amount, cost.el.amount  = -1
cost.mat.amount, cost.el.amount   = -1

[cost hyra]
amount = 4 000 kr/month ~ normal(300)

[cost mat]
amount = 5 000 kr/month ~ normal(300)

[cost el]
amount = 1 000 kr/month ~ normal(30)
INI
    "$MEDFIN" simulate "$BATS_TEST_TMPDIR/wholly.ini" --trials 500 --samples "$BATS_TEST_TMPDIR/wholly.csv" >/dev/null
    python3 - "$BATS_TEST_TMPDIR/wholly.csv" <<'PYTHON'
import csv, sys
for row in csv.DictReader(open(sys.argv[1])):
    hyra, mat, el = (float(row[f"cost.{id}.amount"]) for id in ("hyra", "mat", "el"))
    assert abs(mat - hyra - 1000) < 0.011 and abs((4000 - hyra) - 10 * (el - 1000)) < 0.11, row
PYTHON
    sed -i 's/mat.amount, cost.el.amount   = -1/mat.amount, cost.el.amount   = 0,5/' "$BATS_TEST_TMPDIR/wholly.ini"
    run -3 "$MEDFIN" simulate "$BATS_TEST_TMPDIR/wholly.ini" --lang en
    [[ $output == *"wholly.ini:"*": error: this correlation contradicts those at "*"hint: with those two it lies between −1 and −1"* ]]
}

# Both prices move together as the project stands; what is read on top makes one of them certain, leaves it out,
# or removes it where it cannot be missed.
correlated() {
    cat >"$BATS_TEST_TMPDIR/correlated.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[correlation]
cost.hyra.amount, cost.mat.amount     = 0,8
cost.hyra.amount, funder.bidrag.status = -0,5

[cost hyra]
amount = 4 000 kr/month ~ uniform(3 000, 5 000)

[cost mat]
amount = 5 000 kr/month ~ uniform(4 000, 6 000)

[funder bidrag]
amount = 100 000 kr total
status = applied ~ 50 %
INI
}

# An answer aims at a margin of 0: 12 · (hyra + 5 000) may be 100 000 kr, so hyra 3 333,333….
@test "a correlation falls away with a value that is made certain on top" {
    correlated
    cd "$BATS_TEST_TMPDIR"
    run -0 "$MEDFIN" simulate correlated.ini --set "cost.hyra.amount=4 500 kr/month" --trials 500 -f json
    printf '[scenario]\ntitle = Utan\n[cost hyra]\nactive = no\n' >without.ini
    run -0 "$MEDFIN" simulate correlated.ini without.ini --trials 500 -f json
    run -0 "$MEDFIN" compare correlated.ini without.ini --lang en
    run -0 "$MEDFIN" solve correlated.ini --vary cost.hyra.amount --until balance
    [[ ${output//$'\n'/ } == *"högst 3 333,33 kr/månad"* ]]
    run -0 "$MEDFIN" sweep correlated.ini "cost.hyra.amount=3 000 kr/month..5 000 kr/month:1 000 kr/month"
    run -3 "$MEDFIN" simulate correlated.ini --set "cost.mat.amount=none" --lang en
}

# Of 3 000 … 5 000 the 5 % and 95 % points are 3 100 and 4 900: 100 000 − 12 · (5 000 + either) is 2 800 and −18 800;
# of the others 4 100 and 5 900, 100 000 − 12 · (4 000 + either): the same. Refused: −108 000.
@test "sensitivity measures values that move together" {
    correlated
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/correlated.ini" -f json
    python3 -c '
import json, sys
values = {value["path"]: (value["at_low"], value["at_high"]) for value in json.loads(sys.argv[1])["values"]}
assert values == {"funder.bidrag.status": (-108000, -8000), "cost.hyra.amount": (2800, -18800),
                  "cost.mat.amount": (2800, -18800)}, values
' "$output"
}

# The normal scores of a price and a chance of one half with ρ = −0,5: the chance is granted where its score is above
# 0, so the mean score of the price is −0,5 · √(2/π) where it is granted, and the opposite where it is refused.
@test "a chance may move together with a price" {
    correlated
    "$MEDFIN" simulate "$BATS_TEST_TMPDIR/correlated.ini" --trials 20000 --samples "$BATS_TEST_TMPDIR/chance.csv" >/dev/null
    python3 - "$BATS_TEST_TMPDIR/chance.csv" <<'PYTHON'
import csv, math, statistics, sys
scores = {0: [], 1: []}
for row in csv.DictReader(open(sys.argv[1])):
    level = (float(row["cost.hyra.amount"]) - 3000) / 2000
    scores[float(row["funder.bidrag.status"])].append(statistics.NormalDist().inv_cdf(min(max(level, 1e-6), 1 - 1e-6)))
mean = 0.5 * math.sqrt(2 / math.pi)
for granted, sign in ((1, -1), (0, 1)):
    assert abs(len(scores[granted]) / 20000 - 0.5) < 0.02, len(scores[granted])
    assert abs(statistics.mean(scores[granted]) - sign * mean) < 0.04, statistics.mean(scores[granted])
PYTHON
}

# A share cut off at 100 % leaves a person exactly nothing: no rounding is in it, so no trial is in doubt. By the
# normal distribution about 16 % of the trials lie there.
@test "a margin without any rounding is in no doubt" {
    cat >"$BATS_TEST_TMPDIR/full.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[staff ledare]
monthly_salary = 40 000 kr
share          = 80 % ~ normal(20 %)
person         = A
INI
    run -0 "$MEDFIN" simulate "$BATS_TEST_TMPDIR/full.ini" --trials 5000 -f json
    python3 -c '
import json, sys
answer = json.loads(sys.argv[1])
[staffing] = answer["rules"]["staffing"]["by_subject"].values()
assert 650 < answer["values"][0]["clipped"] < 950, answer["values"]
assert staffing["within_bound"] == 0 and staffing["holds"] == 1, staffing
' "$output"
}

@test "fewer trials with --exact and --samples, and the message says which of them" {
    run -2 simulate --trials 20000000 --exact
    [[ $output == *"--exact --trials is to be a whole number from 1 to 10 000 000, and '20000000' is none"* ]]
    run -2 simulate --trials 2000000 --samples "$BATS_TEST_TMPDIR/many.csv"
    [[ $output == *"--samples --trials is to be a whole number from 1 to 1 000 000"* ]]
}

# By hand: the cost is 90 000 to 110 000 kr, of which 60 000 kr are applied for and the owner pays the rest: 54.5 to
# 66.7 % of the financing are unsecured, over 30 % in every trial. No value names a source, in any trial. Both warn in
# check, which is to hold; with unsecured = fail 30 % the same margin breaks the rule in every trial, and with fail 60 %
# in those whose cost is under 100 000 kr: half of them, of 20 000 with a standard error of 0.35 points.
@test "a rule that warns holds, as check says" {
    cat >"$BATS_TEST_TMPDIR/project.ini" <<'INI'
[project]
title = Warns
start = 2021-01
end   = 2021-12
opening_cash = 200 000 kr

[cost all]
amount = 100 000 kr once ~ uniform(90 000, 110 000)

[funder applied]
status = applied
amount = 60 000 kr total

[funder owner]
own       = yes
remainder = yes
status    = decided

[rules]
unsecured = warn 30 %
INI
    asked() {
        "$MEDFIN" "$1" "$BATS_TEST_TMPDIR/project.ini" --lang en -f json "${@:2}"
    }
    run -0 asked check
    python3 - "$output" "$(asked simulate)" "$(asked simulate --set 'rules.unsecured=fail 30 %')" \
        "$(asked simulate --set 'rules.unsecured=fail 60 %' --trials 20000)" <<'PYTHON'
import json, sys
check, warns, fails, half = (json.loads(text)["rules"] for text in sys.argv[1:])
def judged(rules, key):
    for id, rule in rules.items():
        for of in rule, *rule.get("by_subject", {}).values():
            if key in of:
                yield id, of
assert {id for id, rule in judged(check, "verdict") if rule["verdict"] == "warn"} == {"secured", "evidence"}
def held(rules, name):
    return [rule for id, rule in judged(rules, "holds") if id == name]
for name in "secured", "evidence":
    for rule in held(warns, name):
        assert rule["holds"] == 1 and rule["standard_error"] == 0 and rule["within_bound"] == 0, rule
        assert "first_breach" not in rule, rule
assert held(warns, "evidence")
assert [rule["holds"] for rule in held(fails, "secured")] == [0]
assert abs(held(half, "secured")[0]["holds"] - 0.5) < 0.0175, held(half, "secured")
PYTHON
}

@test "two of one name have a key each, as in check" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'P'
[project]
start = 2021-01
end = 2021-12
[staff a]
monthly_salary = 100 kr ~ normal(10)
share = 60 %
[staff b]
monthly_salary = 100 kr
share = 60 %
person = a
[staff c]
monthly_salary = 100 kr
share = 60 %
person = a
P
    for command in "simulate --trials 100" check compare; do
        run bash -c "\"\$MEDFIN\" $command \"$BATS_TEST_TMPDIR/p.ini\" -f json | python3 -c '
import json, sys
told = json.load(sys.stdin)
rules = told[\"rules\"] if \"rules\" in told else told[\"scenarios\"][\"base\"][\"rules\"]
print(*rules[\"staffing\"][\"by_subject\"])'"
        [ "$output" = "a a-2" ]
    done
    run "$MEDFIN" explain "$BATS_TEST_TMPDIR/p.ini" rules.staffing.a-2.share -f csv
    [ "$status" -eq 0 ]
    run "$MEDFIN" explain "$BATS_TEST_TMPDIR/p.ini" rules.staffing.a-2.share 2021-Q1
    [ "$status" -eq 2 ]
}

# What is drawn may be more than any project can state: no figure of a trial wraps, and no cost is below 0.
@test "values beyond all measure end no simulation" {
    cd "$BATS_TEST_TMPDIR"
    printf '[project]\nstart = 2021-01\nend = 2040-12\n[index i]\n' >beyond.ini
    for year in 2022 2023 2024 2025 2026; do printf '%s-01 = 3 %% ~ normal(400 %%)\n' $year; done >>beyond.ini
    cat >>beyond.ini <<'P'
[staff s]
monthly_salary = 100 kr ~ lognormal(100 000 000 000 kr)
employer_rate = 50 %
index = i
[cost a]
amount = 100 kr/month ~ lognormal(100 000 000 000 kr)
index = i
[overhead o]
rate = 90 %
base = staff, other
[funder f]
share = 60 %
status = granted
paid = claims
claim_every = 3
advance = 50 %
[funder g]
remainder = yes
status = granted
P
    run -0 "$MEDFIN" simulate beyond.ini --trials 20000
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[cost a]\namount = 100 kr/month ~ lognormal(100 000 000 kr)\n' >cost.ini
    "$MEDFIN" simulate cost.ini --trials 20000 -f json | python3 -c '
import json, sys
cost = json.load(sys.stdin)["years"]["2021"]["cost"]
assert all(figure >= 0 for figure in cost.get("total", cost).values()), cost'
}

# 100 000 kr against a ~ normal of 60 000 kr and one of 30 000 and 45 000 kr: it holds with ½ Φ(1,0001) + ½ Φ(−0,4999),
# 57,50 %; with 2 000 kr more with 63,35 %; where b is 30 000 kr with 84,14 % (a table of Φ). What the difference may be
# off by is counted from the samples of each by itself.
scenarios_of_chance() {
    cat >p.ini <<'P'
[project]
start = 2021-01
end = 2021-12
[cost a]
amount = 60 000 kr/year ~ normal(10 000)
[cost b]
amount = 30 000 kr/year ~ one_of(30 000: 50 %, 45 000: 50 %)
[funder f]
amount = 100 000 kr total
status = granted
reference = x
P
    printf '[scenario]\n[funder f]\namount += 2 000 kr\n' >more.ini
    printf '[scenario]\n[cost b]\namount = 30 000 kr/year\n' >fixed.ini
    printf '[scenario]\n[cost b]\namount *= 1,5\n[cost aa]\nnew = yes\namount = 5 kr total ~ uniform(0, 10)\n' >changed.ini
}

@test "scenarios in the same trials, and how sure the difference is" {
    cd "$BATS_TEST_TMPDIR"
    scenarios_of_chance
    "$MEDFIN" compare p.ini more.ini fixed.ini --trials 50000 -f json >compared.json
    for threads in 1 3; do
        "$MEDFIN" compare p.ini more.ini fixed.ini --trials 50000 --threads $threads -f json | cmp - compared.json
    done
    for name in '' more.ini fixed.ini; do
        "$MEDFIN" simulate p.ini $name --trials 50000 --samples "${name:-base}.csv" >/dev/null
    done
    python3 - <<'PYTHON'
import csv, json, math
told = json.load(open("compared.json", encoding="utf-8"))["scenarios"]
def held(name):
    rows = csv.DictReader(open(name, encoding="utf-8"))
    return [float(row["years.2021.financing.total"]) - float(row["years.2021.cost.total"]) >= -1 for row in rows]
base = held("base.csv")
phi = lambda z: (1 + math.erf(z / math.sqrt(2))) / 2
known = {"base": phi(1.0001) / 2 + phi(-0.4999) / 2, "more": phi(1.2001) / 2 + phi(-0.2999) / 2, "fixed": phi(1.0001)}
for name, chance in known.items():
    own = told[name]["probabilities"]["balance"]
    assert abs(own["holds"] - chance) < 4 * math.sqrt(chance * (1 - chance) / 50000), (name, own, chance)
    if name == "base":
        continue
    pairs = [int(a) - int(b) for a, b in zip(held(f"{name}.ini.csv"), base)]
    mean = sum(pairs) / len(pairs)
    error = math.sqrt(sum((d - mean) ** 2 for d in pairs) / len(pairs) / len(pairs))
    assert abs(own["difference"] - mean) < 1e-9 and abs(own["difference_error"] - error) < 1e-9, (own, mean, error)
PYTHON
    run -0 "$MEDFIN" compare p.ini more.ini --trials 5000 --lang sv --only balance
    [[ "$output" == *'Hur sannolikt det är att varje regel uppfylls'*'skillnad, procentenheter'* ]]
}

@test "a value is drawn alike whatever is added, fixed or scaled beside it" {
    cd "$BATS_TEST_TMPDIR"
    scenarios_of_chance
    for name in '' fixed.ini changed.ini; do
        "$MEDFIN" simulate p.ini $name --trials 2000 --samples "${name:-base}.csv" >/dev/null
    done
    # The same sections the other way round.
    awk 'BEGIN { RS = "\\["; ORS = "" } NR == 2 { print "[" $0 } NR > 2 { text = "[" $0 text } END { print text }' p.ini >turned.ini
    "$MEDFIN" simulate turned.ini --trials 2000 --samples turned.csv >/dev/null
    python3 - <<'PYTHON'
import csv
def column(name, key):
    return [float(row[key]) for row in csv.DictReader(open(f"{name}.csv", encoding="utf-8"))]
a, b = column("base", "cost.a.amount"), column("base", "cost.b.amount")
assert len(set(a)) > 1000 and set(b) == {30000, 45000}
for name in "fixed.ini", "changed.ini", "turned":
    assert column(name, "cost.a.amount") == a, name
assert column("turned", "cost.b.amount") == b
assert column("changed.ini", "cost.b.amount") == [1.5 * x for x in b]
PYTHON
}
