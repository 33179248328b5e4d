#!/usr/bin/env bats
# An association whose ledger is the project's: equity and cash are the ledger's to the last closed month, and the plan goes
# on from there. Worked by hand: 480 000 + 18 749 before the year, 812 000 of fees and 455 500,50 of cost to June are
# 855 248,50; 77 000 a month to December and 28 000 of fees that are not booked yet leave 421 248,50.

bats_require_minimum_version 1.5.0

setup() {
    cp -r "$MEDFIN_SOURCE/tests/golden/follow-up/forening" "$BATS_TEST_TMPDIR/f"
    cd "$BATS_TEST_TMPDIR/f" || return 1
}

month_of() {
    "$MEDFIN" explain project.ini utfall.ini "$1" "$2" -f json | tr -d '\t' | sed -n 's/^"value":\(.*\),$/\1/p' | head -1
}

@test "the margin of the last closed month is the ledger's, and decides nothing" {
    run -0 "$MEDFIN" follow-up project.ini utfall.ini -f csv --csv machine --lang en
    diff - <(sed -n '/^Cash and equity in the ledger/,/^Margin/p' <<<"$output" | tail -n +3) <<'END'
Cash,875248.50
Equity,855248.50
Required reserve,458750.25
Margin,396498.25
END
    [[ $output == *"2021-06 is no date of test"* ]]
}

@test "behind it equity goes on, and no fee counts twice" {
    [ "$(month_of equity 2021-06)" = 855248.50 ]
    [ "$(month_of equity 2021-07)" = 778248.50 ]
    [ "$(month_of equity 2021-12)" = 421248.50 ]
}

# 20 000 is owed to a supplier, and of the 840 000 that terms have had members pay 28 000 is not booked: 77 000 + 20 000 − 28 000.
@test "debts and claims outside cash are settled in the first month, and cash ends on equity" {
    [ "$(month_of cash 2021-01)" = 1310749.00 ]
    [ "$(month_of cash 2021-06)" = 875248.50 ]
    [ "$(month_of paid_out 2021-07)" = 69000.00 ]
    [ "$(month_of cash 2021-07)" = 806248.50 ]
    [ "$(month_of cash 2021-12)" = 421248.50 ]
}

# Of the fees of 2022 nothing is booked: they count in full from January.
@test "what was booked of a year's fees is no advance on the next" {
    sed -i 's/^slut .*/slut = 2022-12/' project.ini
    [ "$(month_of equity 2021-12)" = 421248.50 ]
    [ "$(month_of equity 2022-01)" = 414248.50 ]
}

@test "by hand it is the same, and a ledger in two years goes on" {
    sed -i '/^\[balans\]/,$d' utfall.ini
    printf '[balans]\nkassa.2021-06 = 875 248,50 kr\neget_kapital.2021-06 = 855 248,50 kr\n' >>utfall.ini
    [ "$(month_of cash 2021-12)" = 421248.50 ]
    cp "$MEDFIN_SOURCE"/tests/golden/follow-up/forening/utfall.ini .
    printf '#FLAGGA 0\n#FNAMN "Foreningen"\n#ORGNR 802000-0001\n#RAR 0 20200101 20201231\n#IB 0 1930 500749\n#IB 0 2010 -500749\n#VER A 1 20201231 "Drift"\n{\n#TRANS 5010 {} 2000\n#TRANS 1930 {} -2000\n}\n' >fore.se
    sed -i 's/bok.se/fore.se, bok.se/' utfall.ini
    run -0 "$MEDFIN" liquidity project.ini utfall.ini
    [[ $output != *varning:* ]]
    [ "$(month_of equity 2021-06)" = 855248.50 ]
    [ "$(month_of cash 2021-12)" = 421248.50 ]
}

@test "opening balances that no ledger has may be stated" {
    sed -i '/^#IB/d' bok.se
    run -3 "$MEDFIN" check project.ini utfall.ini
    printf 'kassa.2020-12 = 498 749 kr\neget_kapital.2020-12 = 498 749 kr\n' >>utfall.ini
    [ "$(month_of equity 2021-12)" = 421248.50 ]
    [ "$(month_of cash 2021-12)" = 421248.50 ]
}

@test "a ledger that has what the plan has changes nothing" {
    cd "$MEDFIN_SOURCE/scenarios"
    run -0 python3 "$MEDFIN_SOURCE/tests/golden/balance.py" "$MEDFIN" sekom-2021/project.ini sekom-2021/antaganden.ini
    [ "$output" = "36 months and 3 years are the plan's own" ]
    run -0 python3 "$MEDFIN_SOURCE/tests/golden/balance.py" "$MEDFIN" klimatrad-uppfoljning/project.ini
}

@test "a simulation has the ledger's cash too" {
    run -0 "$MEDFIN" simulate project.ini utfall.ini -f json
    run -0 "$MEDFIN" liquidity project.ini utfall.ini --lang en
    [[ $output == *"Through 2021-06 cash is the ledger's"* ]]
}

@test "two exports of a year have one opening" {
    grep -av -e '^#UB' -e '^#RES' bok.se | LC_ALL=C awk '/^#VER/ { n++ } n < 2 { print >"a.se" } n != 1 { print >"b.se" }'
    sed -i 's/bok.se/a.se, b.se/' utfall.ini
    [ "$(month_of equity 2021-06)" = 855248.50 ]
    [ "$(month_of cash 2021-06)" = 875248.50 ]
}

# year_of COMPANY NUMBER YEAR IB: a ledger of which 1 000 is paid in January.
year_of() {
    printf '#FLAGGA 0\n#SIETYP 4\n#ORGNR %s\n#FNAMN "%s"\n#RAR 0 %d0101 %d1231\n#IB 0 1930 %d\n' "$2" "$1" "$3" "$3" "$4"
    printf '#VER A 1 %d0115 "k"\n{\n#TRANS 6500 {} 1000\n#TRANS 1930 {} -1000\n}\n' "$3"
}

# One has 5 000 and, a year on, 4 000 less 1 000; the other begins in the second year with 6 000 and has 5 000: 8 000 together.
@test "each company of several carries its own balance on" {
    cd "$BATS_TEST_TMPDIR"
    year_of Ett 802400-1234 2025 5000 >a25.se
    year_of Ett 802400-1234 2026 4000 >a26.se
    year_of Två 802400-9999 2026 6000 >b26.se
    printf '[project]\nstart = 2025-01\nend = 2026-12\nopening_equity = 0 kr\n[cost x]\namount = 1 000 kr/month\n' >p.ini
    printf '[actuals]\nthrough = 2026-01\nfiles = a25.se, a26.se, b26.se\nproject = all\naccounts = b\n[accounts b]\nmap = 65: cost.x\n      19: ignore\n[balance]\ncash = 19\n' >u.ini
    run -0 --separate-stderr "$MEDFIN" liquidity p.ini u.ini -f json
    [[ $stderr != *"begins with"* && $stderr != *"börjar med"* ]]
    [ "$(python3 -c 'import json, sys; print(json.load(sys.stdin)["months"]["2026-01"]["cash"])' <<<"$output")" = 8000.0 ]
    sed -i 's/1930 4000/1930 4500/' a26.se
    run -0 --separate-stderr "$MEDFIN" liquidity p.ini u.ini --lang en -f json
    [[ $stderr == *"a26.se begins with 4 500.00 kr"*"4 000.00 kr"* ]]
}

# 60 000 in three years, 9 000 of it spent in the first: what is left of the budget is still to come.
@test "an activity of several years is not done with its first" {
    cd "$BATS_TEST_TMPDIR"
    printf '[project]\nstart = 2025-01\nend = 2027-12\n[activity a]\n2025 = 10 000 kr\n2026 = 20 000 kr\n2027 = 30 000 kr\n' >p.ini
    printf '[actuals]\nthrough = 2025-06\n[activity a]\ndone = 2025-04\nspent = 9 000 kr\n' >u.ini
    cost() { "$MEDFIN" budget p.ini "$1" -f json | python3 -c 'import json, sys; print(json.load(sys.stdin)["total"]["cost"]["total"])'; }
    [ "$(cost u.ini)" = 60000.0 ]
    sed -i '/^202[67]/d' p.ini
    [ "$(cost u.ini)" = 9000.0 ]
}
