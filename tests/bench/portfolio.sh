#!/bin/sh
# `portfolio` of ten thousand projects, from start to exit, against plain Python that knows their one shape. What they come to
# together is compared first, to the öre: the bench fails where it differs. Then a tenth of them.
set -eu
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
. "$here/python"

for count in 10000 1000; do
    mkdir "$scratch/$count"
    "$python" "$here/portfolio.py" --make "$scratch/$count" $count
    # Some of their persons hold more than a whole post: that it says so is no fault.
    told="$scratch/$count/told"
    printf '#!/bin/sh\n%s portfolio %s/all.ini "$@" || [ $? = 1 ]\n' "$MEDFIN" "$scratch/$count" >"$told"
    chmod +x "$told"
    "$told" -f json | "$python" "$here/portfolio.py" --json >"$scratch/medfin"
    "$python" "$here/portfolio.py" "$scratch/$count" $count >"$scratch/python"
    cmp "$scratch/medfin" "$scratch/python"
    echo "$count projects"
    "$PAIR" "${BENCH_RUNS:-5}" "medfin portfolio" "$told" "Python" "$python $here/portfolio.py $scratch/$count $count"
done
