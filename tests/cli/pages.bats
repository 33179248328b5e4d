#!/usr/bin/env bats
# The manual page and the completions are printed from the tables that --help is printed from:
# they hold the same commands, options, formats, keys and exit statuses, and no others.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE" || return 1
    export MANWIDTH=80
}

commands() {
    "$MEDFIN" --lang en | awk '/^  [a-z]/ && $1 != "medfin" { print $1 }'
}

options_of() {
    "$MEDFIN" "$1" --help --lang en | grep -oE -- '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u
}

# What stands under a heading "Formats:" of a command's help.
listed() {
    "$MEDFIN" "$1" --help --lang en | sed -n "/^$2:/,/^$/p" | awk '/^  / { print $1 }' | sort -u
}

# Bold words of a section of the manual's source, without its backslashes.
manual() {
    "$MEDFIN" help man --lang "$1" | sed -n "/^# $2\$/,/^# /p" | tr -d '\\'
}

# What bash offers for the last of the words.
offered() {
    COMP_WORDS=(medfin "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _medfin
    printf '%s\n' "${COMPREPLY[@]}" | sort -u
}

@test "the manual has every command with its options, as help tells them" {
    for command in $(commands); do
        entry=$(manual en Commands | sed -n "/^\*$command\*/,/^\*[a-z]/p")
        diff -u --label help --label manual <(options_of "$command" | grep -vx -- --help) \
            <(grep -oE -- '\*--[a-z-]+\*' <<<"$entry" | tr -d '*' | sort -u)
    done
    diff -u --label help --label manual <(commands) <(manual en Commands | sed -nE 's/^\*([a-z-]+)\*.*/\1/p')
}

@test "the manual has every option, format, template and key" {
    diff -u --label help --label manual \
        <(for command in $(commands); do options_of "$command"; done | sort -u) \
        <(manual en Options | grep -oE -- '\*--[a-z-]+\*' | tr -d '*' | grep -vx -- --version | sort -u)
    diff -u --label help --label manual <(listed budget Formats) <(manual en Formats | sed -nE 's/^\*(.*)\*$/\1/p' | sort -u)
    diff -u --label help --label manual <(listed letter Templates) <(manual en Templates | sed -nE 's/^\*(.*)\*$/\1/p' | sort -u)
    diff -u --label table --label manual <("$MEDFIN_NAMES" | sed -n 's/^key-en //p' | sort -u) <(
        manual en 'Project file' | awk '/^## / { kind = match($0, /\[[a-z]+/) ? substr($0, RSTART + 1, RLENGTH - 1) : "*" }
                                        /^\*.*\*$/ { print kind " " substr($0, 2, length($0) - 2) }' | sort -u)
}

@test "the manual and the page of other programs know the same exit statuses" {
    diff -u --label page --label manual <(sed -n '/^| exit status/,/^$/s/^| \([0-9]*\) .*/\1/p' src/manual/json.md) \
        <(manual en 'Exit status' | sed -nE 's/^\*([0-9]+)\*$/\1/p')
}

@test "the manual is one that scdoc takes, in both languages" {
    for lang in sv en; do
        "$MEDFIN" help man --lang "$lang" >"$BATS_TEST_TMPDIR/$lang.scd"
        scdoc <"$BATS_TEST_TMPDIR/$lang.scd" >"$BATS_TEST_TMPDIR/$lang.1"
        grep -q '^\.SH ' "$BATS_TEST_TMPDIR/$lang.1"
        for command in $(commands); do
            grep -q "^\\\\fB$command\\\\f" "$BATS_TEST_TMPDIR/$lang.1"
        done
    done
    ! cmp -s "$BATS_TEST_TMPDIR/sv.1" "$BATS_TEST_TMPDIR/en.1"
}

# A backslash before a bracket would begin the name of a special character, and the heading would vanish.
@test "the manual's page has every section of a project file, and examples that can be pasted" {
    "$MEDFIN" help man --lang en | scdoc >"$BATS_TEST_TMPDIR/en.1"
    diff -u --label table --label page <("$MEDFIN" help keys --lang en | grep -oE '^\[[a-z ID]+\]' | sort -u) \
        <(sed -nE 's/^\.SS (\[.*\])$/\1/p' "$BATS_TEST_TMPDIR/en.1" | sort -u)
    [ "$(grep -c '^\.SS .*\\' "$BATS_TEST_TMPDIR/en.1")" = 0 ]
    # What goes on in the next line says so.
    [ "$(grep -cE '^medfin .* \\\\$' "$BATS_TEST_TMPDIR/en.1")" -gt 5 ]
    [ "$(grep -A1 -E '^(medfin|    ).*[^\\]$' "$BATS_TEST_TMPDIR/en.1" | grep -c '^    ')" -le \
        "$(grep -cE '^(medfin|    ).*\\\\$' "$BATS_TEST_TMPDIR/en.1")" ]
}

@test "bash offers each command's options and no others" {
    source <("$MEDFIN" help bash)
    diff -u --label help --label offered <(commands | sort) <(offered '')
    for command in $(commands); do
        diff -u --label help --label offered <(options_of "$command") <(offered "$command" project.ini --)
    done
}

@test "bash offers what an option can be" {
    source <("$MEDFIN" help bash)
    diff -u --label help --label offered <(listed budget Formats) <(offered budget --format '')
    diff -u --label help --label offered <(listed budget Formats) <(offered budget -f '')
    diff -u --label help --label offered <(listed letter Templates) <(offered letter project.ini --template '')
    [ "$(offered budget --unit t)" = tkr ]
    [ "$(offered check --color a | xargs)" = 'always auto' ]
    [ "$(offered help ke)" = keys ]
    cd scenarios/jamtland-2021-2023
    [ "$(offered budget proj)" = project.ini ]
}

@test "fish is told the same" {
    told=$("$MEDFIN" help fish)
    for command in $(commands); do
        diff -u --label help --label fish <(options_of "$command") \
            <(sed -nE "s/.*_from $command' -l ([a-z-]+).*/--\1/p" <<<"$told" | sort -u)
        grep -q "seen_subcommand_from \$commands\" -f -a $command -d " <<<"$told"
    done
}

@test "zsh is told the same" {
    told=$("$MEDFIN" help zsh --lang en)
    diff -u --label help --label zsh <(commands) <(sed -nE "s/^    '([a-z-]+):.*/\1/p" <<<"$told")
    for command in $(commands); do
        entry=$(sed -n "/^    $command)$/,/;;$/p" <<<"$told")
        diff -u --label help --label zsh <(options_of "$command") <(grep -oE -- "^ +'\*'[^[]*" <<<"$entry" | grep -oE -- '--[a-z-]+' | sort -u)
    done
    diff -u --label help --label zsh <(listed letter Templates) \
        <(grep -oE 'compadd - [a-z ]+' <<<"$told" | head -n 1 | cut -c 11- | xargs -n 1 | sort)
}

@test "the build has made them beside the program" {
    share=$(dirname "$MEDFIN")/../share
    head -n 3 "$share/man/man1/medfin.1" | grep -q '^\.\\" '
    [ -s "$share/man/sv/man1/medfin.1" ]
    "$MEDFIN" help bash | cmp - "$share/bash-completion/completions/medfin"
    "$MEDFIN" help zsh --lang en | cmp - "$share/zsh/site-functions/_medfin"
    "$MEDFIN" help fish --lang en | cmp - "$share/fish/vendor_completions.d/medfin.fish"
}
