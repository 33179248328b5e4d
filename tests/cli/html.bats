#!/usr/bin/env bats
# HTML from every command that has formats: well-formed, whole in itself, the same bytes each time,
# and harmless whatever a project's texts hold. page.py says what a page must be.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE"
    out=$BATS_TEST_TMPDIR
}

# page NAME COMMAND…: writes NAME-sv.html and NAME-en.html. A rule may fail.
page() {
    local name=$1
    shift
    for lang in sv en; do
        "$MEDFIN" "$@" --lang "$lang" -o "$out/$name-$lang.html" || [ $? -eq 1 ]
    done
}

judge() {
    python3 -B tests/cli/page.py "$out"/*.html
}

projects() {
    find scenarios tests/golden -name '*.ini' -exec awk '/^\[/ { if ($0 == "[project]") print FILENAME; nextfile }' {} +
}

@test "every project makes pages that hold" {
    for project in $(projects); do
        name=$(tr / - <<<"$project")
        page "check-$name" check "$project"
        page "budget-$name" budget "$project"
        page "months-$name" budget "$project" --by month
        page "liquidity-$name" liquidity "$project"
        page "report-$name" report "$project"
    done
    judge
}

@test "every command makes pages that hold" {
    half=scenarios/halv-tjanst-2021-2023/project.ini
    cd scenarios/jamtland-2021-2023
    jamtland="$PWD/project.ini $PWD/antaganden.ini"
    cd "$MEDFIN_SOURCE"
    page compare compare $jamtland scenarios/jamtland-2021-2023/utan-1-1-medel.ini
    page outcomes compare $jamtland --outcomes
    page sweep sweep "$half" staff.projektledare.share=25%..50%:5%
    page solve solve "$half" --vary staff.projektledare.share --until balance
    page report report $jamtland
    page simulated report $jamtland scenarios/jamtland-2021-2023/osakerhet.ini --trials 1000
    page simulate simulate $jamtland scenarios/jamtland-2021-2023/osakerhet.ini --trials 1000
    page refused report scenarios/jamtland-2021-2023/project.ini scenarios/jamtland-2021-2023/utan-1-1-medel.ini
    page explain explain $jamtland staff.projektledare 2022-05
    page rule explain $jamtland match
    page plan activities scenarios/sekom-2021/handlingsplan.ini
    page duties activities scenarios/sekom-2021/handlingsplan.ini --by status
    for topic in keys values rules; do
        page "$topic" help "$topic"
    done
    judge
}

@test "the same input makes the same bytes" {
    half=scenarios/halv-tjanst-2021-2023/project.ini
    "$MEDFIN" budget "$half" -f html >"$out/first.html"
    (cd scenarios && LC_ALL=sv_SE.UTF-8 TZ=Asia/Tokyo SOURCE_DATE_EPOCH=1 "$MEDFIN" budget "${half#scenarios/}" -f html) >"$out/second.html"
    cmp "$out/first.html" "$out/second.html"
}

# Titles, notes and sources full of what HTML, Markdown, templates, spreadsheets and terminals act on.
hostile='<script>alert(1)</script> "x" '\''y'\'' {{funder.region.amount}} ${x} &amp; <!-- ]]> =cmd|x'
hostile_project() {
    cat <<INI
[project]
title     = $hostile
reference = $hostile
owner     = $hostile
start     = 2021-01
end       = 2022-12

[staff a]
title          = $hostile
employer       = $hostile
person         = $hostile
monthly_salary = 40 000 kr
source         = $hostile

[funder b]
title     = $hostile
note      = $hostile
amount    = 900 000 kr total
status    = decided
reference = $hostile
source    = assumption
INI
}

@test "texts of a project can do no harm in HTML" {
    hostile_project >"$out/hostile.ini"
    for command in check budget liquidity report; do
        for lang in sv en; do
            echo "$hostile" >"$out/hostile-$command-$lang.html.expected"
        done
        page "hostile-$command" "$command" "$out/hostile.ini"
        judge
        run ! grep -q -e '<script' -e '<!--' "$out/hostile-$command-sv.html"
    done
}

# Markdown shows marks escaped, CSV guards what a spreadsheet would run, JSON keeps what was said.
@test "nor in the other formats" {
    hostile_project | sed 's/^title     = .*/title = =cmd|x <b>/' >"$out/hostile.ini"
    for command in check budget liquidity report; do
        for format in text md csv json; do
            "$MEDFIN" "$command" "$out/hostile.ini" -f "$format" >"$out/$format" || [ $? -eq 1 ]
            run ! grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]' "$out/$format"
        done
        run ! grep -qE '(^|[^\\])<(script|b|!)' "$out/md"
        run ! grep -qE '(^|;)"?[=@]' "$out/csv"
        python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$out/json"
    done
    grep -q "'=cmd" "$out/csv"
}

@test "a character that turns the reading order makes no page" {
    printf '[project]\ntitle = a\xe2\x80\xaeb\xe2\x81\xa7c\nstart = 2021-01\nend = 2021-12\n' >"$out/order.ini"
    run -3 --separate-stderr "$MEDFIN" budget "$out/order.ini" --lang en -o "$out/order.html"
    [[ $stderr == *"order.ini:2:10: error: "*U+202E* && ! -e $out/order.html ]]
}
