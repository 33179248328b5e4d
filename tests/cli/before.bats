#!/usr/bin/env bats
# Two versions of a project, and what makes the difference between them: value by value, wherever it stands.

bats_require_minimum_version 1.5.0

setup() {
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=en
    cd "$BATS_TEST_TMPDIR" || return 1
    mkdir then
    printf '%s\n' '[project]' 'version = 1' 'start = 2027-01' 'end = 2027-12' 'language = en' '' \
        '[cost lokaler]' 'category = premises' 'amount = 4 000 kr/month' '' \
        '[cost resor]' 'category = travel' 'amount = 1 000 kr/month' '' \
        '[activities]' 'file = plan.csv' '' \
        '[funder region]' 'status = decided' 'own = yes' 'amount = 60 000 kr total' >then/project.ini
    printf 'Vad;När;Kostnad\nMässa;mars 2027;10 000\nMöte;maj 2027;2 000\n' >then/plan.csv
    cp then/* .
}

# causes: "PATH FROM → TO: COST FINANCING" of each, and their sums held against the whole difference.
causes() {
    "$MEDFIN" compare project.ini "$@" --before then/project.ini -f json >out.json
    python3 - <<'PYTHON'
import json
now = json.load(open("out.json"))["scenarios"]["now"]
sums = {}
for cause in now.get("causes", []):
    total = cause["change"]["total"]
    for name in ("cost", "financing"):
        sums[name] = sums.get(name, 0) + round(100 * total[name]["total"])
    print(f"{cause['path']} {cause['from']} → {cause['to']}: {total['cost']['total']} {total['financing']['total']}".replace(chr(160), ' '))
for name, value in sums.items():
    assert value == round(100 * now["difference"]["total"][name]["total"]), name
PYTHON
}

@test "each change, what is new and what has gone is a cause, in whatever order the file has them" {
    printf '%s\n' '[project]' 'version = 2' 'start = 2027-01' 'end = 2027-12' 'language = en' '' \
        '[funder region]' 'note = another order' 'status = decided' 'own = yes' 'amount = 70 000 kr total' '' \
        '[activities]' 'file = plan.csv' '' \
        '[cost utvardering]' 'category = external' '2027-10 = 8 000 kr' '' \
        '[cost lokaler]' 'category = premises' 'amount = 4 500 kr/month' >project.ini
    run -0 causes
    # By hand: 10 000 more; 8 000; 12 × 500; 12 × 1 000 less.
    diff -u - <(printf '%s\n' "$output") <<'CAUSES'
funder.region.amount 60 000.00 kr total → 70 000.00 kr total: 0.0 10000.0
cost.utvardering.2027-10 None → 8 000.00 kr: 8000.0 0.0
cost.lokaler.amount 4 000.00 kr/month → 4 500.00 kr/month: 6000.0 0.0
cost.resor.amount 1 000.00 kr/month → None: -12000.0 0.0
CAUSES
    run -0 "$MEDFIN" compare project.ini --before then/project.ini
    [[ $output == *'Version 1'*'Version 2'* ]]
    [[ $output == *'Cost +2 000 kr, financing +10 000 kr'* ]]
    "$MEDFIN" compare project.ini --before then/project.ini -o c.html
    grep -F 'Version 2' c.html
}

@test "a value of a table is a cause like any other; of a ledger the whole is one, named by what names it" {
    printf 'Vad;När;Kostnad\nMässa;mars 2027;13 000\nKurs;april 2027;500\nMöte;maj 2027;2 000\n' >plan.csv
    run -0 causes
    diff -u - <(printf '%s\n' "$output") <<'CAUSES'
activity.mässa.amount 10 000.00 kr → 13 000.00 kr: 3000.0 0.0
activity.kurs.months None → 2027-04: 0.0 0.0
activity.kurs.amount None → 500.00 kr: 500.0 0.0
CAUSES
    cp plan.csv then
    printf '[scenario]\n[actuals]\nthrough = 2027-01\nfiles = b.se\naccounts = a\n[accounts a]\nmap = 50: cost.lokaler\n' >utfall.ini
    cp utfall.ini then
    printf '#SIETYP 4\n#VER A 1 20270110\n{\n#TRANS 5010 {} 4000.00\n#TRANS 1930 {} -4000.00\n}\n' >then/b.se
    sed 's/4000/4100/' then/b.se >b.se
    run -0 causes utfall.ini --before then/utfall.ini
    echo "$output"
    [ "$output" = 'actuals.files b.se → b.se: 100.0 0.0' ]
}

@test "scenarios stand on both, and so do settings" {
    printf '[scenario]\n[cost lokaler]\namount += 1 000 kr/month\n' >mer.ini
    sed -i 's/amount = 4 000/amount = 4 200/' project.ini
    run -0 causes mer.ini --set 'cost.resor.amount=2 000 kr/month'
    [ "$output" = 'cost.lokaler.amount 5 000.00 kr/month → 5 200.00 kr/month: 2400.0 0.0' ]
    # Another stack was read then.
    printf '[scenario]\n[cost lokaler]\namount += 500 kr/month\n' >then/mer.ini
    "$MEDFIN" compare project.ini mer.ini --before then/project.ini --before then/mer.ini -f json >out.json
    # 12 × 200 and 12 × 500.
    python3 -c '
import json
assert json.load(open("out.json"))["scenarios"]["now"]["difference"]["total"]["cost"]["total"] == 8400'
}

@test "what is as it was is said to be so, and what does not read is told" {
    run -0 "$MEDFIN" compare project.ini --before then/project.ini
    [[ $output == *'What it costs and who pays is as before.'* ]]
    run -0 causes
    [ -z "$output" ]
    run -6 "$MEDFIN" compare project.ini --before nowhere.ini
    printf '[cost x]\namount = 1\n' >>then/project.ini
    run -3 "$MEDFIN" compare project.ini --before then/project.ini
}
