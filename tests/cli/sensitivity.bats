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

@test "a figure that is no money is refused" {
    run -2 "$MEDFIN" sensitivity "$BATS_TEST_TMPDIR/small.ini" --by verdict --lang en
    [[ $output == *"'verdict' is nothing that --by can be"* ]]
}
