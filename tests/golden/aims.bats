#!/usr/bin/env bats
# What is answered: the margin that is aimed at, the range of a value, cures on real lines, and options that are given
# again. Figures are worked by hand or in python beside each.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    cat >year.ini <<'INI'
[project]
start = 2021-01
end = 2021-12
language = en
opening_equity = 300 000 kr

[cost drift]
amount = 1 000 000 kr/year

[funder eu]
share = 60 %
status = granted

[funder egen]
amount = 400 000 kr total
status = granted
own = yes

[reserve]
INI
}

# figure EXPRESSION: of the JSON on standard input, as python sees it in d.
figure() {
    python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"
}

# Six months of 1 000 000 kr are 500 000, and 300 000 are there. A saving s leaves equity 300 000 + 0,6 (1 000 000 − s)
# + 400 000 − (1 000 000 − s) = 300 000 + 0,4 s against 500 000 − s/2: 0,9 s = 200 000, s = 222 222,22; a line that no
# grant follows would do with 133 333,34. Here a grant pays all of the cost but 400 000, so the balance only warns.
@test "a saving is as eligible as what it is taken from" {
    run figure "d['rules']['reserve']['cures']" < <("$MEDFIN" check year.ini -f json)
    [ "$output" = "{'one-off': 200000.0, 'yearly-saving': 222222.22}" ]
    reserve() {
        figure "(lambda r: (r['verdict'], r['margin']))(d['rules']['reserve'])" \
            < <("$MEDFIN" check year.ini -f json --set "cost.drift.amount=$1 kr/year")
    }
    [ "$(reserve '777 777,78')" = "('pass', 0.0)" ]
    [ "$(reserve '777 777,79')" = "('fail', -0.02)" ]
}

# The same where it all stands in January: what is saved is of the year.
@test "a line that costs in its first month alone can be saved in" {
    sed -i 's,^amount = 1 000 000 kr/year,2021-01 = 1 000 000 kr\nrunning = yes,' year.ini
    run figure "d['rules']['reserve']['cures']" < <("$MEDFIN" check year.ini -f json)
    [ "$output" = "{'one-off': 200000.0, 'yearly-saving': 222222.22}" ]
}

# With half of the cost outside what runs, 10 000 kr a year is all that can be saved, and 200 000 are missing.
@test "no more is saved than what runs costs, and no rule is said to be cured by it" {
    run figure "list(d['rules']['balance']['cures'])" < <("$MEDFIN" check year.ini -f json --set 'cost.drift.amount=10 000 kr/year' \
        --set funder.egen.amount='0 kr total')
    [ "$output" = "['yearly-saving']" ]
    printf '[scenario]\n[cost lokal]\nnew = yes\namount = 990 000 kr total\n[cost drift]\namount = 10 000 kr/year\n' >most.ini
    run figure "d['rules']['balance'].get('cures')" < <("$MEDFIN" check year.ini most.ini -f json --set funder.egen.amount='200 000 kr total')
    [ "$output" = None ]
}

# 20 % on the line by its name: 100 000 kr saved in it is 120 000 kr less cost, of which 72 000 were paid: the shortfall
# of 48 000. With an öre less, 900 000,01 + 180 000,00 = 1 080 000,01, of which 648 000,006 rounds to ,01; two are too many.
@test "an overhead that names a line follows a saving in it" {
    printf '[scenario]\n[overhead oh]\nnew = yes\nrate = 20 %%\nbase = cost.drift\n' >overhead.ini
    run figure "d['rules']['balance']['margin'], d['rules']['balance']['cures']" < <("$MEDFIN" check year.ini overhead.ini -f json \
        --set funder.egen.amount='432 000 kr total')
    [ "$output" = "-48000.0 {'yearly-saving': 99999.99}" ]
}

# 350 000 kr must always be there: 200 000 more in equity is as much more in cash, which is not stated.
@test "a cure names the rules that it mends and breaks" {
    run figure "d['rules']['reserve']['cure_mends'], d['rules']['reserve'].get('cure_breaks')" \
        < <("$MEDFIN" check year.ini -f json --set 'rules.liquidity_limit=350 000 kr')
    [ "$output" = "{'one-off': ['rules.liquidity']} None" ]
    run -1 "$MEDFIN" check year.ini --set 'rules.liquidity_limit=350 000 kr'
    [[ ${output//$'\n'/ } == *"With a one-off contribution to the equity, this holds too: Cash suffices."* ]]
    run -1 "$MEDFIN" check year.ini
    [[ ${output//$'\n'/ } == *"None of these makes another rule hold, or breaks one."* ]]
}

# With no cost at all 700 000 kr are there; of a cost of an öre 0,6 are paid, which is one.
@test "a cost stays at nothing or more, and what no value reaches is named" {
    run -4 "$MEDFIN" solve year.ini --vary cost.drift.amount --until 'equity>=800 000 kr'
    [[ $output == *"What binds: equity at the end ≥ 800 000.00 kr."* ]]
    run figure "d['answer']" < <("$MEDFIN" solve year.ini --vary cost.drift.amount --until 'equity>=700 000 kr' -f json)
    [ "$output" = 0.01 ]
    # A refund is one up to nothing.
    run -4 "$MEDFIN" solve year.ini --vary cost.drift.amount --until 'cost>=1 kr' --set 'cost.drift.amount=-5 kr/year'
    [[ $output == *"What binds: cost ≥ 1.00 kr."* ]]
}

# The owner's money: 0,6 + 0,4 of the cost is 400 000 kr; the reserve lacks 200 000 more.
@test "two that exclude each other are named, each with what it asks for" {
    run -4 "$MEDFIN" solve year.ini --vary funder.egen.amount --until 'reserve, gap<=0 kr'
    [[ ${output//$'\n'/ } == *"Two exclude each other: Reserve suffices asks for at least 600 000.00 kr total; financing minus cost ≤ 0.00 kr asks for at most 400 000.00 kr total."* ]]
    run figure "d['excluding']" < <("$MEDFIN" solve year.ini --vary funder.egen.amount --until reserve --until 'gap<=0 kr' -f json)
    [ "$output" = "[{'aim': 'reserve', 'at_least': 600000.0}, {'aim': 'total.gap', 'at_most': 400000.0}]" ]
}

# A third of the months have 0,33 kr too little of 100 000,00: 36 parts of what costs 100 000 kr a month, less an öre.
@test "what holds within the tolerance is answered to the öre" {
    run "$MEDFIN" solve year.ini --vary funder.egen.amount --until balance --set 'funder.egen.amount=399 999,40 kr total'
    [[ ${output//$'\n'/ } == *"has to be at least 400 000.00 kr total for this to hold: Budget balances."* ]]
    [[ ${output//$'\n'/ } == *"As it is, it holds within the tolerance; with the answer nothing is missing."* ]]
    [[ ${output//$'\n'/ } == *"At 399 999.99 kr total, one step away, 0.01 kr is missing, which the tolerance forgives."* ]]
}

# Half of 1 000 000 kr is 500 000,00; with the krona that is forgiven it would be 500 001.
@test "what an unknown amount must be leaves nothing to be forgiven" {
    printf '[scenario]\n[funder eu]\nshare = none\namount = ? total\nmax_share = 50 %%\n' >open.ini
    run "$MEDFIN" explain year.ini open.ini share
    [[ ${output//$'\n'/ } == *"eu, amount must be at most 500 000.00 kr total."* ]]
}

@test "aims are as many as are asked for, by any name of a rule" {
    # The ninth is the one that binds.
    run figure "d['answer'], d['binds']" < <("$MEDFIN" solve year.ini --vary funder.egen.amount -f json --until \
        'balance, gap>=1 kr, gap>=2 kr, gap>=3 kr, gap>=4 kr, gap>=5 kr, gap>=6 kr, gap>=7 kr, gap>=100,5 kr')
    [ "$output" = "400100.5 total.gap" ]
    for name in balance rules.balance regler.balans balans; do
        run figure "d['answer'], d['binds']" < <("$MEDFIN" solve year.ini --vary funder.egen.amount --until $name -f json)
        [ "$output" = "400000.0 balance" ]
    done
    # Given again it is longer: the reserve binds, of whichever is named last.
    for aims in '--until balance --until reserve' '--until reserve --until balance'; do
        run figure "d['answer'], d['binds']" < <("$MEDFIN" solve year.ini --vary funder.egen.amount $aims -f json)
        [ "$output" = "600000.0 reserve" ]
    done
}

@test "lists of names are read alike, with blanks, in Swedish, and option by option" {
    run figure "sorted(d['points'][0]['total'])" < <("$MEDFIN" sweep year.ini funder.eu.share='60 %' --by 'gap , cost' -f json)
    [ "$output" = "['cost', 'gap']" ]
    run figure "sorted(d['points'][0]['total'])" < <("$MEDFIN" sweep year.ini funder.eu.share='60 %' --by gap --by cost -f json)
    [ "$output" = "['cost', 'gap']" ]
    run figure "list(d['scenarios']['secured']['rules'])" < <("$MEDFIN" compare year.ini --only 'balans, regler.reserv' -f json)
    [ "$output" = "['balance', 'reserve']" ]
}

@test "what holds one value is a fault when it is given again, and words stand anywhere" {
    run -2 "$MEDFIN" solve year.ini --vary funder.egen.amount --vary funder.eu.share --until balance
    [[ $output == *"the option --vary is given twice"* ]]
    run -2 "$MEDFIN" check year.ini --lang sv --lang en
    run -2 "$MEDFIN" budget year.ini --by year --by month
    POSIXLY_CORRECT=1 run -1 "$MEDFIN" check year.ini --lang sv
    [[ $output == Kontroll* ]]
}

# Of 10 000 kr: 10 000,01 does not fit, 5 000 does. With an öre more the first fits. In python, for all of six
# activities of random cost, the least rise with which each fits, looked for öre by öre.
@test "what an activity lacks is the least with which it fits" {
    python3 - >plan.ini <<'PY'
import random
random.seed(7)
print("[project]\nstart = 2021-01\nend = 2021-12\nlanguage = en\n[activities]\nbudget = 100,00 kr/year")
for i in range(6):
    print(f"[activity a{i}]\nmonth = 2021-0{i + 1}\namount = {random.randrange(100, 6000) / 100:.2f} kr\npriority = {i // 2 + 1}")
PY
    for budget in 0.00 20.00 55.55 100.00 130.07; do
        "$MEDFIN" prioritise plan.ini --fill -f json --set "activities.budget=$budget kr/year" >told.json
        python3 - <<'PY'
import json
year = json.load(open("told.json"))["years"]["2021"]
costs = [round(a["cost"] * 100) for a in year["activities"]]
def fits(budget, at):
    for cost in costs[:at]:
        budget -= cost if cost <= budget else 0
    return costs[at] <= budget
budget = round(year["budget"] * 100)
for at, activity in enumerate(year["activities"]):
    more = next(more for more in range(sum(costs) + 1) if fits(budget + more, at))
    assert (activity["outcome"] == "fits") == (more == 0), activity
    assert more == round(activity.get("missing", 0) * 100), (activity, more)
PY
    done
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nbudget = 10 000 kr/year\n[activity a]\nmonth = 2021-01\namount = 10 000,01 kr\n[activity b]\nmonth = 2021-01\namount = 5 000 kr\n' >two.ini
    run figure "[a.get('missing') for a in d['years']['2021']['activities']]" < <("$MEDFIN" prioritise two.ini --fill -f json)
    [ "$output" = "[0.01, None]" ]
}

# Five months of 36 cost 13 888 888,89 öre, rounded up, and two funders pay 6 944 444,44 each, rounded down: an öre short.
@test "an öre of rounding is no month in which cash runs out" {
    cat >ore.ini <<'INI'
[project]
start = 2021-01
end = 2023-12
[cost drift]
amount = 1 000 000 kr total
[funder a]
amount = 500 000 kr total
status = granted
[funder b]
amount = 500 000 kr total
status = granted
[funder c]
amount = 100 kr total
status = applied
INI
    run figure "d['safe']['cash']" < <("$MEDFIN" compare --outcomes ore.ini -f json)
    [[ $output == *"'lowest': -0.01"* && $output != *below_from* ]]
    run figure "d['safe']['cash'].get('below_from')" < <("$MEDFIN" compare --outcomes ore.ini -f json --set 'rules.tolerance=0 kr')
    [ "$output" = 2021-05 ]
}
