#!/usr/bin/env bats
# JSON is medfin/1: a key that was given is given, and a new one is added to keys.txt.

# bats file_tags=posix

setup() {
    cd "$MEDFIN_SOURCE/tests/golden" || return 1
}

@test "keys are only added" {
    run python3 keys.py keys.txt
    echo "$output"
    [ "$status" -eq 0 ]
}
