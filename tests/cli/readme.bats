#!/usr/bin/env bats
# The pages show what the program prints (shown.py tells how), and their links lead somewhere.

bats_require_minimum_version 1.5.0

# first-change.md shows a program that has been changed: heavy/first-change runs it.
run_pages() {
    printf '%s\n' README.md src/README.md scenarios/*/README.md src/manual/*.md | grep -vxF src/manual/first-change.md
}

shown() {
    python3 -B "$MEDFIN_SOURCE/tests/cli/shown.py" "$@"
}

links() {
    python3 -B "$MEDFIN_SOURCE/tests/cli/links.py" "$@"
}

# A page's commands may make files: they work in a copy.
setup() {
    cd "$MEDFIN_SOURCE"
    mkdir "$BATS_TEST_TMPDIR/copy" "$BATS_TEST_TMPDIR/copy/src"
    cp -r README.md scenarios "$BATS_TEST_TMPDIR/copy"
    cp -r src/README.md src/manual "$BATS_TEST_TMPDIR/copy/src"
    export COLUMNS=80 NO_COLOR=1 TMPDIR=$BATS_TEST_TMPDIR
}

@test "every page shows what the program prints" {
    for page in $(run_pages); do
        (cd "$BATS_TEST_TMPDIR/copy" && shown "$page")
    done
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

@test "every link of a page leads to a file, and to a heading of it" {
    links README.md CHANGES.md src/README.md scenarios/*/README.md src/manual/*.md
}

@test "a link that leads nowhere is found" {
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' '# One: öre & `?`' '## Two' '## Two' '[a](#one-öre--) [b](page.md#two-1) [c](https://x.se/y)' >page.md
    links page.md
    for target in '#three' 'page.md#two-2' other.md; do
        printf '[d](%s)\n' "$target" >broken.md
        run ! links broken.md page.md
        grep -qF "$target" <<<"$output"
    done
}

@test "the page of figures has every rule" {
    diff -u --label table --label page <("$MEDFIN_NAMES" | sed -n 's/^rule //p') \
        <(sed -n '/^| rule |/,/^$/s/^| \([a-z-]*\) | .*/\1/p' src/manual/figures.md | grep -vx rule)
}

@test "a newcomer finds every page" {
    for page in src/manual/*.md; do
        grep -qF "](${page#src/})" src/README.md || grep -qF "]($page)" README.md
    done
    [ "$(wc -l <README.md)" -le 300 ]
    [ "$(wc -l <src/README.md)" -le 120 ]
}
