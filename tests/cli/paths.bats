#!/usr/bin/env bats
# What a front end asks about is what it can be told: each figure of a page.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
}

# paths COMMAND: of the figures and verdicts that the command shows.
paths() {
    "$MEDFIN" "$@" project.ini antaganden.ini -f html --paths | grep -o 'data-path="[^"]*"' | cut -d'"' -f2
}

@test "each figure of a page names its path, and explain tells it" {
    for command in check budget liquidity; do
        paths $command >"$BATS_TEST_TMPDIR/$command"
        while read -r path; do
            "$MEDFIN" explain project.ini antaganden.ini "$path" -f html >/dev/null
        done < <(sort -u "$BATS_TEST_TMPDIR/$command" | sed -n '1~7p')
    done
    grep -qx 'years\.2021\.cost\.total' "$BATS_TEST_TMPDIR/budget"
    grep -qx 'months\.2021-01\.cash' "$BATS_TEST_TMPDIR/liquidity"
    grep -qx 'rules\.match\..*' "$BATS_TEST_TMPDIR/check"
    # Eleven rules apply, each with its verdict.
    [ "$(wc -l <"$BATS_TEST_TMPDIR/check")" -eq 11 ]
}

@test "unasked, a page names none" {
    "$MEDFIN" budget project.ini antaganden.ini -f html >"$BATS_TEST_TMPDIR/page"
    [ "$(grep -c data-path "$BATS_TEST_TMPDIR/page")" -eq 0 ]
}
