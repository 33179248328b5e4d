#!/usr/bin/env bats
# Published budgets of projects with several funders, typed as workbooks in the form they were printed in: the project's
# totals are the published ones. Where a published total is none of its rows', that is told.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=100 NO_COLOR=1 LANGUAGE=sv
}

# project: the workbook of stdin as p.ini; then cost and financing.
project() {
    "$MEDFIN_SOURCE/tests/workbook/workbook.py" t.xlsx
    "$MEDFIN" init --from t.xlsx "$@" 2>told >p.ini
    "$MEDFIN" budget p.ini -f json |
        python3 -c "import json, sys; total = json.load(sys.stdin)['total']; print(total['cost']['total'], total['financing']['total'])"
}

# funders TEXT: each with what it pays.
funders() {
    [ "$("$MEDFIN" budget p.ini -f json |
        python3 -c "import json, sys
by_funder = json.load(sys.stdin)['total']['financing']['by_funder']
print(', '.join(f\"{id} {paid['total']}\" for id, paid in by_funder.items()))")" = "$1" ]
}

# Nord-Trøndelag fylkeskommune, Sluttrapporter 2009, yumpu.com/no/document/view/17909490: 3 511 971 kr on both sides.
@test "Energiledelse EOS 2006-2009: funders under one heading, costs under the other" {
    [ "$(
        project <<'TABLE'
Energiledelse EOS 2006–2009;;
Prosjektregnskap;;
Prosj.nr.;kr;Finans.
520210 Energiledelse EOS;;750000
621010 Prosjektadministrasjon;;850000
621040 Eiendom – Energiledelse;;1759596
Andel lisens belastet vg skoler;;152375
Belastet kostnad:;;
1 Energi- og prosjektledelse;850000;
2 Opplæring informasjon;357837;
3 Tiltaksplan;290279;
4 Nettverks-/prosjektmøter;54475;
5 Rapportering;300000;
6 Andre kostnader;1156909;
7 MVA;502471;
Forventede kostnader som ikke er belastet:;;
Sum forventede kostnader;0;0
Sum belastede og forventede kostnader;3511971;3511971
TABLE
    )" = "3511971.0 3511971.0" ]
    test ! -s told
    grep -q '^;   kostnader: 7 (rad 9, 10, 11, 12, 13, 14, 15)$' p.ini
    grep -q '^;   finansiärer: 4 (rad 4, 5, 6, 7)$' p.ini
}

# Orange County, North Carolina, revised budget of a survey and planning grant, 1995: a form most of whose rows stand blank.
# By funder 4 250 + 630 + 120, 4 050 + 435 + 30 and 2 800 + 70 in kind.
@test "Survey and planning grant 1995: a printed form, three funders, one of them in kind" {
    [ "$(
        project --lang en <<'TABLE'
1995 CLG Survey and Planning Grant;;;;
Line Items;Grant Funds;Cash Match;In-Kind Match;Total
Principal Consultant/Investigator;4250;4050;;8300
Secretary;;;;
Project Coordinator;;;2800;2800
Other Personnel (specify);;;;
Office Space;;;;
Telephone;;;;
Travel and Per Diem;;;;
2,250 miles @ 0.28/mile;630;;;630
days @ /day;;;;
Film and Developing;;435;;435
Office Supplies/Maps;;;70;70
Advertising Costs;;;;
Camera (purchase/rental);;;;
Printing and Copying;120;;;120
Other (specify);;30;;30
Postage;;;;
TOTALS;5000;4515;2870;12385
TABLE
    )" = "12385.0 12385.0" ]
    test ! -s told
    funders 'grant-funds 5000.0, cash-match 4515.0, in-kind-match 2870.0'
    # A line that is blank heads nothing.
    ! grep -q 'secretary\|advertising' p.ini
    grep -qx ';   costs: 7 (row 3, 5, 10, 12, 13, 16, 17)' p.ini
    grep -qx '; Row 19, TOTALS: agrees with its rows.' p.ini
}

# City of Miami, budget schedule to an agreement with the Florida coastal management program: 50 000 each, 100 000 in all.
@test "Coastal management: two columns of funds, their sums on rows of their own, and one of both" {
    [ "$(
        project --lang en <<'TABLE'
Project Budget Schedule;;
Budget Category;FCMP Funds;MATCH Funds
1. Salaries;;9200
2. Fringe Benefits;;4302
3. Travel;;
4. Equipment Purchases;;
5. Supplies;;6000
6. Contractual Services;50000;11546
7. Construction;;
8. Other Expenses;;18952
9. Indirect Charges;;
FCMP Total;50000;
Match Total;;50000
Total Project Cost:;100000;
TABLE
    )" = "100000.0 100000.0" ]
    [ "$(grep -c warning told)" = 1 ] # the table names no year
    funders 'fcmp-funds 50000.0, match-funds 50000.0'
    [ "$(grep -c '^; Row 1[234], .* agrees with its rows.$' p.ini)" = 3 ]
}

# Indian River County, Florida, application for an energy efficiency grant: 21 500 + 543 814 = 565 314 of the grant and
# 507 047 of a local tax, 1 072 361 in all.
@test "Energy efficiency grant: what another pays beside the grant, and a total of both under one" {
    [ "$(
        project --lang en <<'TABLE'
Project Budget Summary;;;
;;Cost Share: Matching Funds and Other In-Kind Contributions;
Budget Category;Grant Funds;Other Funding;Source of Funds
1. Salaries;;;
2. Fringe Benefits;;;
3. Travel (if authorized);;;
4. Supplies/Other Expenses;;;
5. Equipment;21500;;
6. Contractual Services;543814;507047;Local 1-cent sales tax
7. Indirect (if authorized);;;
Total Project Budget;565314;;
Total Project Cost;1072361;;
Cost Share Percentage;47.28%;;
TABLE
    )" = "1072361.0 1072361.0" ]
    [ "$(grep -c warning told)" = 1 ]
    funders 'grant-funds 565314.0, other-funding 507047.0'
    grep -qx 'note     = Source of Funds: Local 1-cent sales tax' p.ini
    ! grep -q '^\[category' p.ini
}

# Tillväxtverket, 13 June 2018: 49 234 000 kr from the regional fund, and the municipality as much.
@test "Skellefteå hamn 2020: a column a funder" {
    [ "$(
        project <<'TABLE'
Projekt;ERUF;Skellefteå kommun;Totalt
Skellefteå hamn 2020;49234000;49234000;98468000
TABLE
    )" = "98468000.0 98468000.0" ]
    "$MEDFIN" budget p.ini -f json | python3 -c "
import json, sys
by_funder = json.load(sys.stdin)['total']['financing']['by_funder']
assert {id: paid['total'] for id, paid in by_funder.items()} == {'eruf': 49234000.0, 'skellefteå-kommun': 49234000.0}"
}

# The government's decision of 21 January 2021 to Länsstyrelsen i Jämtlands län: 10 million a year.
@test "Nationellt centrum för mathantverk 2021-2023: years, and a part for funders" {
    [ "$(
        project <<'TABLE'
Nationellt centrum för mathantverk (kronor);;;;
;2021;2022;2023;Totalt
Eldrimner;10000000;10000000;10000000;30000000
Finansiering;;;;
Staten, anslag 1:15 ap.6;10000000;10000000;10000000;30000000
TABLE
    )" = "30000000.0 30000000.0" ]
    test ! -s told
}

# regeringen.se, 19 miljarder kronor till svenska regionalfondsprogram, 2022. Rows of whole mnkr make 8 003, 11 396 and
# 19 403, and the published totals are 8 021, 11 405 and 19 426; in one row the parts make 1 301 of 1 303.
@test "the regional fund's programmes 2021-2027: published totals that are not those of their rows" {
    table="Regionalfondsprogrammen 2021–2027;;;;
;EU mn€;EU mnkr;Nationell medfinansiering mnkr;Totalt mnkr
Övre Norrland;196;1823;2734;4557
Mellersta Norrland;142;1320;1990;3310
Norra Mellansverige;135;1255;1255;2511
Östra Mellansverige;64;595;893;1488
Stockholm;34;316;474;790
Västsverige;51;478;717;1196
Småland och öarna;60;558;846;1404
Skåne-Blekinge;56;520;781;1303
Nationella programmet;122;1138;1706;2844
Totalt;863;8021;11405;19426"
    [ "$(project --columns 'EU mn€: inget' <<<"$table")" = "19403000000.0 19399000000.0" ]
    [ "$(grep -c varning told)" = 4 ]
    grep -q 'E10: varning: raden säger 1 303 000 000,00 kr totalt, och det som finansiärerna betalar blir 1 301 000 000,00' told
    grep -q 'C12: varning: tabellen säger 8 021 000 000,00 kr, och raderna som den summerar blir 8 003 000 000,00 kr' told
    grep -q 'D12: varning: tabellen säger 11 405 000 000,00 kr, och raderna som den summerar blir 11 396 000 000,00' told
    grep -q 'E12: varning: tabellen säger 19 426 000 000,00 kr, och raderna som den summerar blir 19 403 000 000,00' told
    # Euro are no kronor, whatever is said of their column.
    run -3 --separate-stderr "$MEDFIN" init --from t.xlsx
    [[ $stderr == *"B2: fel: kolumnen ”EU mn€” har tal"* ]]
    run -3 --separate-stderr "$MEDFIN" init --from t.xlsx --columns 'EU mn€: finansiär'
    [[ $stderr == *"B2: fel: beloppen är i EUR, och ett projekt är i kronor"* ]]
}
