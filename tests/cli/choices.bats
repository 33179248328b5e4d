#!/usr/bin/env bats
# What is said in several ways comes to the same, and what is chosen is what is done.

bats_require_minimum_version 1.5.0

setup() {
    cp -r "$MEDFIN_SOURCE/tests/errors/with" "$BATS_TEST_TMPDIR"
    cd "$BATS_TEST_TMPDIR/with"
    scenarios=$MEDFIN_SOURCE/scenarios
    share=staff.projektledare.share
}

medfin() {
    "$MEDFIN" "$@"
}

# the_same COMMAND ARGUMENT…: prints what the command in `first` printed.
the_same() {
    medfin "$@" >second || true
    [ -s first ]
    diff first second
}

@test "words and options" {
    [[ $(medfin --version) =~ ^medfin\ [0-9]+\.[0-9]+ ]]
    medfin check good.ini >first || true
    the_same check -- good.ini
    medfin sweep good.ini "$share=25%..75%:25%" --by gap,reserve >first
    the_same sweep good.ini "$share=25%..75%:25%" --by ' gap , reserve,'
    the_same sweep good.ini "$share=25%..75%:25%" --by gap,reserve,gap,reserve
    medfin sweep good.ini "$share=25%..75%:25%" --by balance >first
    the_same sweep good.ini "$share=25%..75%:25%" --by balance,rules.balance.margin
    medfin sweep good.ini "$share=25%..75%:25%" --by bedömning >first
    the_same sweep good.ini "$share=25%..75%:25%" --by verdict
    medfin solve good.ini --vary $share --until 'gap>=0kr' >first
    the_same solve good.ini --vary $share --until 'gap >=  0 kr'
    the_same solve good.ini --vary $share --until 'gap>=0,00 kr'
}

@test "a screen is not narrower than 40 columns and not wider than 200" {
    COLUMNS=40 medfin budget good.ini >first
    COLUMNS=10 the_same budget good.ini
    COLUMNS=200 medfin budget good.ini >first
    COLUMNS=1000 the_same budget good.ini
    COLUMNS=80 medfin budget good.ini >first
    COLUMNS=x the_same budget good.ini
    COLUMNS=-9 the_same budget good.ini
}

@test "colour where it is asked for" {
    medfin check good.ini --color never >first || true
    the_same check good.ini
    medfin check good.ini --color always >coloured || true
    grep -q $'\e\\[' coloured
    sed $'s/\e\\[[0-9;]*m//g' coloured >second
    diff first second
}

@test "scenarios of one name are told apart" {
    mkdir a
    printf '[scenario]\n[staff projektledare]\nshare = 25 %%\n' | tee a/halv.ini >halv.ini
    run medfin compare good.ini halv.ini a/halv.ini a/halv.ini -f json
    for id in halv halv-2 halv-3; do
        [[ $output == *"\"$id\""* ]]
    done
}

@test "what is granted or decided alone may be what others are compared with" {
    sed 's/= decided/= applied/' good.ini >open.ini
    # Costs by hand: 40 000 × 50 % × 1,4615 × 12 + 48 000 + 10 000 = 408 760,00 in 2021.
    run medfin compare open.ini base --against secured --lang en -f csv --csv machine
    [ "$status" = 0 ]
    [[ $output == *$'\nfinancing,0,0.00,900000.00\n'* ]]
    [[ $output == *$'\ncost,408760.00,408760.00\nfinancing,0.00,450000.00\n'* ]]
    run --separate-stderr medfin compare open.ini --against secured --set cost.start.2021-01=x
    [ "$status" = 3 ]
    [ -z "$output" ]
}

@test "trials are those that are asked for, on any number of threads" {
    osakerhet="$scenarios/jamtland-2021-2023/project.ini $scenarios/jamtland-2021-2023/osakerhet.ini"
    medfin simulate $osakerhet --trials 1000 >first
    the_same simulate $osakerhet --trials '1 000'
    medfin report $osakerhet --trials 1000 >first
    the_same report $osakerhet --trials 1000 --threads 1
    the_same report $osakerhet --trials 1000 --seed 1
}

@test "a document takes its styles from the one that is named" {
    printf '#!/bin/sh\necho "$@" >>"%s"\ncat\n' "$PWD/words" >pandoc
    chmod +x pandoc
    echo styles >mall.docx
    PATH=$PWD:$PATH medfin letter good.ini --reference-doc mall.docx -o brev.docx
    grep -q -e '--to=docx .*--reference-doc=mall.docx' words
    [ -s brev.docx ]
    rm words
    PATH=$PWD:$PATH medfin letter good.ini -o brev.docx
    grep -q -e '--to=docx .*--reference-doc=/dev/fd/3' words
}
