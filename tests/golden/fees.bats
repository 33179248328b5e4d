#!/usr/bin/env bats
# Fees of random networks against figures worked apart from medfin, in exact fractions, by
# tests/properties/worked_fees.py: every shape of a tariff, caps, limits, index, first year,
# rounding, and members who come and go. And the whole of what is printed of 290 members over ten
# years against the reference of the bench, tests/bench/fees.py, in exact fractions too.

bats_require_minimum_version 1.5.0

worked() {
    python3 "$MEDFIN_SOURCE/tests/properties/worked_fees.py" "$1" "$BATS_TEST_TMPDIR" "$2"
}

@test "the fees of random networks agree to the öre" {
    run -0 worked "$MEDFIN" 100
    [[ $output == *" of 100 networks agree" ]]
}

@test "one öre more is a difference" {
    cat >"$BATS_TEST_TMPDIR/wrong" <<END
#!/bin/sh
"$MEDFIN" "\$@" | sed -E 's/(\.[0-9])1(,?)\$/\12\2/; s/(\.[0-9])0(,?)\$/\11\2/'
END
    chmod +x "$BATS_TEST_TMPDIR/wrong"
    run -1 worked "$BATS_TEST_TMPDIR/wrong" 20
    [[ $output == *"worked "*", told "* ]]
}

@test "all that is printed of 290 members over ten years agrees, byte for byte" {
    reference=$MEDFIN_SOURCE/tests/bench/fees.py
    python3 "$reference" --make "$BATS_TEST_TMPDIR"
    python3 "$reference" "$BATS_TEST_TMPDIR" >"$BATS_TEST_TMPDIR/expected"
    "$MEDFIN" fees "$BATS_TEST_TMPDIR/project.ini" --csv machine --lang en >"$BATS_TEST_TMPDIR/told"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/expected")" -eq 593 ]
    cmp "$BATS_TEST_TMPDIR/expected" <(head -593 "$BATS_TEST_TMPDIR/told")
}
