#!/usr/bin/env bats
# The README and those of the scenarios show what the program prints: shown.py tells how.

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
