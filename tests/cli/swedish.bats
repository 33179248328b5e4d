#!/usr/bin/env bats
# Files with Swedish names say what those with English names say.

setup() {
    cd "$MEDFIN_SOURCE/scenarios" || return 1
}

# Where values stand in a file, and what is written there, is not the same in two languages; what it comes to is.
without_places() {
    sed '/^\t"stated":/,/^\t\t}\],$/d; /^\t"sections":/,/^\t\t}\]/d'
}

# answers FOLDER: all figures and verdicts of its project, with each file on top, programs' own names and places with them.
answers() {
    (
        cd "$1" || return 1
        if [ ! -e project.ini ]; then
            { "$MEDFIN" portfolio portfolj.ini -f json 2>/dev/null || echo "exit $?"; } | without_places
            return
        fi
        for top in "" $(printf '%s\n' *.ini | grep -vx project.ini); do
            for command in budget check; do
                echo "$command $top"
                { "$MEDFIN" $command project.ini $top -f json 2>/dev/null || echo "exit $?"; } | without_places
            done
        done
    )
}

@test "every scenario in Swedish names gives the same answers, to the byte" {
    "$MEDFIN" help keys -f json >"$BATS_TEST_TMPDIR/keys.json"
    for folder in */; do
        cp -r "$folder" "$BATS_TEST_TMPDIR/sv"
        python3 -B "$MEDFIN_SOURCE/tests/cli/swedish.py" "$folder" "$BATS_TEST_TMPDIR/sv" <"$BATS_TEST_TMPDIR/keys.json"
        grep -q '^\[projekt\]' "$BATS_TEST_TMPDIR"/sv/*.ini
        ! grep -E '^\[(project|portfolio|staff|funder|cost)|^(monthly_salary|amount|title|opening_equity)' "$BATS_TEST_TMPDIR"/sv/*.ini
        diff <(answers "$folder") <(answers "$BATS_TEST_TMPDIR/sv")
        rm -r "$BATS_TEST_TMPDIR/sv"
    done
}

@test "a Swedish page speaks of values by their Swedish paths, and programs are told the English ones" {
    cd jamtland-2021-2023
    run -0 "$MEDFIN" sweep project.ini antaganden.ini 'projekt.ingående_kassa=1 kr; 2 kr' --by lägsta_kassa
    [[ $output == *"Varieras: ingående kassa (projekt.ingående_kassa)."* ]]
    run -0 "$MEDFIN" sweep project.ini antaganden.ini 'projekt.ingående_kassa=1 kr; 2 kr' --by lägsta_kassa -f json
    [[ $output == *'"project.opening_cash"'* ]]
    run -0 "$MEDFIN" sweep project.ini antaganden.ini 'project.opening_cash=1 kr; 2 kr' --by lowest_cash --lang en
    [[ $output == *"Varied: opening cash (project.opening_cash)."* ]]
    # What a figure rests on: its rows and values too.
    run -0 "$MEDFIN" explain project.ini antaganden.ini personal.projektledare 2022
    [[ $output == *"personal.projektledare.tjänstgöringsgrad"* && $output != *"staff."* ]]
    run -0 "$MEDFIN" explain project.ini antaganden.ini personal.projektledare 2022 -f json
    [[ $output == *'"staff.projektledare.share"'* ]]
    # A wrong word is told in its language, and the nearest in the word's own.
    run -3 "$MEDFIN" check project.ini --set 'personal.projektledare.manadslon=1 kr'
    [[ $output == *"[personal] har ingen nyckel ”manadslon”"*"månadslön"* ]]
    run -3 "$MEDFIN" check project.ini --set 'staff.projektledare.montly_salary=1 kr' --lang en
    [[ $output == *"[staff] has no key 'montly_salary'"*"monthly_salary"* ]]
}

@test "amounts by month and year, and what takes a value away, as they are said in Swedish" {
    cd "$BATS_TEST_TMPDIR"
    printf '[projekt]\ntitel = P\nstart = 2021-01\nslut = 2021-12\n' >p.ini
    printf '[kostnad a]\nbelopp = 1 000 kr/mån\n[kostnad b]\nbelopp = 100 kr per mån\n' >>p.ini
    printf '[kostnad c]\nbelopp = 600 kr per år\n[kostnad d]\nbelopp = 10 kr per månad\nmånad = 2021-01\nfrån = 2021-07\n' >>p.ini
    sed -i '/^månad/d' p.ini
    # 12 000 + 1 200 + 600 + 6 × 10
    run -0 "$MEDFIN" budget p.ini -f json
    [[ $output == *13860.00* ]]
    printf '[scenario]\ntitel = S\n[kostnad d]\nfrån = inget\n' >s.ini
    run -0 "$MEDFIN" budget p.ini s.ini -f json
    [[ $output == *13920.00* ]]
}

@test "no Swedish page says the English name of what has a Swedish one" {
    "$MEDFIN" help keys -f json >"$BATS_TEST_TMPDIR/keys.json"
    for folder in */; do
        python3 -B "$MEDFIN_SOURCE/tests/cli/leaks.py" "$folder" <"$BATS_TEST_TMPDIR/keys.json" >>"$BATS_TEST_TMPDIR/leaks"
    done
    cat "$BATS_TEST_TMPDIR/leaks"
    [ ! -s "$BATS_TEST_TMPDIR/leaks" ]
}

@test "what an unknown must be, and the nearest path, are told in the language asked for" {
    run -1 "$MEDFIN" check kommunnatverket-2023/project.ini
    [[ $output == *"om Kommuner, fast del är"* && $output != *tariff.* ]]
    run -1 "$MEDFIN" check kommunnatverket-2023/project.ini --lang en
    [[ $output == *"For the rule to hold, Kommuner, fixed part must be"* ]]
    cd jamtland-2021-2023
    run -2 "$MEDFIN" solve project.ini antaganden.ini --vary personal.projektledar.tjänstgöringsgrad --until balance
    [[ $output == *"menade du ”personal.projektledare.tjänstgöringsgrad”?"* ]]
    run -2 "$MEDFIN" solve project.ini antaganden.ini --vary staff.projektledar.share --until balance --lang en
    [[ $output == *"did you mean 'staff.projektledare.share'?"* ]]
    for word in månad month; do
        "$MEDFIN" budget project.ini antaganden.ini --by $word >"$BATS_TEST_TMPDIR/$word"
    done
    diff "$BATS_TEST_TMPDIR/månad" "$BATS_TEST_TMPDIR/month"
}
