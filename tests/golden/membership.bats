#!/usr/bin/env bats
# A member's decision, against figures worked by hand: effort is the fee, hours × cost of an hour
# and travel; benefit is hours saved × share used × cost of an hour, and avoided purchases.

setup() {
    cd "$MEDFIN_SOURCE/scenarios/blekinge-medlemskap" || return 1
}

# figure EXPRESSION: of the JSON on standard input, as python sees it in d.
figure() {
    python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"
}

# benefit FILE…: verdict, effort, benefit and margin.
benefit() {
    "$MEDFIN" check "$@" -f json | figure "*[(r['verdict'], r['years']['2021']['effort'], r['years']['2021']['benefit'],
        r['margin']) for r in [d['rules']['benefit']]]"
}

# 0 + 40·450 + 6 000 = 24 000; 60·0,75·450 + 4 000 = 24 250.
@test "an observer's benefit exceeds the effort" {
    [ "$(benefit project.ini)" = "('pass', 24000.0, 24250.0, 250.0)" ]
}

# 25 000 by the tariff + 60·450 + 8 000 = 60 000; 110·0,8·450 + 20 000 = 59 600.
@test "a member's benefit is 400 kr short" {
    [ "$(benefit project.ini medlem.ini)" = "('fail', 60000.0, 59600.0, -400.0)" ]
}

# 8 200 + 30·450 + 3 000 = 24 700; 50·0,75·450 + 12 000 = 28 875: more than enough, and not in line.
@test "a network that is not in line fails whatever it gives" {
    [ "$(benefit project.ini annat-natverk.ini)" = "('fail', 24700.0, 28875.0, 4175.0)" ]
    [ "$(benefit project.ini annat-natverk.ini --set membership.in_line=yes)" = "('pass', 24700.0, 28875.0, 4175.0)" ]
}

@test "equality passes, and an öre less does not" {
    [ "$(benefit project.ini inget.ini)" = "('pass', 0.0, 0.0, 0.0)" ]
    [ "$(benefit project.ini --set 'membership.fee=250 kr/year')" = "('pass', 24250.0, 24250.0, 0.0)" ]
    [ "$(benefit project.ini --set 'membership.fee=250,01 kr/year')" = "('fail', 24250.01, 24250.0, -0.01)" ]
}

# 40 000 ÷ (0,8 · 450) = 111,111…: 111,12 h give 40 003,20 and 111,11 h 39 999,60.
@test "break-even hours, with their neighbour" {
    run "$MEDFIN" solve project.ini medlem.ini --vary membership.hours_saved --until benefit --lang en
    [ "$status" = 0 ]
    [[ "$output" == *"at least 111.12 "* ]]
    [[ "$output" == *"At 111.11, one step away, it fails: 0.40 kr is missing."* ]]
}

# 400 kr are missing: 20 400 kr of purchases, or, the fee being stated as 25 000 kr, a fee of 24 600 kr.
@test "what would cure it, to the öre" {
    cures() {
        "$MEDFIN" check project.ini "$@" -f json | figure "d['rules']['benefit'].get('cures')"
    }
    [ "$(cures medlem.ini)" = "{'more-avoided': 400.0}" ]
    printf '[scenario]\n[membership]\ntariff = none\nfee = 25 000 kr/year\n' >"$BATS_TEST_TMPDIR/stated.ini"
    [ "$(cures medlem.ini "$BATS_TEST_TMPDIR/stated.ini")" = "{'lower-fee': 400.0, 'more-avoided': 400.0}" ]
    # Nothing avoided is stated: 20 400 kr in all. An effort of hours alone: no fee pays for them.
    printf '[scenario]\n[membership]\navoided_purchases = none\n' >"$BATS_TEST_TMPDIR/none.ini"
    [ "$(cures medlem.ini "$BATS_TEST_TMPDIR/none.ini")" = "{'more-avoided': 20400.0}" ]
    [ "$(cures --set 'membership.fee=100 kr/year' --set membership.own_hours=60)" = "{'more-avoided': 8850.0}" ]
    [ "$(cures annat-natverk.ini)" = "None" ]
}

@test "a fee that is not known asks what it may be" {
    run "$MEDFIN" check project.ini --set 'membership.fee=?/year' --lang en
    [ "$status" = 1 ]
    [[ "$output" == *"fee must be at most 250.00 kr/year"* ]]
}

# A municipality's fee by the tariff: 4 000 + 0,30 × 66 515 = 23 954,50.
@test "the fee of a tariff by inhabitants" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'INI'
[project]
start = 2021-01
end   = 2022-12
[tariff kommun]
fixed = 4 000 kr
per_inhabitant = 30 öre
inhabitants_cap = 150 000
inhabitants = 66 515
count = 0
[membership]
tariff = kommun
avoided_purchases = 23 954,50 kr/year
INI
    run figure "*[(r['verdict'], r['years']['2022']['fee'], r['margin']) for r in [d['rules']['benefit']]],
        d['rules']['balance']['verdict']" < <("$MEDFIN" check "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = "('pass', 23954.5, 0.0) pass" ]
    run figure "d['total']['financing']['total']" < <("$MEDFIN" budget "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = 0.0 ]
}

# Causes in the order of the file: 25 000 + 9 000 + 2 000 = 36 000 of effort, 16 875 + 2 475 + 16 000 =
# 35 350 of benefit; together −650.
@test "alternatives side by side, and what makes the difference" {
    run figure "[(name, s['total']['net_benefit']) for name, s in d['scenarios'].items()]" \
        < <("$MEDFIN" compare project.ini medlem.ini annat-natverk.ini inget.ini -f json)
    [ "$output" = "[('base', 250.0), ('medlem', -400.0), ('annat-natverk', 4175.0), ('inget', 0.0)]" ]
    run "$MEDFIN" compare project.ini medlem.ini --lang en
    [[ "$output" == *"The whole difference"*"36 000   35 350"*"−650"* ]]
}

@test "init --like medlemskap is read without a fault, and answered it holds" {
    "$MEDFIN" init --like medlemskap --lang sv -o "$BATS_TEST_TMPDIR/p.ini"
    run "$MEDFIN" check "$BATS_TEST_TMPDIR/p.ini" --lang en
    [ "$status" = 1 ]
    [[ "$output" == *"fee must be at most "* ]]
    # 8 200 + 40·400 + 3 000 = 27 200; 60·0,8·400 + 8 000 = 27 200: equality.
    sed 's/= ?.*; till exempel \(.*\)$/= \1/' "$BATS_TEST_TMPDIR/p.ini" >"$BATS_TEST_TMPDIR/a.ini"
    run figure "*(d['rules']['benefit'][key] for key in ('verdict', 'margin'))" \
        < <("$MEDFIN" check "$BATS_TEST_TMPDIR/a.ini" -f json)
    [ "$output" = "pass 0.0" ]
}
