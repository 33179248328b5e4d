#!/bin/sh
# `fees` of 290 generated members over ten years, from start to exit, against the same in Python in
# exact fractions. All that both print is compared first, byte for byte: the bench fails where it differs.
set -eu
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
. "$here/python"

"$python" "$here/fees.py" --make "$scratch"
"$MEDFIN" fees "$scratch/project.ini" --csv machine --lang en >"$scratch/medfin"
"$python" "$here/fees.py" "$scratch" >"$scratch/python"
# What medfin tells of the rows behind its tables, Python does not.
head -n "$(wc -l <"$scratch/python")" "$scratch/medfin" | cmp - "$scratch/python"

"$PAIR" "${BENCH_RUNS:-20}" \
    "medfin fees" "$MEDFIN fees $scratch/project.ini --csv machine --lang en" \
    "Python" "$python $here/fees.py $scratch"
