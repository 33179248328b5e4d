#!/usr/bin/env bats
# A project to start from is one that a newcomer can go on with: it is read without a fault,
# says what is missing, and holds when each ? is answered with the example beside it.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1
    "$MEDFIN" init -o p.ini
}

# Each ? takes the value of its comment "till exempel VALUE".
answer() {
    sed 's/= ?.*; till exempel \(.*\)$/= \1/' p.ini
}

@test "init prints what it writes, and projekt is the usual model" {
    cmp p.ini <("$MEDFIN" init)
    cmp p.ini <("$MEDFIN" init --like projekt --lang en 2>told)
    grep -q "in Swedish" told
    test "$(grep -c '= ?.*; till exempel ' p.ini)" = 3
    test "$(grep -c '= ?' p.ini)" = 3
}

# Another body's case would stand in the newcomer's own report.
@test "it names nobody's case, and jamtland is the same with those of its paper" {
    ! grep -E 'RUN/|Jämtland|Härjedalen' p.ini
    "$MEDFIN" init --like jamtland >jamtland.ini
    grep -q '^reference = RUN/578/2020' jamtland.ini
    grep -q '^reference = RUN/453/2020' jamtland.ini
    for starter in p jamtland; do
        run -1 "$MEDFIN" check $starter.ini -f json
        grep -vE '"(title|subject)"' <<<"$output" >$starter.json
    done
    cmp p.json jamtland.json
}

@test "init replaces nothing that is there, and makes no folder" {
    run -6 "$MEDFIN" init -o p.ini
    cmp p.ini <("$MEDFIN" init)
    run -6 "$MEDFIN" init -o .
    run -6 "$MEDFIN" init -o nowhere/p.ini
    ln -s nowhere link.ini
    run -6 "$MEDFIN" init -o link.ini
    test ! -e nowhere
}

@test "as it stands it is read without a fault and cannot be determined" {
    run -1 --separate-stderr "$MEDFIN" check p.ini --lang en
    test -z "$stderr"
    for unknown in staff.projektledare.monthly_salary funder.lansstyrelsen.amount funder.regionala-medel.amount; do
        grep -q "^$unknown  *p.ini:[0-9]*  *Balance" <<<"$output"
    done
    run -0 --separate-stderr "$MEDFIN" budget p.ini
    test -z "$stderr"
}

@test "answered, it balances every year and the grant can be drawn in full" {
    answer >answered.ini
    run -0 --separate-stderr "$MEDFIN" check answered.ini --csv machine --lang en
    test -z "$stderr"
    [[ $output == *"Balance,,pass,"* ]]
    [[ $output == *"Match,1:1-medel,pass,"* ]]
    [[ $("$MEDFIN" budget answered.ini --lang en) == *"Total financing  "*" 870 000  870 000  870 000  2 610 000"* ]]
}

@test "every line that is commented out is one that could be there" {
    test "$(grep -c '^;[a-z0-9.-]* *= ' p.ini)" -ge 3
    for line in $(grep -n '^;[a-z0-9.-]* *= ' p.ini | cut -d: -f1); do
        sed -n "${line}p" p.ini
        key=$(sed -n "${line}s/^;\([a-z0-9.-]*\).*/\1/p" p.ini)
        # A key that the section states already gives way, in its own section.
        answer | awk -v line="$line" -v key="$key" '
            NR == line { sub(/^;/, "") }
            /^\[/      { section++ }
                       { row[NR] = $0; of[NR] = section }
            END        { for (i = 1; i <= NR; i++)
                             if (i == line || of[i] != of[line] || row[i] !~ "^" key " *=")
                                 print row[i] }' >with.ini
        status=0
        "$MEDFIN" budget with.ini >/dev/null || status=$?
        test "$status" = 0
    done
}
