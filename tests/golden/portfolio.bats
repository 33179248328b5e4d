#!/usr/bin/env bats
# Several projects in one frame. The figures of a.ini and b.ini are worked by hand; those of many projects at once are held
# against plain Python, which knows one shape of project and nothing of graphs.

# bats file_tags=posix

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE/tests/golden/portfolio" || return 1
    bench=$MEDFIN_SOURCE/tests/bench/portfolio.py
}

# figures FILE EXPRESSION…: of its JSON, as Python says them, a line each.
figures() {
    "$MEDFIN" portfolio "$1" -f json >"$BATS_TEST_TMPDIR/told.json" || [ $? = 1 ]
    python3 -c 'import json, sys
told = json.load(open(sys.argv[1]))
for expression in sys.argv[2:]:
    print(eval(expression))' "$BATS_TEST_TMPDIR/told.json" "${@:2}"
}

# Projects of a year each that nothing is wrong with: NAME YEAR OWN-CASH AMOUNT-A-MONTH FRAME, the frame's key and value.
project() {
    cat >"$BATS_TEST_TMPDIR/$1.ini" <<END
[project]
title = $1
start = $2-01
end   = $2-12
opening_cash = $3 kr
source = x
[cost a]
amount = $4 kr/month
source = x
[funder region]
amount = $4 kr/month
status = decided
own    = yes
reference = x
source = x
frame  = f
[frame f]
$5
source = x
END
}

@test "a frame, by year: 700 000 less 100 000 of others less 300 000 and 240 000 over two years" {
    diff <(figures ram.ini 'told["frames"]["tillvaxt"]["years"]["2021"]' 'told["frames"]["tillvaxt"]["years"]["2022"]' \
        'told["frames"]["tillvaxt"]["verdict"]' '[p["years"]["2021"]["used"] for p in told["frames"]["tillvaxt"]["projects"]]') - <<'END'
{'amount': 700000.0, 'committed': 100000.0, 'used': 420000.0, 'left': 180000.0}
{'amount': 700000.0, 'committed': 100000.0, 'used': 420000.0, 'left': 180000.0}
pass
[300000.0, 120000.0]
END
}

@test "a person: 60 and 50 % in the twelve months of the shorter project" {
    diff <(figures ram.ini '[(p["name"], p["largest_share"], p["months_over"], p["first_month_over"]) for p in told["persons"]]' \
        '[post["share"] for post in told["persons"][0]["posts"]]') - <<'END'
[('P1', 1.1, 12, '2021-07')]
[0.6, 0.5]
END
}

@test "unsecured money, and money of a group by year" {
    # 206 400 applied for and 19 200 proposed, of 806 400 and 439 200. The match draws half of 33 600 a month up to
    # 206 400, and half of 36 600 up to 180 000: 201 600 + 109 800, 4 800 + 70 200.
    diff <(figures ram.ini 'told["portfolio"]["unsecured"]' 'told["portfolio"]["financing"]' \
        'round(told["portfolio"]["unsecured_share"], 4)' 'told["groups"]["anslag"]["years"]' 'told["groups"]["anslag"]["total"]') - <<'END'
225600.0
1245600.0
0.1811
{'2021': 311400.0, '2022': 75000.0}
386400.0
END
    "$MEDFIN" portfolio ram.ini | grep -q '225 600 kr  18,11 % av finansieringen'
}

@test "the lowest common cash is no sum of the lows" {
    # −8 600 a month from January and −16 600 from July: 8 × −8 600 + 2 × −16 600 in August, before the claim of September.
    # By themselves −68 800 in August, and −16 600 × 4 in October.
    diff <(figures ram.ini 'told["portfolio"]["lowest_cash"]' 'told["portfolio"]["lowest_cash_month"]' 'told["portfolio"]["sum_of_lowest_cash"]' \
        '[(p["lowest_cash"], p["lowest_cash_month"]) for p in told["projects"]]' 'told["months"]["2022-12"]["cash"]') - <<'END'
-102000.0
2021-08
-135200.0
[(-68800.0, '2021-08'), (-66400.0, '2021-10')]
0.0
END
}

@test "each project says what check says of it, the worst first; the exit is check's" {
    run -1 "$MEDFIN" portfolio ram.ini -f json
    run -1 "$MEDFIN" portfolio ../../../scenarios/klimatportfolj/portfolj.ini
    project good 2027 0 '1 000' 'amount = 20 000 kr/year'
    project bad 2027 -5 '1 000' 'amount = 20 000 kr/year'
    printf '[portfolio]\nprojects = good.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    run -0 "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini"
    printf '[portfolio]\nlanguage = en\nprojects = good.ini, bad.ini\n[frame f]\namount = 24 000 kr/year' >"$BATS_TEST_TMPDIR/p.ini"
    sed -i 's/20 000/24 000/' "$BATS_TEST_TMPDIR/"{good,bad}.ini
    run -1 "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini" --color never
    [[ $output == *'1 of 2 projects do not hold.'* ]]
    diff <(figures "$BATS_TEST_TMPDIR/p.ini" '[(p["title"], p["verdict"], p["because"]) for p in told["projects"]]' 'told["frames"]["f"]["verdict"]') - <<'END'
[('bad', 'fail', 'Cash suffices'), ('good', 'pass', '')]
pass
END
}

@test "each holds by itself, and they break a frame together: over by one öre more than the krona that is forgiven" {
    for amount in '23 998,99:fail' '23 999:pass'; do
        project one 2027 0 '1 000' "amount = ${amount%:*} kr/year"
        project two 2027 0 '1 000' "amount = ${amount%:*} kr/year"
        printf '[portfolio]\nprojects = one.ini\n  two.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
        [ "$(figures "$BATS_TEST_TMPDIR/p.ini" 'told["portfolio"]["verdict"]' '[p["verdict"] for p in told["projects"]]' | tr '\n' ' ')" = \
            "${amount#*:} ['pass', 'pass'] " ]
    done
}

@test "projects of other years: a frame is each year's, and cash opens with its project and stays behind its end" {
    project early 2027 7 '1 000' '2027 = 20 000 kr'
    project late 2029 100 '1 500' '2029 = 30 000 kr'
    printf '[portfolio]\nprojects = late.ini, early.ini\nopening_cash = 3 kr\n' >"$BATS_TEST_TMPDIR/p.ini"
    diff <(figures "$BATS_TEST_TMPDIR/p.ini" '{y: f["used"] for y, f in sorted(told["frames"]["f"]["years"].items())}' \
        '{y: f.get("left") for y, f in sorted(told["frames"]["f"]["years"].items())}' \
        '[told["months"][m]["cash"] for m in ("2027-01", "2028-06", "2029-01", "2029-12")]' \
        'told["portfolio"]["start"], told["portfolio"]["end"], told["portfolio"]["lowest_cash"], told["portfolio"]["lowest_cash_month"]') - <<'END'
{'2027': 12000.0, '2028': 0.0, '2029': 18000.0}
{'2027': 8000.0, '2028': None, '2029': 12000.0}
[10.0, 10.0, 110.0, 110.0]
('2027-01', '2029-12', 10.0, '2027-01')
END
}

@test "what others take is the portfolio's own figure, where it has one" {
    sed 's/committed = 100 000/committed = 220 000/' a.ini >"$BATS_TEST_TMPDIR/a.ini"
    sed 's/committed = 100 000/committed = 400 000/' b.ini >"$BATS_TEST_TMPDIR/b.ini"
    printf '[portfolio]\nprojects = a.ini, b.ini\n[frame tillvaxt]\ncommitted = 100 000 kr/year\ncommitted.2022 = 50 000 kr\n' >"$BATS_TEST_TMPDIR/p.ini"
    diff <(figures "$BATS_TEST_TMPDIR/p.ini" '[f["left"] for f in told["frames"]["tillvaxt"]["years"].values()]') <(echo '[180000.0, 230000.0]')
    # Of one year alone: of the other what the projects say stands, 700 000 − 300 000 − 220 000 in all of 180 000 more.
    sed 's/committed = 400 000/committed = 220 000/' "$BATS_TEST_TMPDIR/b.ini" >"$BATS_TEST_TMPDIR/c.ini"
    printf '[portfolio]\nprojects = a.ini, c.ini\n[frame tillvaxt]\ncommitted.2021 = 100 000 kr\n' >"$BATS_TEST_TMPDIR/p.ini"
    diff <(figures "$BATS_TEST_TMPDIR/p.ini" '[f["left"] for f in told["frames"]["tillvaxt"]["years"].values()]') <(echo '[180000.0, 60000.0]')
}

@test "a project that cannot be determined is not told to fail" {
    printf '[project]\nstart = 2027-01\nend = 2027-12\nsource = x\n[cost a]\namount = ? total\n[funder f]\nremainder = yes\nstatus = decided\nown = yes\nreference = x\nframe = r\n[frame r]\namount = 5 kr/year\n' >"$BATS_TEST_TMPDIR/u.ini"
    printf '[portfolio]\nprojects = u.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    run -1 "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini" --lang en
    [[ $output == *"Whether the project holds cannot be determined."* && $output != *"does not hold"* ]]
    project v 2027 0 1 'amount = 100 kr/year'
    printf '[portfolio]\nprojects = u.ini, v.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    run -1 "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini" --lang en
    [[ $output == *"1 of 2 projects cannot be determined."* ]]
}

@test "sheets of frames with one title have names of their own" {
    cp a.ini "$BATS_TEST_TMPDIR"
    printf '[portfolio]\nprojects = a.ini\n[frame x]\ntitle = A\namount = 1 kr/year\n[frame y]\ntitle = A\namount = 1 kr/year\n[frame z]\ntitle = A 2\namount = 1 kr/year\n' >"$BATS_TEST_TMPDIR/p.ini"
    "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini" -o "$BATS_TEST_TMPDIR/p.xlsx" --lang en || [ $? = 1 ]
    PYTHONPATH=$MEDFIN_SOURCE/tests/workbook python3 -c '
import sys
from spreadsheet import Book
names = [name.lower() for name in Book(sys.argv[1]).cells]
assert len(names) == len(set(names)) and sum("a" in name.split() for name in names) == 3, names' "$BATS_TEST_TMPDIR/p.xlsx"
}

@test "one person however the name is written; a post without one is nobody's" {
    sed 's/person = P1/person = p1  ; samma/' b.ini >"$BATS_TEST_TMPDIR/b.ini"
    sed 's/^person = P1$/person = "P1"/' a.ini >"$BATS_TEST_TMPDIR/a.ini"
    printf '[portfolio]\nprojects = a.ini, b.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    [ "$(figures "$BATS_TEST_TMPDIR/p.ini" '[p["largest_share"] for p in told["persons"]]')" = '[1.1]' ]
    sed -i '/^person/d' "$BATS_TEST_TMPDIR/b.ini"
    [ "$(figures "$BATS_TEST_TMPDIR/p.ini" 'told.get("persons")')" = None ]
}

@test "what is not known is no zero: its sums are unknown, the others stand, and a known breach decides" {
    printf '[scenario]\n[cost konsult]\namount = ?  total\n' >"$BATS_TEST_TMPDIR/s.ini"
    cp a.ini b.ini "$BATS_TEST_TMPDIR"
    printf '[portfolio]\nprojects = a.ini, b.ini + s.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    diff <(figures "$BATS_TEST_TMPDIR/p.ini" 'told["portfolio"]["cost"]' 'told["portfolio"]["lowest_cash"]' 'told["months"]["2021-06"]["cash"]' \
        'told["months"]["2021-07"]["cash"]' '[f["left"] for f in told["frames"]["tillvaxt"]["years"].values()]' 'told["persons"][0]["months_over"]') - <<'END'
None
None
-51600.0
None
[180000.0, 180000.0]
12
END
    run -1 "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/p.ini" --lang en
    [[ $output == *'? stands where an amount is not known yet in one of these: Projekt B.'* ]]
    # 400 000 of one project, and of another an amount that nobody knows, in a frame of 399 998 and of 400 000.
    sed 's/^amount = 300 000 kr.year/amount = 400 000 kr\/year/; /^committed/d; s/700 000/399 998/' a.ini >"$BATS_TEST_TMPDIR/a.ini"
    sed 's/^amount = 240 000 kr total/amount = ? total/; /^committed/d; s/700 000/399 998/' b.ini >"$BATS_TEST_TMPDIR/b.ini"
    printf '[portfolio]\nprojects = a.ini, b.ini\n' >"$BATS_TEST_TMPDIR/p.ini"
    [ "$(figures "$BATS_TEST_TMPDIR/p.ini" 'told["frames"]["tillvaxt"]["verdict"], told["frames"]["tillvaxt"]["years"]["2021"]["left"]')" = "('fail', None)" ]
    sed -i 's/399 998/400 000/' "$BATS_TEST_TMPDIR/"{a,b}.ini
    [ "$(figures "$BATS_TEST_TMPDIR/p.ini" 'told["frames"]["tillvaxt"]["verdict"]')" = undetermined ]
}

@test "only what is secured: B's grant and both regions" {
    run -1 "$MEDFIN" portfolio ram.ini --scenario secured -f json
    [[ $output == *'"financing":	1020000.00'*'"unsecured":	0.00'* ]]
}

@test "forty projects are what plain Python says, whichever order they are named in" {
    "$bench" --make "$BATS_TEST_TMPDIR" 40
    "$bench" "$BATS_TEST_TMPDIR" 40 >"$BATS_TEST_TMPDIR/python"
    for order in 'p0.ini' 'p39.ini'; do
        run -1 --separate-stderr "$MEDFIN" portfolio "$BATS_TEST_TMPDIR/all.ini" -f json
        "$bench" --json <<<"$output" | diff - "$BATS_TEST_TMPDIR/python"
        python3 - "$BATS_TEST_TMPDIR/all.ini" <<'END'
import sys
head, *files = open(sys.argv[1]).read().split(" p")
open(sys.argv[1], "w").write(head + "".join(" p" + f for f in reversed([f.strip() + "\n" for f in files])))
END
    done
}

@test "the shipped portfolio, as a finance officer reads it" {
    cd "$MEDFIN_SOURCE/scenarios/klimatportfolj"
    # 211 680 + 118 200 + 300 000 of 600 000. In June 2028 three months of each are out: 3 × 17 640, 3 × 19 700, 6 × 25 000.
    diff <("$MEDFIN" portfolio portfolj.ini --color never | sed -n '4,/^─*$/p' | head -3) - <<'END'
✗ Vart och ett av de 3 projekten uppfyller reglerna för sig. Ramen Klimat och
energi räcker inte: 29 880,00 kr saknas 2028. A har tjänster om 110 % i 2027-07,
och mer än heltid i 12 månader.
END
    "$MEDFIN" portfolio portfolj.ini | grep -q 'Lägsta gemensamma kassa  *−262 020 kr  2028-06'
}

@test "a workbook: each table on a sheet, and what is left of a frame by a formula" {
    "$MEDFIN" portfolio ram.ini -o "$BATS_TEST_TMPDIR/p.xlsx" || [ $? = 1 ]
    diff <(python3 - "$BATS_TEST_TMPDIR/p.xlsx" <<'END'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
names = re.findall('sheet name="([^"]*)', book.read("xl/workbook.xml").decode())
for number, name in enumerate(names, 1):
    formulas = re.findall("<f>([^<]*)</f><v>([^<]*)", book.read(f"xl/worksheets/sheet{number}.xml").decode())
    print(name, *(f"{formula}={value}" for formula, value in formulas))
END
    ) - <<'END'
Översikt
I korthet
Det som projekten delar på
Projekten, de med störst SUM(D4:D5)=1245600 SUM(E4:E5)=225600
Ram tillvaxt SUM(B6:B7)=420000 SUM(C6:C7)=420000 B4-B5-B8=180000 C4-C5-C8=180000
Personer över heltid i
Medel i gruppen anslag SUM(B4:C4)=206400 SUM(B5:C5)=180000 SUM(B4:B5)=311400 SUM(C4:C5)=75000 SUM(D4:D5)=386400
Gemensam kassa per månad
END
}
