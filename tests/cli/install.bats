#!/usr/bin/env bats
# What `cmake --install` puts in place: the program, and the pages that users read with links that lead there.

setup() {
    config=$(basename "$(dirname "$(dirname "$MEDFIN")")")
    build=$(dirname "$(dirname "$(dirname "$MEDFIN")")")
    prefix=$BATS_TEST_TMPDIR/usr
    cmake --install "$build" --config "$config" --prefix "$prefix" >/dev/null
    pages=$prefix/share/doc/medfin
}

@test "the user's pages are installed, and every link of theirs leads somewhere" {
    cd "$MEDFIN_SOURCE"
    for page in $(grep -oP '\]\(src/manual/\K[a-z-]+\.md' README.md | sort -u); do
        [ -s "$pages/manual/$page" ]
    done
    python3 -B tests/cli/links.py "$pages"/{README,CHANGES}.md "$pages"/manual/*.md "$prefix"/share/medfin/scenarios/*/README.md
    # Only links differ: a line is as long in the words that it shows.
    words() { sed -E '/\]\(src\/README\.md\)/d; s/\]\([^)]*\)/]/g' "$1"; }
    for page in README.md manual/letters.md; do
        diff <(words "$pages/$page") <(words "${page/#manual/src\/manual}")
    done
}

@test "the installed program speaks Swedish" {
    cd "$MEDFIN_SOURCE/scenarios/jamtland-2021-2023"
    "$prefix/bin/medfin" check project.ini antaganden.ini | grep -qx 'Kontroll: .*'
}

@test "the program copied alone speaks both languages, whatever the environment is" {
    mkdir "$BATS_TEST_TMPDIR/alone"
    cp "$MEDFIN" "$BATS_TEST_TMPDIR/alone/m"
    cd "$BATS_TEST_TMPDIR/alone"
    [[ $(env -i ./m help --lang sv) == *"Användning: "* ]]
    [[ $(env -i LANGUAGE=en ./m help --lang sv) == *"Användning: "* ]]
    [[ $(env -i LANGUAGE=sv ./m help --lang en) == *"Usage: "* ]]
    [[ $(env -i LANG=sv_SE.ISO-8859-1 ./m help) == *"Användning: "* ]]
}
