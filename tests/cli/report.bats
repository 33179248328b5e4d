#!/usr/bin/env bats
# report: the other commands' contents in one document.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
    out=$BATS_TEST_TMPDIR
}

headings() {
    sed -n 's/^## //p' "$1"
}

@test "what is decided from comes first, and behind it as annexes what proves it" {
    "$MEDFIN" report project.ini antaganden.ini --lang en -o "$out/report.md"
    diff - <(headings "$out/report.md") <<'PARTS'
If somebody says no
What must be decided when?
What it rests on
Annexes
Check
Budget
Liquidity
Assumptions and sources
How the figures were made
About the figures
PARTS
}

@test "its data is what the other commands give" {
    "$MEDFIN" report project.ini antaganden.ini -f json >"$out/report.json"
    for command in check budget liquidity; do
        "$MEDFIN" "$command" project.ini antaganden.ini -f json >"$out/$command.json"
    done
    python3 - "$out" <<'PYTHON'
import json, sys

def loaded(name):
    with open(f"{sys.argv[1]}/{name}.json", encoding="utf-8") as file:
        return json.load(file, parse_float=str, parse_int=str)

def merged(into, other):
    for key, value in other.items():
        both = isinstance(value, dict) and isinstance(into.get(key), dict)
        into[key] = merged(into[key], value) if both else value
    return into

# Where values stand is for those who edit files, by check alone.
PLACES = ("stated", "sections")
whole = {}
for name in ("check", "budget"):
    merged(whole, {key: value for key, value in loaded(name).items() if key not in PLACES})
report = loaded("report")
lead = report.pop("lead")
assert lead["verdict"] == "warn" and "1\u00a0523\u00a0160 av 2\u00a0708\u00a0160" in lead["text"], lead
whole["liquidity"] = {key: value for key, value in loaded("liquidity").items() if key not in ("schema", "project")}
assert whole == report, [key for key in whole if whole[key] != report.get(key)]
PYTHON
}

# The 1:1 money is 1 305 000 kr, all of what the refusal takes away (antaganden.ini).
@test "a scenario on top is compared with what it stands on, as far as that is known" {
    "$MEDFIN" report project.ini utan-1-1-medel.ini --lang en -o "$out/refused.md"
    headings "$out/refused.md" | grep -qx Comparison
    sed 's/\xc2\xa0/ /g' "$out/refused.md" | grep -qE 'The whole difference.*\*\*0\*\*.*−1 305 000.*−1 305 000'
    run ! grep -q 'What makes the difference: Med antaganden,' "$out/refused.md"
}

@test "what is uncertain is simulated, and gives what simulate gives" {
    "$MEDFIN" report project.ini antaganden.ini osakerhet.ini --trials 2000 --seed 7 -f json >"$out/report.json"
    "$MEDFIN" simulate project.ini antaganden.ini osakerhet.ini --trials 2000 --seed 7 -f json >"$out/simulate.json"
    python3 - "$out" <<'PYTHON'
import json, sys
report, alone = (json.load(open(f"{sys.argv[1]}/{name}.json", encoding="utf-8")) for name in ("report", "simulate"))
assert report["simulate"] == {key: value for key, value in alone.items() if key not in ("schema", "project")}
PYTHON
    "$MEDFIN" report project.ini antaganden.ini osakerhet.ini --lang en -f md >"$out/report.md"
    grep -q '^## Simulation' "$out/report.md"
    for threads in 1 2 7; do
        "$MEDFIN" report project.ini antaganden.ini osakerhet.ini --lang en -f md --threads $threads | cmp - "$out/report.md"
    done
    "$MEDFIN" report project.ini antaganden.ini --lang en -f md >"$out/certain.md"
    run ! grep -q '^## Simulation' "$out/certain.md"
}

# Of 205 uncertain values a rate and the 199 widest ranges of money are tried: of ranges of 2 · i kronor those of i = 6 to
# 204, so that the narrowest one left in is 12 kr and the widest left out 10 kr.
@test "a report tries the widest of many uncertain values, makes fewer trials, and says so" {
    {
        printf '[project]\nstart = 2024-01\nend = 2024-12\n[index prices]\n2024-01 = 2 %% ~ normal(1 %%)\n'
        for i in $(seq 204); do
            printf '[cost c%d]\namount = 1000 kr total ~ uniform(%d kr, %d kr)\n' "$i" $((1000 - i)) $((1000 + i))
        done
    } >"$out/many.ini"
    "$MEDFIN" report "$out/many.ini" --lang en -f json >"$out/report.json"
    python3 - "$out/report.json" <<'PYTHON'
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
tried = {value["path"] for value in report["sensitivity"]["values"]}
assert tried == {"index.prices.2024-01"} | {f"cost.c{i}.amount" for i in range(6, 205)}, tried
assert report["simulate"]["simulation"]["trials"] == 10000
PYTHON
    run -0 "$MEDFIN" report "$out/many.ini" --lang en
    [[ $output == *"5 more uncertain values were not tried"* ]]
    run -0 "$MEDFIN" sensitivity "$out/many.ini" --lang en
    [[ $output != *"were not tried"* ]]
}

@test "a failed rule is told first, and the report is written all the same" {
    run -0 "$MEDFIN" report project.ini utan-1-1-medel.ini --lang en
    lead=$(grep -n '^✗ The budget does not balance' <<<"$output" | head -1 | cut -d: -f1)
    failed=$(grep -n '^Budget balances .*fail' <<<"$output" | head -1 | cut -d: -f1)
    met=$(grep -n '^Rules that are met$' <<<"$output" | head -1 | cut -d: -f1)
    [ "$lead" -lt "$failed" ] && [ "$failed" -lt "$met" ]
}

# 33 994,55 = round(46 818 × 50 % × 1,4522), the tour's figure; the last month's is
# round(48 737,54 × 50 % × 1,5228) = 37 108,76, by bc.
@test "headline figures are derived as explain derives them" {
    "$MEDFIN" report project.ini antaganden.ini --lang en | tr -s ' ' >"$out/report.txt"
    grep -q '^37 108.76 kr = 48 737.54 kr × 50 % × (1 + 52.28 %)$' "$out/report.txt"
    "$MEDFIN" explain project.ini antaganden.ini cost --lang en | sed -n '/^How it was made/,/^$/{/^How/d;p}' | tr -s ' ' >"$out/explained.txt"
    test -s "$out/explained.txt"
    python3 -c 'import sys; a, b = (open(p, encoding="utf-8").read() for p in sys.argv[1:]); sys.exit(a not in b)' \
        "$out/explained.txt" "$out/report.txt"
}

@test "an association's report has its fees, as the command of that name gives them" {
    cd ../sekom-2021
    "$MEDFIN" report project.ini antaganden.ini -f json >"$out/report.json"
    "$MEDFIN" fees project.ini antaganden.ini -f json >"$out/fees.json"
    python3 - "$out" <<'PYTHON'
import json, sys
report, fees = (json.load(open(f"{sys.argv[1]}/{name}.json", encoding="utf-8")) for name in ("report", "fees"))
assert report["fees"] == {key: value for key, value in fees.items() if key not in ("schema", "project", "tables")}
assert report["tables"] == fees["tables"]
kommun = report["fees"]["years"]["2021"]["fees"]["by_tariff"]["kommun"]
assert kommun["by_member"]["1080"]["total"] == 23954.5  # 4 000 + 0,30 × 66 515
PYTHON
}

# 414 941,42 kr at the end of 2023 less 525 932,47 required, by the year and by the months ahead, and
# less 332 409,39 to wind down.
@test "the reading that decides is named wherever the reserve is told, the others beside it" {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021"
    run -1 "$MEDFIN" check project.ini antaganden.ini --lang en
    grep -q "^Reserve suffices  *counted on the .*fail  *−110 991 kr  2023-12" <<<"$output"
    grep -q "^Counted on the year's running cost (decides)" <<<"$output"
    run -0 "$MEDFIN" report project.ini antaganden.ini --lang en -f md
    grep -q "\*\*Counted on the year's running cost (decides)\*\*" <<<"$output"
    grep -q "| \*\*Counted on winding down\*\* " <<<"$output"
    run -0 "$MEDFIN" compare project.ini --against antaganden.ini region-lamnar.ini --lang en
    grep -qE "^    counted on the year's running cost \(decides\) +−110 991" <<<"$output"
    grep -qE '^    counted on the months ahead +−110 991' <<<"$output"
    grep -qE '^    counted on winding down +82 532' <<<"$output"
    run -0 "$MEDFIN" compare project.ini antaganden.ini --set reserve.basis=winding_down --against base region-lamnar.ini --lang en
    grep -qE '^    counted on winding down \(decides\) ' <<<"$output"
    run -0 "$MEDFIN" simulate project.ini antaganden.ini --trials 1000 --lang en
    grep -qE "^Reserve suffices +counted on the " <<<"$output"
}

# The sentence in brackets behind a rule is the author's own source of what the rule asks there, or none.
@test "where a rule comes from is told in help alone; a report gives the author's own source" {
    COLUMNS=1000 "$MEDFIN" help rules --lang sv >"$out/rules.txt"
    sed -n 's/^Källa: //p' "$out/rules.txt" >"$out/origins.txt"
    [ "$(wc -l <"$out/origins.txt")" -ge 16 ]
    grep -q 'RUN/453/2020' "$out/origins.txt"
    cat >"$out/own.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[cost c]
amount = 300 kr total

[funder f]
amount = 200 kr total
status = decided
group  = g

[group g]
max_share = 50 %
source    = våra villkor 7 §

[rules]
liquidity_limit = 10 kr
source = assumption
INI
    for rule in $(sed -n 's/^.*(\([a-z-]*\))$/\1/p' "$out/rules.txt"); do
        COLUMNS=1000 "$MEDFIN" explain "$out/own.ini" "$rule" --lang sv >>"$out/told.txt"
    done
    [ "$(grep -c '^Regeln: ' "$out/told.txt")" -ge 16 ]
    run ! grep -Ff "$out/origins.txt" "$out/told.txt"
    run ! grep -E 'RUN/|§ 3|Västernorrland|Blekinge|Sekom|Ekokommun' "$out/told.txt"
    grep -q '^Regeln: .*belopp\. (våra villkor 7 §)$' "$out/told.txt"
    [ "$(grep -c '^Regeln: .*(antagande)$' "$out/told.txt")" -ge 5 ]
}

@test "a single value has a source of its own, wherever sources are told" {
    cat >"$out/one.ini" <<'INI'
[project]
start = 2021-01
end   = 2022-12

[staff p]
monthly_salary         = 100 kr
monthly_salary.2022-04 = 110 kr
share                  = 50 %
source.monthly_salary.2022-04 = avtal 2022
source.share           = beslut 7
source                 = assumption

[funder f]
amount = 200 kr total
status = decided
reference = R
group  = g
source.amount = avsiktsförklaring

[group g]
max_share = 50 %
source.max_share = förordning (2003:596) 5 §
INI
    cat >"$out/on-top.ini" <<'INI'
[scenario]
title = Mer

[staff p]
share = 60 %
source.share = muntligt besked
INI
    "$MEDFIN" explain "$out/one.ini" "$out/on-top.ini" staff.p 2022-05 --lang en -f json >"$out/leaf.json"
    python3 - "$out" <<'PYTHON'
import json, sys
inputs = {leaf["path"]: leaf["source"] for leaf in json.load(open(sys.argv[1] + "/leaf.json", encoding="utf-8"))["inputs"]}
assert inputs["staff.p.monthly_salary.2022-04"] == "avtal 2022", inputs
assert inputs["staff.p.share"] == "muntligt besked", inputs
PYTHON
    "$MEDFIN" explain "$out/one.ini" staff.p 2021-05 --lang en | tr -s ' ' >"$out/leaf.txt"
    grep -q 'one.ini:8, beslut 7' "$out/leaf.txt"
    grep -q 'one.ini:6, assumption' "$out/leaf.txt"
    # Five figures: two salaries, a share, an amount and a highest share; each has a source.
    run -0 "$MEDFIN" explain "$out/one.ini" evidence --lang en
    [[ $output == *"Sources and decisions: pass"* ]]
    COLUMNS=200 "$MEDFIN" report "$out/one.ini" --lang en | tr -s ' ' | sed -n '/^Source Stated/,/^$/p' >"$out/sources.txt"
    sed 1,2d "$out/sources.txt" | sort | diff - <(printf '%s\n' '' 'assumption 1' 'avsiktsförklaring 1' 'avtal 2022 1' 'beslut 7 1' 'förordning (2003:596) 5 § 1' | sort)
    run -0 "$MEDFIN" explain "$out/one.ini" group --lang en
    [[ ${output//$'\n'/ } == *"(förordning (2003:596) 5 §)"* ]]
}

# Worked apart, month by month: the post (45 000 kr, raised in April, 50 %, the on-cost of each year) costs 400 524,12,
# 405 934,92 and 440 920,53 kr, the premises 36 000 kr a year and the activities 433 476, 428 065 and 393 079 kr. Half a
# year of all three is 435 000,06 kr at most, shown in whole kronor, and of the first two 238 460,27 kr in 2023.
@test "what a reserve counts as running is seen, and what it would require without one" {
    run -0 "$MEDFIN" check project.ini antaganden.ini --lang en
    tr -s ' \n' ' ' <<<"$output" >"$out/check.txt"
    grep -q 'Does not apply here: .*Reserve suffices (not required; would require 435 000 kr)' "$out/check.txt"
    grep -q 'Counted as running: Projektledare, Lokal och IT för tjänsten, Gemensamma insatser\.' "$out/check.txt"
    grep -q 'Gemensamma insatser is counted as running,.* category, Activities, mostly are not\.' "$out/check.txt"
    run -1 "$MEDFIN" check project.ini reserv.ini -f json
    python3 -c 'import json, sys
reserve = json.load(sys.stdin)["rules"]["reserve"]
assert reserve["running_lines"] == ["staff.projektledare", "cost.lokaler"], reserve["running_lines"]
assert reserve["readings"]["running"]["years"]["2023"]["required"] == 238460.27' <<<"$output"
    run -1 "$MEDFIN" check project.ini reserv.ini --lang en
    tr -s ' \n' ' ' <<<"$output" >"$out/check.txt"
    grep -q 'Projektledare 400 524 405 935 440 921 1 247 380 Lokal och IT för tjänsten 36 000 36 000 36 000 108 000' "$out/check.txt"
    grep -q 'Not counted as running: Gemensamma insatser\.' "$out/check.txt"
    run ! grep -q 'mostly are' "$out/check.txt"
    # What is not known yet is not required either; and rent in a lump sum of the staff's category is the other way round.
    run "$MEDFIN" check project.ini --lang en
    grep -q 'Reserve suffices (not required)' <<<"${output//$'\n'/ }"
    printf '[scenario]\n[cost lokaler]\ncategory = staff\namount = 108 000 kr total\n' >"$out/lump.ini"
    run "$MEDFIN" check project.ini antaganden.ini "$out/lump.ini" --lang en
    [[ ${output//$'\n'/ } == *"Lokal och IT för tjänsten is not counted as running,"*"mostly are."* ]]
}

# The last file alone is not what its column shows.
@test "the columns of layers name all that is read below them" {
    "$MEDFIN" report project.ini antaganden.ini reserv.ini --lang en -f md >"$out/stack.md"
    grep -A2 '^The whole project$' "$out/stack.md" |
        grep -qE '^\| +\| +Med antaganden \| +Med antaganden \+ Med krav på reserv \|$'
}

# 100 000 kr a year: granted for 2021, estimated for 2022 and 2023, of which the table of cost and financing must not say
# that it is granted.
@test "money whose years have answers of their own says so wherever its status stands" {
    printf '[project]\nstart = 2021-01\nend = 2023-12\n[cost a]\namount = 100 000 kr/year\n[funder stat]\nstatus = granted\n2021 = 100 000 kr\n2022 = 100 000 kr estimated\n2023 = 100 000 kr estimated\n' >"$BATS_TEST_TMPDIR/p.ini"
    run -0 "$MEDFIN" budget "$BATS_TEST_TMPDIR/p.ini" --lang en -f md
    [ "$(grep -c '2021 granted, 2022–2023 estimated' <<<"$output")" = 2 ]
    run -0 "$MEDFIN" budget "$BATS_TEST_TMPDIR/p.ini" --lang sv -f md
    [ "$(grep -c '2021 beviljad, 2022–2023 beräknad' <<<"$output")" = 2 ]
}

# A cost that nobody knows, and two funders whose share of it is bounded.
@test "a rule that is about several is named once" {
    printf '%s\n' '[project]' 'start = 2026-03' 'end = 2026-03' '[cost a]' 'amount = ? total' \
        '[funder x]' 'amount = 10 kr total' 'status = decided' 'max_share = 50 %' \
        '[funder y]' 'amount = 10 kr total' 'status = decided' 'max_share = 50 %' >"$BATS_TEST_TMPDIR/two.ini"
    run --separate-stderr "$MEDFIN" report "$BATS_TEST_TMPDIR/two.ini" -f md --lang en
    [[ $output == *'Within highest share (x, y)'* ]]
}
