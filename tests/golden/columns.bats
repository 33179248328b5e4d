#!/usr/bin/env bats
# compare with more columns than a number has bits: what is named is what is shown.

setup() {
    cd "$BATS_TEST_TMPDIR"
    {
        echo "[project]"
        echo "title = P"
        echo "start = 2021-01"
        echo "end = 2021-12"
        echo "[cost lokal]"
        echo "amount = 10 000 kr/year"
    } >project.ini
    files=()
    for n in {1..45}; do
        {
            echo "[scenario]"
            echo "title = S $n"
            echo "[cost lokal]"
            echo "amount = $n 000 kr/year"
        } >"s$n.ini"
        files+=("s$n.ini")
    done
}

# only NAMES: the id and cost of each column, and the figures and rules of the last.
only() {
    "$MEDFIN" compare project.ini "${files[@]}" --only "$1" -f json | python3 -c "
import json, sys
columns = json.load(sys.stdin)['scenarios']
last = list(columns.values())[-1]
print(*((name, round(s.get('total', {}).get('cost', {}).get('total', -1))) for name, s in columns.items()),
      *last.get('total', {}), *last.get('rules', {}))"
}

@test "of 45 scenarios one is shown by its name alone" {
    for n in 1 13 31 32 33 45; do
        run only "s$n,cost"
        [ "$output" = "('base', 10000) ('s$n', ${n}000) cost" ]
    done
}

@test "the last of 45 scenarios, of all figures and rules" {
    run only s45
    [[ $output == "('base', 10000) ('s45', 45000) cost financing gap "*"balance"* ]]
}

@test "some of 45 scenarios beside a figure and a rule" {
    run only s44,gap,s12,balance,s33
    [ "$output" = "('base', -1) ('s12', -1) ('s33', -1) ('s44', -1) gap balance" ]
}

@test "a figure alone leaves all 45 scenarios" {
    run only cost
    [[ $output == "('base', 10000) ('s1', 1000) "*"('s44', 44000) ('s45', 45000) cost" ]]
}
