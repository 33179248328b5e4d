#!/usr/bin/env bats
# What is missing, or stands elsewhere, where a command asks for more than a project.

bats_require_minimum_version 1.5.0

setup() {
    cp "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023/"{project,antaganden}.ini "$BATS_TEST_TMPDIR"
    cd "$BATS_TEST_TMPDIR" || return 1
}

# says STATUS TEXT ARGUMENT…: the command ends so, and its first error says that.
says() {
    run -"$1" --separate-stderr "$MEDFIN" "${@:3}" --lang en
    [ -z "$output" ]
    [[ ${stderr_lines[0]} == *"$2"* ]]
}

@test "what is not there is told before anything is written" {
    says 2 "'changes' needs a project file" changes
    says 2 "'changes' needs a workbook" changes project.ini
    says 6 "cannot read nowhere.xlsx" changes project.ini nowhere.xlsx
    says 6 "cannot read nowhere.ini" changes nowhere.ini nowhere.xlsx
    says 6 "cannot read nowhere.ini" export nowhere.ini
    says 6 "cannot read nowhere.ini" claim project.ini nowhere.ini --funder region
    says 6 "cannot read nowhere.ini" follow-up project.ini nowhere.ini
    says 3 "nothing says what became of the plan" claim project.ini antaganden.ini --funder region
    says 6 "cannot read nowhere.xlsx" compare project.ini nowhere.xlsx
    says 6 "could not be written" budget project.ini antaganden.ini -o nowhere/x.xlsx
    [ -z "$(find . -name '*.xlsx')" ]
}

@test "a scenario of what was changed names what it stands on from where it stands" {
    mkdir there
    "$MEDFIN" budget ./project.ini ./antaganden.ini -o w.xlsx
    for base in . "$PWD"; do
        "$MEDFIN" changes "$base/project.ini" "$base/antaganden.ini" w.xlsx -o there/c.ini --quiet
        "$MEDFIN" check "$base/project.ini" there/c.ini -f csv >under
        diff under <("$MEDFIN" check project.ini antaganden.ini -f csv) | grep -vE '^[0-9]+(,[0-9]+)?c[0-9]|^---|^[<>] .*(Scenario|scenario)' | grep . && return 1
        rm there/c.ini
    done
    SOURCE_DATE_EPOCH=1000000000 "$MEDFIN" budget project.ini antaganden.ini -o dated.xlsx
    unzip -p dated.xlsx docProps/core.xml | grep -F 2001-09-09
}

@test "a journal's descriptions hold no sign that begins something else" {
    printf '[project]\nstart = 2027-01\nend = 2027-01\n[cost c]\ntitle = Hay\\; by | hand\namount = 5 kr total\n' >p.ini
    "$MEDFIN" export p.ini | grep -Fx '2027-01-31 Hay, by , hand  ; cost.c'
}

# 4 500 + 66 708 × 0,30 = 24 512,40: what is set on the spot has the last word in both.
@test "a value set on the spot holds in both of two tariffs" {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021"
    run -0 --separate-stderr "$MEDFIN" fees project.ini antaganden.ini 2022 --against hojd-avgift.ini --set tariff.kommun.fixed='4 500 kr' -f csv --csv machine
    [[ $output == *"Karlskrona,24512.40,24512.40,0.00,"* ]]
}
