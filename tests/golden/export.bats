#!/usr/bin/env bats
# The plan in double entry, held against what budget and liquidity say; plain Python reads the journal.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/scenarios" || return 1
}

@test "every shipped project, to the öre" {
    for project in */*.ini; do
        grep -m1 '^\[' "$project" | grep -qE '^\[proje[ck]k?t\]' || continue
        python3 -B ../tests/golden/exported.py "$MEDFIN" "$project"
        folder=$(dirname "$project")
        [[ $project == */project.ini && -f $folder/antaganden.ini ]] || continue
        python3 -B ../tests/golden/exported.py "$MEDFIN" "$project" "$folder/antaganden.ini"
    done
}

@test "an outcome and a ledger's balances are in it" {
    python3 -B ../tests/golden/exported.py "$MEDFIN" klimatrad-uppfoljning/project.ini klimatrad-uppfoljning/utfall.ini
    python3 -B ../tests/golden/exported.py "$MEDFIN" ../tests/golden/follow-up/forening/{project,utfall}.ini
}

@test "three months worked by hand: paid a month behind, work in kind beside cash, and what nobody knows yet" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'END'
[project]
title = Meadows
language = en
start = 2027-01
end = 2027-03
opening_cash = 1000 kr
[cost hay]
title = Hay by hand | scythe
category = external
amount = 300 kr/month
[cost fence]
category = equipment
amount = ? once
month = 2027-03
[cost village]
category = other
amount = 10 kr/month
in_kind_by = village
[funder village]
in_kind = 30 kr total
status = decided
[funder county]
amount = 900 kr total
paid = claims
claim_every = 3
payment_lag = 1
status = granted
END
    diff <("$MEDFIN" export "$BATS_TEST_TMPDIR/p.ini") - <<'END'
decimal-mark .
commodity 1000.00 SEK

account assets:cash
account equity:opening
account expenses:external:cost.hay  ; Hay by hand , scythe
account expenses:other:cost.village  ; village
account income:village:in kind  ; village
account assets:receivable:county  ; county
account income:county  ; county
account expenses:equipment:cost.fence  ; fence

2026-12-31 -
    assets:cash  1000.00 SEK
    equity:opening  -1000.00 SEK

2027-01-31 Hay by hand , scythe  ; cost.hay
    expenses:external:cost.hay  300.00 SEK
    assets:cash  -300.00 SEK

2027-01-31 village  ; cost.village
    expenses:other:cost.village  10.00 SEK
    income:village:in kind  -10.00 SEK

2027-01-31 county  ; funder.county
    assets:receivable:county  300.00 SEK
    income:county  -300.00 SEK

2027-01-31 -
    assets:cash  0.00 SEK = 700.00 SEK

2027-02-28 Hay by hand , scythe  ; cost.hay
    expenses:external:cost.hay  300.00 SEK
    assets:cash  -300.00 SEK

2027-02-28 village  ; cost.village
    expenses:other:cost.village  10.00 SEK
    income:village:in kind  -10.00 SEK

2027-02-28 county  ; funder.county
    assets:receivable:county  300.00 SEK
    income:county  -300.00 SEK

2027-02-28 -
    assets:cash  0.00 SEK = 400.00 SEK

2027-03-31 Hay by hand , scythe  ; cost.hay
    expenses:external:cost.hay  300.00 SEK
    assets:cash  -300.00 SEK

; 2027-03-31 fence  ; cost.fence
;     expenses:equipment:cost.fence  ?
;     assets:cash  ?

2027-03-31 village  ; cost.village
    expenses:other:cost.village  10.00 SEK
    income:village:in kind  -10.00 SEK

2027-03-31 county  ; funder.county
    assets:receivable:county  300.00 SEK
    income:county  -300.00 SEK

2027-04-30 county  ; funder.county
    assets:cash  900.00 SEK
    assets:receivable:county  -900.00 SEK
END
}
