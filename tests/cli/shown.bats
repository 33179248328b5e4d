#!/usr/bin/env bats
# shown.py, which runs the pages' commands, finds what is not as it is shown.

bats_require_minimum_version 1.5.0

shown() {
    python3 -B "$MEDFIN_SOURCE/tests/cli/shown.py" "$@"
}

@test "what a page shows and the program does not print is found" {
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' '```console' '$ seq 9' 1 … 4 … 8 9 '$ false' '$ echo $?' 1 '```' >page.md
    shown page.md
    mkdir wrong
    count=0
    wrong() {
        count=$((count + 1))
        printf '%s\n' "$@" >"wrong/$count.md"
    }
    wrong '```console' '$ seq 3' 1 3 '```'
    wrong '```console' '$ seq 3' … 2 '```'
    wrong '```console' '$ seq 3' 1 2 3 … '```'
    wrong '```console' '$ seq 3' 1 … 1 … 3 '```'
    wrong '```console' '$ seq 3' … '```'
    wrong '```console' 'seq 3' '```'
    wrong '```' '$ seq 3' 1 2 3 '```'
    wrong '```sh' 'medfin check project.ini' '```'
    wrong '```text' 'Budget balances: pass' '```'
    wrong '~~~console' '$ seq 3' 1 2 3 '~~~'
    wrong '    $ seq 3'
    run ! shown wrong/*.md
    [ "$(grep -oE '^wrong/[0-9]+' <<<"$output" | sort -u | wc -l)" = "$count" ]
}
