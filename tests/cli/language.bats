#!/usr/bin/env bats
# A message offers the words of the language that it is printed in, and the nearest word of
# either: a project may be written in both.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1
    project='[project]\nstart = 2021-01\nend = 2021-12\n'
}

# said LANGUAGE LINES: what the check of a project with these lines says.
said() {
    printf "$project$2" >p.ini
    "$MEDFIN" check p.ini --lang "$1" 2>&1 || true
}

@test "words are listed in the language of the message" {
    funder='[funder a]\namount = 1 kr total\nstatus = besluted\n'
    [[ $(said en "$funder") == *"one of granted, decided, proposed, estimated, applied, rejected"* ]]
    [[ $(said sv "$funder") == *"någon av beviljad, beslutad, föreslagen, beräknad, sökt, avslagen"* ]]
    [[ $(said sv '[cost a]\namount = 1 kr/month\neligible = jaa\n') == *"nej, ja"*"menade du ”ja”?"* ]]
}

@test "the nearest word is offered as it is written" {
    for lang in sv en; do
        [[ $(said "$lang" '[cost a]\namount = 1 kr/manad\n') == *"/månad"?"?"* ]]
        [[ $(said "$lang" '[cost a]\namount = 1 kr/mnth\n') == *"/month"?"?"* ]]
        [[ $(said "$lang" '[funder a]\namount = 1 kr total\nstatus = beviljt\n') == *"beviljad"?"?"* ]]
    done
}

@test "examples of values speak the language of the message" {
    rate='[rate a]\n2021 = ?\n[funder a]\nstatus = sökt\nadvance = x\namount = 1 kr total\n'
    [[ $(said en "$rate") == *"of the kind advance, for example 50 %, at most 400 000 kr"* ]]
    [[ $(said sv "$rate") == *"exempel på förskott: 50 %, högst 400 000 kr"* ]]
}

@test "a percent without its sign is asked about in the decimal sign of its writer" {
    share='[staff a]\nmonthly_salary = 1 kr\nshare = '
    [[ $(said en "${share}0,435\n") == *"43,5 % or 0,435 %?"* ]]
    [[ $(said en "${share}0.435\n") == *"43.5 % or 0.435 %?"* ]]
    [[ $(said sv "${share}0,435\n") == *"43,5 % eller 0,435 %?"* ]]
}

@test "an assumption is called so in the language of the report" {
    printf "$project[cost a]\nsource = assumption\namount = 1 kr/month\n" >p.ini
    [[ $("$MEDFIN" explain p.ini cost.a 2021-01 --lang sv) == *"p.ini:6, antagande"* ]]
    [[ $("$MEDFIN" explain p.ini cost.a 2021-01 --lang en) == *"p.ini:6, assumption"* ]]
    [[ $("$MEDFIN" explain p.ini cost.a 2021-01 --lang sv -f json) == *'"source":	"assumption"'* ]]
}
