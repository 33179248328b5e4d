#!/usr/bin/env bats
# What a first budget asks, and the project that answers make. The figures are worked by hand.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1 LANGUAGE=sv
}

@test "the questions are one list in every form, and each is of a key" {
    "$MEDFIN" init --questions -f json --lang sv >questions.json
    "$MEDFIN" init --questions --lang sv >form.txt
    "$MEDFIN" init --questions --lang en >form.en.txt
    python3 - <<'PY'
import json
questions = json.load(open("questions.json"))["questions"]
assert len(questions) >= 12
for language, file in (("swedish", "form.txt"), ("id", "form.en.txt")):
    lines = [line.removesuffix(" =\n") for line in open(file) if line.endswith(" =\n")]
    assert lines == [question[language].replace(".N.", ".1.") for question in questions]
assert all(question["text"].endswith("?") and question["example"] for question in questions)
assert {question["id"] for question in questions if question["required"]} >= {"project.start", "project.end"}
[category] = [question for question in questions if question["id"] == "cost.N.category"]
assert {"choice": "travel", "swedish": "resor"} in category["choices"] and category["default"] == "övrigt"
PY
    run -2 "$MEDFIN" init --blank -f json
}

# Each question answered with its own example is a project; in both languages the same.
@test "the examples of the questions are answers" {
    for lang in sv en; do
        "$MEDFIN" init --questions --lang $lang |
            sed -nE 's/^; (Till exempel|For example): //;T other;h;b;:other;/ =$/{G;s/\n/ /;p}' >answers.txt
        test "$(wc -l <answers.txt)" -ge 12
        "$MEDFIN" init --answers answers.txt --lang $lang $lang.ini
        run -0 --separate-stderr "$MEDFIN" budget $lang.ini -f json
        test -z "$stderr"
        python3 -c "import json, sys; print(json.load(sys.stdin)['years']['2027'])" <<<"$output" >$lang.figures
    done
    python3 "$MEDFIN_SOURCE/tests/cli/layout.py" sv.ini en.ini
    # 42 000 · 50 % · 1,44 · 12 = 362 880, and 18 000.
    grep -q "'total': 380880.0" sv.figures
    grep -q "'total': 380880.0" en.figures
}

@test "what is not answered is left out, unknown or told" {
    cat >svar.txt <<'TXT'
; mina svar
projekt.start = 2027-01
projekt.slut = 2028-12
kostnad.1.titel = Bussar ; till skogen
kostnad.1.belopp = 18 000 kr/år
kostnad.2.titel = Tryck
kostnad.2.belopp =
finansiär.1.titel = Kommunen
finansiär.1.betalar_resten = ja
finansiär.2.titel = Länet
finansiär.2.betalar_resten = nej
personal.1.titel = Samordnare
TXT
    "$MEDFIN" init --answers svar.txt p.ini
    grep -qx 'titel  *= Bussar' p.ini
    grep -qx 'månadslön  *= ? *; inte besvarat' p.ini
    [ "$(grep -c '^belopp *= ?' p.ini)" = 2 ]
    [ "$(grep -c '^status *= föreslagen' p.ini)" = 2 ]
    run -0 --separate-stderr "$MEDFIN" budget p.ini
    test -z "$stderr"
}

@test "answers that make no project are told, and nothing is written" {
    printf 'project.start = 2027-01\nproject.end = 2026-12\n' >a.txt
    run -3 "$MEDFIN" init --answers a.txt p.ini
    printf 'project.start = 2027-01\nproject.start = 2027-02\nproject.end = 2027-12\n' >b.txt
    run -3 --separate-stderr "$MEDFIN" init --answers b.txt p.ini --lang en
    [[ $stderr == *"b.txt:2:9: error: project.start is stated already, at b.txt:1"* ]]
    run -6 "$MEDFIN" init --answers saknas.txt p.ini
    run -6 "$MEDFIN" init --answers b.txt b.txt
    test ! -e p.ini
}

@test "a fault of what was made is placed in the file that was not written" {
    printf 'projekt.start = 2027-01\nprojekt.slut = 2026-12\nkostnad.1.titel = Tryck\nkostnad.1.belopp = 5 kr/år\n' >svar.txt
    run -3 "$MEDFIN" init --answers svar.txt n.ini --lang sv
    [[ $output == *'n.ini (inte skriven):'*': fel: '* ]]
    [ ! -e n.ini ]
    printf 'Projekt 2024;\n;Belopp\nLokal;9e999\nTryck;99999999999999999\n' >t.csv
    run -3 "$MEDFIN" init --from t.csv n.ini --lang sv
    [ ! -e n.ini ]
}

@test "a share and an on-cost that nobody answered are told, and no on-cost is not taken for none" {
    printf 'staff.1.title = Lead\nstaff.1.monthly_salary = 40 000 kr\nstaff.1.share =\nstaff.1.employer_rate =\nproject.title = A\nproject.start = 2028-01\nproject.end = 2028-12\n' >a.txt
    "$MEDFIN" init --answers a.txt p.ini --lang en
    grep -qx 'share *= 100 % *; not answered' p.ini
    grep -qx 'employer_rate *= ? *; not answered' p.ini
}
