#!/usr/bin/env bats
# What was decided, and whether it still is: files, figures, and which of the two is another.

bats_require_minimum_version 1.5.0

setup() {
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=en
    cp -r "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023" "$BATS_TEST_TMPDIR/jamtland"
    cp -r "$MEDFIN_SOURCE/scenarios/sekom-2021" "$BATS_TEST_TMPDIR/sekom"
    cd "$BATS_TEST_TMPDIR/jamtland" || return 1
}

# seals FILE: what stands in the file, sealed anew, as a manifest that another version wrote.
seals() {
    sed -i '/^\[seal\]$/,$d' "$1"
    local seal
    seal=$(sha256sum <"$1" | cut -c-64)
    printf '[seal]\nsha256 = %s\n' "$seal" >>"$1"
}

# verifies STATUS VERDICT: so the manifest ends, in words for programs.
verifies() {
    run -"$1" --separate-stderr "$MEDFIN" verify beslut.manifest -f json --lang en
    [[ $output == *"\"verdict\":	\"$2\""* ]]
    [ -z "$stderr" ]
}

@test "what was frozen verifies, with the line ends of another system and in another folder" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    [ "$(sed -n 's/^antaganden.ini = //p' beslut.manifest)" = "$(sha256sum <antaganden.ini | cut -c-64) $(wc -c <antaganden.ini)" ]
    verifies 0 same
    sed -i 's/$/\r/' project.ini antaganden.ini beslut.manifest
    verifies 0 same
    mkdir -p "../å annan/mapp"
    mv ./*.ini beslut.manifest "../å annan/mapp"
    cd / && "$MEDFIN" verify "$BATS_TEST_TMPDIR/å annan/mapp/beslut.manifest" >"$BATS_TEST_TMPDIR/out"
    grep -F 'Allt är som det beslutades: 2 filer och' "$BATS_TEST_TMPDIR/out"
}

@test "a stack with ledgers, tables, a setting and draws verifies elsewhere" {
    "$MEDFIN" freeze project.ini antaganden.ini osakerhet.ini utfall.ini --set staff.projektledare.share=60% --seed 7 \
        --trials 2000 -o beslut.manifest
    grep -Fx 'seed = 7' beslut.manifest
    grep -Fx 'trials = 2000' beslut.manifest
    grep -Fx '0001 = staff.projektledare.share=60%' beslut.manifest
    grep '^bokforing-2021.se = ' beslut.manifest
    mv ../jamtland ../flyttad && cd ../flyttad
    verifies 0 same
    # Other draws are other chances.
    sed -i 's/^seed = 7/seed = 8/' beslut.manifest
    seals beslut.manifest
    verifies 5 figures
    [[ $output == *'"chances"'* ]]
    cd ../sekom
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    grep '^medlemmar.csv = ' beslut.manifest
    verifies 0 same
}

@test "one öre is another figure, and the value is named with its place" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    sed -i 's/^amount *= *1 185 000 kr/amount = 1 185 000,01 kr/' project.ini
    verifies 5 both
    run -5 "$MEDFIN" verify beslut.manifest --lang en
    [[ $output == *'funder.region.amount'*'1 185 000 kr total'*'1 185 000,01 kr total'* ]]
    [[ $output =~ project.ini:2[0-9] ]]
    # 1 185 000,00 and 0,01 more.
    [[ $output =~ "Financing: Region Jämtland Härjedalen"\ +1,185,000.00\ kr\ +1,185,000.01\ kr\ +0.01\ kr || $output =~ 1\ 185\ 000.01\ kr\ +0.01\ kr ]]
}

@test "a note changes a file and no figure" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    sed -i 's/^note = .*/note = Ändrad./' antaganden.ini
    printf '; slut\n' >>antaganden.ini
    verifies 5 files
    [[ $output != *'"figures"'* ]]
}

@test "another version that says another figure is told" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    sed -i 's/^medfin = .*/medfin = 0.1.9/; s/^total.cost.total = .*/total.cost.total = 2708159.56/' beslut.manifest
    seals beslut.manifest
    verifies 5 figures
    run -5 "$MEDFIN" verify beslut.manifest --lang en
    [[ $output == *'The files are those that were decided, but 1 of '* ]]
    [[ ${output//$'\n'/ } == *'They were worked out by medfin 0.1.9'* ]]
    sed -i 's/^total.cost.total = .*/total.cost.total = 2708159.57/' beslut.manifest
    seals beslut.manifest
    verifies 0 same
    # What this version has and that one had not is no difference.
    sed -i '/^total.lowest_cash/d' beslut.manifest
    seals beslut.manifest
    verifies 0 same
}

@test "files that came and went are told, and what cannot be read is no verdict" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    printf '[scenario]\ntitle = Tom\n' >tom.ini
    sed -i 's/^\[scenario\]$/&\nbase = tom.ini/' antaganden.ini
    verifies 5 files
    [[ $output == *'"state":	"new"'* ]]
    printf '[cost x]\namount = 1\n' >>antaganden.ini
    run -3 "$MEDFIN" verify beslut.manifest
    rm antaganden.ini
    run -6 "$MEDFIN" verify beslut.manifest
}

@test "the version and the day of the decision stand in the head of every document" {
    sed -i 's/^\[project\]$/&\nversion = 3\ndecided = 2026-11-24/' project.ini
    for command in check budget liquidity report compare simulate; do
        "$MEDFIN" "$command" project.ini antaganden.ini --lang en | grep -Fx 'Version 3, decided 2026-11-24'
    done
    "$MEDFIN" letter project.ini antaganden.ini --lang sv | grep -F 'Projektet: version'
    "$MEDFIN" letter project.ini antaganden.ini --lang sv | grep -F '>2026-11-24<'
    "$MEDFIN" budget project.ini -f json | grep -F '"decided":	"2026-11-24"'
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    "$MEDFIN" verify beslut.manifest --lang en | grep -F 'What was decided: version 3, decided 2026-11-24, RUN/578/2020.'
    "$MEDFIN" report project.ini antaganden.ini -o r.xlsx
    unzip -p r.xlsx xl/sharedStrings.xml | grep -F 'Version 3, beslutad 2026-11-24'
}

@test "a file may be called anything" {
    for name in '[a].ini' ';b.ini' $'l\xf6.ini' $'r\r.ini' 'c=d.ini'; do
        cp project.ini "$name"
        rm -f beslut.manifest
        "$MEDFIN" freeze "$name" -o beslut.manifest
        verifies 0 same
    done
}

@test "a manifest is never written over, nor over what was read" {
    "$MEDFIN" freeze project.ini antaganden.ini -o beslut.manifest
    cp beslut.manifest before
    run -6 "$MEDFIN" freeze project.ini -o beslut.manifest
    cmp before beslut.manifest
    run -6 "$MEDFIN" verify beslut.manifest -o beslut.manifest -f text
    cmp before beslut.manifest
}
