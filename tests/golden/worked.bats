#!/usr/bin/env bats
# The budget and the check of each project in worked/ against figures worked apart from medfin:
# by tests/properties/worked.py, in exact fractions, from the description beside the project.

setup() {
    folder=$MEDFIN_SOURCE/tests/golden/worked
    worked=$MEDFIN_SOURCE/tests/properties/worked.py
    budget=$BATS_TEST_TMPDIR/budget.json
    check=$BATS_TEST_TMPDIR/check.json
}

tell() {
    "$MEDFIN" budget "$folder/$1.ini" -f json >"$budget"
    "$MEDFIN" check "$folder/$1.ini" -f json >"$check" || [ $? -eq 1 ]
}

compare() {
    tell "$1"
    python3 "$worked" "$folder/$1.json" "$budget" "$check"
}

@test "a half post over three years" {
    compare half-post
}

@test "costs in every form over a broken year" {
    compare every-form
}

@test "matches in a chain, in kind and a rejected funder" {
    compare matched
}

@test "five years of revised and restated salaries" {
    compare long
}

@test "every kind of line and of funder, limits and a reserve" {
    compare full
}

@test "payments in advance, late and on claims" {
    compare cash
}

@test "every project in worked/ is compared" {
    for project in "$folder"/*.ini; do
        name=$(basename "$project" .ini)
        grep -q "compare $name\$" "$BATS_TEST_FILENAME"
    done
}

@test "one öre more is a difference" {
    tell half-post
    sed 's/400524\.12/400524.13/' "$budget" >"$BATS_TEST_TMPDIR/wrong.json"
    run python3 "$worked" "$folder/half-post.json" "$BATS_TEST_TMPDIR/wrong.json"
    [ "$status" -eq 1 ]
    [[ $output == *"worked 400524.12, told 400524.13"* ]]
    sed 's/400524\.12/400524.13/' "$check" >"$BATS_TEST_TMPDIR/wrong.json"
    run python3 "$worked" "$folder/half-post.json" "$budget" "$BATS_TEST_TMPDIR/wrong.json"
    [ "$status" -eq 1 ]
    [[ $output == *"/balance/years/2021/cost: worked 400524.12, told 400524.13"* ]]
}
