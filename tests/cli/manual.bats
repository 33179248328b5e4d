#!/usr/bin/env bats
# The pages of src/manual and the map show what the program prints: shown.py tells how.

setup() {
    cd "$MEDFIN_SOURCE"
}

# first-change.md shows a program that has been changed: heavy/first-change runs it.
@test "the manual shows what the program prints" {
    python3 -B tests/cli/shown.py src/README.md $(printf '%s\n' src/manual/*.md | grep -vx src/manual/first-change.md)
}

@test "the page of figures has every rule" {
    diff -u --label table --label page <("$MEDFIN_NAMES" | sed -n 's/^rule //p') \
        <(sed -n '/^| rule |/,/^$/s/^| \([a-z-]*\) | .*/\1/p' src/manual/figures.md | grep -vx rule)
}

@test "the changes of the first walk can be made to the sources" {
    awk '/^```/ { inside = $0 == "```diff"; next } inside' src/manual/first-change.md | patch -p1 --fuzz=0 --dry-run
}

@test "the map is no longer than a map" {
    [ "$(wc -l <src/README.md)" -le 120 ]
}

@test "benchmarks read in Debian's Python, whatever comes first in PATH" {
    mkdir "$BATS_TEST_TMPDIR/first"
    printf '#!/bin/sh\nexit 9\n' >"$BATS_TEST_TMPDIR/first/python3"
    chmod +x "$BATS_TEST_TMPDIR/first/python3"
    [ "$(PATH=$BATS_TEST_TMPDIR/first:$PATH sh -c '. tests/bench/python && "$python" -c "print(1)"')" = 1 ]
    ! grep -nE '(^|[^/"$])python3' tests/bench/*.sh
}
