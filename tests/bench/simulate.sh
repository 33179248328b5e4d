#!/bin/sh
# simulate on the model of simulate.ini against the same model in numpy and as a plain loop in C
# with GSL: figures side by side, then medians from start to exit. Trials are written as k = 1000.
set -eu
here=$(dirname "$0")
. "$here/python"
model=$here/simulate.ini
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Thirty lines with the drivers of four.
for line in $(seq 26); do
    printf '\n[staff more%s]\nmonthly_salary = 100 kr\nemployer_rate = po\nshare = 10 %%\nindex = wages\n' "$line"
done | cat "$model" - >"$folder/thirty.ini"

"$MEDFIN" simulate "$model" --trials 200000 -f json >"$folder/medfin.json"
"$python" "$here/simulate.py" 200000 >"$folder/numpy"
"$LOOP" 200000 >"$folder/loop"
"$python" - "$folder" <<'PYTHON'
import json, sys
folder = sys.argv[1]
months = json.load(open(f"{folder}/medfin.json"))["months"]
print("kronor: p5, p25, p50, p75, p95, and the largest difference in percent of p95 − p5")
for numpy, loop in zip(open(f"{folder}/numpy"), open(f"{folder}/loop")):
    name, month, *figures = numpy.split()
    figure = months[month][name]
    own = [figure.get("total", figure)[key] for key in ("p5", "p25", "p50", "p75", "p95")]
    others = [[float(x) for x in text.split()[2:]] for text in (numpy, loop)]
    off = max(abs(a - b) for other in others for a, b in zip(own, other)) / (own[4] - own[0])
    print(f"{name:10} {month}", *(f"{x:12.0f}" for x in own), f"{100 * off:6.2f} %")
    assert off < 0.02, "the three do not agree"
PYTHON

run="$MEDFIN simulate $model -f json --trials"
for trials in 1000000 100000 10000; do
    echo "$trials trials"
    "$PAIR" 3 "medfin, 2 threads" "$run $trials --threads 2" \
        "medfin, 1 thread" "$run $trials --threads 1" \
        "numpy" "$python $here/simulate.py $trials" \
        "C and GSL" "$LOOP $trials"
done
echo "30 lines against 4"
"$PAIR" 5 "4 lines" "$run 1000000" "30 lines" "$MEDFIN simulate $folder/thirty.ini -f json --trials 1000000"
for trials in 10000 1000000 10000000; do
    "$python" - "$trials" $run "$trials" <<'PYTHON'
import resource, subprocess, sys
subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, check=True)
print(f"{sys.argv[1]} trials: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MB")
PYTHON
done
