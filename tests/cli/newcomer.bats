#!/usr/bin/env bats
# First budgets of a newcomer, in Swedish, as `init` and the program's own words led to them. Their totals are worked by
# hand below each.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

totals() {
    "$MEDFIN" budget "$1" -f json |
        python3 -c "import json, sys; total = json.load(sys.stdin)['total']; print(total['cost']['total'], total['financing']['total'])"
}

# 44 500 · 40 % · 1,45 = 25 810 a month, from 2026-04 26 584,30: 12 · 25 810 + 3 · 25 810 + 9 · 26 584,30 = 626 408,70;
# 2 · 30 000 + 2 · 18 000; 2 · 14 · 300; 12 % of the post = 75 169,04. Fees: 14 · (3 000 + 0,75 · 22 000) = 273 000 a year.
@test "a network with fees" {
    "$MEDFIN" init natverk.ini
    python3 - <<'PY'
import re
text = open("natverk.ini").read()
def section(head):
    return re.search(rf"(?ms)^;?\[{head}\]\n.*?(?=^\n|\Z)", text).group()
def keep(head, **values):
    part = section(head)
    part = re.sub(r"(?m)^;", "", part)
    for key, value in values.items():
        part, count = re.subn(rf"(?m)^{key}( *)= .*", rf"{key}\1= {value}", part)
        assert count == 1, (head, key)
    return part + "\n"
with open("eget.ini", "w") as out:
    out.write(keep("projekt", titel="Vattennätverket", start="2025-01", slut="2026-12"))
    out.write(re.sub(r"(?m)^tjänstgöringsgrad\.2028.*\n", "", keep("personal projektledare", månadslön="44 500 kr",
                                                                  po_pålägg="45 %", tjänstgöringsgrad="40 %")))
    out.write(keep("kostnad lokal", belopp="2 500 kr/månad"))
    out.write("[kostnad webb]\nbelopp = 18 000 kr/år\n")
    out.write(keep("aktivitet nätverksträff", månader="maj 2025, maj 2026", deltagare="14", kostnad_per_deltagare="300 kr"))
    out.write(keep("indirekta indirekta-kostnader", påslag="12 %"))
    out.write(keep("taxa medlemsavgift", antal_medlemmar="14", fast_del="3 000 kr") + "per_invånare = 0,75 kr\ninvånare = 22 000\n")
    out.write(keep("finansiär egna-medel"))
    out.write("[uppräkning lönerevision]\n2026-04 = 3 %\n")
PY
    run -0 --separate-stderr "$MEDFIN" check eget.ini
    test -z "$stderr"
    [ "$(totals eget.ini)" = "805977.74 805977.74" ]
    "$MEDFIN" fees eget.ini | grep -q 'Summa avgifter  *273 000,00  273 000,00$'
}

# 36 000 · 30 % · 1,4268 · 18 = 277 369,92; 88 000 in kind; 85 000. Leader's 70 % of 450 369,92 = 315 258,94.
@test "a local project with work in kind" {
    cat >leader.ini <<'INI'
[projekt]
titel = Levande bygd
start = 2026-01
slut  = 2027-06

[personal projektledare]
månadslön         = 36 000 kr
po_pålägg         = 42,68 %
tjänstgöringsgrad = 30 %

[kostnad skyltar]
månad  = 2026-05
belopp = 85 000 kr en gång

[kostnad ideell-tid]
kostnadsslag = direktfinansiering
belopp       = 88 000 kr totalt
bärs_av      = föreningen

[finansiär föreningen]
status = beräknad

[finansiär leader]
andel  = 70 %
status = sökt

[finansiär egna-medel]
betalar_resten = ja
egna_medel     = ja
status         = föreslagen
INI
    [ "$(totals leader.ini)" = "450369.92 450369.92" ]
    "$MEDFIN" budget leader.ini -f json | python3 -c "
import json, sys
by_funder = json.load(sys.stdin)['total']['financing']['by_funder']
assert by_funder['leader']['total'] == 315258.94 and by_funder['föreningen']['total'] == 88000.0, by_funder"
    ! "$MEDFIN" budget leader.ini | grep -q 'Löner utan PO-pålägg'
    sed -i '/po_pålägg/d' leader.ini
    "$MEDFIN" budget leader.ini | grep -qx 'Löner utan PO-pålägg: projektledare.'
}
