#!/usr/bin/env bats
# What a command line lacks or says wrongly is told before anything is printed, whichever command it is.

bats_require_minimum_version 1.5.0

setup() {
    cp -r "$MEDFIN_SOURCE/tests/errors/with" "$BATS_TEST_TMPDIR"
    cd "$BATS_TEST_TMPDIR/with"
    printf '[project]\nstart = 2021-13\nend = 2022-12\n' >bad.ini
    printf '[scenario]\n[project]\nstart = 2021-13\n' >month.ini
    share=staff.projektledare.share
}

# refused STATUS MESSAGE ARGUMENT…: that exit status and that error alone, and nothing on stdout.
refused() {
    local wanted=$1 message=$2
    shift 2
    run --separate-stderr "$MEDFIN" "$@" --lang en
    echo "medfin $*: $status"
    echo "$output$stderr"
    [ "$status" = "$wanted" ]
    [ -z "$output" ]
    [[ ${stderr_lines[0]} == *"error: $message"* ]]
}

@test "a project that cannot be read is refused by each command" {
    month="'2021-13' is not a month"
    for command in budget check compare 'compare --outcomes' fees liquidity prioritise report sensitivity simulate; do
        refused 3 "$month" $command bad.ini
    done
    refused 3 "$month" explain bad.ini gap
    refused 3 "$month" letter bad.ini
    refused 3 "$month" solve bad.ini --vary $share --until balance
    refused 3 "$month" sweep bad.ini "$share=25%..75%:25%"
    refused 3 "$month" fees good.ini --against month.ini
    refused 3 "$month" compare good.ini month.ini
}

@test "what solve aims at" {
    refused 2 "'solve' needs --vary and --until" solve good.ini --vary $share
    refused 2 "'25%' is no range" solve good.ini --vary $share --until balance --bounds 25%
    refused 2 "'75%..25%' holds no value: it ends before it begins" \
        solve good.ini --vary $share --until balance --bounds 75%..25%
    refused 3 "'x' is not a number" solve good.ini --vary $share --until balance --bounds x..25%
    refused 2 "the plan has no figure 'gop'; ask for a line" \
        solve good.ini --vary $share --until 'gop >= 5 kr'
    refused 3 "'x' is not a number" solve good.ini --vary $share --until 'gap >= x'
    refused 2 "there is no rule ''" solve good.ini --vary $share --until ,
    refused 2 "staff.projektledare.employer_rate names no money, percent" \
        solve good.ini --vary staff.projektledare.employer_rate --until balance
}

@test "which ranges a sweep takes" {
    refused 2 "'sweep' needs a project file and one or two ranges" sweep "$share=25%..75%:25%"
    refused 2 "'sweep' needs a project file and one or two ranges" sweep good.ini a=1 b=2 c=3
    for range in '..75%:25%' ' ..75%:25%' '25%..:25%' '25%..75%:' '25%..75%'; do
        refused 2 "'$share=$range' is no range or list" sweep good.ini "$share=$range"
    done
    refused 3 "'x' is not a number" sweep good.ini "$share=x..75%:25%"
    refused 3 "'x' is not a number" sweep good.ini "$share=25%..x:25%"
    refused 3 "'x' is not a number" sweep good.ini "$share=25%..75%:x"
    refused 2 "'$share=75%..25%:25%' holds no value: it" sweep good.ini "$share=75%..25%:25%"
    refused 2 "'cost.lokaler.amount=1 kr/month..5 kr/year:1 kr/month' is" \
        sweep good.ini 'cost.lokaler.amount=1 kr/month..5 kr/year:1 kr/month'
    refused 2 "'cost.lokaler.amount=1 kr/month..5 kr/month:1 kr/year' is" \
        sweep good.ini 'cost.lokaler.amount=1 kr/month..5 kr/month:1 kr/year'
    refused 2 "'funder.region.status=applied..decided:1' is no range or list" \
        sweep good.ini 'funder.region.status=applied..decided:1'
    refused 2 "both ranges are of $share" sweep good.ini "$share=25%..75%:25%" "$share=25%..75%:25%"
    refused 2 "the plan has no figure 'ingenting'; ask for a line" \
        sweep good.ini "$share=25%..75%:25%" --by gap,ingenting
}

@test "which figures and files a command takes" {
    refused 2 "'explain' needs a project file and a figure" explain good.ini
    refused 2 "'explain' needs a project file and a figure" explain good.ini more.ini
    refused 2 "'20210401' is no year and no month" explain good.ini liquidity 20210401
    refused 2 "'years.2019.cost' lies outside the project, 2021-01 to 2022-12" explain good.ini years.2019.cost
    refused 2 "'compare' needs a project file" compare
    refused 2 "the plan has no figure 'ingenting'; ask for a line" compare good.ini --by ingenting
    refused 2 "'compare --outcomes' does not take the option --by" compare good.ini --outcomes --by gap
    refused 2 "unknown value 'ingenting' for --only; it is one of" compare good.ini --only ingenting
    refused 2 "--trials is to be a whole number from 1 to" compare good.ini secured --trials x
    refused 2 "--trials is to be a whole number from 1 to" report good.ini --trials x
    refused 2 "--trials is to be a whole number from 1 to" \
        simulate good.ini --trials 99999999999999999999
    refused 2 "--trials is to be a whole number from 1 to" simulate good.ini --trials ' '
    refused 2 "'ingenting' is neither a file nor one of the templates" letter good.ini --template ingenting
    refused 2 "'help budget' does not take the option --csv" help budget --csv machine
    refused 2 "'help' does not take the option --csv" help --csv machine
    refused 2 "no format has the ending of 'budget.xyz'" budget good.ini -o budget.xyz
}

# matched RATIO COUNTS KEYS SHARE: what the state and the region pay once the hint has been followed.
matched() {
    cat >m.ini <<INI
[project]
start = 2021-01
end   = 2022-12
language = en
[cost lokal]
amount = 100 000 kr/year
[cost tid]
amount     = 60 000 kr/year
in_kind_by = region
[funder region]
status    = decided
remainder = yes
[funder stat]
status  = applied
matches = region
ratio   = $1
$2
INI
    run -3 --separate-stderr "$MEDFIN" budget m.ini
    [[ $stderr == *"write $4 in the place of $3: that says the same without the circle"* ]]
    for key in ${3//,/}; do sed -i "/^$key /d" m.ini; done
    echo "$4" | sed 's/, /\n/' >>m.ini
    "$MEDFIN" budget m.ini -f json | python3 -c "import json, sys
paid = json.load(sys.stdin)['total']['financing']['by_funder']
print(paid['stat']['total'], paid['region']['total'])"
}

@test "the share that a hint puts in the place of a match pays what the match would" {
    # s = grant ÷ match × (what the region pays), s + r = 200 000 in cash: by hand, with its 120 000 in kind counted
    # s = r + 120 000 gives 160 000, and s = 3/2 × (r + 120 000) gives 192 000; without, 3/2 × r gives 120 000.
    [ "$(matched 1:1 'source = a' 'matches, ratio' 'share = 50 %')" = "160000.0 160000.0" ]
    [ "$(matched 3:2 'source = a' 'matches, ratio' 'share = 60 %')" = "192000.0 128000.0" ]
    [ "$(matched 1:1 'counts_in_kind = no' 'matches, ratio, counts_in_kind' 'share = 50 %, basis = cash')" = "100000.0 220000.0" ]
    [ "$(matched 3:2 'counts_in_kind = no' 'matches, ratio, counts_in_kind' 'share = 60 %, basis = cash')" = "120000.0 200000.0" ]
}
