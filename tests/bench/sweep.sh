#!/bin/sh
# `sweep` over 10 000 combinations of two values, from start to exit, against the same project
# in numpy and in plain Python, each working one combination at a time. The figures of all
# three are compared first: the bench fails where they differ by an öre.
set -eu
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
. "$here/python"

"$python" "$here/sweep_project.py" >"$scratch/project.ini"
share='staff.s3.share=1%..100%:1%'
amount='funder.city.amount=4010000kr/year..5000000kr/year:10000kr/year'

# The gaps of the grid in öre, a line for each row of it.
"$MEDFIN" sweep "$scratch/project.ini" "$share" "$amount" --by gap -f json >"$scratch/medfin.json"
"$python" -c 'import json, sys
for row in json.load(open(sys.argv[1]))["grid"]["total"]["gap"]:
    print(";".join(str(round(gap * 100)) for gap in row))' "$scratch/medfin.json" >"$scratch/medfin"
"$python" "$here/sweep_numpy.py" >"$scratch/numpy"
"$python" "$here/sweep_python.py" >"$scratch/python"
cmp "$scratch/medfin" "$scratch/numpy"
cmp "$scratch/medfin" "$scratch/python"

# Every line and funder, month by month, of one combination.
"$MEDFIN" budget "$scratch/project.ini" --by month -f json \
    --set 'staff.s3.share=37 %' --set 'funder.city.amount=4430000 kr/year' >"$scratch/months.json"
"$python" "$here/sweep_months.py" "$scratch/months.json"

"$PAIR" "${BENCH_RUNS:-3}" \
    "medfin sweep" "$MEDFIN sweep $scratch/project.ini $share $amount --by gap -f csv" \
    "medfin sweep, verdicts too" "$MEDFIN sweep $scratch/project.ini $share $amount -f csv" \
    "numpy" "$python $here/sweep_numpy.py" \
    "plain Python" "$python $here/sweep_python.py"
