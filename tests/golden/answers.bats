#!/usr/bin/env bats
# liquidity, compare, sweep and solve against figures worked by hand.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/tests/golden/answers" || return 1
    half=$MEDFIN_SOURCE/scenarios/halv-tjanst-2021-2023/project.ini
}

# figure EXPRESSION: of the JSON on standard input, as python sees it in d.
figure() {
    python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"
}

claims() {
    "$MEDFIN" liquidity claims.ini -f json "$@" | figure "d['total']['lowest_cash'], d['total']['lowest_cash_month'],
        [(p['paid'], p['amount']) for of in d['total']['payments'].values() for p in of.values()]"
}

@test "claims two months late" {
    [ "$(claims)" = "-375000.0 2021-12 [('2021-05', 75000.0), ('2021-08', 75000.0), ('2021-11', 75000.0), ('2022-02', 75000.0)]" ]
}

@test "claims four months late" {
    [ "$(claims --set funder.grant.payment_lag=4)" = "-450000.0 2021-12 [('2021-07', 75000.0), ('2021-10', 75000.0), ('2022-01', 75000.0), ('2022-04', 75000.0)]" ]
}

@test "one open claim at a time" {
    [ "$(claims --set funder.grant.payment_lag=4 --set funder.grant.one_open_claim=yes)" = "-525000.0 2021-12 [('2021-07', 75000.0), ('2022-01', 150000.0), ('2022-05', 75000.0)]" ]
}

# Half of 300 000 kr, at most 100 000 kr: 100 000 kr at once, set off against the first
# claims (75 000 and 25 000), so that 50 000 and 75 000 come of the third and the last.
@test "an advance is set off in full against the first claims" {
    run claims --set 'funder.grant.advance=50 %, at most 100 000 kr'
    [ "$output" = "-375000.0 2021-12 [('2021-01', 100000.0), ('2021-05', 0.0), ('2021-08', 50000.0), ('2021-11', 75000.0), ('2022-02', 75000.0)]" ]
}

# A tenth of 75 000 kr is held back three times; the last claim brings 75 000 + 22 500.
@test "what is held back comes with the final claim" {
    run claims --set 'funder.grant.holdback=10 %'
    [ "$output" = "-397500.0 2021-12 [('2021-05', 67500.0), ('2021-08', 67500.0), ('2021-11', 67500.0), ('2022-02', 97500.0)]" ]
}

# worked-figures.md: half of what is granted, at most 400 000 kr, in the first month; the rest
# of the grant on claims, so that all of it has come in the end.
@test "an advance is half of the grant, at most 400 000 kr" {
    advances() {
        "$MEDFIN" liquidity advance.ini --set "funder.grant.amount=$1 kr total" -f json | figure "
            *(d['total']['payments']['grant']['1'][key] for key in ('is_advance', 'paid', 'amount')),
            *(sum(p[key] for of in d['total']['payments'].values() for p in of.values())
              for key in ('amount', 'set_off'))"
    }
    [ "$(advances '700 000')" = "True 2021-01 350000.0 700000.0 350000.0" ]
    [ "$(advances '800 000')" = "True 2021-01 400000.0 800000.0 400000.0" ]
    [ "$(advances '1 000 000')" = "True 2021-01 400000.0 1000000.0 400000.0" ]
}

# Claimed is what accrued: 4 × 75 000; the 22 500 that were held back are released by the last.
@test "what a claim holds adds up to what is paid" {
    "$MEDFIN" liquidity claims.ini -f json --set 'funder.grant.holdback=10 %' \
        --set 'funder.grant.advance=50 %, at most 100 000 kr' >"$BATS_TEST_TMPDIR/told.json"
    run figure "[(funder, *of) for funder, of in d['total']['payments'].items()],
        *([p[key] for p in d['total']['payments']['grant'].values()] for key in ('claimed', 'released')),
        all(p['is_advance'] or p['claimed'] - p['held_back'] + p['released'] - p['set_off'] == p['amount']
            for p in d['total']['payments']['grant'].values())" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[('grant', '1', '2', '3', '4', '5')] [0.0, 75000.0, 75000.0, 75000.0, 75000.0]\
 [0.0, 0.0, 0.0, 0.0, 22500.0] True" ]
}

# Pre-financed is 375 000; half of the 600 000 is granted, so 300 000 never come.
@test "the figures in short, the verdict and its margin" {
    "$MEDFIN" liquidity claims.ini -f json --set project.opening_cash='100 000 kr' >"$BATS_TEST_TMPDIR/told.json"
    run figure "d['rules'], *(d['total'][key] for key in ('opening_cash', 'lowest_cash', 'prefinanced', 'not_financed',
        'receivable', 'cash', 'cash_month'))" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "{'liquidity': {'verdict': 'fail', 'margin': -275000.0, 'month': '2021-12'}} \
100000.0 -275000.0 375000.0 300000.0 \
{'total': 75000.0, 'by_funder': {'grant': 75000.0}} -200000.0 2022-02" ]
}

@test "data formats carry no bars, and cash begins with what was there" {
    for format in csv md json; do
        run "$MEDFIN" liquidity claims.ini -f $format --lang en --set project.opening_cash='100 000 kr'
        [[ $output != *[█░│]* ]]
    done
    run "$MEDFIN" liquidity claims.ini --csv machine --lang en --set project.opening_cash='100 000 kr'
    [[ $output == *$'\nMonth,Paid out,Received,Cash\nBefore,,,100000.00\n2021-01,50000.00,0.00,50000.00\n'* ]]
    run "$MEDFIN" liquidity claims.ini --lang en --set project.opening_cash='100 000 kr'
    [[ $output == *█* && $output == *░* ]]
}

@test "what cash needs and nobody knows is named, and nothing is guessed" {
    "$MEDFIN" liquidity claims.ini -f json --set 'funder.grant.share=?' >"$BATS_TEST_TMPDIR/told.json"
    run figure "d['total']['lowest_cash'], d['total']['prefinanced'], \
        d['months']['2021-04']['cash'], d['months']['2021-05']['cash']" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "None None -200000.0 None" ]
    run "$MEDFIN" liquidity claims.ini --lang en --set 'funder.grant.share=?'
    [[ $output == *"Unknown: grant, share (--set:1)"* ]]
}

@test "causes add up to the difference" {
    "$MEDFIN" compare undecided.ini more.ini -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "list(d['scenarios']), \
        round(sum(c['change']['total']['gap'] for c in d['scenarios']['more']['causes']), 2), \
        round(d['scenarios']['more']['total']['gap'] - d['scenarios']['base']['total']['gap'], 2), \
        d['scenarios']['more']['difference']['total']['gap'], \
        [c['change']['total']['cost']['total'] for c in d['scenarios']['more']['causes']], \
        [(c['path'], c['from'].replace('\u00a0', ' '), c['to']) for c in d['scenarios']['more']['causes'][:2]][1], \
        d['scenarios']['more']['causes'][2]['with']" <"$BATS_TEST_TMPDIR/told.json"
    # 10 % of 200 000, nothing, 24 months of 500; the grant rises to what it matches: 80 000.
    [ "$output" = "['base', 'more'] -12000.0 -12000.0 -12000.0 [20000.0, 0.0, 12000.0]\
 ('funder.stat.amount', '60 000.00 kr total', None)\
 [{'path': 'cost.lokal.category', 'from': None, 'to': 'premises'}]" ]
}

# What the reference has alone is taken back first: the same as taken from the other side.
@test "compared with another, the causes turn round" {
    "$MEDFIN" compare undecided.ini --against more.ini base -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "d['against'], list(d['scenarios']), \
        [c['change']['total']['cost']['total'] for c in d['scenarios']['base']['causes']], \
        [c['change']['years']['2021']['cost']['total'] for c in d['scenarios']['base']['causes']]" \
        <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "more ['more', 'base'] [-12000.0, 0.0, -20000.0] [-6000.0, 0.0, -10000.0]" ]
}

# A folder cannot be read on top, so its name is the word that it is everywhere else.
@test "base and secured are words beside folders of those names" {
    "$MEDFIN" compare undecided.ini base secured -f json >"$BATS_TEST_TMPDIR/told.json"
    mkdir base secured
    "$MEDFIN" compare undecided.ini base secured -f json >"$BATS_TEST_TMPDIR/again.json"
    rmdir base secured
    cmp "$BATS_TEST_TMPDIR/told.json" "$BATS_TEST_TMPDIR/again.json"
}

# 80 000 of 200 000 kr is decided: 40 000 of 100 000 in 2022. With all, the grant has matched
# 40 000 in 2021 and has 20 000 left, so that 2022 has 40 + 20 + 20 + 10 of 100.
@test "secured money stands beside the project, unless something else is named" {
    "$MEDFIN" compare undecided.ini -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "[(i, s['total']['financing']['total'], s['years']['2022']['gap']) for i, s in d['scenarios'].items()], \
        [c['path'] for c in d['scenarios']['secured']['causes']]" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[('base', 200000.0, -10000.0), ('secured', 80000.0, -60000.0)]\
 ['funder.stat.status', 'funder.kommun.status', 'funder.fond.status']" ]
}

@test "only some figures, rules and scenarios" {
    "$MEDFIN" compare undecided.ini more.ini secured --only gap,balance,more -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "list(d['scenarios']), list(d['scenarios']['more']['total']), \
        [(i, r['verdict'], r['margin']) for i, r in d['scenarios']['more']['rules'].items()]" \
        <"$BATS_TEST_TMPDIR/told.json"
    # 110 000 + 6 000 of cost a year; the grant gives 40 000 of 80 000, the others 70 000: 6 000 short.
    [ "$output" = "['base', 'more'] ['gap'] [('balance', 'fail', -6000.0)]" ]
    run "$MEDFIN" compare undecided.ini --only gpa --lang en
    [ "$status" -eq 2 ]
    [[ $output == *"did you mean 'gap'?"* ]]
}

@test "a step into or out of unknown is unknown, and what both stand on is told once" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
    "$MEDFIN" compare project.ini heltid.ini utan-1-1-medel.ini -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "[[(c['path'], c['change']['total']['cost']['total']) for c in s['causes'] if c['path'] in \
        ('staff.projektledare.monthly_salary', 'cost.lokaler.amount')] for s in list(d['scenarios'].values())[1:]], \
        d['scenarios']['heltid']['difference']['total']['cost']['total']" <"$BATS_TEST_TMPDIR/told.json"
    # 36 months of 3 000 kr, whatever the salary was.
    same="[('staff.projektledare.monthly_salary', None), ('cost.lokaler.amount', 108000.0)]"
    [ "$output" = "[$same, $same] None" ]
    run "$MEDFIN" compare project.ini heltid.ini utan-1-1-medel.ini --by cost --lang en
    [ "$(grep -c '  amount: – → 3 000 kr/month' <<<"$output")" -eq 1 ]
    [[ $output == *"as for “Projektledare på heltid”, above"* ]]
}

# What is set on the spot stands on top of every step: 300 kr in place of 110 000 and 100 000.
@test "causes add up with --set too, and over a project that runs on" {
    printf '[scenario]\n[project]\nend = 2023-12\n[cost drift]\namount *= 1,1\n' >"$BATS_TEST_TMPDIR/on.ini"
    "$MEDFIN" compare undecided.ini "$BATS_TEST_TMPDIR/on.ini" --set 'cost.drift.amount=300 kr/year' \
        -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "[(c['path'], c['change']['total']['cost']['total'], c['change']['years']['2023']['cost']['total']) \
        for c in d['scenarios']['on']['causes']], d['scenarios']['on']['difference']['total']['cost']['total'], \
        *(list(s['years']) for s in d['scenarios'].values())" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[('project.end', 300.0, 300.0)] 300.0 ['2021', '2022'] ['2021', '2022', '2023']" ]
}

# By hand with python's fractions: compared.py.
@test "three scenarios of Jämtland, figure by figure and year by year" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
    "$MEDFIN" compare project.ini --against antaganden.ini heltid.ini utan-1-1-medel.ini -f json |
        "$MEDFIN_SOURCE/tests/golden/compared.py"
}

@test "every outcome of three undecided funders" {
    "$MEDFIN" compare --outcomes undecided.ini -f json >"$BATS_TEST_TMPDIR/told.json"
    # All yes: 200 000 of 200 000. All no: 80 000, and 0,3 × 0,5 × 0,8 = 12 %.
    run figure "len(d['outcomes']), d['outcomes'][0]['gap'], d['outcomes'][0]['probability'], d['outcomes'][-1]['gap'], \
        round(sum(o['probability'] for o in d['outcomes']), 9)" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "8 -120000.0 0.12 0.0 1.0" ]
}

@test "the answers of Jämtland, and how far the secured money reaches before them" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
    "$MEDFIN" compare --outcomes project.ini antaganden.ini -f json |
        "$MEDFIN_SOURCE/tests/golden/compared.py" outcomes
    run "$MEDFIN" compare --outcomes project.ini antaganden.ini
    [[ $output == *"2022-05 och senare får vänta på: Länsstyrelsen i Jämtlands"*"1:1-medel"*"(RUN/453/2020)"* ]]
}

# A funder that is decided may have a year that is not: 30 000 of 2022 waits, 2021 does not.
@test "a year that is not decided is asked for, and no other" {
    "$MEDFIN" compare --outcomes undecided.ini --set funder.egen.status=granted -f json \
        --set 'funder.egen.amount=none' --set 'funder.egen.2021=50 000 kr' \
        --set 'funder.egen.2022=30 000 kr estimated' >"$BATS_TEST_TMPDIR/told.json"
    run figure "[u['funder'] for u in d['undecided']], [o['gap'] for o in d['outcomes'] if o['refused'] == 'egen'], \
        d['safe']['years']['2021']['secured'], d['safe']['years']['2022']['secured']" <"$BATS_TEST_TMPDIR/told.json"
    # Without it the grant matches 50 000 of its 60 000: 200 000 − 50 000 − 50 000 − 60 000 are missing.
    [ "$output" = "['egen', 'stat', 'kommun', 'fond'] [-40000.0] 50000.0 0.0" ]
}

@test "4 096 outcomes: a page shows both ends, CSV and JSON all" {
    sed '/^.funder f12/,$d' "$MEDFIN_SOURCE/tests/errors/too-many-undecided.ini" >"$BATS_TEST_TMPDIR/twelve.ini"
    run "$MEDFIN" compare --outcomes "$BATS_TEST_TMPDIR/twelve.ini" --lang en
    [ "$status" -eq 0 ]
    [[ $output == *"Shown are the worst 12 and the best 12 of 4096 outcomes"* && $output == *"…"* ]]
    [ "${#lines[@]}" -lt 120 ]
    [ "$("$MEDFIN" compare --outcomes "$BATS_TEST_TMPDIR/twelve.ini" --csv machine | grep -cE '^"?(all say|no from|yes only)|^"?(alla säger|nej från|ja bara)')" -eq 4096 ]
    run figure "len(d['outcomes']), sorted(o['gap'] for o in d['outcomes'])[1365]" \
        < <("$MEDFIN" compare --outcomes "$BATS_TEST_TMPDIR/twelve.ini" -f json)
    # 1 + 12 + 66 + 220 + 495 = 794 with at most four yes, + 792 with five: number 1 365 has five.
    [ "$output" = "4096 5000.0" ]
}

@test "a swept figure is what --set gives" {
    swept=$("$MEDFIN" sweep "$half" 'staff.projektledare.share=40%..50%:5%' -f json |
        figure "d['points'][1]['total']['cost']['total']")
    set=$("$MEDFIN" budget "$half" --set 'staff.projektledare.share=45%' -f json | figure "d['total']['cost']['total']")
    [ "$swept" = "$set" ]
}

# 44,79 % of 2023's 881 841,06 kr is 394 976,61; 44,8 % is 395 064,79, above 395 000 + 1.
@test "the share that the money carries, with its neighbour" {
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until balance --lang en
    [ "$status" -eq 0 ]
    [[ ${output//$'\n'/ } == *"(staff.projektledare.share) has to be at most 44.79 %"* && $output == *"At 44.8 %, one step away, it fails"* ]]
}

@test "no solution says what stands in the way" {
    run "$MEDFIN" solve "$half" --vary index.lonerevision.2023-04 --until balance --lang en
    [ "$status" -eq 4 ]
    [[ $output == *"What binds: Budget balances."* ]]
}

# The search starts from what holds: half of 50 % is 25 %, below what the money carries.
@test "a search starts from the value as scenarios have changed it" {
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until balance --lang en \
        --set 'staff.projektledare.share *= 0,5'
    [ "$status" -eq 0 ]
    [[ ${output//$'\n'/ } == *"holds as it is, and does up to "*"(staff.projektledare.share) at 44.79 %"* ]]
}

# A rule that says something of several counts once, as the gravest: worked here from the findings.
@test "check says in a line how many rules hold" {
    "$MEDFIN" check undecided.ini -f json >"$BATS_TEST_TMPDIR/told.json" || [ $? -eq 1 ]
    line=$(python3 - "$BATS_TEST_TMPDIR/told.json" <<'END'
import json, sys
told, grave = json.load(open(sys.argv[1])), ["not-applicable", "pass", "warn", "undetermined", "fail"]
of = {}
for rule, found in told["rules"].items():
    below = found.get("by_subject", {}).values()
    of[rule] = [grave.index(each["verdict"]) for each in (found, *below) if "verdict" in each]
findings, of = sum(map(len, of.values())), {rule: max(verdicts) for rule, verdicts in of.items()}
counts = {word: list(of.values()).count(i) for i, word in enumerate(grave)}
assert counts == told["counts"] and counts["fail"] == 1 and len(of) < findings
print("%d rules apply. Pass: %d, warning: %d, fail: %d, undetermined: %d." % (
    len(of) - counts["not-applicable"], counts["pass"], counts["warn"], counts["fail"], counts["undetermined"]))
END
    )
    run "$MEDFIN" check undecided.ini --lang en
    [[ $output == *"$line"* ]]
}

@test "a stack of scenarios is named whole" {
    cp undecided.ini more.ini "$BATS_TEST_TMPDIR"
    cd "$BATS_TEST_TMPDIR"
    printf '[scenario]\nbase = more.ini\n' >untitled.ini
    run "$MEDFIN" check undecided.ini untitled.ini --lang en
    [[ $output == *"Scenario: Mer + untitled"* ]]
    "$MEDFIN" budget undecided.ini untitled.ini -f json |
        python3 -c 'import json, sys; assert json.load(sys.stdin)["project"]["scenarios"] == ["Mer", "untitled"]'
}

# Lines 7 and 12 are right in the project itself; each fault comes from one line on top, of a file or of --set.
@test "a fault that a scenario causes points at it too" {
    cd "$BATS_TEST_TMPDIR"
    cat >right.ini <<'INI'
[project]
start = 2021-01
end   = 2023-12

[cost c]
amount = 10 kr/month
to     = 2023-06

[funder f]
amount = 1 kr total
status = decided
frame  = r

[frame r]
amount = 10 kr/year
INI
    printf '[scenario]\n[cost c]\namount = 20 kr/month\nfrom = 2023-08\n' >later.ini
    printf '[scenario]\nbase = later.ini\n[frame r]\nactive = no\n' >none.ini
    run --separate-stderr "$MEDFIN" check right.ini later.ini --lang en
    diff - <(sed -n 1,6p <<<"$stderr") <<'FAULT'
right.ini:7:10: error: the line ends in 2023-06, before it starts in 2023-08
       7 | to     = 2023-06
         |          ^~~~~~~
because of later.ini:4
       4 | from = 2023-08
         | ^~~~
FAULT
    # Names are looked up first, so what else is wrong waits until they are right.
    run --separate-stderr "$MEDFIN" check right.ini none.ini --lang en
    [[ $stderr == "right.ini:12:10: "*"because of none.ini:4"*"active = no"* ]]
    run --separate-stderr "$MEDFIN" check right.ini --set frame.r.active=no --lang sv
    [[ $stderr == "right.ini:12:10: "*"på grund av --set:1"* ]]
    # What stands wrong in its own file has no other cause.
    printf '[scenario]\n[cost c]\nfrom = 2023-08\nto = 2023-02\n' >itself.ini
    run --separate-stderr "$MEDFIN" check right.ini itself.ini --lang en
    [[ $stderr == "itself.ini:4:"* && $stderr != *"because of"* ]]
}

@test "the heading says that only secured money counts" {
    run "$MEDFIN" budget undecided.ini --scenario secured --lang en
    [[ $output == *"Scenario: Only what is secured"* ]]
    run "$MEDFIN" check undecided.ini more.ini --scenario secured --lang sv
    [[ $output == *"Scenario: Mer; bara säkrade medel"* ]]
    run "$MEDFIN" budget undecided.ini --lang en
    [[ $output != *"Scenario:"* ]]
}

# Worked with fractions in Python: 36 equal parts of 132 276 158 öre are what 2023 costs, the last 12 of them; an öre
# less leaves it an öre short, which the tolerance forgives and the answer does not.
@test "the amount that a full half post needs, with its neighbour" {
    run "$MEDFIN" solve "$half" --vary funder.region.amount --until balance --lang en -f json
    [ "$status" -eq 0 ]
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour'], d['binds'], d['monotone']" <<<"$output"
    [ "$output" = "1322761.58 1322761.57 -0.01 balance True" ]
}

# Worked with fractions in Python, salary and month rounded to öre: at −1,45 % a year 2023 costs
# 394 976,37 of 395 000; at −1,44 % it costs 395 086,44.
@test "the yearly revision that the money bears, with its neighbour" {
    yearly=$MEDFIN_SOURCE/scenarios/halv-tjanst-2021-2023/arlig-revision.ini
    run "$MEDFIN" solve "$half" "$yearly" --vary index.arlig.rate --until balance -f json
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour']" <<<"$output"
    [ "$output" = "-0.0145 -0.0144 -86.44" ]
    # The money as one sum over the years: −0,62 % leaves 193,62 kr, −0,61 % lacks 15,96 kr.
    run "$MEDFIN" solve "$half" "$yearly" --vary index.arlig.rate --until balance -f json --set rules.balance=project
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour']" <<<"$output"
    [ "$output" = "-0.0062 -0.0061 -15.96" ]
}

# 2023 is 395 000 less 8 818,41 kr for each percent of the share: 43,65 % leaves 10 076,37 kr.
@test "of several aims the one that binds is named" {
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until 'balance, years.2023.gap>=10 000 kr' -f json
    run figure "d['answer'], d['neighbour'], d['binds']" <<<"$output"
    [ "$output" = "0.4365 0.4366 years.2023.gap" ]
}

# Worked with fractions in Python, salary and month rounded to öre: 36,07 % costs 899 859,57 kr, 36,08 % 900 109,05,
# and 890 000 kr is passed at 35,68 %. Doubled steps from 50 % go by all of that.
@test "aims that pull apart are met between the steps of a search" {
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until 'cost<=900 000 kr, cost>=890 000 kr' -f json
    [ "$status" -eq 0 ]
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour'], d['binds']" <<<"$output"
    [ "$output" = "0.3607 0.3608 -109.05 total.cost.total" ]
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until 'cost<=890 000 kr, cost>=900 000 kr'
    [ "$status" -eq 4 ]
}

# All that is paid is the cost of the half post, 1 247 379,57 kr, worked as above.
@test "what is unknown holds nothing as it is" {
    run "$MEDFIN" solve "$half" --vary funder.region.amount --until 'gap<=0 kr' --set 'funder.region.amount=? total' --lang en
    [ "$status" -eq 0 ]
    [[ ${output//$'\n'/ } == *"(funder.region.amount) has to be at most 1 247 379.57 kr"* ]]
    [[ $output != *"as it is"* ]]
}

@test "a search keeps within its bounds" {
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until balance --bounds 60%..80% --lang en
    [ "$status" -eq 4 ]
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until balance --bounds 10%..20% --lang en
    [ "$status" -eq 0 ]
    [[ ${output//$'\n'/ } == *"At 20 %, the bound nearest to where "*"(staff.projektledare.share) stands, this"* ]]
    run "$MEDFIN" solve "$half" --vary staff.projektledare.share --until staffing --lang en
    [[ ${output//$'\n'/ } == *"holds at every value of "*"(staff.projektledare.share) that was tried"* ]]
}

# The same boundary as the search's: 44,79 % and 44,8 %.
@test "a sweep tells where a rule turns to the value's own unit" {
    run "$MEDFIN" sweep "$half" 'staff.projektledare.share=40%..50%:5%' --by verdict -f json
    run figure "[(t['last'], t['first'], t['from'], t['to']) for t in d['turns'] if t['rule'] == 'balance']" <<<"$output"
    [ "$output" = "[(0.4479, 0.448, 'warn', 'fail')]" ]
    run "$MEDFIN" sweep "$half" 'staff.projektledare.share=30%, 31%' --lang en
    [[ $output == *"No rule turns between these values."* ]]
}

@test "statuses are swept, and several figures by their paths" {
    run "$MEDFIN" sweep "$half" funder.region.status=decided,avslagen --by cost,years.2022.financing -f json
    run figure "[(p['value'], p['total']['cost']['total'], p['years']['2022']['financing']['total']) \
        for p in d['points']]" <<<"$output"
    [ "$output" = "[('decided', 1247379.57, 395000.0), ('rejected', 1247379.57, 0.0)]" ]
}

@test "two paths make a grid" {
    run "$MEDFIN" sweep "$half" 'staff.projektledare.share=40%; 50%' 'funder.region.amount=1185 tkr total; 1,3 mnkr total' -f json
    run figure "d['grid']['total']['gap'], d['grid']['verdict'], d['axes'][1]['values']" <<<"$output"
    # Worked with fractions in Python; 2023 lacks 7 587,20 kr at 50 % of 1,3 mnkr, and at 40 % the owner's own money is
    # more than the cost, which warns.
    [ "$output" = "[[187096.38, 302096.38], [-62379.57, 52620.43]] [['warn', 'warn'], ['fail', 'fail']] [1185000.0, 1300000.0]" ]
}

# 50 members are to pay 1 200 000 kr a year: 24 000 kr each, 4 000 + 20 000 × 1 kr; at 10 000 kr each, 120 members.
@test "a fee and the number of members are searched for, in their own units" {
    run "$MEDFIN" solve network.ini --vary tariff.kommun.per_inhabitant --until balance -f json
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour']" <<<"$output"
    [ "$output" = "1 0.9999 -100.0" ]
    run "$MEDFIN" sweep network.ini tariff.kommun.count=50..150:50 --by verdict -f json
    run figure "[(t['last'], t['first'], t['to']) for t in d['turns'] if t['rule'] == 'balance']" <<<"$output"
    [ "$output" = "[(119, 120, 'pass'), (120, 121, 'warn')]" ]
}

# The printed figures, counted here once more: each cause's cost, financing and gap across, and
# every column downwards; of one figure, the years across.
@test "the table of causes adds up as printed, down and across" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023" || return 1
    cat >"$BATS_TEST_TMPDIR/sums.py" <<'END'
import re, sys
rows = [line for line in sys.stdin.read().split("Vad som skiljer: ")[-1].splitlines() if re.search(r"\d$", line)]
figures = [[int(part.replace(" ", "").replace("−", "-")) for part in re.split(r"  +", row.strip())[1:]] for row in rows]
assert len(figures) == 5, rows
for row in figures:
    assert sum(row[:-1]) == row[-1] if sys.argv[1] == "years" else row[1] - row[0] == row[2], row
assert [sum(column) for column in zip(*figures[:-1])] == figures[-1], figures
END
    for unit in kr tkr; do
        "$MEDFIN" compare project.ini --against antaganden.ini heltid.ini --unit $unit |
            python3 "$BATS_TEST_TMPDIR/sums.py" figures
        "$MEDFIN" compare project.ini --against antaganden.ini heltid.ini --unit $unit --by gap |
            python3 "$BATS_TEST_TMPDIR/sums.py" years
    done
}

# By hand: financing less cost is −20 000, 0 and 30 000 kr, the margin of what should be nothing
# below zero both ways; a krona is forgiven, but where it turns is where nothing is: 100 000 kr.
# From a point that holds by the tolerance alone it turns where that ends.
@test "a sweep by a rule tells its verdict, its margin and where it turns" {
    cat >"$BATS_TEST_TMPDIR/one.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[cost drift]
amount = 100 000 kr total

[funder region]
amount = 90 000 kr total
status = granted
INI
    sweep() {
        "$MEDFIN" sweep "$BATS_TEST_TMPDIR/one.ini" 'funder.region.amount=80 tkr total; 100 tkr total; 130 tkr total' "$@"
    }
    sweep --by balance -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "[(*(p['rules']['balance'][key] for key in ('verdict', 'margin')), 'total' in p) for p in d['points']]" \
        <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[('fail', -20000.0, False), ('pass', 0.0, False), ('warn', -30000.0, False)]" ]
    run figure "[(t['rule'], t['last'], t['first']) for t in d['turns']]" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[('balance', 99999.99, 100000.0), ('balance', 100000.0, 100000.01)]" ]
    run "$MEDFIN" sweep "$BATS_TEST_TMPDIR/one.ini" 'funder.region.amount=80 tkr total; 99 999,50 kr total' --by balance --lang en
    [[ ${output//$'\n'/ } == *"turns from fail to pass between 99 998.99 kr total and 99 999.00 kr total, with its tolerance."* ]]
    sweep 'cost.drift.amount=100 tkr total; 80 tkr total' --by balance,gap -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "d['grid']['rules']['balance']['margin'], d['grid']['rules']['balance']['verdict'][0], \
        d['grid']['total']['gap'][1]" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "[[-20000.0, 0.0], [0.0, -20000.0], [-30000.0, -50000.0]] ['fail', 'pass'] [0.0, 20000.0]" ]
    run sweep --by balanse --lang en
    [ "$status" -eq 2 ]
    [[ $output == *"did you mean 'balance'?"* ]]
}

# By hand: 12 × 5 000 = 60 000 is what is certified, to the öre; an öre less a month lacks 12 öre, which the tolerance
# forgives. Of 60 000,06 kr no amount a month is the twelfth: 12 × 4 999,93 = 59 999,16 is the first that lacks less
# than a krona, and 12 × 4 999,92 = 59 999,04 lacks 1,02 kr.
@test "a value that is found only between too little and too much" {
    cat >"$BATS_TEST_TMPDIR/certified.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[cost tid]
amount = 1 000 kr/month
in_kind_by = lan

[cost drift]
amount = 100 tkr total

[funder lan]
amount = 100 tkr total
status = granted
in_kind = 60 000 kr total
INI
    for bounds in '0 kr/month..1 mnkr/month' '4 990 kr/month..5 010 kr/month'; do
        "$MEDFIN" solve "$BATS_TEST_TMPDIR/certified.ini" --vary cost.tid.amount --until in-kind --bounds "$bounds" \
            -f json >"$BATS_TEST_TMPDIR/told.json"
        run figure "d['answer'], d['neighbour'], d['margin_at_neighbour']" <"$BATS_TEST_TMPDIR/told.json"
        [ "$output" = "5000.0 4999.99 -0.12" ]
    done
    "$MEDFIN" solve "$BATS_TEST_TMPDIR/certified.ini" --vary cost.tid.amount --until in-kind \
        --set 'funder.lan.in_kind=60 000,06 kr total' -f json >"$BATS_TEST_TMPDIR/told.json"
    run figure "d['answer'], d['neighbour'], d['margin_at_neighbour'], d['within_tolerance']" <"$BATS_TEST_TMPDIR/told.json"
    [ "$output" = "4999.93 4999.92 -1.02 True" ]
}

# The path is what --set takes; beside it the key in the reader's words.
@test "a changed value is told in words, and its path can be copied" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023" || return 1
    run "$MEDFIN" compare project.ini --against antaganden.ini heltid.ini --by cost,gap
    [[ $output == *"Projektledare (personal.projektledare)"*"tjänstgöringsgrad: 50 % → 100 %"* ]]
    run "$MEDFIN" compare project.ini --against antaganden.ini heltid.ini --by cost,gap --lang en
    [[ $output == *"Projektledare (staff.projektledare)"*"share: 50 % → 100 %"* ]]
    run "$MEDFIN" sweep project.ini antaganden.ini 'project.opening_cash=1 kr; 2 kr' --by lowest_cash
    [[ $output == *"Varieras: ingående kassa (projekt.ingående_kassa)."* ]]
    run "$MEDFIN" solve project.ini antaganden.ini --vary staff.projektledare.share --until balance
    [[ ${output//$'\n'/ } == *"Projektledare, tjänstgöringsgrad (personal.projektledare.tjänstgöringsgrad) är högst 49,99 %"* ]]
    run "$MEDFIN" sensitivity project.ini osakerhet.ini
    [[ ${output//$'\n'/ } == *", belopp "* && $output != *amount* ]]
}

# Written in the files: 45 000 kr, 2 %, a source; ? is null.
@test "what a figure rests on is told as figures, with what was stated beside them" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023" || return 1
    run figure "[(i['path'], i['value'], i['stated'].replace('\xa0', ' '), i['place'], i['source']) for i in d['inputs'][:2]]" \
        < <("$MEDFIN" explain project.ini antaganden.ini staff.projektledare 2022-05 -f json)
    [ "$output" = "[('staff.projektledare.monthly_salary', 45000.0, '45 000,00 kr', 'antaganden.ini:25', 'assumption'), \
('index.lonerevision.2021-04', 0.02, '2 %', 'antaganden.ini:19', 'assumption')]" ]
    run figure "d['inputs'][0]['value'], d['inputs'][0]['stated']" \
        < <("$MEDFIN" explain project.ini staff.projektledare 2022-05 -f json)
    [ "$output" = "None ?" ]
}

# 12 000 kr a month from July 2021 are 72 000, 144 000 and 144 000 kr; 36 000 and 324 000 kr over three years are 120 000
# a year. The plan itself, where the amount is not known, has none of these figures.
@test "the figures of an answer are those of the plan with the answer in place" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'EOF'
[project]
title = P
start = 2021-01
end = 2023-12
language = en
[funder a]
status = granted
amount = 36 000 kr total
[funder b]
status = applied
amount = ? total
[cost c]
amount = 12 000 kr/month
from = 2021-07
EOF
    run "$MEDFIN" check "$BATS_TEST_TMPDIR/p.ini"
    [ "$status" -eq 1 ]
    [[ "$output" = *"b, amount at 324 000.00 kr total balances"*$'\n'"cost                   72 000  144 000  144 000  360 000"$'\n'"financing             120 000  120 000  120 000  360 000"* ]]
    [[ "$output" = *$'\n'"financing minus cost   48 000  −24 000  −24 000        0"$'\n'* ]]
}

# 6 000 kr are half of 12 000, a quarter of 24 000 and no part of nothing.
@test "a share of nothing is none in a sweep" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'EOF'
[project]
title = P
start = 2021-01
end = 2021-12
language = en
[funder a]
status = granted
amount = 6 000 kr total
max_share = 50 %
[cost c]
amount = 12 000 kr/year
EOF
    run "$MEDFIN" sweep "$BATS_TEST_TMPDIR/p.ini" 'cost.c.amount=0 kr/year..24 000 kr/year:12 000 kr/year' \
        --by rules.share.by_subject.a.share -f csv
    [ "$(tr -d '\r' <<<"$output" | sed -n 's/.*;//p' | tail -n 3 | paste -sd' ')" = '? 0,5 0,25' ]
}
