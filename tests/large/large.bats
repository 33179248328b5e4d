#!/usr/bin/env bats
# Input that was out of proportion: each took gigabytes or minutes, and takes now what its size is.
# Memory is bounded by the shell, work by `timeout` or in seconds of the processor: where it grew with the square of the input,
# that took more than ten times as long.

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
}

# within MEGABYTES command…
within() {
    local most=$1
    shift
    (ulimit -v $((most * 1024)) && exec timeout 120 "$@")
}

project() {
    printf '[project]\ntitle = P\nstart = 2021-01\nend = 2023-12\nlanguage = en\n'
}

@test "a file of faults: the first 20 by place are kept, the others counted" {
    # 700 000 lines, of which nothing is a key: 20 are shown.
    { project && echo '[cost k]' && yes 'bad x' | head -n 700000; } >faults.ini
    run within 48 "$MEDFIN" check faults.ini
    [ "$status" -eq 3 ]
    [ "${lines[0]}" = "faults.ini:7:1: error: 'bad x' is neither a section nor a key with its value" ]
    [ "${lines[-1]}" = "and 699980 more" ]
    # The same of keys that are none, and of values that are no amounts: the rest of the file is read.
    { project && echo '[cost k]' && yes 'bad = x' | head -n 500000; } >keys.ini
    run within 48 "$MEDFIN" check keys.ini
    [ "$status" -eq 3 ]
    [ "${lines[0]}" = "keys.ini:7:1: error: [cost] has no key 'bad'" ]
    [ "${lines[-1]}" = "and 499980 more" ]
    # What each of them was near was looked for, in all the names of a file: 23 GB.
    { project && awk 'BEGIN { for (i = 0; i < 50000; i++) printf "[funder f%d]\nstatus = granted\nmatches = nobody\n", i }'; } >names.ini
    run within 200 prlimit --cpu=20 "$MEDFIN" check names.ini
    [ "$status" -eq 3 ]
    [[ "${lines[0]}" = "names.ini:8:11: error: no section is called 'nobody'"* ]]
    # … and that a project has at most 2 000 funders.
    [ "${lines[-1]}" = "and 49981 more" ]
}

# Each cell was looked at for each row, and each look kept: 16 GB and half a minute of 2 000 rows.
@test "a budget of 20 000 rows becomes a project" {
    awk 'BEGIN { print "item,cost,group"; for (i = 0; i < 20000; i++) print (i % 2 ? "Travel," : "Rent,") i % 90 + 10 ",A" }' >rows.csv
    within 200 prlimit --cpu=10 "$MEDFIN" init --from rows.csv --lang en >rows.ini
    # Every row is a line: 10 to 99 kr come 222 times, which is 222 × 4 905, and then 10 to 29 kr.
    [ "$(sed -n 's/^amount *= \([0-9]*\).*/\1/p' rows.ini | awk '{ sum += $1 } END { print sum }')" -eq 1089300 ]
}

@test "priorities of 40 000 activities" {
    project >p.ini
    printf '[activities]\nfile = a.csv\nbudget = 1 mnkr/year\n' >>p.ini
    awk 'BEGIN { print "What;When;Prio;Cost"
                 for (i = 0; i < 40000; i++) printf "Event %d;March 2022;%d;100\n", i, 1 + i % 3 }' >a.csv
    run within 500 "$MEDFIN" prioritise p.ini -f csv
    [ "$status" -eq 0 ]
    # 10 000 of 100 kr are the budget, all of priority 1.
    [ "$(grep -c ';1;100,00;fits;' <<<"$output")" -eq 10000 ]
}

@test "a letter with 100 000 bound values is checked" {
    { project && printf '[funder a]\nstatus = granted\namount = 1 000 kr total\n'; } >p.ini
    yes '{{project.title}}' | head -n 100000 | awk '{ print } NR % 10 == 0 { print "" }' >t.md
    within 200 "$MEDFIN" letter p.ini --template t.md -o letter.md
    run within 200 "$MEDFIN" letter p.ini --check letter.md
    [ "$status" -eq 0 ]
    [ "${lines[-1]}" = "letter.md: all 100000 bindings hold." ]
}

@test "bindings whose ends are gone are not sought to the end of the letter each" {
    { project && printf '[funder a]\nstatus = granted\namount = 1 000 kr total\n'; } >p.ini
    { echo '<!--medfin:letter 1 * en kr-->' && yes '<data value="project.title 01234567">a' | head -n 40000; } >letter.md
    run within 900 "$MEDFIN" letter p.ini --check letter.md
    [ "$status" -eq 1 ]
    [[ "$output" = *"not everything holds any longer (40000 bindings)."* ]]
}

@test "a ragged table of 14 kB is refused before it is laid out" {
    { project && printf '[funder a]\nstatus = granted\namount = 1 000 kr total\n'; } >p.ini
    awk 'BEGIN { n = 900; for (i = 0; i < n; i++) printf "|a"; print "|"
                 for (i = 0; i < n; i++) printf "|-"; print "|"
                 for (i = 0; i < 5000; i++) print "a" }' >t.md
    run within 200 "$MEDFIN" letter p.ini --template t.md -f html
    [ "$status" -eq 3 ]
    [[ "${lines[0]}" = "t.md:112:1: error: a template has at most 100 000 cells in its tables"* ]]
}

# 30 000 rows of six cells took 310 MB and more, and 220 while each kept what it does not say. What a row says is kept once.
@test "activities take few kilobytes each" {
    project >p.ini
    printf '[activities]\nfile = a.csv\n' >>p.ini
    awk 'BEGIN { print "What;Who;When;Prio;Cost;Participants"
                 for (i = 0; i < 30000; i++) printf "Event %d;Anna;March 2022;%d;10;%d\n", i, 1 + i % 3, i % 30 }' >a.csv
    within 120 "$MEDFIN" prioritise p.ini -f csv >out.csv
    # 30 000 × 10 kr.
    grep -q '^"Planned, in all";;300000,00' out.csv
}

@test "a plan of 40 000 activities and 20 000 who are responsible" {
    project >p.ini
    printf '[activities]\nfile = a.csv\n' >>p.ini
    awk 'BEGIN { print "What;Who;When;Cost"
                 for (i = 0; i < 40000; i++) printf "Event %d;Person %d;March 2022;10\n", i, i % 20000 }' >a.csv
    within 400 "$MEDFIN" activities p.ini -f csv >out.csv
    # Two activities of 10 kr each.
    grep -qE '^"?Person 19999"?;2;2;0,00;20,00;0,00;20,00' out.csv
}

# A cell that 100 000 rows go on with was copied for each of them.
@test "rows that go on with the row above" {
    project >p.ini
    printf '[activities]\nfile = a.csv\n' >>p.ini
    { echo 'What;How' && echo 'Event;begins' && yes ';goes on' | head -n 100000; } >a.csv
    within 300 "$MEDFIN" prioritise p.ini -f csv >out.csv
    grep -q '^continued from the row above;1;100000' out.csv
}

# Each value took time in proportion to all of them, and three of the values' numbers stood on the stack: 50 000 lines ended
# in a crash where the stack is 1 MB, else after many minutes.
@test "sensitivity of 50 000 lines, on a small stack" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 50000; i++) printf "[cost c%d]\namount = 100 kr/month\n", i }' >>p.ini
    (ulimit -s 1024 && within 500 "$MEDFIN" sensitivity p.ini --all -f csv >out.csv)
    # The gap is −50 000 × 100 kr × 36 months; a tenth of one line is 360 kr.
    [ "$(grep -c ';-179999640,00;-180000360,00' out.csv)" -eq 50000 ]
}

# What is owed at the end took room for all payments for each payer: 570 MB.
@test "payments of 1 900 funders" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 1900; i++)
                     printf "[funder f%d]\nstatus = granted\namount = 360 kr total\npaid = claims\nclaim_every = 3\npayment_lag = 2\n", i }' >>p.ini
    within 200 "$MEDFIN" liquidity p.ini -f csv >out.csv
    # Of 36 months with 10 kr each the last three are claimed at the end and owed: 1 900 × 30 kr.
    grep -q "^receivable from funders at the project's end;0;57000,00;2023-12" out.csv
}

# What a sum needs was kept anew for each of its parts: 930 MB.
@test "a budget of 1 900 unknown amounts" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 1900; i++)
                     printf "[funder f%d]\nstatus = granted\namount = ? total\nmax_share = 1 %%\n", i }' >>p.ini
    within 100 "$MEDFIN" budget p.ini -f csv >out.csv
    grep -q '^Total financing;?;?;?;?;' out.csv
}

@test "who waits at a terminal sees how far it is" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 1900; i++)
                     printf "[funder f%d]\nstatus = granted\namount = ? total\nmax_share = 1 %%\n", i }' >>p.ini
    script -qfc "$MEDFIN sensitivity p.ini --all -o out.txt" seen >/dev/null 3>&- &
    local waited=0
    until grep -q '[0-9] %' seen || [ $((waited++)) -eq 600 ]; do sleep 0.2; done
    kill $!
    grep -q '[0-9] %' seen
}

# Each of the 4 096 outcomes built the project anew: minutes, and nobody saw how far it was.
@test "12 undecided funders, 120 lines and 100 years" {
    printf '[project]\ntitle = P\nstart = 2021-01\nend = 2120-12\nlanguage = en\n' >p.ini
    awk 'BEGIN { for (i = 0; i < 12; i++) printf "[funder u%d]\nstatus = applied\namount = %d 000 kr total\n", i, 100 + i
                 for (i = 1; i <= 120; i++) printf "[cost c%d]\namount = %d kr/month\n", i, i }' >>p.ini
    within 200 prlimit --cpu=30 "$MEDFIN" compare p.ini --outcomes -f csv >out.csv
    # 7 260 kr in each of 1 200 months, and 1 266 000 kr of all but the last.
    grep -q '^u11;applied;;-7557000,00;' out.csv
    # With none of them.
    grep -q -- '-8712000,00' out.csv
}

# A person's posts stood on the stack: 70 000 took more than a small one has.
@test "70 000 posts of one person on a small stack" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 70000; i++)
                     printf "[staff p%d]\nmonthly_salary = 1 kr\nshare = 0,001 %%\nperson = B\n", i }' >>p.ini
    (ulimit -s 256 && within 500 "$MEDFIN" explain p.ini staffing -f csv >out.csv)
    # 70 000 × 0,001 %.
    grep -q '^largest share in a month;0,7' out.csv
}

# Each change had the whole project built and kept: gigabytes and minutes.
@test "a comparison with a scenario of 5 000 changes" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 5000; i++) printf "[cost c%d]\namount = 10 kr/month\n", i }' >>p.ini
    { echo '[scenario]' && awk 'BEGIN { for (i = 0; i < 5000; i++) printf "[cost c%d]\namount = 11 kr/month\n", i }'; } >s.ini
    within 400 "$MEDFIN" compare p.ini s.ini -f csv >out.csv
    # Each changes 36 months by 1 kr. Those told one by one and the rest are 5 000.
    grep -q '^The whole difference;180000,00;0,00;-180000,00;-180000,00' out.csv
    local single rest
    single=$(grep -c '^amount: .*;36,00;0,00;-36,00;-36,00' out.csv)
    rest=$(sed -n 's/^all further changes together (changes: \([0-9]*\));.*/\1/p' out.csv)
    [ $((single + rest)) -eq 5000 ]
    grep -q "^all further .*;$((36 * rest)),00;0,00;-$((36 * rest)),00;-$((36 * rest)),00" out.csv
}

# Each answer to an unknown value kept a project of its own: 660 MB.
@test "190 findings that wait for one value each" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 190; i++)
                     printf "[funder f%d]\nstatus = granted\namount = ? total\nmax_share = 1 %%\n", i }' >>p.ini
    run within 350 "$MEDFIN" check p.ini -f csv
    [ "$status" -eq 1 ]
    [ "$(grep -c 'For the rule to hold' <<<"$output")" -eq 50 ]
    [ "$(grep -c 'must be was not looked for' <<<"$output")" -eq 140 ]
    # Whoever asks for one of those has it. There is no cost, of which 1 % is nothing.
    within 350 "$MEDFIN" explain p.ini share.f150 -f csv | grep -q 'f150, amount must be at most 0.00'
}

# A share that no figure of the plan rests on had the plan made anew for each of its two values: half a minute.
@test "sensitivity of values that have the plan made anew" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 1900; i++)
                     printf "[funder f%d]\nstatus = granted\namount = %d kr total\nmax_share = 1 %%\n", i, 1000 + i }' >>p.ini
    within 200 prlimit --cpu=30 "$MEDFIN" sensitivity p.ini --all -f csv >out.csv
    grep -q '^"1.*700 more values were not tried: .* as 200 have that were;' out.csv
    # Every amount was: of 3 704 050 kr in all a tenth of 2 899 kr less and more.
    grep -q '^"f1899, amount";.*;3703760,10;3704339,90' out.csv
}

# Each finding's cures were looked for, which took the square of their number: half a minute.
@test "950 matches that do not suffice" {
    project >p.ini
    awk 'BEGIN { print "[cost c]\namount = 100 kr/month"
                 for (i = 0; i < 950; i++)
                     printf "[funder a%d]\nstatus = granted\namount = 1000 kr total\n[funder b%d]\nstatus = granted\namount = 2000 kr total\nmatches = a%d\n", i, i, i }' >>p.ini
    run within 500 prlimit --cpu=30 "$MEDFIN" check p.ini -f csv
    [ "$status" -eq 1 ]
    # Each is cured by 1 000 kr less of the one or more of the other; beside them the balance has a saving.
    [ "$(grep -c 'addition from the first that it matches' <<<"$output")" -ge 49 ]
    [ "$(grep -c 'cure it was not looked for' <<<"$output")" -ge 900 ]
    # Whoever asks for one of those has it.
    within 500 "$MEDFIN" explain p.ini rules.match.b949 -f csv | grep -q 'addition from the first that it matches;1000,00'
}

# The percents were added up anew for each funder at the beginning of each other: the cube of their number.
@test "1 900 funders in kind by percents of the gross" {
    project >p.ini
    awk 'BEGIN { print "[cost c]\namount = 100 kr/month"
                 for (i = 0; i < 1900; i++) printf "[funder f%d]\nstatus = granted\nin_kind = 0,01 %% of gross\n", i }' >>p.ini
    within 500 "$MEDFIN" explain p.ini cost.cash -f csv >out.csv
    grep -q '3600,00' out.csv
}

# Each fee sought its member among all.
@test "what the fees of 150 000 members come to is told" {
    project >p.ini
    printf '[tariff t]\nfixed = 10 kr\n[members]\nfile = m.csv\nsource = s\n' >>p.ini
    { echo 'kommunkod;namn;kategori' && seq 150000 | sed 's/.*/&;M&;t/'; } >m.csv
    within 1500 "$MEDFIN" explain p.ini gap -f csv >out.csv
    # 150 000 × 10 kr × 3 years.
    grep -q '4500000,00' out.csv
}

# Each cure was tried on plans of its own, and each of those on a copy of what every row says: 8,7 kB a row.
@test "cures of a plan with 50 000 activities" {
    project >p.ini
    printf '[funder a]\nstatus = granted\n2022 = 500 000 kr\n[activities]\nfile = a.csv\n' >>p.ini
    awk 'BEGIN { print "What;Who;When;Prio;Cost;Participants"
                 for (i = 0; i < 50000; i++) printf "Event %d;Anna;March 2022;%d;10;%d\n", i, 1 + i % 3, i % 30 }' >a.csv
    run within 300 "$MEDFIN" check p.ini -f csv
    [ "$status" -eq 1 ]
    # 50 000 × 10 kr in March, less the grant's twelfths of January to March: 375 000 kr are lacking before the first month.
    grep -q '375000,00' <<<"$output"
}

# Each figure that is shown was sought among the sums of all: 6 s.
@test "a chain of 1 900 funders that match one another, on a small stack" {
    project >p.ini
    awk 'BEGIN { print "[cost c]\namount = 100 kr/month\n[funder f0]\nstatus = granted\namount = 3600 kr total"
                 for (i = 1; i < 1900; i++)
                     printf "[funder f%d]\nstatus = granted\nmatches = f%d\nratio = 1:1\n", i, i - 1 }' >>p.ini
    run within 200 prlimit --cpu=20 "$MEDFIN" check p.ini -f csv
    [ "$status" -eq 1 ]
    (ulimit -s 1024 && within 200 "$MEDFIN" explain p.ini total.financing.f1899 -f csv >out.csv)
    # Each matches what the one before it pays.
    grep -q '3600,00' out.csv
}

# What is drawn together stood on the stack, and takes the square of its number: 2 000 values are the most.
@test "1 000 correlations on a small stack" {
    project >p.ini
    awk 'BEGIN { for (i = 0; i < 2000; i++) printf "[cost c%d]\namount = 100 kr/month ~ normal(10)\n", i
                 print "[correlation]"
                 for (i = 0; i < 2000; i += 2) printf "cost.c%d.amount, cost.c%d.amount = 1\n", i, i + 1 }' >>p.ini
    (ulimit -s 1024 && within 900 "$MEDFIN" simulate p.ini --trials 256 --threads 1 -f csv >out.csv)
    grep -q '256' out.csv
}

# The rest of a paragraph was measured for each of its lines.
@test "a paragraph that names 100 000 lines" {
    project >p.ini
    awk 'BEGIN { print "[funder a]\nstatus = granted\namount = 3600000 kr total"
                 for (i = 0; i < 100000; i++) printf "[cost c%d]\namount = 1 kr/month\n", i }' >>p.ini
    within 400 prlimit --cpu=20 "$MEDFIN" check p.ini >out.txt
    grep -q 'c99999' out.txt
}

@test "a portfolio: one project's graph at a time, and of each what it comes to" {
    # 3 000 projects at once would be half a gigabyte.
    "$MEDFIN_SOURCE/tests/bench/portfolio.py" --make . 3000
    run within 64 prlimit --cpu=10 "$MEDFIN" portfolio all.ini -f csv
    [ "$status" -eq 1 ]
    # The file of a portfolio was looked through once for each of its bytes.
    { printf '[portfolio]\nnote = x\n'; yes '  something else' | head -n 60000; } >note.ini
    run within 64 prlimit --cpu=5 "$MEDFIN" portfolio note.ini
    [ "$status" -eq 3 ]
}
