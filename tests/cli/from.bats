#!/usr/bin/env bats
# The table that everybody already has becomes a project: every row accounted for, and the total that of the table.
# The totals here are added up by hand, and stand in the tables too.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

# total FILE: cost and financing of the whole project.
total() {
    "$MEDFIN" budget "$1" -f json |
        python3 -c "import json, sys; total = json.load(sys.stdin)['total']; print(total['cost']['total'], total['financing']['total'])"
}

# made TABLE: its project in both languages, read without a fault, of one total, laid out, all rows counted.
made() {
    for lang in en sv; do
        "$MEDFIN" init --from "$1" --lang $lang >$lang.ini 2>told
        run -0 --separate-stderr "$MEDFIN" budget $lang.ini
        test -z "$stderr"
    done
    python3 "$MEDFIN_SOURCE/tests/cli/layout.py" en.ini sv.ini
    [ "$(total en.ini)" = "$(total sv.ini)" ]
    # The counts of the account add up to the rows read, and to the rows with a text.
    read=$(sed -n 's/^; \([0-9]*\) rader lästes:/\1/p' sv.ini)
    [ "$(sed -n 's/^;   .*: \([0-9]*\) (rad .*/\1/p' sv.ini | paste -sd+ | bc)" = "$read" ]
    [ "$(grep -c '[^;,[:space:]]' "$1")" = "$read" ]
}

@test "categories with sums, a part for funders, tkr, dashes, blanks between thousands, remarks" {
    cat >budget.csv <<'CSV'
Strandskolan, projektbudget 2022–2024;;;;;
(belopp i tkr);;;;;
;;;;;
Kostnadsslag;Budget 2022;Budget 2023;Budget 2024;Totalt;Kommentar
Personal;;;;;
Ledare 80 %;640,5;660;681,25;1 981,75;
Pedagog;210;216;222;648;
Summa personal;850,5;876;903,25;2 629,75;
Resor;20;20;20;60;tåg
Köpta tjänster;-;1 150;–;1 150;
Tryck;-;-;-;-;
Summa kostnader;870,5;2 046;923,25;3 839,75;
Finansiering;;;;;
Kommunen;435,25;1 023;461,625;1 919,875;
Bidrag;435,25;1 023;461,625;1 919,875;
Summa finansiering;870,5;2 046;923,25;3 839,75;
Differens;0;0;0;0;
Lönerna följer avtal.;;;;;
CSV
    made budget.csv
    test ! -s told
    [ "$(total sv.ini)" = "3839750.0 3839750.0" ]
    grep -qx 'titel  *= Strandskolan, projektbudget 2022–2024' sv.ini
    grep -qx 'källa  *= budget.csv rad 9' sv.ini
    grep -qx 'anteckning  *= Kommentar: tåg' sv.ini
    [ "$(grep -c '^kostnadsslag = personal$' sv.ini)" = 2 ]
    grep -qx '\[kostnad köpta-tjänster\]' sv.ini
    grep -qx '\[cost köpta-tjänster\]' en.ini
    grep -q '^;   utelämnade, inget belopp något år: 1 (rad 11)$' sv.ini
    [ "$(grep -c 'stämmer med sina rader' sv.ini)" = 3 ]
    run -0 "$MEDFIN" check sv.ini --lang en
}

@test "years are counted from the first that the title names, in a CSV of commas with quotes" {
    printf 'Ansökan 2025,,\nAktivitet,År 1,År 2\nStart,"120 000",\nMöten,45 000 kr,60000\nSlut,,"35 000,50"\nTotalt,165 000,"95 000,50"\n' >a.csv
    made a.csv
    test ! -s told
    [ "$(total sv.ini)" = "260000.5 0.0" ]
    grep -qx 'start  *= 2025-01' sv.ini
    grep -qx 'slut  *= 2026-12' sv.ini
}

@test "no years: the total counts, and numbers beside are notes" {
    printf 'Post\tAntal\tÁ-pris\tSumma (kr)\nLedning\t400\t650\t260000\nResor\t12\t1500\t18000\nTotalkostnad\t\t\t278000\n' >b.csv
    made b.csv
    [ "$(grep -c varning told)" = 1 ]
    [ "$(total sv.ini)" = "278000.0 0.0" ]
    grep -qx 'belopp  *= 18 000 kr totalt' sv.ini
    grep -qx 'anteckning  *= Antal: 400, Á-pris: 650' sv.ini
}

@test "levels without sums of their own: a heading that holds the sum of its rows is no cost" {
    printf ';2022;2023\nPersonal;700000;720000\nLedare;500000;510000\nHjälp;200000;210000\nDrift;150000;160000\nHus;100000;105000\nNät;50000;55000\nTotalt;850000;880000\nKommun A;400000;400000\nStaten;450000;480000\nSumma finansiering;850000;880000\n' >c.csv
    made c.csv
    test ! -s told
    [ "$(total sv.ini)" = "1730000.0 1730000.0" ]
    grep -qx '\[kostnadsslag drift\]' sv.ini
    [ "$(grep -c '^kostnadsslag = drift$' sv.ini)" = 2 ]
}

# 100 + 100 + 200 = 400: three lines, whose first are by chance what the third is.
@test "lines that happen to add up stay lines when the total says so" {
    printf 'Post;2022\nC;200\nA;100\nB;100\nTotalt;400\n' >d.csv
    made d.csv
    [ "$(total sv.ini)" = "400.0 0.0" ]
}

@test "a column of categories, statuses, negative and unknown amounts, and an outcome beside the budget" {
    cat >e.csv <<'CSV'
Kategori;Post;Budget 2022 (kr);Utfall 2022;2023
Drift;Hyra;12 000;11 500;(2 000)
;El;3 000;2 900;?
Avgift;Intyg;500;500;500
Finansiering;;;;
;Kommunen;15 500;15 500;0
CSV
    made e.csv
    grep -q 'Utfall 2022' told
    grep -qx '2023  *= ?' sv.ini
    grep -qx '2023  *= −2 000 kr' sv.ini
    [ "$(grep -c '^kostnadsslag = drift$' sv.ini)" = 2 ]
    grep -qx 'kostnadsslag = avgift' sv.ini
}

@test "what differs is told, and the rows stand" {
    printf 'Post;2021;Totalt\nLokal;300;400\nResor;200;200\nSumma;510;600\n' >f.csv
    made f.csv
    [ "$(grep -c 'varning' told)" = 2 ]
    [ "$(total sv.ini)" = "500.0 0.0" ]
    grep -q 'är inte summan av sina rader' sv.ini
}

@test "a cell that cannot be read for certain stops it, and nothing is written" {
    printf 'Post;2021\nLokal;1.185\n' >g.csv
    run -3 --separate-stderr "$MEDFIN" init --from g.csv p.ini --lang en
    [[ $stderr == *"g.csv:2:7: error: "*"1 185"* ]]
    test ! -e p.ini
    run -6 "$MEDFIN" init --from saknas.csv
    run -6 "$MEDFIN" init --from g.csv g.csv
}

@test "texts of the table are no comments, sections or control characters of the project" {
    printf 'Post;2021\n"[a] ; b = c";10\n#y;20\n"  ; z = 1";30\n' >h.csv
    made h.csv
    [ "$(total sv.ini)" = "60.0 0.0" ]
    grep -qx 'titel  *= \[a\] \\; b = c' sv.ini
}

# The row of a source is that of the sheet, empty ones counted, in both.
@test "a workbook is the same table" {
    cat >budget.csv <<'CSV'
Strandskolan 2022–2023;;;;
;;;;
Kostnadsslag;Budget 2022;Budget 2023;Totalt;Kommentar
Personal;700000;720000,50;1420000,50;två tjänster
Resor;20000;;20000;
Summa kostnader;720000;720000,50;1440000,50;
Finansiering;;;;
Kommunen;360000;360000,25;720000,25;
Bidrag;360000;360000,25;720000,25;
Summa finansiering;720000;720000,50;1440000,50;
CSV
    "$MEDFIN_SOURCE/tests/workbook/workbook.py" budget.xlsx <budget.csv
    "$MEDFIN" init --from budget.csv >csv.ini
    run -0 --separate-stderr "$MEDFIN" init --from budget.xlsx
    test -z "$stderr"
    cmp csv.ini <(sed 's/budget.xlsx, bladet Blad1/budget.csv/; s/budget.xlsx/budget.csv/' <<<"$output")
    [ "$(total csv.ini)" = "1440000.5 1440000.5" ]
    printf 'Post;2021\nLokal;300\nSumma;310\n' | "$MEDFIN_SOURCE/tests/workbook/workbook.py" sum.xlsx
    run -0 --separate-stderr "$MEDFIN" init --from sum.xlsx --lang en
    [[ $stderr == *"sum.xlsx:"*"B3: warning: the table says 310.00 kr"* ]]
}

# What suites of CSV readers try: separators, quotes and ends of lines within quotes, cells of quotes alone, other files'
# text in a cell, letters of other scripts, ends of lines of either kind.
@test "cells in quotes hold what they hold, and what no reader can take for certain is refused" {
    printf 'Post,2024,Plats\r\n"Möte, ""stort""",100,"a,b"\r\n"Två\r\nrader",200,"{""x"": [1, 2]}"\r\n"Summa\n-\nså långt",300,""\r\nʤ 東,400,""""""\r\n' >q.csv
    "$MEDFIN" init --from q.csv >q.ini 2>told
    [ "$(total q.ini)" = "700.0 0.0" ]
    grep -qx 'titel        = Möte, "stort"' q.ini
    grep -qx 'titel        = Två rader' q.ini
    grep -qx 'titel        = ʤ 東' q.ini
    grep -qx 'anteckning   = Plats: {"x": \[1, 2\]}' q.ini
    grep -qx '; Rad 5, Summa - så långt: stämmer med sina rader.' q.ini
    for bad in 'Lokal,1,36"' 'Lokal,1,"öppen' 'Lokal,1,"a"b'; do
        printf 'Post,2024,Plats\n%s\n' "$bad" >bad.csv
        run -3 --separate-stderr "$MEDFIN" init --from bad.csv
        [[ $stderr == *"bad.csv:2:"*" fel: "* ]]
        test -z "$output"
    done
}

@test "words in the place of amounts are amounts that nobody knows, and sums say what they leave for them" {
    # By hand: 535 425,50 − 468 425,50 − 25 000 = 42 000 for Lokaler; 126 000 − 42 000 − 42 000 = 42 000 in its row.
    cat >w.csv <<'CSV'
Kostnader;2027;2028;2029;Summa
Projektledare;468 425,50;477 910;490 814;1 437 149,50
Lokaler;enligt avtal;42 000;42 000;126 000
Resor;25 000;12 %;25 000;
Tryck;x;x;-;
Summa kostnader;535 425,50;544 910;557 814;
Finansiering;;;;
Regionen;250 000;n/a;250 000;
CSV
    made w.csv
    python3 - <<'PY'
import re
file = open("sv.ini").read()
assert re.search(r"2027 += \? +; enligt avtal\n2028 += 42 000 kr", file), file
assert re.search(r"2028 += \? +; 12 %\n", file)
assert re.search(r"2027 += \? ; x\n2028 += \? ; x\n", file)
assert re.search(r"2028 += \? +; n/a\n", file)
PY
    [ "$(grep -c 'varning: .* står där ett belopp ska stå' told)" = 5 ]
    [ "$(grep -c '42 000,00 kr skulle bli över' told)" = 2 ]
    [ "$("$MEDFIN" budget sv.ini -f json | python3 -c "import json, sys; print(json.load(sys.stdin)['years']['2028']['cost']['total'])")" = None ]
}

@test "a year, a funder and an amount are found where words outnumber the numbers" {
    printf 'Kostnader;2027;2028\nLokaler;42 000;enligt avtal\n' >y.csv
    made y.csv
    grep -q '^2028 .*= ? .*; enligt avtal$' sv.ini
    printf 'Kostnader;Belopp\nLokaler;42 000\nResor;enligt avtal\nTryck;saknas\n' >b.csv
    made b.csv
    [ "$(grep -c '^belopp .*= ? totalt ; ' sv.ini)" = 2 ]
    # Kommunen's part of two costs is unknown, so its sum is; Regionen's is 20 000 + 10 000 + 5 000.
    printf 'Kostnader;Belopp;Regionen;Kommunen\nLokaler;42 000;20 000;ej klart\nResor;10 000;10 000;oklart\nTryck;10 000;5 000;5 000\n' >f.csv
    made f.csv
    grep -A4 '^\[finansiär kommunen\]' sv.ini | grep -qx 'belopp = ? totalt'
    grep -A4 '^\[finansiär regionen\]' sv.ini | grep -qx 'belopp = 35 000 kr totalt'
    grep -qx 'anteckning   = Kommunen: ej klart' sv.ini
}

@test "a cell that shows an error stops, whatever format it is read from" {
    for shown in '#REF!' '#VÄRDEFEL!' '#SAKNAS!' '#N/A' '#DIVISION/0!' '#NAMN?' '########'; do
        printf 'Post;2027\nLokaler;42 000\nResor;%s\n' "$shown" >e.csv
        run -3 "$MEDFIN" init --from e.csv --lang sv
        [[ "$output" == *"e.csv:3:7: fel: cellen visar "*"$shown"* ]]
    done
}

@test "a title without amounts: a heading of the rows below, or a line left blank beside its neighbours" {
    # Numbered as the next it stands beside it; numbered above it, or not at all, it heads it.
    printf 'Projekt 2024;\n;Belopp\n1. Personal;\n1.1 Ledare;700\n2. Resor;\n3. Tryck;50\nÖVRIGT:;\nPorto;5\nSumma;755\n' >t.csv
    made t.csv
    grep -qx ';   rubriker till raderna under dem: 2 (rad 3, 7)' sv.ini
    grep -qx ';   utelämnade, inget belopp något år: 1 (rad 5)' sv.ini
    [ "$(total sv.ini)" = "755.0 0.0" ]
    # A heading called as a built-in category is that one.
    grep -qx 'kostnadsslag = övrigt' sv.ini
    ! grep -q '^\[kostnadsslag' sv.ini
    # What stands above a sum is none of its headings; three blank lines in a row are those of a form.
    printf 'Projekt 2024;\n;Belopp\nLön;700\nPorto;\nSumma;700\n' >t.csv
    made t.csv
    ! grep -q 'rubriker till' sv.ini
    printf 'Projekt 2024;\n;Belopp\nLön;700\nPorto;\nTryck;50\nLokal;\nResor;\nKonsult;\nTolk;5\nSumma;755\n' >t.csv
    made t.csv
    ! grep -q 'rubriker till' sv.ini
    grep -qx 'titel *= Tryck' sv.ini
    ! grep -q 'kostnadsslag *= porto' sv.ini
}

@test "one sum under the first funder of a table of funders may be that of all" {
    printf 'Projekt 2024;;\n;Kommunen;Regionen\nLön;400;300\nTryck;50;20\nTotalt;770;\n' >t.csv
    made t.csv
    test ! -s told
    sed -i 's/770/771/' t.csv
    "$MEDFIN" init --from t.csv >/dev/null 2>told
    grep -q 't.csv:5:8: varning: tabellen säger 771,00 kr, och raderna som den summerar blir 450,00 kr' told
}
