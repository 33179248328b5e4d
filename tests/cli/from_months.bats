#!/usr/bin/env bats
# What a table says beside its years: months and quarters, statuses in words, rows below the total, parts, remarks. The
# totals are added up by hand.

bats_require_minimum_version 1.5.0
load from_table

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

# 100 + 200 + 300 + 400 = 1 000; 30 + 60 = 90.
@test "quarters make the year that their table names, whatever they are called" {
    for headings in 'Kvartal 1;Kvartal 2;Kvartal 3;Kvartal 4;Helår 2028' 'Q1 2028;Q2 2028;Q3 2028;Q4 2028;Summa' \
        'Kv. 1;Kv. 2;Kv. 3;Kv. 4;Summa 2028'; do
        printf 'Kostnad;%s\nTolk;100;200;300;400;1 000\nTåg;30;;60;;90\nSumma;130;200;360;400;1 090\n' "$headings" >t.csv
        [ "$(made t.csv)" = "1090.0 0.0" ]
        test ! -s told
        section tolk | grep -qx '2028         = 1 000 kr'
        section tåg | grep -qx '2028         = 90 kr'
        ! grep -q finansiär\  p.ini
    done
    printf 'Budget 2029;;\nFinansiär;Halvår 1;Halvår 2\nKommunen;70;80\n' >t.csv
    [ "$(made t.csv)" = "0.0 150.0" ]
    section kommunen | grep -qx '2029   = 150 kr'
}

@test "months stand in their months, and make the years of funders" {
    for headings in 'okt-28;nov-28;jan-29' '2028-10;2028-11;2029-01' 'Oktober 2028;November 2028;Januari 2029' \
        'Oct 2028;Nov 2028;Jan 2029'; do
        printf 'Post;%s;Summa\nHyra;5;6;7;18\nSumma;5;6;7;18\nFinansiering;;;;\nKommunen;4;4;10;18\n' "$headings" >t.csv
        [ "$(made t.csv)" = "18.0 18.0" ]
        test ! -s told
        section hyra | grep -qx '2028-11      = 6 kr'
        section hyra | grep -qx '2029-01      = 7 kr'
        section kommunen | grep -qx '2028   = 8 kr'
        section kommunen | grep -qx '2029   = 10 kr'
    done
    # A month of which nobody knows the amount leaves the year of the funder unknown, and no other month of the cost.
    printf 'Post;jan-28;feb-28\nHyra;5;?\nFinansiering;;\nKommunen;?;5\n' >t.csv
    made t.csv
    section hyra | grep -qx '2028-02      = ?'
    section kommunen | grep -qx '2028   = ?'
    # Who pays the rows pays their months of one year: 5 + 6 and 7.
    printf 'Post;Finansiär;nov-28;dec-28;jan-29\nHyra;Byn;5;6;7\n' >t.csv
    [ "$(made t.csv)" = "18.0 18.0" ]
    section byn | grep -qx '2028   = 11 kr'
    section byn | grep -qx '2029   = 7 kr'
}

@test "the months of a year twice, and a year beside its months and another's, stop" {
    printf 'Post;jan-28;feb-28;2028;jan-29;2029\nHyra;1;2;3;4;4\n' >t.csv
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --lang en
    [[ $stderr == *"'2028' and 'jan-28' are of the same year"* || $stderr == *"'2028' and 'feb-28' are of the same year"* ]]
    printf 'Post;Kvartal 1;feb-28;2028\nHyra;1;2;3\n' >t.csv
    run -3 --separate-stderr "$MEDFIN" init --from t.csv --lang en
    [[ $stderr == *"'feb-28' and 'Kvartal 1' are of the same year"* ]]
}

@test "a status is told by its first words, and never by what they deny" {
    cat >t.csv <<'CSV'
Finansiär;2028;Status
Alfa;10;Beviljad KS 2027 § 4
Beta;10;inte beslutat
Gamma;10;avslag i maj
Delta;10;Söks i höst
Epsilon;10;lovat på telefon
Zeta (ej beviljat);10;
CSV
    [ "$(made t.csv)" = "0.0 50.0" ]
    section alfa | grep -qx 'status     = beviljad'
    section alfa | grep -qx 'anteckning = Status: Beviljad KS 2027 § 4'
    section beta | grep -q 'status     = föreslagen ; vad tabellen säger står i anteckningen'
    section gamma | grep -qx 'status     = avslagen'
    section delta | grep -qx 'status     = sökt'
    section epsilon | grep -qx 'anteckning = Status: lovat på telefon'
    section zeta-ej-beviljat | grep -q 'status = föreslagen'
    [ "$(grep -c 'varning: statusen' told)" = 2 ]
    # Costs have none: what it says is kept.
    printf 'Kostnad;2028;Status\nTolk;10;osäkert\n' >t.csv
    made t.csv
    section tolk | grep -qx 'anteckning   = Status: osäkert'
}

# 60 + 40 − 25 = 75, whichever sign the table writes.
@test "net cost is a sum, and what is taken off is" {
    for less in 25 -25; do
        printf 'Kostnad;2028\nTolk;60\nTåg;40\nAvgår biljetter;%s\nNettokostnad;75\n' "$less" >t.csv
        [ "$(made t.csv)" = "75.0 0.0" ]
        grep -qx '; Rad 5, Nettokostnad: stämmer med sina rader.' p.ini
    done
    printf 'Kostnad;2028\nTolk;60\nAvgår biljetter;25\n' >t.csv
    [ "$(made t.csv)" = "35.0 0.0" ]
    grep -q 'varning: ”Avgår biljetter” dras av från kostnaderna: −25,00 kr' told
}

@test "below the total of the costs stand funders, or what is asked for" {
    printf 'Kostnad;2028\nTolk;60\nTåg;40\nTotalt;100\nEgen insats;30\nSökt stöd;70\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
    section egen-insats | grep -qx '2028   = 30 kr'
    printf 'Kostnad;2028\nTolk;60\nTåg;40\nTotalt;100\nEgen insats;30\nSökt stöd;70\nSumma;100\n' >t.csv
    [ "$(made t.csv)" = "100.0 100.0" ]
    grep -qx '; Rad 7, Summa: stämmer med sina rader.' p.ini
    printf 'Kostnad;2028\nTolk;60\nSumma personal;60\nBidrag till byn;5\n' >t.csv
    [ "$(made t.csv)" = "65.0 0.0" ]
}

@test "parts of the row above are no costs beside it, and remarks of all rows are kept" {
    cat >t.csv <<'CSV'
Kostnad;2028;Kommentar
Personal;;två tjänster
Ledare;60;halvtid
 - varav semester;6;
Summa personal;60;ska höjas
Resor;40;
Summa;100;högst 120
Inköp;;offert väntas
CSV
    [ "$(made t.csv)" = "100.0 0.0" ]
    grep -qx ';   utelämnade, delar av raden ovanför, som redan rymmer dem: 1 (rad 4)' p.ini
    for row in 'Rad 2, Personal: Kommentar: två tjänster' 'Rad 5, Summa personal: Kommentar: ska höjas' \
        'Rad 7, Summa: Kommentar: högst 120' 'Rad 8, Inköp: Kommentar: offert väntas'; do
        grep -qx "; $row" p.ini
    done
}

@test "a sum of rows that are not what they say themselves does not agree" {
    printf 'Post;2028;2029;Totalt\nTolk;10;20;40\nTåg;1;2;3\nSumma;11;22;43\n' >t.csv
    made t.csv
    grep -q 'Rad 4, Summa: är summan av sina rader, men' p.ini
}

@test "numbered headings give their category, to their own rows alone" {
    printf 'Kostnad;2028;2029\n1. Personal;;\n1.1 Arvoden;10;10\n1.2 Arbetsgivaravgifter;3;3\n1.3 Övrigt;;\n2. Resor;;\n2.1 Tåg;;\n2.2 Buss;4;4\n3. Diverse;1;1\n' >t.csv
    [ "$(made t.csv)" = "36.0 0.0" ]
    section 1-1-arvoden | grep -qx 'kostnadsslag = personal'
    section 2-2-buss | grep -qx 'kostnadsslag = resor'
    section 3-diverse | grep -qx 'kostnadsslag = övrigt'
    grep -qx '; Rad 5, 1.3 Övrigt' p.ini
}

# 70 in 2028 and 30 + 50 in 2028–2029.
@test "years under a heading of times are those of the project and of their rows" {
    printf 'Aktivitet;Period;Kostnad\nMöte;vår 2028;70\nMässa;2029-10;30\nTryck;2028–2029;50\nTolk;löpande;8\n' >t.csv
    [ "$(made t.csv)" = "158.0 0.0" ]
    test ! -s told
    grep -qx 'start = 2028-01' p.ini
    grep -qx 'slut  = 2029-12' p.ini
    section möte | grep -qx '2028         = 70 kr'
    section mässa | grep -qx '2029         = 30 kr'
    section tryck | grep -qx 'från         = 2028-01'
    section tryck | grep -qx 'till         = 2029-12'
    section tolk | grep -qx 'belopp       = 8 kr totalt'
}

@test "sheets that are not read are told, unless one was asked for" {
    printf '== Om\nPost;2028\nTolk;8\n== Budget\nPost;2028\nLokal;100\n== Gömt hidden\nx;1\n' |
        "$MEDFIN_SOURCE/tests/workbook/workbook.py" t.xlsx
    [ "$(made t.xlsx)" = "8.0 0.0" ]
    grep -q 'varning: bladet ”Om” läses, och arbetsboken har fler: Budget$' told
    grep -qx '; Andra blad, som inte lästes: Budget.' p.ini
    [ "$(made t.xlsx --sheet Budget)" = "100.0 0.0" ]
    test ! -s told
}
