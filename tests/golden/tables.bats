#!/usr/bin/env bats
# Tables of members and inhabitants as people have them. Fees were worked by hand: 3 000 kr and 0,25 kr an inhabitant.

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    printf '[project]\nstart = 2022-01\nend = 2022-12\n\n[tariff kommun]\nfixed = 3 000 kr\nper_inhabitant = 0,25 kr\n\n' >p.ini
    printf '[members]\nfile = m.csv\npopulation = b.csv\n' >>p.ini
    printf 'kommun;år;folkmängd\nTranås;2021;18 900\nSäter;2021;11 180\nFalun;2021;59 800\n' >b.csv
}

# fees: each member's fee and all together, of p.ini.
fees() {
    "$MEDFIN" fees p.ini -f json "$@" | python3 -c '
import json, sys
d = json.load(sys.stdin)
print(*(f["member"] + " " + format(f["fee"], ".2f") for f in d["steps"]), format(d["summary"]["by_tariff"]["kommun"]["sum"], ".2f"))'
}

# 3 000 + 4 725; 3 000 + 2 795; 3 000 + 14 950.
@test "genitives, capitals and decomposed letters are the municipality" {
    printf 'namn;kategori\nTRANA\u030aS KOMMUN;kommun\nSäters kommun;kommun\nFalu\u00a0kommun;kommun\n' >m.csv
    run fees
    [ "$output" = "TRANÅS-KOMMUN 7725.00 Säters-kommun 5795.00 Falu-kommun 17950.00 31470.00" ]
}

@test "an id has no dash at its end, and two scripts are two members" {
    printf 'namn;invånare\nÅ (del);4 000\n東京;8 000\n京都;12 000\n' >m.csv
    run fees
    [ "$output" = "Å-del 4000.00 u6771u4eac 5000.00 u4eacu90fd 6000.00 15000.00" ]
}

# 3 000 + 0,25 × 18 900 = 7 725; 3 000 + 0,25 × 11 180 = 5 795.
expected='7662 7725.00 2082 5795.00 13520.00'

members() {
    printf 'kommun_kod;Kommunnamn;Inträdesdatum;Uppsagd\n7662;Tranby;28.5.2019;\n2082;Säter;44197;-\nSumma;2;;\n' >m.csv
}

@test "the statistics office's tables give the fees of the plain one" {
    members
    while IFS='|' read -r name table; do
        printf "$table" >b.csv
        run fees
        [ "$output" = "$expected" ] || { echo "$name: $output"; return 1; }
    done <<'EOF'
plain|kommunkod;kommun;år;folkmängd\n7662;Tranby;2021;18900\n2082;Säter;2021;11180\n
long|"Folkmängden efter region och år"\n\n"region","år","Folkmängd"\n"00 Riket","2021",10452326\n"20 Dalarnas län","2021",288387\n"2082 Säter","2021",11180\n"7662 Tranby","2020",".."\n"7662 Tranby","2021",18900\n\n"Folkmängden avser 31 december"\n"Källa: SCB"\n
wide|"region","2020","2021"\n"2082 Säter",11153,11180\n"7662 Tranby","..",18900\n
wide, in words|region;Folkmängd 2020;Folkmängd 2021\n2082 Säter;11 153;11 180\n7662 Tranby;;18 900\n\n* preliminära uppgifter\n
by sex|"region","kön","år","Folkmängd"\n"2082 Säter","män","2021",5700\n"2082 Säter","kvinnor","2021",5480\n"7662 Tranby","män","2021",9500\n"7662 Tranby","kvinnor","2021",9400\n
by sex with the whole|region;kön;2021\n2082 Säter;män;5700\n2082 Säter;kvinnor;5480\n2082 Säter;totalt;11180\n7662 Tranby;män;9500\n7662 Tranby;kvinnor;9400\n7662 Tranby;totalt;18900\n
by sex in columns|region;män 2021;kvinnor 2021\n2082 Säter;5700;5480\n7662 Tranby;9500;9400\n
code and name under the code|kommunkod;2021\n7662 Tranby;18900\n2082  Säter;11180\n
the code twice|kommunkod;region;2021\n7662;7662 Tranby;18900\n2082;2082 Säter;11180\n
year by year|region;år;folkmängd\n7662 Tranby;2020;18800\n2082 Säter;2020;11153\n7662 Tranby;2021;18900\n2082 Säter;2021;11180\n
backwards|region;år;folkmängd\n7662 Tranby;2021;18900\n7662 Tranby;2020;18800\n2082 Säter;2021;11180\n2082 Säter;2020;x\n
headings again|region;2020;2021\n7662 Tranby;.;18900\nregion;2020;2021\n2082 Säter;…;11180\nSamtliga;1;2\n
by sex in English|region;sex;2021\n2082 Säter;male;5700\n2082 Säter;Female;5480\n7662 Tranby;man;9500\n7662 Tranby;kvinna;9400\n
by sex, the whole alone|region;kön;2021\n2082 Säter;män och kvinnor;11180\n7662 Tranby;totalt;18900\n
by age with the whole|region;ålder;2021\n2082 Säter;0 år;98\n2082 Säter;totalt ålder;11180\n7662 Tranby;0 år;180\n7662 Tranby;totalt ålder;18900\n
EOF
}

@test "a date in any form is when a member comes and goes" {
    printf 'kommun;år;folkmängd\nTranås;2021;18900\nSäter;2021;11180\nFalun;2021;59800\n' >b.csv
    printf 'Medlem;Slutdatum;Org.nr\nTranås;2021-12-31 00:00:00;1\nSäter;44561;2\nFalun;31 dec 2022;3\n' >m.csv
    run fees
    [ "$output" = "Falun 17950.00 17950.00" ]
}

@test "a heading row in words that nobody knows is never taken from the data, and columns says what it is" {
    printf 'Förening;Slag\nTranås;kommun\nSäter;kommun\n' >m.csv
    run "$MEDFIN" fees p.ini --lang en
    [ "$status" = 3 ]
    [ "${lines[0]}" = "m.csv:1:1: error: no row names the columns" ]
    sed -i 's/^file = m.csv/&\ncolumns = Förening: namn\n          Slag: category/' p.ini
    run fees
    [ "$output" = "Tranås 7725.00 Säter 5795.00 13520.00" ]
}

# The caret lies under the line that says nothing, and no further.
@test "a line of columns is pointed at as a whole" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = t.csv\ncolumns = Anslag: kostnad\n  Mål\n' >"$BATS_TEST_TMPDIR/p.ini"
    printf 'Vad;När;Anslag\nTräff;mars;12 000 kr\n' >"$BATS_TEST_TMPDIR/t.csv"
    run "$MEDFIN" check "$BATS_TEST_TMPDIR/p.ini"
    [[ $output == *$'\n         |   ^~~\n'* ]]
}

# 3 000 + 0,25 × 18 900, and for Säter 3 000 + 0,25 × 11 200, or of all three decimals × 11 180.
@test "inhabitants in thousands are read so, and rounded ones are told" {
    members
    while IFS='|' read -r name table expected; do
        printf "$table" >b.csv
        run fees --lang en
        [ "${lines[-1]}" = "7662 7725.00 2082 $expected" ] || { echo "$name: $output"; return 1; }
        [[ $expected == *13520* ]] || [[ ${lines[0]} == *': warning: the table tells inhabitants in thousands, and rounds them' ]] ||
            { echo "$name: $output"; return 1; }
    done <<'EOF'
heading|region;Folkmängd 2021 (1000-tal)\n7662 Tranby;18,9\n2082 Säter;11,2\n|5800.00 13525.00
title|Folkmängd 31 december, 1 000-tal\nregion;2021\n7662 Tranby;18.9\n2082 Säter;11,2\n|5800.00 13525.00
all decimals|kommunkod;år;folkmängd i tusental\n7662;2021;18,900\n2082;2021;11,180\n|5795.00 13520.00
no thousands|Tätorter över 1000 invånare\nregion;2021\n7662 Tranby;18900\n2082 Säter;11180\n|5795.00 13520.00
EOF
    printf 'Kommun;Invånare, tusental\nTranby;18,9\nSäter;11,2\n' >m.csv
    sed -i /population/d p.ini
    run fees
    [ "${lines[-1]}" = "Tranby 7725.00 Säter 5800.00 13525.00" ] || { echo "$output"; return 1; }
    printf 'Kommun;Invånare, tusental\nTranby;18,9004\nSäter;elva\n' >m.csv
    run "$MEDFIN" fees p.ini --lang en
    [ "$status" = 3 ]
    [[ $output == *"m.csv:2:8: error: 18,9004 is not"*"m.csv:3:7: error: 'elva'"* ]]
}

# tables: what is told of the rows of members and inhabitants, of the JSON of a command.
tables() {
    "$MEDFIN" "$@" -f json | python3 -c '
import json, sys
for name, rows in sorted(json.load(sys.stdin)["tables"].items()):
    print(name, rows["read"], "=", rows["used"], "+", *(f"{k} {v}" for k, v in sorted(rows.items()) if v and k not in ("read", "used")))'
}

# Members: a title above, the headings twice, two members, a title, a sum and a source. Inhabitants: a title above, the
# headings, three figures, one that is not known, and two notes.
@test "every row of a table is told as used or left aside, in every command that judges or sums" {
    printf 'Medlemmar 2022;;\nkommun;telefon;kategori\nNorra länet;;\nTranås;1;kommun\nkommun;telefon;kategori\nSäter;2;kommun\nSumma;3;\nKälla: registret;;\n' >m.csv
    printf 'Folkmängd;\nkommun;2021\nTranås;18900\nSäter;11180\nFalun;59800\nOrsa;..\n* preliminärt;\nKälla: SCB;\n' >b.csv
    for command in fees check budget liquidity simulate; do
        run tables $command p.ini
        [ "${lines[-2]}" = "members 8 = 2 + above 1 headings 2 notes 1 sums 1 titles 1" ] || { echo "$command: $output"; return 1; }
        [ "${lines[-1]}" = "population 8 = 3 + above 1 headings 1 not_known 1 notes 2" ] || { echo "$command: $output"; return 1; }
        run "$MEDFIN" $command p.ini --lang sv
        [[ $output == *'Medlemmar, lästa ur m.csv: 8 rader, varav 2 använda och 6 lämnade därhän'*'Kolumner som inte läses: telefon'* ]] ||
            { echo "$command: $output"; return 1; }
    done
}

@test "a region beside kommun is none of theirs" {
    printf 'Region;Kommun;Inträde\nDalarna;Säter;2019\n' >m.csv
    for headings in 'Region;Kommun' 'kommun;region'; do
        printf '%s;2021\n' "$headings" >b.csv
        [ "$headings" = 'Region;Kommun' ] && printf 'Dalarna;Säter;11180\n' >>b.csv || printf 'Säter;Dalarna;11180\n' >>b.csv
        run fees
        [ "$output" = "Säter 5795.00 5795.00" ] || { echo "$output"; return 1; }
        run "$MEDFIN" fees p.ini --lang en
        [[ $output == *'Columns left aside: '[Rr]egion* ]]
    done
    printf 'Kommun;Namn;2021\nSäter;Säter;11180\n' >b.csv
    run "$MEDFIN" fees p.ini --lang en
    [ "${lines[0]}" = "b.csv:1:8: error: the heading 'Namn' says the same as 'Kommun' before it" ]
}

# Beside two members: a number of the telephone list alone in its row, a footnote, and a remark in a row cut short.
@test "what is no member is told as none, and a list of names alone is a list of members" {
    printf 'nr;kommun;kategori;telefon\n1;Tranås;kommun;1\n2;Säter;kommun;\n;;;0243\n* gäller 2022;;;\nAnm: utan Falun\n' >m.csv
    run tables fees p.ini
    [ "${lines[0]}" = "members 6 = 2 + headings 1 notes 3" ] || { echo "$output"; return 1; }
    printf 'kommun\nTranås\nSäter\n' >m.csv
    run fees
    [ "$output" = "Tranås 7725.00 Säter 5795.00 13520.00" ]
}
