#!/usr/bin/env bats
# What is to be paid back to funders, as a page shows it. Worked by hand: 1 200,50 kr of rent; of Alfa's 3 000 kr the
# rent counts, so 1 799,50 are owed; Beta's 400 count, but with Alfa's 1 200,50 they are 400 beyond the rent. The rent is shown as 1 201 kr, so

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1
    cat >p.ini <<'INI'
[project]
start = 2021-01
end = 2021-12
opening_equity = 100 kr
[reserve]
[cost rent]
amount = 1 200,50 kr total
[funder alfa]
title = Alfa
status = granted
amount = 3 000 kr total
[funder beta]
title = Beta
status = granted
amount = 400 kr total
INI
}

# The words of a line, without those that hold figures together.
plain() {
    sed 's/\xc2\xa0/ /g' | tr -s ' '
}

@test "a row for each funder that is owed, one for all, and a sum" {
    "$MEDFIN" budget p.ini --lang en | plain >budget
    sed -n '/^To be paid back, kr/,/^Rounded/p' budget | grep -v ─ | diff - <(cat <<'TABLE'
To be paid back, kr
 Money Counts To be paid back
Alfa 3 000 1 201 1 799
All together, at most the eligible cash cost 1 601 1 201 400
Total 2 199
Rounded to whole kr; the figures add up as printed.
TABLE
    )
}

@test "the balance says the same, and what stays" {
    run "$MEDFIN" check p.ini --lang en
    balance=$(sed -n '/^Budget balances: warning/,/^Reserve/p' <<<"$output" | plain)
    [[ $balance == *$'\nfinancing minus cost 2 199 2 199\n'* ]]
    [[ $balance == *$'\nof it to be paid back to funders 2 199\nof it added to the equity 0\n'* ]]
}

@test "the reserve names whose surplus fills none" {
    run "$MEDFIN" explain p.ini reserve --lang en
    [[ ${output//$'\n'/ } == *"these funders counts as repaid and fills no reserve: Alfa, Beta."* ]]
    run "$MEDFIN" explain p.ini reserve --lang sv --set funder.beta.surplus=kept
    [[ ${output//$'\n'/ } == *"räknas som återbetalat och fyller ingen reserv: Alfa."* ]]
    run "$MEDFIN" explain p.ini reserve --lang en --set funder.beta.own=yes --set funder.alfa.status=rejected
    [[ $output != *"counts as repaid"* ]]
}

@test "where nothing is owed, only programs are told so" {
    "$MEDFIN" budget p.ini --lang en --set 'funder.alfa.amount=800,50 kr total' >budget
    ! grep "To be paid back" budget
    "$MEDFIN" budget p.ini --set 'funder.alfa.amount=800,50 kr total' -f json | tr -d '[:space:]' |
        grep -qF '"owed_back":{"by_funder":{"alfa":0.00,"beta":0.00},"together":0.00,"total":0.00}'
}

# Rent of 1 200,50 in January, and 600,25, 100 and 10 that are paid for it: 490,25 is missing, in whole kronor 490.
@test "what is missing in the cash is told without a minus, and so is who is taken to pay at once" {
    cat >p.ini <<'INI'
[project]
start = 2021-01
end = 2021-02
[cost rent]
amount = 1 200,50 kr once
[funder alfa]
title = Alfa
status = granted
amount = 600,25 kr once
[funder beta]
title = Beta
status = granted
amount = 100 kr once
paid = monthly
[funder gamma]
title = Gamma
status = granted
own = yes
amount = 10 kr once
[funder delta]
title = Delta
status = granted
in_kind = 10 kr once
INI
    "$MEDFIN" liquidity p.ini --lang en >told || true
    grep -q '^Cash does not suffice: 490 kr is missing (2021-01)\.$' told
    grep -q '^Nothing is stated of when the money is paid by Alfa: ' told
    sed -i 's/^amount = 600,25 kr once/&\npaid = monthly/' p.ini
    "$MEDFIN" liquidity p.ini --lang en >told || true
    ! grep -q 'Nothing is stated of when' told
}
