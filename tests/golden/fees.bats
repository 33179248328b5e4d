#!/usr/bin/env bats
# Fees of random networks against figures worked apart from medfin, in exact fractions, by
# tests/properties/worked_fees.py: every shape of a tariff, caps, limits, index, first year,
# rounding, and members who come and go.

bats_require_minimum_version 1.5.0

worked() {
    python3 "$MEDFIN_SOURCE/tests/properties/worked_fees.py" "$1" "$BATS_TEST_TMPDIR" "$2"
}

@test "the fees of random networks agree to the öre" {
    run -0 worked "$MEDFIN" 100
    [[ $output == *" of 100 networks agree" ]]
}

@test "one öre more is a difference" {
    printf '#!/bin/sh\n"%s" "$@" | sed "s/\\\\.\\\\([0-9]\\\\)1,/.\\\\12,/; s/\\\\.\\\\([0-9]\\\\)0,/.\\\\11,/"\n' "$MEDFIN" >"$BATS_TEST_TMPDIR/wrong"
    chmod +x "$BATS_TEST_TMPDIR/wrong"
    run -1 worked "$BATS_TEST_TMPDIR/wrong" 20
    [[ $output == *"worked "*", told "* ]]
}
