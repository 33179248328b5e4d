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

@test "it reads verdicts first and ends with where the figures come from" {
    "$MEDFIN" report project.ini antaganden.ini --lang en -o "$out/report.md"
    diff - <(headings "$out/report.md") <<'PARTS'
Check
Key figures
Budget
Staff
Reserve
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

whole = {}
for name in ("check", "budget"):
    merged(whole, loaded(name))
whole["liquidity"] = {key: value for key, value in loaded("liquidity").items() if key not in ("schema", "project")}
assert whole == loaded("report"), [key for key in whole if whole[key] != loaded("report").get(key)]
PYTHON
}

# The 1:1 money is 1 305 000 kr, all of what the refusal takes away (antaganden.ini).
@test "a scenario on top is compared with what it stands on, as far as that is known" {
    "$MEDFIN" report project.ini utan-1-1-medel.ini --lang en -o "$out/refused.md"
    headings "$out/refused.md" | grep -qx Comparison
    sed 's/\xc2\xa0/ /g' "$out/refused.md" | grep -qE 'The whole difference.*\*\*0\*\*.*−1 305 000.*−1 305 000'
    run ! grep -q 'What makes the difference: Med antaganden' "$out/refused.md"
}

@test "trials are made when they are asked for, and give what simulate gives" {
    "$MEDFIN" report project.ini antaganden.ini osakerhet.ini --trials 2000 --seed 7 -f json >"$out/report.json"
    "$MEDFIN" simulate project.ini antaganden.ini osakerhet.ini --trials 2000 --seed 7 -f json >"$out/simulate.json"
    python3 - "$out" <<'PYTHON'
import json, sys
report, alone = (json.load(open(f"{sys.argv[1]}/{name}.json", encoding="utf-8")) for name in ("report", "simulate"))
assert report["simulate"] == {key: value for key, value in alone.items() if key not in ("schema", "project")}
PYTHON
    "$MEDFIN" report project.ini antaganden.ini osakerhet.ini --lang en -f md >"$out/report.md"
    run ! grep -q '^## Simulation' "$out/report.md"
}

@test "a failed rule is told first, and the report is written all the same" {
    run -0 "$MEDFIN" report project.ini utan-1-1-medel.ini --lang en
    first=$(grep -n '^Does not hold: Balance' <<<"$output" | head -1 | cut -d: -f1)
    rules=$(grep -n '^The rules,' <<<"$output" | head -1 | cut -d: -f1)
    [ "$first" -lt "$rules" ]
}

# 33 994,55 = round(46 818 × 50 % × 1,4522), the tour's figure; the last month's is
# round(48 737,54 × 50 % × 1,5228) = 37 108,76, by bc.
@test "headline figures are derived as explain derives them" {
    "$MEDFIN" report project.ini antaganden.ini --lang en | tr -s ' ' >"$out/report.txt"
    grep -q '^37 108.76 kr = 48 737.54 kr × 50 % × (1 + 52.28 %)$' "$out/report.txt"
    "$MEDFIN" explain project.ini antaganden.ini cost --lang en | sed -n '/^How it was made/,/^$/p' | tr -s ' ' >"$out/explained.txt"
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
assert report["fees"] == {key: value for key, value in fees.items() if key not in ("schema", "project")}
kommun = report["fees"]["years"]["2021"]["fees"]["by_tariff"]["kommun"]
assert kommun["by_member"]["1080"]["total"] == 23954.5  # 4 000 + 0,30 × 66 515
PYTHON
}

# 414 941,42 kr at the end of 2023 less 525 932,47 required, by the year and by the months ahead, and
# less 332 409,39 to wind down.
@test "the reading that decides is named wherever the reserve is told, the others beside it" {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021"
    run -1 "$MEDFIN" check project.ini antaganden.ini --lang en
    grep -q "^Reserve  *by the year's running *fail  *−110 991  2023-12" <<<"$output"
    grep -q "^By the year's running cost (decides)" <<<"$output"
    run -0 "$MEDFIN" report project.ini antaganden.ini --lang en -f md
    grep -q "\*\*By the year's running cost (decides)\*\*" <<<"$output"
    grep -q "| \*\*To wind down\*\* " <<<"$output"
    run -0 "$MEDFIN" compare project.ini --against antaganden.ini region-lamnar.ini --lang en
    grep -qE "^    by the year's running cost \(decides\) +−110 991 " <<<"$output"
    grep -qE '^    by the months ahead +−110 991 ' <<<"$output"
    grep -qE '^    to wind down +82 532 ' <<<"$output"
    run -0 "$MEDFIN" compare project.ini antaganden.ini --set reserve.basis=winding_down --against base region-lamnar.ini --lang en
    grep -qE '^    to wind down \(decides\) ' <<<"$output"
    run -0 "$MEDFIN" simulate project.ini antaganden.ini --trials 1000 --lang en
    grep -qE "^Reserve +by the year's " <<<"$output"
}
