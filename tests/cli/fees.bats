#!/usr/bin/env bats
# Fees from the command. Figures are worked by hand or with exact decimals; those of the members
# known by name are 4 000 kr + 0,30 kr each of SCB's inhabitants of 31 December 2020.

bats_require_minimum_version 1.5.0

setup() {
    cd "$BATS_TEST_TMPDIR"
    export COLUMNS=80 NO_COLOR=1
    scenarios=$MEDFIN_SOURCE/scenarios
    cat >equal.ini <<'INI'
[project]
start = 2021-01
end   = 2021-12

[cost drift]
amount = 500 000 kr/year

[tariff kommun]
fixed = 4 000 kr
per_inhabitant  = 0,30 kr
inhabitants_cap = 150 000
count = 30
inhabitants = 42 000
INI
}

figure() {
    python3 -c 'import functools, json, sys
print(functools.reduce(lambda at, key: at[key], sys.argv[1:], json.load(sys.stdin)))' "$@"
}

# 31 × 16 600 = 514 600 ≥ 500 000 > 498 000 = 30 × 16 600.
@test "31 members of 42 000 inhabitants pay 500 000 kr, and 30 do not" {
    run -0 "$MEDFIN" solve equal.ini --vary tariff.kommun.count --until balance --lang en
    [[ $output == *"31"* ]]
    [[ $output == *"At 30"*"2 000.00 kr is missing"* ]]
    test "$("$MEDFIN" fees equal.ini -f json | figure years 2021 fees total)" = 498000.0
    test "$("$MEDFIN" fees equal.ini --set tariff.kommun.count=31 -f json | figure years 2021 fees total)" = 514600.0
}

# 498 000 + 30 × x ≥ 500 000: x = 66,67, and 66,66 leaves 0,20.
@test "a failing balance is cured by a fee, by a member and by a saving, each with its neighbour" {
    run -1 "$MEDFIN" check equal.ini -f json
    test "$(figure rules balance cures higher-fee kommun <<<"$output")" = 66.67
    test "$(figure rules balance cures more-members kommun <<<"$output")" = 1
    test "$(figure rules balance cures yearly-saving <<<"$output")" = 2000.0
    run -1 "$MEDFIN" check equal.ini --lang en
    [[ $output == *"more members, kommun"*"1 "*"−2 000.00 kr"* ]]
    [[ $output == *"a higher fixed part of the fee, kommun"*"66.67 kr"*"−0.20 kr"* ]]
}

@test "the members known by name pay what the tariff of 2021 says" {
    "$MEDFIN" fees "$scenarios/sekom-2021/project.ini" -f json >fees.json
    while read -r code fee; do
        test "$(figure years 2021 fees by_tariff kommun by_member "$code" total <fees.json)" = "$fee"
    done <<'WORKED'
1080 23954.5
1082 13720.6
1081 12811.6
1490 38114.2
1441 16906.0
2284 20742.1
2262 9388.9
2510 5455.3
2281 33831.7
1780 32448.4
2121 7501.6
1762 5117.5
0861 7979.2
1380 35126.2
1315 7194.7
1384 29479.0
1381 11790.1
1383 23619.1
1382 17815.3
2518 5265.1
WORKED
    # 20 × 4 000 + 0,30 × 927 537.
    test "$(figure summary by_tariff kommun sum <fees.json)" = 358261.1
    test "$(figure summary by_tariff kommun members <fees.json)" = 20
    test "$(figure years 2021 fees by_tariff region by_member Region-Gävleborg total <fees.json)" = 25000.0
}

# Who left pays nothing the year after; the median of 19 is the tenth.
@test "a year is chosen, and who has left is not in it" {
    run -0 "$MEDFIN" fees "$scenarios/sekom-2021/project.ini" 2022 -f json
    test "$(figure summary by_tariff kommun members <<<"$output")" = 19
    run -0 "$MEDFIN" fees "$scenarios/sekom-2021/project.ini" 2022 --lang en
    [[ $output == *"How the fees are made, 2022"* ]]
    run -2 "$MEDFIN" fees "$scenarios/sekom-2021/project.ini" 2019
}

# 30 × (16 600 → 7 000 + 8 400) = −36 000.
@test "winners and losers of another tariff, and what the network gets by it" {
    printf '[scenario]\ntitle = Mer fast\n\n[tariff kommun]\nfixed = 7 000 kr\nper_inhabitant = 0,20 kr\n' >ny.ini
    run -0 "$MEDFIN" fees equal.ini --against ny.ini -f json
    test "$(figure against total difference <<<"$output")" = -36000.0
    test "$(figure against less <<<"$output")" = 30
    run -0 "$MEDFIN" fees equal.ini --against ny.ini --lang en
    [[ $output == *"Against: Mer fast"*"0 pay more, 30 pay less, 0 pay the same."* ]]
    [[ $output == *"498 000.00   462 000.00  −36 000.00"* ]]
}

# Thirty members become thirty-two, each with the same fee: thirty pay the same, and two have begun to pay.
@test "more members at the same fee are no losers, and an unknown fee is none either" {
    printf '[scenario]\ntitle = Fler\n\n[tariff kommun]\ncount = 32\n' >fler.ini
    run -0 "$MEDFIN" fees equal.ini --against fler.ini --lang en
    [[ $output == *"2 pay more, 0 pay less, 30 pay the same."* ]]
    printf '[scenario]\ntitle = Okänd\n\n[tariff kommun]\nfixed = ?\n' >okand.ini
    run -0 "$MEDFIN" fees equal.ini --against okand.ini --lang en
    [[ $output == *"0 pay more, 0 pay less, 0 pay the same."*"Of 30 it is not known"* ]]
}

# 979 249 / 38 = 25 769,71 rounded up to the öre within the krona that is forgiven.
@test "the fee that a network takes is told" {
    run -1 "$MEDFIN" check "$scenarios/kommunnatverket-2023/project.ini" "$scenarios/kommunnatverket-2023/antaganden.ini" --lang en
    [[ ${output//$'\n'/ } == *"Kommuner, fixed part must be 25 769.71 kr."* ]]
}

@test "each network to start from is read, and holds when it is answered" {
    for like in sekom natverk; do
        "$MEDFIN" init --like "$like" --lang sv -o "$like.ini"
        run -1 --separate-stderr "$MEDFIN" check "$like.ini"
        test -z "$stderr"
        sed 's/= ?.*; till exempel \(.*\)$/= \1/' "$like.ini" >answered.ini
        run -0 --separate-stderr "$MEDFIN" check answered.ini
        test -z "$stderr"
    done
}

# 4 000 kr + 0,30 kr of the inhabitants of the year before: 100, 110 and 200, 210; then 150, and 1 000.
@test "a row of a population table changes as any other statement does" {
    printf 'kommunkod;kommun;år;folkmängd\n1000;Aby;2020;100\n999;Bro;2020;200\n1000;Aby;2021;110\n999;Bro;2021;210\n' >folk.csv
    printf 'kommunkod;kommun\n1000;Aby\n999;Bro\n' >medlemmar.csv
    cat >network.ini <<'INI'
[project]
start = 2021-01
end   = 2022-12
[tariff kommun]
fixed = 4 000 kr
per_inhabitant = 0,30 kr
[members]
file = medlemmar.csv
population = folk.csv
INI
    printf '[scenario]\n[population 1000]\n2020 += 50\n' >more.ini
    printf '[scenario]\n[population 1000]\n2021 = none\n' >less.ini
    fee() {
        "$MEDFIN" fees network.ini "${@:3}" -f json 2>/dev/null |
            figure years "$2" fees by_tariff kommun by_member "$1" total
    }
    test "$(fee 1000 2021) $(fee 1000 2022) $(fee 0999 2021) $(fee 0999 2022)" = "4030.0 4033.0 4060.0 4063.0"
    test "$(fee 1000 2021 more.ini) $(fee 1000 2022 more.ini) $(fee 0999 2021 more.ini)" = "4045.0 4033.0 4060.0"
    test "$(fee 0999 2022 --set population.0999.2021=1000)" = 4300.0
    test "$(fee 1000 2022 less.ini)" = 4030.0
    run -0 "$MEDFIN" explain network.ini tariff.kommun 2021 --lang en
    test "$(grep -c '^population.1000.2020 .*folk.csv:2' <<<"$output")" = 1
    run -0 "$MEDFIN" compare network.ini --against more.ini --lang en
    [[ $output == *"2020: 150 → 100"* ]]
    run -2 "$MEDFIN" solve network.ini --vary population.1000.2019 --until balance --lang en
    [[ $output == *"did you mean 'population.1000.2020'?"* ]]
}

# Over a million in all, and every column still stands beside the others.
@test "the fees of a network of a hundred fit eighty columns, their unit above the amounts" {
    run -0 "$MEDFIN" fees "$scenarios/sekom-2021/project.ini" "$scenarios/sekom-2021/antaganden.ini"
    grep -qE '^ +Medlemmar +Summa, kr +kr ' <<<"$output"
    grep -q '^Kommuner  *102  1 301 261,10  11 500,00  38 114,20  *2,93 %  *0,44$' <<<"$output"
    python3 -c 'import sys; sys.exit(max(map(len, sys.stdin.read().split("\n"))) > 80)' <<<"$output"
}

# Without a year the first that differs is told: 23 954,50 kr less from 2022 on, when Karlskrona has left.
# With fewer years in the other, what is no more is nothing, and the members are still counted.
@test "what a member that leaves next year takes along is told, in the year when it does and in all" {
    cat >net.ini <<'INI'
[project]
start = 2021-01
end   = 2023-12

[tariff kommun]
fixed = 4 000 kr
per_inhabitant = 0,30 kr
count = 90
inhabitants = 30 000

[member 1080]
title = Karlskrona
inhabitants = 66 515
INI
    printf '[scenario]\ntitle = Lämnar\n\n[member 1080]\nleft = 2021-12\n' >leaves.ini
    printf '[scenario]\ntitle = Kort\n\n[project]\nend = 2021-12\n' >short.ini
    run -0 "$MEDFIN" fees net.ini --against leaves.ini --lang en
    [[ $output == *"0 pay more, 1 pay less, 90 pay the same."*"Higher and lower fees, 2022, kr"* ]]
    grep -q '^2021  *1 193 954.50  1 193 954.50  *0.00 ' <<<"$output"
    grep -q '^2022  *1 193 954.50  1 170 000.00  −23 954.50 ' <<<"$output"
    grep -q '^Total fees  *3 581 863.50  3 533 954.50  −47 909.00 ' <<<"$output"
    test "$("$MEDFIN" fees net.ini --against leaves.ini -f json | figure against all_years difference)" = -47909.0
    run -0 "$MEDFIN" fees net.ini 2021 --against leaves.ini --lang en
    [[ $output == *"0 pay more, 0 pay less, 91 pay the same."*"Higher and lower fees, 2021, kr"* ]]
    run -0 "$MEDFIN" fees net.ini 2023 --against short.ini --lang en
    [[ $output == *"0 pay more, 91 pay less, 0 pay the same."* ]]
    grep -q '^90 equal members  *1 170 000.00  *0.00 ' <<<"$output"
}
