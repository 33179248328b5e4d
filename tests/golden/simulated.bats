#!/usr/bin/env bats
# Simulations against another program, within their sampling error: simulated.py tells how it works them.

@test "an advance that claims are set off against, in kind within its limit, and fees that are rounded each way" {
    simulated="$MEDFIN_SOURCE/tests/golden/simulated"
    for name in advance in-kind; do
        "$MEDFIN" simulate "$simulated/$name.ini" -f json >"$BATS_TEST_TMPDIR/$name.json"
    done
    # What the office costs is chosen so that some trials balance and some do not.
    for rounding in 'up 84' 'down 80' 'nearest 82,5'; do
        read -r way cost <<<"$rounding"
        "$MEDFIN" simulate "$simulated/fees.ini" --set "tariff.member.round_to=100 kr $way" \
            --set "cost.office.amount=$cost tkr/year" -f json >"$BATS_TEST_TMPDIR/$way.json"
    done
    python3 -B "$simulated.py" "$BATS_TEST_TMPDIR"
}
