#!/bin/sh
# `follow-up` of a ledger with a million rows in SIE 4, from start to exit, against the same sums in plain Python. What was
# booked each month, and where every row went, is compared first, to the öre: the bench fails where it differs. Then a
# tenth of it.
set -eu
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
. "$here/python"

for rows in 1000000 100000; do
    mkdir "$scratch/$rows"
    "$python" "$here/follow.py" --make "$scratch/$rows" $rows
    follow="$MEDFIN follow-up $scratch/$rows/project.ini $scratch/$rows/actuals.ini --by month --csv machine --lang en"
    $follow | sed -nE 's/^([0-9]{4}-[0-9]{2}),[^,]*,([^,]*),.*/\1,\2/p; /^(accounts that|of another project|on lines)/p' >"$scratch/medfin"
    "$python" "$here/follow.py" "$scratch/$rows" >"$scratch/python"
    cmp "$scratch/medfin" "$scratch/python"
    echo "$rows rows"
    "$PAIR" "${BENCH_RUNS:-5}" "medfin follow-up" "$follow" "Python" "$python $here/follow.py $scratch/$rows"
done
