#!/usr/bin/env bats
# Tables that say who pays by columns, in kind or beside the cost: the project's cost and financing are those of the table,
# added up by hand, and what cannot be told is asked for.

bats_require_minimum_version 1.5.0
load from_table

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

@test "a column a funder: what its rows make, each row's funders held against its total, and each sum" {
    cat >t.csv <<'CSV'
Grön omställning 2024–2025;;;;;
Kostnadsslag;Totalt;Kommunen;Region X;EU-medel;Kommentar
Personal;600 000;200 000;100 000;300 000;
Resor;60 000;;30 000;30 000;tåg
Externa tjänster;140 000;70 000;;70 000;
Summa;800 000;270 000;130 000;400 000;
CSV
    [ "$(made t.csv)" = "800000.0 800000.0" ]
    test ! -s told
    section kommunen | grep -qx 'belopp = 270 000 kr totalt'
    section eu-medel | grep -qx 'källa  = t.csv kolumn E'
    grep -qx ';   vad en finansiär betalar: Kommunen, Region X, EU-medel' p.ini
    sed -i 's/;270 000;/;280 000;/' t.csv
    made t.csv
    grep -q 't.csv:6:15: varning: tabellen säger 280 000,00 kr, och raderna som den summerar blir 270 000,00 kr' told
}

@test "names that say nothing are funders where they make what each row costs, beside years too" {
    printf 'Post;2024;2025;Alfa;Beta\nLokal;100;200;250;50\nTryck;30;;10;20\n' >t.csv
    [ "$(made t.csv)" = "330.0 330.0" ]
    section alfa | grep -qx 'belopp = 260 kr totalt'
    printf 'Post;2024;2025;Alfa;Beta\nLokal;100;200;25;50\nTryck;30;;1;20\n' >t.csv
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --lang en
    [[ $stderr == *"t.csv:1:16: error: the column 'Alfa' holds numbers, as '25'"* ]]
    [[ $stderr == *"t.csv:1:21: error: the column 'Beta' holds numbers, as '50'"* ]]
    # As the hint says it, in either language and case.
    [ "$(made t.csv --columns 'Alfa: finansiär' --columns 'beta: none')" = "330.0 26.0" ]
    grep -qx ';   utelämnade på begäran: Beta' p.ini
    [ "$(made t.csv --columns 'Alfa: 2026' --columns 'Beta: anteckning')" = "356.0 0.0" ]
    grep -qx 'anteckning   = Beta: 50' p.ini
}

@test "funders alone: a row costs what they pay, and is unknown where one of them is" {
    printf 'Projekt 2024;;\nPost;Kommunen (tkr);Region X\nLokal;1,5;200\nTryck;2;\n' >t.csv
    [ "$(made t.csv)" = "3700.0 3700.0" ]
    grep -qx 'titel  = Kommunen' p.ini
    printf 'Projekt 2024;;\nPost;Kommunen;Region X\nLokal;?;200\nTryck;2;\n' >t.csv
    made t.csv
    section lokal | grep -qx 'belopp       = ? totalt'
    section kommunen | grep -qx 'belopp = ? totalt'
}

@test "a column of financing beside that of cost: a row with an amount there alone is a funder" {
    printf 'Projekt 2024;;\n;Kostnader;Finansiering\nLokal;70;\nTryck;30;\nKommunen;;60\nStaten;;40\nSumma;100;100\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
    test ! -s told
    section staten | grep -qx 'belopp = 40 kr totalt'
    # Beside the cost of the same rows it is what one pays of them.
    printf 'Projekt 2024;;\n;Kostnad;Medfinansiering\nLokal;70;20\nTryck;30;10\n' >t.csv
    [ "$(made t.csv)" = "100.0 30.0" ]
    section medfinansiering | grep -qx 'belopp = 30 kr totalt'
}

@test "a cost in kind is given by the funder in kind of its name, its sum, or the only one" {
    cat >t.csv <<'CSV'
Bygdegården 2024;
Kostnader;Belopp
Material;200 000
Ideell tid 400 tim à 250 kr;100 000
Summa kostnader;300 000
Finansiering;
Leader;140 000
Ideella föreningen;60 000
Ideell tid;100 000
Summa finansiering;300 000
CSV
    [ "$(made t.csv)" = "300000.0 300000.0" ]
    test ! -s told
    section ideell-tid-400-tim-250-kr | grep -qx 'bärs_av      = ideell-tid'
    section ideell-tid | grep -qx 'annat_än_pengar = 100 000 kr totalt'
    section ideella-föreningen | grep -qx 'belopp = 60 000 kr totalt'
    "$MEDFIN" check p.ini -f json | python3 -c "
import json, sys
rules = json.load(sys.stdin)['rules']
assert rules['in-kind']['by_subject']['ideell-tid']['verdict'] == rules['balance']['verdict'] == 'pass', rules"

    printf 'Post;2024\nTid (in kind);10\nLokal in natura;20\nFinansiering;\nAlfa in kind;20\nBeta in kind;10\n' >t.csv
    [ "$(made t.csv)" = "30.0 30.0" ]
    section tid-in-kind | grep -qx 'bärs_av      = beta-in-kind'
    section lokal-in-natura | grep -qx 'bärs_av      = alfa-in-kind'

    # Two that could be either, of neither its name nor its sum: asked for, and all is money.
    printf 'Post;2024\nTid in kind;30\nFinansiering;\nAlfa in kind;20\nBeta in kind;10\n' >t.csv
    [ "$(made t.csv)" = "30.0 30.0" ]
    [ "$(grep -c varning told)" = 3 ]
    ! grep -q bärs_av p.ini
}

@test "a cost in kind that the financing leaves out gives itself, with and without a part for funders" {
    printf 'Post;2024\nLokal;100\nIdeell tid;40\nFinansiering;\nKommunen;100\n' >t.csv
    [ "$(made t.csv)" = "140.0 140.0" ]
    test ! -s told
    section ideell-tid-2 | grep -qx 'status = föreslagen .*'
    printf 'Post;2024\nLokal;100\nIdeell tid;40\n' >t.csv
    [ "$(made t.csv)" = "140.0 40.0" ]
}

@test "a funder in kind beside the cost comes on top where the financing is so much larger" {
    printf 'Post;2024\nLokal;100\nFinansiering;\nKommunen;100\nIdeell tid;40\n' >t.csv
    [ "$(made t.csv)" = "140.0 140.0" ]
    test ! -s told
    section ideell-tid | grep -qx 'annat_än_pengar = 40 kr totalt'
}

@test "a column in kind gives the rows that it holds the whole of; of a part, it is asked for" {
    cat >t.csv <<'CSV'
Projekt 2024;;;
Post;Totalt;Staten;Kommunen, annat än pengar
Lokal;70;;70
Tryck;30;30;
CSV
    [ "$(made t.csv)" = "100.0 100.0" ]
    test ! -s told
    section lokal | grep -qx 'bärs_av      = kommunen-annat-än-pengar'
    ! section kommunen-annat-än-pengar | grep -q belopp
    printf 'Projekt 2024;;;\nPost;Totalt;Staten;Kommunen\nIdeell tid;70;;70\nTryck;30;20;10\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
    section kommunen | grep -qx 'belopp = 10 kr totalt'
    printf 'Projekt 2024;;;\nPost;Totalt;Staten;Kommunen in kind\nLokal;70;30;40\nTryck;30;30;\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
    grep -q 't.csv:2:20: varning: ”Kommunen in kind” är i annat än pengar' told
}

@test "funders that have rows of their own are not counted once more by their columns" {
    printf 'Projekt 2024;;;\nPost;Totalt;Staten;Kommunen\nLokal;70;30;40\nTryck;30;30;\nFinansiering;;;\nStaten;60;;\nKommunen;40;;\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
}

@test "amounts each year and each month, counts, shares and texts among amounts" {
    cat >t.csv <<'CSV'
Projekt 2024–2025;;
Post;Antal;Kostnad per år
Lokal;1;12 000
Antal deltagare;;40
Andel av allt;;30 %
CSV
    [ "$(made t.csv)" = "24000.0 0.0" ]
    section lokal | grep -qx 'belopp       = 12 000 kr/år'
    grep -qx ';   utelämnade, antal och inte pengar: 1 (rad 4)' p.ini
    grep -qx ';   utelämnade, inget belopp något år: 1 (rad 5)' p.ini
    printf 'Projekt 2024;\nPost;Kr/mån\nLokal;100\n' >t.csv
    [ "$(made t.csv)" = "1200.0 0.0" ]
    printf 'Post;2024;2025\nLokal;100;ingår\n' >t.csv
    [ "$(made t.csv)" = "None 0.0" ]
    section lokal | grep -qx '2025         = ? ; ingår'
}

@test "what --columns and --sheet say has to be there, and to be something" {
    printf 'Post;2024\nLokal;100\n' >t.csv
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --columns Lokal --lang en
    [[ $stderr == *"--columns:1:1: error: 'Lokal' does not say what a heading means"* ]]
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --columns 'Pris: cost' --lang en
    [[ $stderr == *"--columns:1:1: error: no table here has the heading 'Pris'"* ]]
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --columns 'Post: pengar' --lang sv
    [[ $stderr == *"kostnad, finansiär, finansiering, kostnadsslag, status, anteckning, inget, 2027"* ]]
    run -3 "$MEDFIN" init --from t.csv --sheet Budget
    run -3 "$MEDFIN" init --from t.csv --columns $'Post:\x01'
    printf '== Om\nHej;\n== Budget\nPost;2024\nLokal;100\n' | "$MEDFIN_SOURCE/tests/workbook/workbook.py" t.xlsx
    run -3 "$MEDFIN" init --from t.xlsx
    [ "$(made t.xlsx --sheet Budget)" = "100.0 0.0" ]
    grep -qx '; Ett projekt gjort av t.xlsx, bladet Budget.' p.ini
    run -3 --separate-stderr "$MEDFIN" init --from t.xlsx --sheet Bugdet --lang en
    [[ $stderr == *"did you mean 'Budget'?"* ]]
}

@test "a column of numbers without a heading in front of the titles is their numbers" {
    printf ';Post;2024\n1;Lokal;100\n2;Tryck;50\n' >t.csv
    [ "$(made t.csv)" = "150.0 0.0" ]
    section lokal | grep -qx 'titel        = Lokal'
    printf 'Konto;Post;2024\n5010;Lokal;100\n6150;Tryck;50\n' >t.csv
    [ "$(made t.csv)" = "150.0 0.0" ]
    section lokal | grep -qx 'anteckning   = Konto: 5010'
}

# An outcome of an earlier year is no part of the budget.
@test "outcomes and forecasts beside a budget are notes, and the years where nothing else is" {
    printf '(tkr);;;\nPost;Bokslut 2022;Prognos 2023;Budget 2024\nLokal;90;saknas;100\n' >t.csv
    [ "$(made t.csv)" = "100000.0 0.0" ]
    [ "$(grep -c varning told)" = 1 ]
    section lokal | grep -qx 'anteckning   = Bokslut 2022: 90 000 kr, Prognos 2023: saknas'
    printf 'Post;Bokslut 2022;Prognos 2023;Budget 2024\nLokal;90;95;100\n' >t.csv
    [ "$(made t.csv)" = "100.0 0.0" ]
    [ "$(grep -c varning told)" = 2 ]
    grep -qx 'start = 2024-01' p.ini
    printf 'Post;Prognos 2023;Prognos 2024\nLokal;95;100\n' >t.csv
    [ "$(made t.csv)" = "195.0 0.0" ]
    test ! -s told
}

@test "a status is taken from where it stands, in the form of its word" {
    printf ';2024;Kommentar\nLokal;100;\nFinansiering;;\nStaten;60;Beslutat\nKommunen;40;beslutat av oss\n' >t.csv
    made t.csv
    section staten | grep -qx 'status     = beslutad'
    section kommunen | grep -q 'status     = föreslagen ; vad tabellen säger står i anteckningen'
}

@test "rows called by who pays are funders, and names beside the rows pay them whole" {
    printf 'Bidragsgivare;Status;2027;2028\nRegionen;beslutad;250 000;250 000\nVerket (sökt);;100 000;100 000\n' >t.csv
    [ "$(made t.csv)" = "0.0 700000.0" ]
    section regionen | grep -qx 'status = beslutad'
    section verket-sökt | grep -qx 'status = sökt'
    # Regionen pays 100 + 10 in 2027 and 20 in 2028, Kommunen 50 a year; nobody pays Tryck.
    printf 'Kostnad;Finansiär;2027;2028\nLön;Regionen;100;20\nLokal;Kommunen;50;50\nResor;regionen;10;-\nTryck;;5;5\n' >t.csv
    [ "$(made t.csv)" = "240.0 230.0" ]
    section regionen | grep -qx '2027   = 110 kr'
    section regionen | grep -qx '2028   = 20 kr'
    ! grep -q 'säger inget om vem som betalar' p.ini
    [ "$(made t.csv --columns 'Finansiär: finansiär')" = "240.0 230.0" ]
}
