#!/bin/sh
# A report in HTML of 60 lines over 10 years: user and system time, and from start to exit beside
# pandoc's conversion of the same report from Markdown.
set -eu
here=$(dirname "$0")
. "$here/python"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk 'BEGIN {
    print "[project]\ntitle = Tio år\nstart = 2021-01\nend = 2030-12\n[index loner]\nrate = 2,5 %\nmonth = 4\n[rate po]"
    for (year = 2021; year <= 2030; year++) print year " = 46,15 %"
    for (i = 1; i <= 20; i++)
        printf "[staff s%d]\nmonthly_salary = %d kr\nemployer_rate = po\nshare = 50 %%\nindex = loner\nsource = assumption\n", i, 38000 + 250 * i
    for (i = 1; i <= 36; i++)
        printf "[cost c%d]\namount = %d kr/month\nindex = loner\nsource = assumption\n", i, 1000 + 10 * i
    print "[overhead oh]\nrate = 15 %\nbase = staff"
    print "[funder a]\namount = 30 mnkr total\nstatus = decided\nown = yes\n[funder b]\nremainder = yes\nstatus = applied"
    print "[funder c]\namount = 20 mnkr total\nmatches = a\nmax_share = 40 %\nstatus = applied\npaid = claims\nclaim_every = 3\npayment_lag = 2"
}' >"$folder/project.ini"
"$MEDFIN" report "$folder/project.ini" -o "$folder/report.md"
"$MEDFIN" report "$folder/project.ini" -o "$folder/report.html"
wc -c "$folder/report.html" "$folder/report.md" | sed '$d; s,/.*/, ,'
"$python" - "$MEDFIN" "$folder/project.ini" <<'PYTHON'
import resource, statistics, subprocess, sys
taken = []
for _ in range(21):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.argv[1], "report", sys.argv[2], "-f", "html"], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print(f"medfin report, CPU           {statistics.median(taken) * 1e3:8.3f} ms")
PYTHON
"$PAIR" 10 \
    "medfin report" "$MEDFIN report $folder/project.ini -f html" \
    "pandoc" "pandoc --standalone --metadata title=x -t html $folder/report.md"
