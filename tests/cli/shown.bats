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
    refused() {
        printf '%s\n' "$@" >page.md
        run ! shown page.md
        [ -n "$output" ]
    }
    refused '```console' '$ seq 3' 1 3 '```'
    refused '```console' '$ seq 3' … 2 '```'
    refused '```console' '$ seq 3' 1 2 3 … '```'
    refused '```console' '$ seq 3' 1 … 1 … 3 '```'
    refused '```console' '$ seq 3' … '```'
    refused '```console' 'seq 3' '```'
    refused '```' '$ seq 3' 1 2 3 '```'
    refused '```sh' 'medfin check project.ini' '```'
    refused '```text' 'Balance: pass' '```'
    refused '~~~console' '$ seq 3' 1 2 3 '~~~'
    refused '    $ seq 3'
}
