#!/usr/bin/env bats
# What the program says of itself: commands and options, and every key, value and rule, held
# against what the tables hold (names.c prints it).

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE"
    export COLUMNS=80 NO_COLOR=1
}

commands() {
    "$MEDFIN" --lang en | awk '/^  [a-z]/ && $1 != "medfin" { print $1 }'
}

options_of() {
    "$MEDFIN" "$1" --help --lang en | grep -oE -- '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u
}

# Something that the option can be.
argument_for() {
    case $1 in
    --format) echo csv ;;
    --csv) echo machine ;;
    --output) echo "$BATS_TEST_TMPDIR/new/file" ;;
    --unit) echo tkr ;;
    --lang) echo en ;;
    --scenario) echo base ;;
    --set) echo project.title=x ;;
    --by) echo month ;;
    --vary) echo staff.projektledare.share ;;
    --until) echo balance ;;
    --against) echo secured ;;
    --before) echo project.ini ;;
    --only) echo cost ;;
    --bounds) echo 10%..90% ;;
    --like) echo jamtland ;;
    --color) echo never ;;
    --template) echo jamtland ;;
    --funder) echo region ;;
    --check) echo letter.md ;;
    --from) echo budget.csv ;;
    --answers) echo answers.txt ;;
    --sheet) echo Budget ;;
    --columns) echo "Kommunen: funder" ;;
    --reference-doc) echo styles.docx ;;
    --trials | --seed | --threads) echo 1 ;;
    --diagnostics) echo json ;;
    --paths) ;;
    --width) echo 60 ;;
    --samples) echo /dev/null ;;
    --unmapped) echo warn ;;
    --period) echo 2021-01..2021-03 ;;
    --quiet | --blank | --questions | --outcomes | --exact | --all | --fill | --strict | --final | --help | --version) ;;
    *) echo "$1 is new: name an argument for it here" >&2 ;;
    esac
}

table() {
    sed -n "s/^$1 //p" <<<"$("$MEDFIN_NAMES")" | sort -u
}

@test "medfin alone lists the commands, and each has help" {
    run -0 "$MEDFIN"
    test "$(commands | wc -l)" -ge 5
    for command in $(commands); do
        run -0 "$MEDFIN" help "$command" --lang en
        [[ ${lines[0]} == "medfin $command: "* ]]
        test "$output" = "$("$MEDFIN" "$command" --help --lang en)"
    done
}

@test "help fits a terminal of 80 columns, in both languages" {
    for lang in sv en; do
        test "$("$MEDFIN" help --lang "$lang" | wc -L)" -le 80
        for command in $(commands); do
            test "$("$MEDFIN" help "$command" --lang "$lang" | wc -L)" -le 80
        done
    done
}

# Of what is given together the command refuses what it does not take, each by its name; so many at once are told.
refused_of() {
    local command=$1 option argument given=()
    shift
    for option in "$@"; do
        argument=$(argument_for "$option")
        given+=("$option" ${argument:+"$argument"})
    done
    { "$MEDFIN" "$command" "${given[@]}" 2>&1 >/dev/null || true; } | sed -n 's/.*does not take the option \(--[a-z-]*\).*/\1/p'
}

@test "help names the options that a command takes, and no others" {
    all=$(for command in $(commands); do options_of "$command"; done | sort -u | grep -vx -- --help)
    for command in $(commands); do
        told=$(options_of "$command")
        grep -qx -- --help <<<"$told"
        refused=$(xargs -n 15 <<<"$all" | while read -r some; do refused_of "$command" $some; done)
        echo "$command"
        diff -u --label refused --label "not told" <(sort -u <<<"$refused") <(comm -23 <(echo "$all") <(echo "$told"))
    done
}

@test "every example runs" {
    cd "$BATS_TEST_TMPDIR"
    ln -s "$MEDFIN_SOURCE/scenarios" .
    "$MEDFIN" budget scenarios/jamtland-2021-2023/{project,antaganden}.ini -o a.xlsx
    "$MEDFIN_SOURCE/tests/workbook/change.py" a.xlsx changed.xlsx personal.projektledare.månadslön=47000
    "$MEDFIN" freeze scenarios/jamtland-2021-2023/{project,antaganden}.ini -o beslut.manifest
    for command in $(commands); do
        example=$("$MEDFIN" help "$command" --lang en | sed '1,/^Example:$/d')
        [[ $example == "  medfin $command"* ]]
        status=0
        eval "\"\$MEDFIN\" ${example#  medfin }" >out 2>err || status=$?
        echo "$example: $status"
        test "$status" -le 1
        test -s out
        # Nothing maps a row of that ledger, on purpose.
        [[ $example == *klimatrad-uppfoljning* ]] || test ! -s err
    done
}

# "SECTION KEY" for each row below each section's heading.
keys_told() {
    "$MEDFIN" help keys -f md --lang "$1" | awk '
        /^## / { section = match($0, /^## \\\[[^] ]+/) ? substr($0, 6, RLENGTH - 5) : "*"; sub(/\\$/, "", section); rows = 0 }
        /^\| / && rows { sub(/^\| /, ""); sub(/ *\|.*/, ""); gsub(/\\/, ""); print section " " $0 }
        /^\| :/ { rows = 1 }'
}

@test "help keys tells every key, in both languages" {
    for lang in sv en; do
        diff -u --label table --label told <(table "key-$lang") <(keys_told "$lang" | sort -u)
    done
}

@test "help keys tells every section" {
    told=$("$MEDFIN" help keys -f md --lang en | awk 'match($0, /^## \\\[[a-z]+/) { print substr($0, 6, RLENGTH - 5) }')
    diff -u --label table --label told <(table section-en) <(sort -u <<<"$told")
}

@test "help values tells every kind, period, word and distribution, in both languages" {
    for lang in sv en; do
        told=$("$MEDFIN" help values --csv machine --lang "$lang")
        while read -r english swedish; do
            grep -qxF -- "$english,$swedish" <<<"$told"
        done < <(table word; table period)
        for name in $(table distribution); do
            grep -qE -- "^\"?~ $name\(A" <<<"$told"
        done
    done
    test "$(table word | wc -l)" -ge 40
}

@test "help rules tells every rule, in both languages" {
    for lang in sv en; do
        told=$("$MEDFIN" help rules -f md --lang "$lang")
        diff -u --label table --label told <(table rule) <(sed -n 's/^## .*(\([a-z-]*\))$/\1/p' <<<"$told" | sort -u)
    done
    [[ $("$MEDFIN" help rules --lang en) != "$("$MEDFIN" help rules --lang sv)" ]]
}

@test "the reference has every format, and its text fits the terminal" {
    for topic in keys values rules template; do
        test "$("$MEDFIN" help "$topic" --lang sv | wc -L)" -le 80
        "$MEDFIN" help "$topic" -f md --lang en | grep -q '^# '
        "$MEDFIN" help "$topic" -f json --lang en | grep -q '"schema":	"medfin/1"'
        "$MEDFIN" help "$topic" -o "$BATS_TEST_TMPDIR/$topic.csv" --lang en
        test "$(head -c 3 "$BATS_TEST_TMPDIR/$topic.csv" | od -An -tx1 | tr -d ' ')" = efbbbf
    done
}

# A section by either name tells each of its keys; a key tells where it stands.
@test "help tells a section, a key, and a key of a section, in both languages" {
    for lang in sv en; do
        while read -r section; do
            told=$("$MEDFIN" help keys "$section" -f md --lang "$lang" |
                awk '/^# / { parts++ } /^\| / && rows && parts == 1 { sub(/^\| /, ""); sub(/ *\|.*/, ""); gsub(/\\/, ""); print } /^\| :/ { rows = 1 }')
            diff -u --label table --label told <(table "key-$lang" | sed -n "s/^$section //p" | sort -u) \
                <(sort -u <<<"$told" | grep .)
            test "$("$MEDFIN" help keys "$section" --lang "$lang" | wc -L)" -le 80
        done < <(table "section-$lang")
        for key in $(table "key-$lang" | sed -E 's/^[^ ]+ //; s/[.].*//' | grep -v -e '^[YÅ]' -e ',' | sort -u); do
            "$MEDFIN" help keys "$key" --lang "$lang" | grep -q " $key[.0-9-]* = \|^\[$key"
        done
    done
    run -0 "$MEDFIN" help staff.share --lang en
    [[ $output == *'share = 50 %'*'share.2027-04 = 75 %'* ]]
    [[ $output != *'[funder ID]'* ]]
    run -0 "$MEDFIN" help personal.tjänstgöringsgrad --lang sv
    [[ $output == *'tjänstgöringsgrad = 50 %'*'På engelska     share'* ]]
    run -0 "$MEDFIN" help budget --lang en
    [[ $output == 'medfin budget: '* ]]
    run -0 "$MEDFIN" help keys budget --lang en
    [[ $output == *'budget = 100 000 kr/year'* ]]
}

@test "what a form needs of a key is told as data" {
    key() {
        "$MEDFIN" help keys -f json --lang "$1" | python3 -c "
import json, sys
keys = {(s['section'], k['key']): k for s in json.load(sys.stdin)['sections'] for k in s.get('keys', [])}
k = keys[$2]
print(repr(($3)))"
    }
    [ "$(key sv "'staff', 'share.YYYY-MM'" "k['name'], k['date'], k['label'], k['unit'], k['lowest'], k['highest'], k['example']")" = \
        "('share', 'month', 'tjänstgöringsgrad', '%', 0, 1, '75 %')" ]
    [ "$(key en "'funder', 'amount'" "k['unit'], [w['word'] for w in k['periods']], k['may_be_unknown'], k['may_be_uncertain']")" = \
        "('kr', ['/month', '/year', 'total', 'once'], True, True)" ]
    [ "$(key sv "'cost', 'category'" "k['default'], k['targets'], [w['swedish'] for w in k['words']][:3]")" = \
        "('övrigt', ['category'], ['personal', 'externa', 'resor'])" ]
    [ "$(key sv "'funder', 'surplus'" "[(w['word'], w['swedish']) for w in k['words']], k['example']")" = \
        "([('repaid', 'återbetalas'), ('kept', 'behålls')], 'behålls')" ]
}

@test "the words of everyday and the words of values lead to the section or key that they are about" {
    while IFS=: read -r word subject; do
        run -0 "$MEDFIN" help "$word" --lang sv
        echo "$word: $subject"
        [[ $output == *"$subject"* ]]
    done <<'WORDS'
motfinansiering:matchar: vilkas bidrag
medfinansiering:[finansiär ID]
OH:[indirekta ID]
naturabidrag:annat_än_pengar: bidrag
Seminarium:[aktivitet ID]
catering:[aktivitet ID]
beslutad:beslutad av organisationen själv
PO:po_pålägg: PO-pålägg
lön:[personal ID]
kontant:andel_av: vad
WORDS
    run -0 "$MEDFIN" help 1:1 --lang sv
    [[ $output == *'matchar: vilkas bidrag'* ]]
    # Of three letters almost anything is near, so nothing is offered.
    run -2 "$MEDFIN" help tst --lang sv
    [[ $output != *'menade du'* ]]
    run -2 "$MEDFIN" help budgett --lang sv
    [[ $output == *'menade du'*'budget'* ]]
}

@test "the words of a key are told with what they mean, and none that is not its own" {
    run -0 "$MEDFIN" help andel_av --lang sv
    [[ $output == *'kontant: av den stödberättigande kostnaden i pengar'*'offentlig: av det'* ]]
    [[ $output != *'ja; nej'* ]]
    run -0 "$MEDFIN" help paid --lang en
    [[ $output == *'claims: behind the cost'* ]]
    [[ $output != *'yes; no'* ]]
    run -0 "$MEDFIN" help egna_medel --lang sv
    [[ $output == *'ja'* ]]
}

@test "the first screen says how to get the other language" {
    run -0 env -u LANGUAGE -u LANG -u LC_ALL "$MEDFIN"
    [ "${lines[-1]}" = 'På svenska: medfin --lang sv' ]
    run -0 "$MEDFIN" --lang sv
    [ "${lines[-1]}" = 'In English: medfin --lang en' ]
}
