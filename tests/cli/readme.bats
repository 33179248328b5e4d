#!/usr/bin/env bats
# The pages show what the program prints. Every command of a ```console block ("$ …") is run, in order
# and in one shell that begins at the sources' root; the page's other lines are what it must print,
# standard error included. `medfin` is the program under test, and the terminal has 80 columns.

pages() {
    printf '%s\n' README.md scenarios/*/README.md
}

shown_in() {
    awk '/^```/ { inside = $0 == "```console"; next } inside' "$1"
}

medfin() {
    "$MEDFIN" "$@"
}

# Reads a page's blocks and prints them as they turn out; `$?` is the status of the command before.
replay() {
    local line status=0
    while IFS= read -r line; do
        [ "${line#\$ }" = "$line" ] && continue
        printf '%s\n' "$line"
        (exit "$status")
        eval "${line#\$ }" 2>&1 </dev/null
        status=$?
    done
}

setup() {
    cd "$MEDFIN_SOURCE"
    export COLUMNS=80 NO_COLOR=1
}

@test "every page shows what the program prints" {
    for page in $(pages); do
        shown_in "$page" >"$BATS_TEST_TMPDIR/shown"
        test -s "$BATS_TEST_TMPDIR/shown"
        bash -c "$(declare -f medfin replay); replay" <"$BATS_TEST_TMPDIR/shown" >"$BATS_TEST_TMPDIR/printed"
        diff -u --label "$page" --label printed "$BATS_TEST_TMPDIR/shown" "$BATS_TEST_TMPDIR/printed"
    done
}

@test "every link of a page leads to something" {
    for page in $(pages) src/README.md CHANGES.md; do
        for target in $(grep -oP '\]\(\K[^)#]+' "$page" | grep -v '^https:'); do
            test -e "$(dirname "$page")/$target" || {
                echo "$page: $target"
                false
            }
        done
    done
}
