#!/usr/bin/env bats
# Where an answer goes: never over what was read, never half, and nothing is left beside it.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    cp -r "$MEDFIN_SOURCE/scenarios" kept
    cp -r kept scenarios
    jamtland=scenarios/jamtland-2021-2023
    sekom=scenarios/sekom-2021
}

medfin() {
    "$MEDFIN" "$@"
}

# unharmed FILE COMMAND…: the command is refused, and everything is as it was.
unharmed() {
    local file=$1
    shift
    run --separate-stderr medfin "$@" --lang en
    [ "$status" = 6 ]
    [ -z "$output" ]
    [[ $stderr == *"$file has been read, and no answer is written over it"* ]]
    diff -r kept scenarios
}

@test "no answer is written over what was read, whatever names it" {
    plan=$sekom/handlingsplan.csv
    unharmed "$plan" prioritise $sekom/handlingsplan.ini -o "$plan"
    unharmed "$jamtland/antaganden.ini" check $jamtland/project.ini $jamtland/antaganden.ini -f md \
        -o $jamtland/antaganden.ini
    unharmed ./$jamtland/project.ini compare $jamtland/project.ini $jamtland/antaganden.ini -f csv \
        -o ./$jamtland/project.ini
    unharmed "$sekom/medlemmar.csv" fees $sekom/project.ini -o $sekom/medlemmar.csv
}

@test "nor over a base, a population, a template, a letter or a document of styles" {
    printf '[scenario]\nbase = antaganden.ini\n' | tee kept/top.ini >scenarios/top.ini
    cp $jamtland/antaganden.ini kept && cp $jamtland/antaganden.ini scenarios
    unharmed scenarios/antaganden.ini budget $jamtland/project.ini scenarios/top.ini -f csv -o scenarios/antaganden.ini
    unharmed $sekom/invanare.csv fees $sekom/project.ini -o $sekom/invanare.csv
    printf '{{project.title}}\n' | tee kept/mall.md >scenarios/mall.md
    unharmed scenarios/mall.md letter $jamtland/project.ini --template scenarios/mall.md -o scenarios/mall.md
    medfin letter $jamtland/project.ini $jamtland/antaganden.ini -o scenarios/brev.md
    cp scenarios/brev.md kept
    unharmed scenarios/brev.md letter $jamtland/project.ini $jamtland/antaganden.ini --check scenarios/brev.md \
        -o scenarios/brev.md
    echo styles | tee kept/mall.docx >scenarios/mall.docx
    unharmed scenarios/mall.docx letter $jamtland/project.ini --reference-doc scenarios/mall.docx -o scenarios/mall.docx
    unharmed $sekom/hojd-avgift.ini fees $sekom/project.ini --against $sekom/hojd-avgift.ini -f md \
        -o $sekom/hojd-avgift.ini
}

@test "what is open goes on where it stands" {
    medfin budget $jamtland/project.ini >plain
    for name in /dev/stdout /dev/fd/1 /proc/self/fd/1; do
        echo log >log
        medfin budget $jamtland/project.ini -f text -o $name >>log
        cmp log <(echo log && cat plain)
        (
            echo first
            medfin budget $jamtland/project.ini -f text -o $name
            echo last
        ) >log
        cmp log <(echo first && cat plain && echo last)
    done
    echo log >log
    medfin budget $jamtland/project.ini -f text -o /dev/stderr 2>>log
    medfin init -o /dev/fd/9 9>>log
    cmp log <(echo log && cat plain && medfin init)
}

@test "a file that others run or own keeps what it was" {
    echo old >budget.md
    chmod 4640 budget.md
    [ "$(id -u)" != 0 ] || chgrp 4 budget.md
    group=$(stat -c %g budget.md)
    medfin budget $jamtland/project.ini -o budget.md
    [ "$(stat -c '%a %g' budget.md)" = "640 $group" ]
}

@test "a name may be 255 bytes long" {
    name=$(printf '%0251d' 1).csv
    for turn in 1 2; do
        medfin budget $jamtland/project.ini -o "$name"
        cmp "$name" <(medfin budget $jamtland/project.ini -f csv)
    done
    medfin init -o "$(printf '%0255d' 2)"
    [ "$(ls -A | wc -l)" = 4 ]
}

# In memory, where the folder has one: a disk makes them wait for one another.
crowd() {
    one=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
}

@test "300 writers of one file leave the whole answer of one of them" {
    crowd
    medfin help keys -f csv >keys && medfin help values -f csv >values
    for i in $(seq 150); do
        medfin help keys -f csv -o "$one/file.csv" &
        medfin help values -f csv -o "$one/file.csv" &
    done
    wait
    cmp "$one/file.csv" keys || cmp "$one/file.csv" values
    rm "$one/file.csv" && rmdir "$one"
}

@test "100 that make one file make it once" {
    crowd
    for i in $(seq 100); do
        medfin init -o "$one/p.ini" 2>/dev/null && echo made >>made &
    done
    wait
    [ "$(cat made)" = made ]
    cmp "$one/p.ini" <(medfin init)
    rm "$one/p.ini" && rmdir "$one"
}

@test "a folder in which nothing can be made" {
    mkdir one
    echo old >one/b.md
    chmod 555 one
    if [ "$(id -u)" = 0 ]; then
        run setpriv --reuid=65534 --clear-groups "$MEDFIN" budget $jamtland/project.ini --lang en -o one/b.md
    else
        run medfin budget $jamtland/project.ini --lang en -o one/b.md
    fi
    [ "$status" = 6 ]
    [[ $output == *"its permissions do not allow it"* ]]
    [ "$(cat one/b.md)" = old ]
}

# A pandoc that never ends, and says who it is.
@test "a converter ends when we do" {
    mkdir bin
    printf '#!/bin/sh\necho $$ >pid\nexec sleep 300\n' >bin/pandoc
    chmod +x bin/pandoc
    for signal in INT TERM HUP KILL; do
        rm -f pid
        # As a program is started that hears SIGINT, which a shell takes from what it puts behind it.
        PATH=$PWD/bin:$PATH python3 -c 'import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])' "$MEDFIN" letter $jamtland/project.ini -o brev.docx &
        us=$!
        until [ -s pid ]; do sleep 0.05; done
        kill -$signal $us
        wait $us || [ $? -gt 128 ]
        for i in $(seq 100); do
            kill -0 "$(cat pid)" 2>/dev/null || break
            sleep 0.05
        done
        ! kill -0 "$(cat pid)" 2>/dev/null
        [ ! -e brev.docx ]
    done
    [ "$(ls -A)" = "$(printf '%s\n' bin kept pid scenarios)" ]
}

@test "whoever sits at a terminal sees that the file is written; a script hears nothing" {
    cp "$MEDFIN_SOURCE/scenarios/halv-tjanst-2021-2023/project.ini" p.ini
    script -qec "$MEDFIN budget p.ini -o b.html --lang sv" /dev/null >told
    grep -q '^Skriven: b.html' told
    script -qec "$MEDFIN init --blank n.ini --lang en" /dev/null >told
    grep -q '^Written: n.ini' told
    script -qec "$MEDFIN budget p.ini -q -o b.html" /dev/null >told
    [ ! -s told ]
    run -0 "$MEDFIN" budget p.ini -o b.html
    [ -z "$output" ]
}
