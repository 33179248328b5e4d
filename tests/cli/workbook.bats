# Tables in workbooks: the same as in CSV, but for their places.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    workbook=$MEDFIN_SOURCE/tests/workbook/workbook.py
    cat >members.csv <<'END'
Medlemmar 2021

kommunkod;kommun;kategori;inträde;utträde
1080;Karlskrona;kommun;;
0114;Upplands Väsby;kommun;2021-05;
;"Den ""lilla""; kommunen";kommun;2021;2022-06
END
    cat >population.csv <<'END'
kommunkod;kommun;år;folkmängd
1080;Karlskrona;2020;66515
0114;Upplands Väsby;2020;47184
;"Den ""lilla""; kommunen";2020;900
END
    cat >plan.csv <<'END'
Vad;När;Kostnad;Deltagare
Möte om skog;2021-05;12500,50;20
Kurs;2022-03;0,10;5
END
    cat >project.ini <<'END'
[projekt]
titel = Nätverk
start = 2021-01
slut = 2022-12
[taxa kommun]
per_invånare = 0,30 kr
[medlemmar]
fil = members.csv
folkmängd = population.csv
[handlingsplan]
fil = plan.csv
END
    sed 's/\.csv/.xlsx/' project.ini >books.ini
}

# books OPTION…: the three tables as workbooks.
books() {
    for table in members population plan; do
        "$workbook" $table.xlsx "$@" <$table.csv || return
    done
}

# The two projects say the same, but for where.
same() {
    "$MEDFIN" "$1" project.ini "${@:2}" --lang en >of-text
    "$MEDFIN" "$1" books.ini "${@:2}" --lang en >of-books
    diff <(sed 's/project\.ini/P/; s/[a-z]*\.csv:[0-9][0-9]*/AT/; s/\.csv/.xlsx/' of-text) \
        <(sed 's/books\.ini/P/; s/[a-z]*\.xlsx:Blad1![A-Z]*[0-9]*/AT/' of-books)
}

@test "a table is the same in CSV and in a workbook" {
    for how in "" --inline --1904; do
        books $how
        same fees -f json
        same activities --width 200
        same budget --by month -f csv
    done
    # 66 515 × 0,30 kr
    "$MEDFIN" fees books.ini -f json | grep -q '19954\.50'
}

@test "a place in a workbook is its cell" {
    books
    run -0 --separate-stderr "$MEDFIN" explain books.ini total.fees --lang en
    [[ $output == *"population.xlsx:Blad1!D2"* ]]
    sed -i 's/0114;Upplands Väsby;kommun;2021-05/0114;Upplands Väsby;kommun;maj?/' members.csv
    "$workbook" members.xlsx <members.csv
    run -3 --separate-stderr "$MEDFIN" fees books.ini
    [[ $stderr == "members.xlsx:Blad1!D5: "* ]]
}

@test "a sheet is found by its name, and the first that is shown without one" {
    { printf '== Gamla hidden\nkommun;kategori\nX;kommun\n== Medlemmar\n' && cat members.csv &&
        printf '== Folkmängd\n' && cat population.csv && printf '== Plan\n' && cat plan.csv; } | "$workbook" all.xlsx
    sed 's/[a-z]*\.csv/all.xlsx/; /^folkmängd/a folkmängdsblad = FOLKMÄNGD' project.ini >books.ini
    echo 'blad = Plan' >>books.ini
    same fees -f json
    "$MEDFIN" fees books.ini >first
    sed -i '/^folkmängdsblad/a blad = Medlemmar' books.ini
    "$MEDFIN" fees books.ini | diff first -
}

@test "a budget in a workbook begins a project as the same in CSV does" {
    printf 'Post;2021;2022\nLön;100000,50;120000\nResor;5000;6000\nSumma;105000,50;126000\n' >b.csv
    "$workbook" b.xlsx <b.csv
    "$MEDFIN" init --from b.csv >of-text
    grep -q '000[.,]50 kr' of-text
    "$MEDFIN" init --from b.xlsx | sed 's/b\.xlsx, [^.]*Blad1/b.csv/; s/b\.xlsx/b.csv/' | diff of-text -
}

# 18 000 + 262 500 and 24 000 + 273 000; 45 931 days are 1 October 2025.
@test "a workbook in the form that Excel gives it" {
    "$MEDFIN_SOURCE/tests/workbook/excel.py" b.xlsx
    "$MEDFIN" init --from b.xlsx --lang sv >b.ini 2>told
    [ "$(grep -c varning told)" = 1 ]
    grep -q "b.xlsx:'Budget & plan'!A5: varning: bladet döljer rader" told
    grep -qx "; Ett projekt gjort av b.xlsx, bladet Budget & plan." b.ini
    grep -qx 'titel = Skogsklassrum' b.ini
    grep -qx ';   belopp för ett år: 2025, Budget 2026' b.ini
    grep -qx 'anteckning   = Anmärkning: 2025-10-01' b.ini
    grep -qx 'anteckning   = Anmärkning: 2025-10' b.ini
    grep -qx 'titel  = Kommunen' b.ini
    "$MEDFIN" budget b.ini -f json | python3 -c "
import json, sys
years = json.load(sys.stdin)['years']
assert [years[year][side]['total'] for year in ('2025', '2026') for side in ('cost', 'financing')] == [280500, 280500, 297000, 297000]"
    [ "$(grep -c 'stämmer med sina rader' b.ini)" = 1 ]
}

@test "a workbook that was changed is a scenario among others" {
    cp "$MEDFIN_SOURCE"/scenarios/jamtland-2021-2023/{project,antaganden,heltid}.ini .
    "$MEDFIN" budget project.ini antaganden.ini -o a.xlsx
    "$MEDFIN_SOURCE/tests/workbook/change.py" a.xlsx ändrad.xlsx personal.projektledare.månadslön=47000
    "$MEDFIN" changes project.ini antaganden.ini ändrad.xlsx -o ändrad.ini
    "$MEDFIN" compare project.ini antaganden.ini ändrad.xlsx -f csv | sed 's/ändrad.xlsx:Indata!B9/ändrad.ini:9/' >of-workbook
    "$MEDFIN" compare project.ini antaganden.ini ändrad.ini -f csv | sed 's/Ändringar i //' | diff - of-workbook
    # It stands on what it was written of, wherever that is named.
    "$MEDFIN" compare project.ini ändrad.xlsx heltid.ini antaganden.ini -f json 2>told | grep -q '"ändrad"'
    [ ! -s told ]
    "$MEDFIN" compare project.ini ändrad.xlsx -f json 2>told >/dev/null
    grep -q 'skrevs av project.ini, antaganden.ini och läses ovanpå project.ini' told
}

# A fixed fee of 5 000 kr in the place of 4 000 kr: 82 members without a name and 20 with one in 2021, one less in 2022.
@test "compare is a workbook of the first scenario, with the others beside it" {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021"
    "$MEDFIN" compare project.ini hojd-avgift.ini --against antaganden.ini -o "$BATS_TEST_TMPDIR/a.xlsx"
    cd "$BATS_TEST_TMPDIR"
    python3 -B - "$MEDFIN_SOURCE/tests/workbook" <<'END'
import sys
sys.path.insert(0, sys.argv[1])
from spreadsheet import Book
sys.setrecursionlimit(100000)
book = Book("a.xlsx")
cells = book.cells["Scenarier"]
rows = {tuple(cells.get(f"{column}{row}", (None,))[0] for column in "AB"): row for row in range(6, 60)}
fees = [rows["Finansiering", year] for year in ("2021", "2022", "2023")]
assert [book.value("Scenarier", f"E{row}") for row in fees] == [102000, 101000, 101000]
balance = rows["Budgeten går ihop", None]
assert [cells[f"{column}{balance}"][0] for column in "CD"] == ["inte uppfylld", "varning"]
fee = next(cell[1:] for cell, (value, _) in book.cells["Indata"].items() if value == "taxa.kommun.fast_del")
book.put("Indata", f"B{fee}", 5000.0)
assert [book.value("Scenarier", f"E{row}") for row in fees] == [0, 0, 0]
assert book.value("Scenarier", f"C{balance}") == "varning"
END
}

@test "a workbook says what it was written of, each file with what sha256sum tells" {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021"
    "$MEDFIN" budget project.ini antaganden.ini -o "$BATS_TEST_TMPDIR/a.xlsx"
    python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("xl/sharedStrings.xml").decode())' "$BATS_TEST_TMPDIR/a.xlsx" >"$BATS_TEST_TMPDIR/texts"
    for file in project.ini antaganden.ini medlemmar.csv invanare.csv; do
        sum=$(sha256sum $file)
        grep -q "<t>$file</t></si><si><t>${sum%% *}</t>" "$BATS_TEST_TMPDIR/texts" || echo "$file" >>"$BATS_TEST_TMPDIR/missing"
    done
    [ ! -e "$BATS_TEST_TMPDIR/missing" ]
}

# 13 258 inhabitants × 0,30 kr + 4 000 kr, and 20 000 × 0,30 kr + 4 000 kr: 2 022,60 kr more. The last inhabitants that are known
# are those of three years, which is one row.
@test "a network's workbook has its fees, and inhabitants of a table can be changed" {
    cp "$MEDFIN_SOURCE"/scenarios/sekom-2021/*.{ini,csv} .
    "$MEDFIN" budget project.ini antaganden.ini -o a.xlsx
    python3 -B - "$MEDFIN_SOURCE/tests/workbook" <<'END'
import sys
sys.path.insert(0, sys.argv[1])
from spreadsheet import Book
sys.setrecursionlimit(100000)
book = Book("a.xlsx")
cells = book.cells["Avgifter"]
town = next(cell[1:] for cell, (value, _) in cells.items() if value == "Mönsterås")
total = next(cell[1:] for cell, (value, _) in cells.items() if value == "Summa avgifter")
assert (cells[f"E{town}"][0], cells[f"F{total}"][0]) == (7977.4, 1434581.3)
row = next(cell[1:] for cell, (value, _) in book.cells["Indata"].items() if value == "folkmängd.0861.2021")
book.put("Indata", f"B{row}", 20000.0)
assert (book.value("Avgifter", f"E{town}"), book.value("Avgifter", f"F{total}")) == (10000, 1436603.9)
END
    sed -i '/2022;/d' invanare.csv
    "$MEDFIN" fees project.ini antaganden.ini -o b.xlsx
    "$MEDFIN" check project.ini antaganden.ini b.xlsx -q | diff <("$MEDFIN" check project.ini antaganden.ini -q) -
    "$MEDFIN_SOURCE/tests/workbook/change.py" b.xlsx c.xlsx folkmängd.0861.2021=20000
    "$MEDFIN" fees project.ini antaganden.ini c.xlsx -q | grep -v ^Scenario >back
    "$MEDFIN" fees project.ini antaganden.ini --set population.0861.2021=20000 -q | grep -v ^Scenario | diff - back
    "$MEDFIN" changes project.ini antaganden.ini c.xlsx -q -o d.ini
    "$MEDFIN" fees project.ini d.ini -q | grep -v ^Scenario | diff - back
}

# No share of a cost that nobody knows is nothing.
@test "a share that is filled in as nothing is nothing, whatever it is of" {
    printf '[project]\ntitle = Open\nlanguage = en\nstart = 2025-01\nend = 2025-12\n[cost c]\namount = ? total\n[funder f]\nshare = ?\namount = 100 000 kr total\nstatus = granted\n' >open.ini
    "$MEDFIN" budget open.ini -o a.xlsx
    "$MEDFIN_SOURCE/tests/workbook/change.py" a.xlsx b.xlsx funder.f.share=0
    python3 -B - "$MEDFIN_SOURCE/tests/workbook" <<'END'
import sys
sys.path.insert(0, sys.argv[1])
from spreadsheet import Book, is_na
book = Book("b.xlsx")
assert book.cells["Overview"]["A10"][0] == "Financing"
assert is_na(book.cells["Overview"]["B10"][0]) and book.value("Overview", "B10") == 0
assert is_na(book.value("Overview", "B9"))
END
    "$MEDFIN" budget open.ini b.xlsx -f json | python3 -c 'import json, sys; assert json.load(sys.stdin)["total"]["financing"]["total"] == 0'
}

# What was in the files: a salary of 45 000 kr, half time, one krona for another, applied for.
@test "what was changed in a workbook is a scenario file that a person would have written" {
    cp "$MEDFIN_SOURCE"/scenarios/jamtland-2021-2023/{project,antaganden}.ini .
    "$MEDFIN" budget project.ini antaganden.ini -o a.xlsx
    "$MEDFIN_SOURCE/tests/workbook/change.py" a.xlsx ändrad.xlsx personal.projektledare.månadslön=47000.5 \
        finansiär.regionala-medel.kvot@1=2 finansiär.regionala-medel.status=avslagen kostnad.insatser.2022=400000
    cat >expected <<'END'
; Vad ändrad.xlsx ändrar. Läses ovanpå project.ini, antaganden.ini.

[scenario]
titel     = Ändringar i ändrad.xlsx
bygger_på = ../antaganden.ini

[personal projektledare]
källa     = antagande
månadslön = 47 000,50 kr ; var 45 000 kr, antaganden.ini:25

[finansiär regionala-medel]
källa  = antagande
kvot   = 1:2      ; var 1:1, project.ini:53
status = avslagen ; var sökt, project.ini:56

[kostnad insatser]
källa = antagande
2022  = 400 000 kr ; var 428 065 kr, antaganden.ini:43
END
    mkdir under
    "$MEDFIN" changes project.ini antaganden.ini ändrad.xlsx -o under/scenario.ini
    diff expected under/scenario.ini
    "$MEDFIN" liquidity project.ini under/scenario.ini | grep -v ^Scenario >written
    "$MEDFIN" liquidity project.ini antaganden.ini ändrad.xlsx | grep -v ^Scenario | diff - written
    run -6 "$MEDFIN" changes project.ini antaganden.ini ändrad.xlsx -o under/scenario.ini
    # In the other language, in the same folder, and on nothing.
    "$MEDFIN" changes project.ini antaganden.ini ändrad.xlsx --lang en -o scenario.ini
    grep -qx 'base  = antaganden.ini' scenario.ini
    "$MEDFIN" liquidity project.ini scenario.ini | grep -v ^Scenario | diff written -
}

# Of the whole project 45 000 × 36 months is the salary; it is enough that both ways say the same.
@test "a workbook that was changed and given back says what --set says" {
    local files=("$MEDFIN_SOURCE/scenarios/jamtland-2021-2023/project.ini" "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023/antaganden.ini")
    "$MEDFIN" budget "${files[@]}" -o a.xlsx
    "$MEDFIN" check "${files[@]}" a.xlsx | diff <("$MEDFIN" check "${files[@]}") -
    "$MEDFIN_SOURCE/tests/workbook/change.py" a.xlsx b.xlsx personal.projektledare.månadslön=47000.5 \
        personal.projektledare.tjänstgöringsgrad=0.75 finansiär.regionala-medel.kvot@1=2 finansiär.regionala-medel.status=avslagen
    local settings=(--set 'staff.projektledare.monthly_salary=47000,50 kr' --set staff.projektledare.share=75%
        --set funder.regionala-medel.ratio=1:2 --set funder.regionala-medel.status=rejected)
    "$MEDFIN" liquidity "${files[@]}" b.xlsx | grep -v '^Scenario' >back
    "$MEDFIN" liquidity "${files[@]}" "${settings[@]}" | grep -v '^Scenario' | diff - back
    "$MEDFIN" explain "${files[@]}" b.xlsx staff.projektledare.monthly_salary | grep -q '^b.xlsx:Indata!B9 *47 000,50 kr *antagande$'
    # What stands on the command line has the last word.
    "$MEDFIN" explain "${files[@]}" b.xlsx --set staff.projektledare.share=80% staff.projektledare.share | grep -q 'gäller: 80 %$'
    # The workbook may be in the other language, and is never written over.
    "$MEDFIN" budget "${files[@]}" -o c.xlsx --lang en
    "$MEDFIN_SOURCE/tests/workbook/change.py" c.xlsx d.xlsx staff.projektledare.share=0.75
    "$MEDFIN" explain "${files[@]}" d.xlsx staff.projektledare.share | grep -q '^d.xlsx:Inputs!B10 *75 % *antagande$'
    run -6 "$MEDFIN" budget "${files[@]}" d.xlsx -o d.xlsx
}

@test "cash of a ledger stands in a workbook too" {
    cp -r "$MEDFIN_SOURCE/tests/golden/follow-up/forening" "$BATS_TEST_TMPDIR/f"
    run -0 "$MEDFIN" liquidity "$BATS_TEST_TMPDIR"/f/{project,utfall}.ini -o "$BATS_TEST_TMPDIR/l.xlsx"
    unzip -p "$BATS_TEST_TMPDIR/l.xlsx" 'xl/worksheets/*.xml' | grep -qF '875248.5'
}
