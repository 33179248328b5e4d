#!/usr/bin/env bats
# sensitivity: one value at a time against figures worked by hand.

bats_require_minimum_version 1.5.0

setup() {
    cat >"$BATS_TEST_TMPDIR/small.ini" <<'INI'
[project]
start = 2021-01
end   = 2021-12

[cost hyra]
amount = 1 000 kr/month ~ uniform(800 kr, 1 300 kr)

[cost resa]
amount = 500 kr once

[funder region]
amount = 12 000 kr total
status = applied ~ 50 %
INI
}

# p5 of 800 … 1 300 is 825 and p95 1 275: 12 000 − 500 − 12 · 825 = 1 600, and − 3 800; refused: −12 500.
@test "each uncertain value from p5 to p95, the widest first" {
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" -f json
    python3 -c '
import json, sys
answer = json.loads(sys.argv[1])
assert answer["stated"] == -500, answer
first, second = answer["values"]
assert first["path"] == "funder.region.status" and first["at_low"] == -12500 and first["at_high"] == -500, first
assert second["path"] == "cost.hyra.amount" and second["at_low"] == 1600 and second["at_high"] == -3800, second
' "$output"
}

# A tenth less and more: 12 · 900 and 12 · 1 100, 450 and 550, 10 800 and 13 200.
@test "--all: every stated figure a tenth less and more" {
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --all --by gap -f json
    python3 -c '
import json, sys
values = {value["path"]: (value["at_low"], value["at_high"]) for value in json.loads(sys.argv[1])["values"]}
assert values == {"cost.hyra.amount": (700, -1700), "cost.resa.amount": (-450, -550), "funder.region.amount": (-1700, 700)}, values
' "$output"
}

@test "a figure that the plan does not have is refused" {
    run -2 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --by verdict --lang en
    [[ $output == *"the plan has no figure 'verdict'; ask for a line (staff.projektledare)"* ]]
}

# p5 of 40 … 60 % is 41 and p95 59 %, of a full time. Of 15 000 kr the region pays 12 000, or nothing of 3 000.
@test "a figure that is no money is told in its own kind" {
    cat >>"$BATS_TEST_TMPDIR/small.ini" <<'INI'

[funder egen]
amount = 3 000 kr total
own    = yes
status = decided

[staff a]
monthly_salary = 10 000 kr
share          = 50 % ~ uniform(40 %, 60 %)
INI
    by() {
        "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --by "$1" --lang en "${@:2}"
    }
    python3 - "$(by fte -f json)" "$(by total.funders.region.of_financing -f json)" <<'PYTHON'
import json, sys
fte, share = (json.loads(text) for text in sys.argv[1:])
def told(answer):
    return {value["path"]: (value["at_low"], value["at_high"]) for value in answer["values"]}
assert fte["figure"] == "total.fte" and fte["stated"] == 0.5, fte
assert told(fte) == {"staff.a.share": (0.41, 0.59), "cost.hyra.amount": (0.5, 0.5),
                     "funder.region.status": (0.5, 0.5)}, told(fte)
assert share["figure"] == "total.funders.region.of_financing" and share["stated"] == 0.8, share
assert told(share) == {"funder.region.status": (0, 0.8), "cost.hyra.amount": (0.8, 0.8),
                       "staff.a.share": (0.8, 0.8)}, told(share)
PYTHON
    run -0 by fte
    grep -qE '^a, share of full time +41 % – 59 % +0\.41 +0\.59 ' <<<"$output"
    run -0 by total.funders.region.of_financing
    grep -qE '^whether region is granted +rejected – granted +0 % +80 % ' <<<"$output"
}

# 9 500 000 000 000 kr and a tenth is more than a project may hold.
@test "a value that the project cannot have leaves its cell empty, and that is told" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[cost stor]\namount = 9 500 000 000 000 kr once\n' >"$BATS_TEST_TMPDIR/large.ini"
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/large.ini" --all --lang en
    [[ $output == *"An empty cell: the project cannot have that value."* ]]
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --all --lang en
    [[ $output != *"An empty cell"* ]]
}

# A tenth more than the whole of a post is no share.
@test "a tenth more and less stays where the value can be" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[staff a]\nmonthly_salary = 10 000 kr\nshare = 100 %%\n' >"$BATS_TEST_TMPDIR/whole.ini"
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/whole.ini" --all -f json
    python3 -c '
import json, sys
[share] = [value for value in json.loads(sys.argv[1])["values"] if value["path"] == "staff.a.share"]
assert share["low"] == "90\u00a0%" and share["high"] == "100\u00a0%", share
assert share["at_low"] == -108000 and share["at_high"] == -120000, share
' "$output"
}

@test "a correlation is named by its two values" {
    cat >>"$BATS_TEST_TMPDIR/small.ini" <<'INI'

[correlation]
cost.hyra.amount, funder.region.status = 0,5
INI
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --all -f csv --lang en
    [[ $output == *"cost.hyra.amount, funder.region.status"* ]]
    [[ $output != *"0000"* ]]
}

@test "where nothing that is known can be varied, that is said in the place of a table" {
    printf '[project]\nstart = 2025-01\nend = 2025-12\n[membership]\nfee = ?/year\n' >"$BATS_TEST_TMPDIR/open.ini"
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/open.ini" --all --lang en
    [[ $output == *"No amount that is known can be varied."* && $output != *"From – to"* ]]
    run -0 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/open.ini" --lang en
    [[ $output == *"No amount that is known can be varied."* ]]
}
