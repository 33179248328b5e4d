#!/usr/bin/env bats
# A project to start from is one that a newcomer can go on with: it is read without a fault, says what is missing,
# and holds when each ? is answered with the example beside it. All of it in one language.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

projects="--blank --like=jamtland --like=medlemskap --like=sekom --like=natverk"

# Each ? takes the value of its comment "till exempel VALUE".
answer() {
    sed -E 's/= \?.*; (till exempel|for example) (.*)$/= \2/'
}

@test "without a word of what it begins with it is blank, in the language asked for" {
    cmp <("$MEDFIN" init) <("$MEDFIN" init --blank)
    cmp <("$MEDFIN" init) <("$MEDFIN" init --lang sv)
    cmp <(LANGUAGE=en "$MEDFIN" init) <("$MEDFIN" init --lang en)
    ! cmp -s <("$MEDFIN" init) <("$MEDFIN" init --lang en)
}

@test "init FILE writes that file, and replaces nothing that is there" {
    "$MEDFIN" init p.ini
    cmp p.ini <("$MEDFIN" init)
    "$MEDFIN" init --like sekom q.ini
    cmp q.ini <("$MEDFIN" init --like sekom -o /dev/stdout)
    echo mine >p.ini
    run -6 "$MEDFIN" init p.ini
    run -6 "$MEDFIN" init -o p.ini
    [ "$(cat p.ini)" = mine ]
    run -6 "$MEDFIN" init .
    run -6 "$MEDFIN" init nowhere/p.ini
    ln -s nowhere link.ini
    run -6 "$MEDFIN" init link.ini
    test ! -e nowhere
    run -2 "$MEDFIN" init a.ini b.ini
    run -2 "$MEDFIN" init a.ini -o b.ini
    test ! -e a.ini -a ! -e b.ini
}

@test "every project to start from is read without a fault, says what is missing and holds when it is answered" {
    for lang in sv en; do
        for project in $projects; do
            "$MEDFIN" init $project --lang $lang >p.ini
            run -1 --separate-stderr "$MEDFIN" check p.ini -f json
            test -z "$stderr"
            [ "$(grep -c '= ?' p.ini)" = "$(grep -cE '= [?].*; (till exempel|for example) ' p.ini)" ]
            answer <p.ini >answered.ini
            ! grep -q '= ?' answered.ini
            for command in check budget liquidity; do
                run -0 --separate-stderr "$MEDFIN" $command answered.ini
                test -z "$stderr"
            done
        done
    done
}

@test "both languages say the same project" {
    for project in $projects; do
        for lang in sv en; do
            "$MEDFIN" init $project --lang $lang | answer >$lang.ini
            "$MEDFIN" budget $lang.ini --csv machine --lang en | grep -oE '[-0-9]+[.][0-9]+' >$lang.figures
        done
        test -s sv.figures
        cmp sv.figures en.figures
    done
}

@test "a Swedish file has no English key, and an English one no Swedish word" {
    for project in $projects --scenario; do
        "$MEDFIN" init $project --lang en >en.ini
        "$MEDFIN" init $project --lang sv >sv.ini
        ! grep -vE 'Jämtland|Härjedalen|PO-pålägg' en.ini | grep '[åäöÅÄÖ]'
        ! grep -E '^;?(title|source|amount|category|owner|end|share|rate|base|own|paid|note) *=' sv.ini
        ! grep -E '^;?\[(project|staff|cost|rate|index|funder|overhead|activity|tariff|member)[] ]' sv.ini
    done
}

@test "every file is laid out" {
    for project in $projects --scenario; do
        for lang in sv en; do
            "$MEDFIN" init $project --lang $lang >"${project//[-=]/}.$lang.ini"
        done
    done
    python3 "$MEDFIN_SOURCE/tests/cli/layout.py" *.ini
}

# Another body's case would stand in the newcomer's own report.
@test "the blank project names nobody and states nobody's amounts" {
    "$MEDFIN" init >p.ini
    ! grep -E 'RUN/|Jämtland|Härjedalen|Sekom' p.ini
    ! sed 's/;.*//' p.ini | grep -E '[0-9] (kr|tkr|mnkr)'
}

# 42 000 · 50 % · 1,4453 · 12 = 364 215,60; 36 000; 40 000; 25 000; 2 · 30 · 450 = 27 000; 15 % of the post = 54 632,34.
@test "the blank project, answered, is a budget" {
    "$MEDFIN" init | answer >p.ini
    "$MEDFIN" budget p.ini -f json >budget.json
    [ "$(python3 -c "import json; print(json.load(open('budget.json'))['years']['2027']['cost']['total'])")" = 546847.94 ]
}

@test "jamtland, answered, balances every year and the grant can be drawn in full" {
    "$MEDFIN" init --like jamtland | answer >p.ini
    run -0 --separate-stderr "$MEDFIN" check p.ini --csv machine --lang en
    [[ $output == *"Budget balances,,pass,"* ]]
    [[ $output == *"Match suffices,1:1-medel,pass,"* ]]
    [[ $("$MEDFIN" budget p.ini --lang en) == *"Total financing  "*" 870 000  870 000  870 000  2 610 000"* ]]
}

@test "every line that is commented out is one that could be there" {
    for project in $projects; do
        "$MEDFIN" init $project | answer >p.ini
        for line in $(grep -n '^;[^ ;=]* *= ' p.ini | cut -d: -f1); do
            sed -n "${line}p" p.ini
            key=$(sed -n "${line}s/^;\([^ =]*\).*/\1/p" p.ini)
            # A section that is offered is one with the others that are: whoever gives something in kind, and what.
            awk -v line="$line" '/^;?\[/ { offered = /^;/ } NR == line { exit !offered }' p.ini && continue
            # A key that the section states already gives way, in its own section.
            awk -v line="$line" -v key="$key" '
                NR == line { sub(/^;/, "") }
                /^\[/      { section++ }
                           { row[NR] = $0; of[NR] = section }
                END        { for (i = 1; i <= NR; i++)
                                 if (i == line || of[i] != of[line] || row[i] !~ "^" key " *=")
                                     print row[i] }' p.ini >with.ini
            "$MEDFIN" budget with.ini >/dev/null
        done
        sed -E '/^;\[/,/^$/s/^;([^ ])/\1/' p.ini >all.ini
        run -0 --separate-stderr "$MEDFIN" check all.ini
        test -z "$stderr"
    done
}

# In its own project the example sections are read as they stand, without their semicolons.
@test "the scenario to start from fits the blank project" {
    for lang in sv en; do
        "$MEDFIN" init --lang $lang | answer >p.ini
        "$MEDFIN" init --scenario --lang $lang >s.ini
        cmp <("$MEDFIN" budget p.ini -f csv | grep ";") <("$MEDFIN" budget p.ini s.ini -f csv | grep ";")
        sed 's/^;\([^ ]\)/\1/' s.ini >all.ini
        run -0 --separate-stderr "$MEDFIN" budget p.ini all.ini
        test -z "$stderr"
    done
}

years() {
    "$MEDFIN" budget "$@" -f json | python3 -c "import json, sys; print(json.load(sys.stdin)['years'])"
}

# As it stands it changes nothing, and neither does it with every line taken in: the values are the project's own.
@test "a scenario for a project holds what the project states" {
    for project in "$MEDFIN_SOURCE"/scenarios/{halv-tjanst-2021-2023/project,sekom-2021/handlingsplan}.ini; do
        for lang in sv en; do
            "$MEDFIN" init --scenario "$project" --lang $lang s.$lang.ini
            sed 's/^;\([^ ]\)/\1/' s.$lang.ini >all.ini
            for scenario in s.$lang.ini all.ini; do
                cmp <(years "$project") <(years "$project" $scenario)
            done
        done
        python3 "$MEDFIN_SOURCE/tests/cli/layout.py" s.sv.ini s.en.ini
        rm s.sv.ini s.en.ini
    done
    "$MEDFIN" init --scenario "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023/project.ini" --lang sv s.ini
    grep -A 3 '^;.personal projektledare.$' s.ini | grep -qx ';tjänstgöringsgrad = 50 %'
    run -3 "$MEDFIN" init --scenario s.ini
    run -6 "$MEDFIN" init --scenario saknas.ini
    "$MEDFIN" init p.ini
    run -6 "$MEDFIN" init --scenario p.ini p.ini
}
