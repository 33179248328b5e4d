#!/usr/bin/env bats
# The README and those of the scenarios show what the program prints: shown.py tells how.

bats_require_minimum_version 1.5.0

shown() {
    python3 -B "$MEDFIN_SOURCE/tests/cli/shown.py" "$@"
}

@test "README shows what the program prints, and is no longer than what one reads" {
    cd "$MEDFIN_SOURCE"
    shown README.md
    [ "$(wc -l <README.md)" -le 300 ]
}

@test "the scenarios' pages show what the program prints" {
    cd "$MEDFIN_SOURCE"
    shown scenarios/*/README.md
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
