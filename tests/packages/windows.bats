#!/usr/bin/env bats
# The archive for Windows, under Wine: paths as they are written there, letters, files that others have open. What it says
# of them is held against what a reader needs to hear; that all else is as this machine's program says it, same.py sees to.

bats_require_minimum_version 1.5.0

setup_file() {
    cd "$BATS_FILE_TMPDIR"
    python3 -m zipfile --extract "$PACKAGES/medfin-$VERSION-windows-x86_64.zip" .
    mv "medfin-$VERSION-windows-x86_64" 'medfin å'
    x86_64-w64-mingw32-gcc-posix -municode "$MEDFIN_SOURCE/tests/packages/hold.c" -o hold.exe
}

setup() {
    root="$BATS_FILE_TMPDIR/medfin å"
    mkdir -p "$BATS_TEST_TMPDIR/här"
    cd "$BATS_TEST_TMPDIR/här"
    cp "$MEDFIN_SOURCE"/scenarios/jamtland-2021-2023/{project,antaganden}.ini .
}

medfin() {
    "$WINE" "$root/medfin.exe" "$@"
}

# backslashed PATH: as Windows writes it.
backslashed() {
    printf %s "$1" | tr / '\\'
}

# Nothing is left beside what was written.
lie_here() {
    diff <(printf '%s\n' antaganden.ini project.ini "$@" | LC_ALL=C sort) <(ls -A | LC_ALL=C sort)
}

@test "it needs what every Windows has, and knows no folder of the machine that made it" {
    cd "$root"
    diff <(printf '%s\n' ADVAPI32.dll KERNEL32.dll msvcrt.dll) \
        <(x86_64-w64-mingw32-objdump -p medfin.exe | sed -n 's/.*DLL Name: //p' | LC_ALL=C sort)
    ! grep -aF "$MEDFIN_SOURCE" medfin.exe
    "$MEDFIN_SOURCE/tests/packages/says" share/medfin/scenarios "$WINE" medfin.exe
    for name in libgsl libexpat libxlsxwriter nettle mingw-w64; do
        grep -q "^==== $name" licences.txt
    done
    grep -q 'GNU GENERAL PUBLIC LICENSE' LICENSE.txt
}

@test "the source alone, in another folder, makes the same program" {
    tar -xf "$PACKAGES/medfin-$VERSION.tar.xz"
    cd "medfin-$VERSION"
    cmake -G Ninja -B build -DCMAKE_TOOLCHAIN_FILE="$PWD/src/platforms/windows.cmake" -DCMAKE_BUILD_TYPE=Release \
        -DMEDFIN_LIBRARIES="$BUILD/libraries" >/dev/null
    cmake --build build >/dev/null
    cmp build/Release/bin/medfin.exe "$root/medfin.exe"
}

@test "what its page in Swedish tells one to write works as it stands" {
    cd "$root"
    grep -q $'\r$' LASMIG.txt
    sed -n 's/^      \(medfin .*\)\r$/\1/p' LASMIG.txt >said
    [ "$(wc -l <said)" = 4 ]
    while IFS= read -r line; do
        "$WINE" cmd /d /c "$line" >answer </dev/null || [ $? -le 1 ]
        case $line in *init* | *-o*) ;; *) [ -s answer ] ;; esac
    done <said
    grep -q '<html lang="sv">' rapport.html
}

@test "a path has backslashes, a drive, a prefix; its folders have letters and length" {
    long=$(printf 'en mycket lång mapp, å ä ö %.0s' 1 2 3)end
    mkdir -p "Åsa Öhman/år 2022" "$long/$long/$long/$long"
    cp project.ini 'Åsa Öhman/år 2022/project.ini'
    cp project.ini "$long/$long/$long/$long/project.ini"
    whole=$(backslashed "$PWD")
    for path in 'Åsa Öhman\år 2022\project.ini' '.\Åsa Öhman/år 2022\..\år 2022\PROJECT.INI' \
        "Z:$whole\\Åsa Öhman\\år 2022\\project.ini" "$whole\\Åsa Öhman\\år 2022\\project.ini" \
        "\\\\?\\Z:$whole\\Åsa Öhman\\år 2022\\project.ini" "$(backslashed "$long/$long/$long/$long")\\project.ini"; do
        diff <(medfin check "$path" | sed s/PROJECT.INI/project.ini/) <("$MEDFIN" check project.ini)
    done
    medfin budget project.ini -o "$(backslashed "$long/$long/$long/$long")\\ut.html"
    "$MEDFIN" budget project.ini -o ut.html
    cmp ut.html "$long/$long/$long/$long/ut.html"
}

@test "what a file names is looked for beside it, however that is written" {
    mkdir -p lager tabeller
    printf '[scenario]\ntitle = Ovanpå\nbase = ..\\antaganden.ini\n' >lager/s.ini
    medfin check project.ini 'lager\s.ini' | grep -qx 'Scenario: Med antaganden + Ovanpå'
    printf '[project]\ntitle = P\nstart = 2022-01\nend = 2022-12\n[tariff kommun]\nfixed = 100 kr\n[members]\nfile = tabeller\\m.csv\n' >p.ini
    printf 'namn;kategori\nTranås;kommun\nSäter;kommun\n' >tabeller/m.csv
    medfin fees '.\p.ini' -f csv --csv machine | grep -q Säter
    printf '[scenario]\nbase = \\\\server\\delad\\saknas.ini\n' >lager/n.ini
    run -6 medfin check project.ini 'lager\n.ini' --lang sv
    [[ $output == *'lager\n.ini:2:'*'\\server\delad\saknas.ini'* ]]
}

@test "a path that leads nowhere is told as it was written" {
    for path in 'finns ej\p.ini' '\\server\delad\p.ini' 'Q:\p.ini' 'a<b>.ini'; do
        run -6 medfin check "$path" --lang sv
        [ "$output" = "medfin: fel: kan inte läsa $path: det finns ingen sådan fil eller mapp" ]
    done
    run -6 medfin check NUL --lang sv
    [[ $output == 'medfin: fel: NUL är inte en vanlig fil'* ]]
}

@test "no answer goes over a file that was read, nor two into one, whatever the case of their letters" {
    run -6 medfin budget project.ini -f csv -o PROJECT.INI --lang sv
    [[ $output == *'PROJECT.INI har lästs'* ]]
    run -6 medfin budget project.ini -f csv -o "\\\\?\\Z:$(backslashed "$PWD")\\project.ini" --lang sv
    [[ $output == *'har lästs'* ]]
    run medfin simulate project.ini --trials 100 -f csv -o UT.csv --samples ut.CSV --lang sv
    [[ $output == *'UT.csv och ut.CSV är en och samma fil'* ]]
    cmp project.ini "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023/project.ini"
    lie_here
}

# hold FILE: as Excel has it, until `let_go`.
hold() {
    mkfifo waits
    "$WINE" "$BATS_FILE_TMPDIR/hold.exe" "$1" <waits >held 3>&- &
    exec 4>waits
    until [ -s held ]; do sleep 0.05; done
    grep -q held held
}

let_go() {
    exec 4>&-
    wait
    rm waits held
}

@test "a file that Excel has open stays as it is, and is said to be open" {
    printf 'den gamla' >öppen.xlsx
    hold öppen.xlsx
    run -6 medfin report project.ini -o öppen.xlsx --lang sv
    [ "$output" = 'medfin: fel: öppen.xlsx kunde inte skrivas: ett annat program har den öppen; stäng den där först' ]
    run -6 medfin report project.ini -o öppen.xlsx --lang en
    [ "$output" = 'medfin: error: öppen.xlsx could not be written: another program has it open; close it there first' ]
    [ "$(cat öppen.xlsx)" = 'den gamla' ]
    let_go
    medfin report project.ini -o öppen.xlsx
    "$MEDFIN" report project.ini -o ../hemma.xlsx
    cmp öppen.xlsx ../hemma.xlsx
    lie_here öppen.xlsx
}

@test "a project that another program has open is read" {
    hold project.ini
    diff <(medfin check project.ini) <("$MEDFIN" check project.ini)
    let_go
}

@test "what may not be written is not, and nothing is left of the attempt" {
    printf 'den gamla' >skyddad.html
    chmod 444 skyddad.html
    run -6 medfin budget project.ini -o skyddad.html --lang sv
    [ "$output" = 'medfin: fel: skyddad.html kunde inte skrivas: behörigheterna tillåter det inte' ]
    run -6 medfin budget project.ini -o 'finns ej\ut.html' --lang sv
    [[ $output == *'finns ej\ut.html kunde inte skrivas: det finns ingen sådan fil eller mapp' ]]
    run -6 medfin budget project.ini -f html -o .. --lang sv
    [[ $output == *'.. kunde inte skrivas: det är en mapp' ]]
    run -6 medfin init project.ini --lang sv
    [ "$(cat skyddad.html)" = 'den gamla' ]
    medfin budget project.ini -f html -o NUL
    lie_here skyddad.html
}

# At whatever moment: the old one is whole or the new one is.
@test "whoever ends it leaves no half file, and nothing beside it" {
    medfin report project.ini -o ny.xlsx
    printf 'den gamla' >ut.xlsx
    for i in {1..15}; do
        "$WINE" "$root/medfin.exe" report project.ini -o ut.xlsx 3>&- &
        sleep "0.0$((i / 2 + 1))"
        kill -KILL $! || true
        wait $! || true
        [ "$(cat ut.xlsx | tr -d '\0')" = 'den gamla' ] || cmp ut.xlsx ny.xlsx
    done
    lie_here ny.xlsx ut.xlsx
}

@test "Word and PDF, which other programs make, are refused with the reason" {
    for format in docx odt pdf; do
        run -6 medfin report project.ini -o "ut.$format" --lang sv
        [[ $output == *"medfin startar inga andra program på det här systemet"* ]]
    done
    lie_here
}

@test "without a project it speaks what the environment or Windows says" {
    LC_ALL= LANG=sv_SE.UTF-8 medfin help | grep -q 'för medfinansierade projekt'
    LC_ALL= LANG= medfin help | grep -q 'co-financed projects'
}

# A console takes characters, whichever code page it has: letters, colours and its width.
@test "a console shows letters and colours, as wide as it is" {
    said=$(TERM=xterm script -qec "stty cols 100; '$WINE' '$root/medfin.exe' check project.ini" /dev/null </dev/null) || [ $? = 1 ]
    [[ $said == *'Miljö- och klimatråd Jämtlands län'* ]]
    [[ $said == *$'\e[32muppfylld\e[0m'* ]]
    for i in {1..100}; do line=$line─; done
    [[ $said == *"$line"* ]] && [[ $said != *"$line─"* ]]
}
