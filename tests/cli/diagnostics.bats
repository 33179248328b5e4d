#!/usr/bin/env bats
# What front ends rely on: faults as data, and text as wide as it is asked for.

bats_require_minimum_version 1.5.0

setup() {
    cp -r "$MEDFIN_SOURCE/tests/errors/with" "$BATS_TEST_TMPDIR"
    cd "$BATS_TEST_TMPDIR/with"
}

# faults EXPRESSION: of what the command told as JSON, d.
faults() {
    python3 -c "import json, sys; d = json.load(open('told', encoding='utf-8')); print(repr(($1)))"
}

@test "a fault as data says what people are told, and where" {
    printf '%s\n' '[project]' 'start = 2021-01' 'end = 2021-12' '[cost fika]' 'amount = 4 000 kr/manad' \
        'note = första raden' '  andra raden # inte en kommentar' >bad.ini
    run -3 --separate-stderr "$MEDFIN" check bad.ini --lang en --diagnostics json
    [ -z "$output" ]
    printf '%s' "$stderr" >told
    # The period stands behind "amount = 4 000 kr": 17 characters, and is six long.
    [ "$(faults '[(f["severity"], f["id"], f["file"], f["line"], f["column"], f["length"]) for f in d["diagnostics"]][0]')" = \
        "('error', 'bad-period', 'bad.ini', 5, 18, 6)" ]
    [ "$(faults 'd["diagnostics"][0]["end"], d["diagnostics"][0]["text"], d["diagnostics"][0]["hint"], d["more"]')" = \
        "({'line': 5, 'column': 24}, \"'/manad' is not a period; an amount is per /month or /year, or total or once\", \"did you mean '/månad'?\", 0)" ]
    [ "$(faults '[(f["severity"], f["id"], f["line"]) for f in d["diagnostics"]][1]')" = "('warning', 'hash-in-value', 7)" ]
    run -3 --separate-stderr "$MEDFIN" check bad.ini --lang sv --diagnostics json -q
    printf '%s' "$stderr" >told
    [ "$(faults 'len(d["diagnostics"]), d["diagnostics"][0]["hint"]')" = "(1, 'menade du ”/månad”?')" ]
}

@test "a fault without a place, none at all, and one that a scenario causes" {
    run -2 --separate-stderr "$MEDFIN" chek --diagnostics json --lang en
    printf '%s' "$stderr" >told
    [ "$(faults 'd')" = \
        "{'schema': 'medfin/1', 'diagnostics': [{'severity': 'error', 'id': 'unknown-command', 'text': \"there is no command 'chek'\", 'hint': \"did you mean 'check'?\"}], 'more': 0}" ]
    "$MEDFIN" budget good.ini --diagnostics json 2>told >/dev/null
    [ "$(faults 'd')" = "{'schema': 'medfin/1', 'more': 0}" ]
    printf '%s\n' '[project]' 'start = 2021-01' 'end = 2022-12' '[cost a]' 'amount = 1 kr/month' 'from = 2022-01' >late.ini
    printf '%s\n' '[scenario]' '[project]' 'end = 2021-06' >ends.ini
    run -3 --separate-stderr "$MEDFIN" budget late.ini ends.ini --diagnostics json
    printf '%s' "$stderr" >told
    [ "$(faults '[(f["id"], f["file"], f["line"], f["cause"]) for f in d["diagnostics"]]')" = \
        "[('month-outside', 'late.ini', 6, {'file': 'ends.ini', 'line': 3, 'column': 1, 'length': 3, 'end': {'line': 3, 'column': 4}})]" ]
}

@test "of a hopeless file twenty faults are told, and the others counted" {
    { printf '%s\n' '[project]' 'start = 2021-01' 'end = 2021-12'; for i in $(seq 25); do echo "nonsense$i = 1"; done; } >hopeless.ini
    run -3 --separate-stderr "$MEDFIN" check hopeless.ini --diagnostics json
    printf '%s' "$stderr" >told
    [ "$(faults 'len(d["diagnostics"]), d["more"], d["diagnostics"][19]["line"]')" = "(20, 5, 23)" ]
}

@test "text is as wide as it is asked for, on a terminal or in a file" {
    COLUMNS=60 "$MEDFIN" check good.ini >first || true
    "$MEDFIN" check good.ini --width 60 >second || true
    diff first second
    "$MEDFIN" check good.ini --width 60 -o third.txt || true
    diff first third.txt
    "$MEDFIN" help keys --width 300 >wide
    "$MEDFIN" help keys >usual
    [ "$(wc -l <wide)" -lt "$(wc -l <usual)" ]
}

@test "what is stated is told with its place, as it is written and as data" {
    printf '%s\r\n' '[projekt]' 'titel = Å' 'start = 2021-01' 'slut = 2021-12' '[taxa t]' \
        'storleksklasser = 0–9: 1 kr' '    10–: 2 kr ; öppen' 'antal_medlemmar = 1' 'invånare = 5' \
        '[finansiär f]' 'belopp = ? totalt' 'status = sökt' >crlf.ini
    printf '%s\n' '[scenario]' '[funder f]' 'amount = 5 kr total' 'source.amount = brev' '[tariff t]' 'count += 2' >more.ini
    "$MEDFIN" check crlf.ini more.ini --set taxa.t.invånare=7 --scenario secured -f json >told || true
    [ "$(faults '[(s["path"], s["swedish"], s["text"], s["value"], s["file"], s["line"], s["column"]) for s in d["stated"] if s["path"] in ("project.title", "tariff.t.inhabitants")]')" = \
        "[('project.title', 'projekt.titel', 'Å', 'Å', 'crlf.ini', 2, 9), ('tariff.t.inhabitants', 'taxa.t.invånare', '5', 5, 'crlf.ini', 9, 12), ('tariff.t.inhabitants', 'taxa.t.invånare', '7', 7, '--set', 1, 17)]" ]
    [ "$(faults '[(s["text"], s["value"], s.get("source"), s["length"]) for s in d["stated"] if s["path"] == "funder.f.amount"]')" = \
        "[('? totalt', None, None, 8), ('5 kr total', 5.0, 'brev', 10)]" ]
    # Nobody has stated that it is refused.
    [ "$(faults '[s["value"] for s in d["stated"] if s["path"] == "funder.f.status"]')" = "['applied']" ]
    [ "$(faults '[(s["text"], s["operation"], s["file"]) for s in d["stated"] if "operation" in s]')" = "[('2', '+=', 'more.ini')]" ]
    # Over two lines, up to the comment's blank.
    [ "$(faults '[(s["line"], s["column"], s["end"]["line"]) for s in d["stated"] if s["path"] == "tariff.t.classes"]')" = "[(6, 19, 7)]" ]
    [ "$(faults '[(s["path"], s["line"], s["column"], s["length"]) for s in d["sections"]][:2]')" = \
        "[('project', 1, 1, 9), ('tariff.t', 5, 1, 8)]" ]
}

@test "explain tells a stated value by its path in either language, with each place where it is said" {
    printf '%s\n' '[scenario]' '[cost lokaler]' 'amount *= 1,5' 'source = gissning' >more.ini
    grep -q '^amount *= 4 000 kr/month' good.ini
    line=$(grep -n '^amount *= 4 000 kr/month' good.ini | cut -d: -f1)
    run -0 --separate-stderr "$MEDFIN" explain good.ini more.ini kostnad.lokaler.belopp --lang en
    # 4 000 × 1,5
    [[ $output == *"What holds: 6 000.00 kr/month"*"good.ini:$line  4 000 kr/month"*"more.ini:3   *= 1,5"*gissning* ]]
    "$MEDFIN" explain good.ini more.ini cost.lokaler.amount -f json >told
    [ "$(faults 'd["value"], [s["file"] for s in d["stated"]]')" = "(6000.0, ['good.ini', 'more.ini'])" ]
    run -2 --separate-stderr "$MEDFIN" explain good.ini cost.lokaler.month --lang en
}
