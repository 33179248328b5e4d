#!/usr/bin/env bats
# Plans of activities, against counts and sums that were worked by hand on the rows.

setup() {
    cd "$MEDFIN_SOURCE/scenarios/sekom-2021" || return 1
}

# figure EXPRESSION: of the JSON on standard input, as python sees it in d.
figure() {
    python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"
}

plan() {
    "$MEDFIN" prioritise handlingsplan.ini -f json "$@"
}

# A text alone, with an activity behind it, is a title; two texts in a row say what is done, and how.
@test "a row with two texts is no title" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = rows.csv\n' >"$BATS_TEST_TMPDIR/rows.ini"
    printf 'Vad;Hur;När;Kostnad\nNorra länet;;;\nRensa ån;;mars;100\nSödra länet;Snart;;\nRiva dammen;;maj;200\n' >"$BATS_TEST_TMPDIR/rows.csv"
    run figure "d['plan']['rows']['titles'], d['plan']['rows']['activities'], d['activities']['without_cost']" \
        < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/rows.ini" -f json)
    [ "$output" = "1 3 1" ]
}

# In the file: 1 row above, 2 heading rows, 5 titles, 4 continued, 44 activities.
@test "every row of a plan is counted" {
    run figure "d['plan']['rows']" < <(plan)
    [ "$output" = "{'above': 1, 'headings': 2, 'titles': 5, 'continued': 4, 'activities': 44, 'read': 56}" ]
    [ "$(wc -l <handlingsplan.csv)" = 56 ]
}

# 16 with a month or year and a cost; 20 that cost nothing; 4 vilande or inställd; and four
# with a cost and "28-05-01", "v. 40", "före 2022" and "våren 2022".
@test "all 44 activities are in sight" {
    run figure "{k: v for k, v in d['activities'].items()}" < <(plan)
    [ "$output" = "{'planned': 16, 'without_cost': 20, 'dormant': 4, 'left_aside': 4, 'count': 44}" ]
    run figure "[t['when'] for t in d['times'] if t['when'][:1] in '2vf']" < <(plan)
    [ "$output" = "['28-05-01', 'v. 40', 'före 2022', '2021', 'våren 2022']" ]
}

# Priority 1: 45 000 + 32 000 + 15 000 + 85 000 + 24 001 + 55 000 + 4 000 + 4 000 + 12 000 = 276 001;
# then 18 000 fits in 310 000, and 22 000 does not fit in the 15 999 that are left.
@test "what fits, what falls outside, what enters next" {
    run figure "d['years']['2021']['planned'], d['years']['2021']['fits'], [(a['id'], a['missing']) for a in d['years']['2021']['activities'] if a['outcome'] == 'outside']" < <(plan)
    [ "$output" = "420001.0 294001.0 [('regional-träff-norr', 6001.0), ('regional-träff-syd', 20001.0), ('utbildning-i-nyckeltal', 36001.0), ('medlemsvärvning', 45001.0), ('film-om-ett-medlemskap', 85001.0), ('seminarium-i-almedalen', 110001.0)]" ]
}

# 14 000 fits in 15 999; 16 000 and 9 000 do not fit in the 1 999 that are left then. 22 000 enters with 6 001 more,
# and takes them: the 16 000 behind it needs all before it in, 22 000 + 14 000 + 16 000 less 15 999.
@test "with --fill a smaller one passes" {
    run figure "d['years']['2021']['fits'], [(a['id'], a['missing']) for a in d['years']['2021']['activities'] if a['outcome'] == 'outside'][:2]" < <(plan --fill)
    [ "$output" = "308001.0 [('regional-träff-norr', 6001.0), ('utbildning-i-nyckeltal', 36001.0)]" ]
}

# 6 001 kr more and no öre less lets the next one in.
@test "what is missing is exact" {
    run figure "d['years']['2021']['activities'][10]['outcome']" < <(plan --set 'activities.budget=316 001 kr/year')
    [ "$output" = fits ]
    run figure "d['years']['2021']['activities'][10]['outcome'], d['years']['2021']['activities'][10]['missing']" < <(plan --set 'activities.budget=316 000,99 kr/year')
    [ "$output" = "outside 0.01" ]
}

# Participants 90 + 4·60 + 2·40 + 50 + 4·12 + 4·10 + 120 + 25 + 35 = 728; hours 270 + 240 + 240 +
# 75 + 96 + 80 + 1 440 + 150 + 210 = 2 801; the cost of those activities is 185 000 kr. Meetings
# last 3 + 4·1 + 2·3 + 1,5 + 4·2 + 4·2 + 12 + 6 + 6 hours = 54,5, of which the digital ones 30,5.
@test "indicators of the plan" {
    run figure "d['indicators']['total']" < <(plan)
    [ "$output" = "{'times': 31, 'digital': 16, 'hours': 54.5, 'digital_hours': 30.5, 'without_month': 17, 'participants': 728, 'participant_hours': 2801, 'cost': 420001.0, 'cost_per_participant': 254.12, 'cost_per_hour': 66.05}" ]
    run figure "{k: (v['activities'], v['cost']) for k, v in d['indicators']['by_priority'].items()}" < <(plan)
    [ "$output" = "{'1': (16, 276001.0), '2': (15, 79000.0), '3': (9, 65000.0)}" ]
}

@test "the activity budget rule tells by how much" {
    judged() {
        "$MEDFIN" check handlingsplan.ini -f json "$@" |
            figure "*(d['rules']['activity-budget'][key] for key in ('verdict', 'margin'))"
    }
    [ "$(judged)" = "fail -110001.0" ]
    [ "$(judged --set 'activities.budget=420 001 kr/year')" = "warn 0.0" ]
}

# "mars, september 2021" and 24 001 kr: 12 000,50 each; "Hösten 2021" and 40 000 kr: all of it in the year.
@test "a plan's cost is the whole row's, and can be explained" {
    run "$MEDFIN" explain handlingsplan.ini activity.insamling-av-nyckeltal 2021-03 --lang en
    [[ "$output" == *"12 000.50 kr"*"part 1 of 2"*"24 001.00 kr"*"handlingsplan.csv:28"* ]]
    run figure "d['years']['2021']['cost']['by_line']['activity']['film-om-ett-medlemskap']" \
        < <("$MEDFIN" budget handlingsplan.ini -f json)
    [ "$output" = "{'total': 40000.0}" ]
}

@test "a scenario changes a row of the plan" {
    printf '[scenario]\n[activity årskonferens]\namount = 60 000 kr\n[activity film-om-ett-medlemskap]\n2021 = none\namount = 20 000 kr\nmonths = 2021-10\n' >"$BATS_TEST_TMPDIR/s.ini"
    run figure "d['years']['2021']['planned']" < <(plan "$BATS_TEST_TMPDIR/s.ini")
    [ "$output" = 375001.0 ]
}

@test "active = no leaves the plan out" {
    sed 's/^file .*/&\nactive = no/' handlingsplan.ini >"$BATS_TEST_TMPDIR/p.ini"
    cp handlingsplan.csv "$BATS_TEST_TMPDIR"
    run figure "d['total']['cost']['total']" < <("$MEDFIN" budget "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = 0.0 ]
}

# The same plan as a Swedish spreadsheet saves it: Windows-1252, CRLF, tabs.
@test "the same plan in another encoding is the same" {
    sed 's/handlingsplan.csv/p.csv/' handlingsplan.ini >"$BATS_TEST_TMPDIR/p.ini"
    python3 -c "import sys; t = open('handlingsplan.csv', encoding='utf-8').read(); open(sys.argv[1], 'wb').write(t.replace(';', '\t').replace('\n', '\r\n').encode('cp1252'))" "$BATS_TEST_TMPDIR/p.csv"
    run diff <(plan) <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$status" = 0 ]
    run "$MEDFIN" prioritise "$BATS_TEST_TMPDIR/p.ini"
    [[ "$output" == *"Läst ur p.csv, i Windows-1252."* ]]
}

# Nine digital meetings, six full days and two of two days; that of 8 March is of two groups.
# Hours are stated of the digital ones alone.
@test "Kommunnätverket's calendar has 17 meetings, of which 9 digital" {
    cd ../kommunnatverket-2023
    run figure "d['indicators']['total'], [(k, v['times'], v['digital']) for k, v in d['indicators']['by_arena'].items()]" < <("$MEDFIN" prioritise kalender.ini -f json)
    # Four meetings of 2,75 hours, four of 2,5 and one of 2; the full days state no hours.
    [ "$output" = "{'times': 17, 'digital': 9, 'hours': 23, 'digital_hours': 23} [('Miljöstrategi', 8, 4), ('Naturvård', 8, 4), ('Rättvis handel', 2, 1)]" ]
}

# 12 flights of 1 200 km at 0,2 kg: 2 880 kg; 20 by train of 500 km at 0,01 kg: 100 kg; and half
# of the flights compensated. 120 participants: 24,8 kg each. 30 000 kr over 3 members of a tariff.
@test "emissions, compensated flights and cost per member" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'INI'
[project]
start = 2022-01
end = 2022-12
[activity a]
months = 2022-03, 2022-10
participants = 60
hours = 2,5
total = 30 000 kr
form = digital
[tariff t]
fixed = 5 000 kr
count = 3
[travel flyg-1]
month = 2022-03
trips = 6
cost_per_trip = 2 000 kr
mode = flight
distance_km = 1 200
kg_co2e_per_km = 0,2
compensation = 1 500 kr/tonne
[travel flyg-2]
month = 2022-10
trips = 6
cost_per_trip = 2 000 kr
mode = flight
distance_km = 1 200
kg_co2e_per_km = 0,2
[travel train]
month = 2022-10
trips = 20
cost_per_trip = 500 kr
mode = train
distance_km = 500
kg_co2e_per_km = 0,01
INI
    run figure "d['indicators']['years']['2022']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = "{'times': 2, 'digital': 2, 'hours': 5, 'digital_hours': 5, 'participants': 120, 'participant_hours': 300, 'cost': 30000.0, 'cost_per_participant': 250.0, 'cost_per_hour': 100.0, 'members': 3, 'cost_per_member': 10000.0, 'kg_co2e': 2980, 'kg_co2e_per_participant': 24.8, 'flights': 12, 'compensated': 6}" ]
}

# Groups as cells list them: with semicolons, on lines of their own, or none at all; one is called none.
@test "several groups in a cell, and activities of none" {
    printf 'Vad;Grupp;När\nMöte;"A; B";maj 2022\nTräff;"B\nnone";juni 2022\nBrev;;juli 2022\n' >"$BATS_TEST_TMPDIR/p.csv"
    printf '[project]\nstart = 2022-01\nend = 2022-12\n[activities]\nfile = p.csv\n' >"$BATS_TEST_TMPDIR/p.ini"
    run figure "{k: v['activities'] for k, v in d['indicators']['by_arena'].items()}, d['indicators']['without_arena']['activities'], d['indicators']['all']['activities']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = "{'A': 1, 'B': 2, 'none': 1} 1 3" ]
}

@test "a plan where all is dormant is counted too" {
    printf 'Vad;Grupp;Status;När\nMöte;A;Vilande;maj 2022\n' >"$BATS_TEST_TMPDIR/p.csv"
    printf '[project]\nstart = 2022-01\nend = 2022-12\n[activities]\nfile = p.csv\n' >"$BATS_TEST_TMPDIR/p.ini"
    run figure "d['activities']['dormant'], d['activities']['count']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = "1 1" ]
}

# Outside: 22 000 + 14 000 + 16 000 + 9 000 + 40 000 + 25 000; with --fill without the 14 000. Left
# aside: 12 000 + 20 000 + 10 000 + 30 000.
@test "what is outside and what is not counted stand in all" {
    run figure "d['years']['2021']['outside'], d['left_aside']['cost']" < <(plan)
    [ "$output" = "126000.0 72000.0" ]
    run figure "d['years']['2021']['outside']" < <(plan --fill)
    [ "$output" = "112000.0" ]
    run "$MEDFIN" prioritise handlingsplan.ini --lang en
    [[ $output == *"Fits, in all"*"294 001"*"Outside, in all"*"126 000"*"Not counted, in all"*"72 000"* ]]
}

# Of what the file says without a source, costs, participants and hours are figures.
@test "a plan's name and its priorities are no figures that lack a source" {
    cp handlingsplan.csv "$BATS_TEST_TMPDIR"
    grep -v '^source' handlingsplan.ini >"$BATS_TEST_TMPDIR/p.ini"
    run figure "[u['path'] for u in d['unsourced'] if u['path'].endswith(('.file', '.priority'))], 'activity.webbplats.amount' in [u['path'] for u in d['unsourced']]" \
        < <("$MEDFIN" budget "$BATS_TEST_TMPDIR/p.ini" -f json)
    [ "$output" = "[] True" ]
}

# told EXPRESSION [ARGUMENT …]: of the plan of two years beside this file.
told() {
    figure "$1" < <("$MEDFIN" activities "$MEDFIN_SOURCE/tests/golden/plan.ini" -f json "${@:2}")
}

# Anna: 3 × 1 000,10 and 33 333,33 in kind; hours 3 × 2. Anna Bo: 20 000,01 over two months of 6 hours. Bo's are left
# aside, called off and without cost. In all 2 000,20 + 20 000,01 = 22 000,21 and 1 000,10 + 33 333,33 + 40 000 +
# 5 000,50 = 79 333,93.
@test "the plan by responsible: each text a group, but for blanks and case" {
    run told "{k: [v.get(i) for i in ('activities', 'times', 'hours', 'cost')] for k, v in d['plan']['by_responsible'].items()}"
    [ "$output" = "{'Anna': [2, 4, 6, 36333.63], 'Anna Bo': [1, 2, 12, 20000.01], 'Anna och Bo': [1, 0, None, 40000.0], 'Bo': [3, 0, None, 0.0]}" ]
    run told "d['plan']['without_responsible']['cost'], d['plan']['by_responsible']['Anna']['years']"
    [ "$output" = "5000.5 {'2022': {'cost': 2000.2}, '2023': {'cost': 34333.43}}" ]
    run told "{k: v for k, v in d['plan']['all'].items()}"
    [ "$output" = "{'activities': 8, 'times': 7, 'hours': 18, 'years': {'2022': {'cost': 22000.21}, '2023': {'cost': 79333.93}}, 'cost': 101334.14}" ]
}

# Klar: 20 000,01 and 5 000,50. Nothing stated: 3 000,30 + 33 333,33 + 40 000.
@test "the plan by status" {
    run told "{k: [v.get(i) for i in ('activities', 'times', 'hours', 'cost')] for k, v in d['plan']['by_status'].items()}, d['plan']['without_status']['activities'], d['plan']['without_status']['cost']"
    [ "$output" = "{'Klar': [2, 3, 12, 25000.51], 'Planeras': [1, 0, None, 0.0], 'Inställd': [1, 0, None, 0.0], 'Pågår': [1, 0, None, 0.0]} 3 76333.63" ]
}

@test "the groups come to what the budget has of activities" {
    for project in "$MEDFIN_SOURCE/tests/golden/plan.ini" handlingsplan.ini; do
        "$MEDFIN" budget "$project" -f json >"$BATS_TEST_TMPDIR/budget.json"
        "$MEDFIN" activities "$project" -f json >"$BATS_TEST_TMPDIR/plan.json"
        python3 - "$BATS_TEST_TMPDIR"/{budget,plan}.json <<'PY'
import json, sys
from decimal import Decimal
budget, plan = (json.load(open(name, encoding="utf-8"), parse_float=Decimal) for name in sys.argv[1:])
for year, figures in budget["years"].items():
    cost = sum(line["total"] for line in figures["cost"]["by_line"]["activity"].values())
    for way in "responsible", "status":
        groups = list(plan["plan"]["by_" + way].values()) + [plan["plan"].get("without_" + way, {})]
        told = sum(group["years"][year]["cost"] for group in groups if group)
        assert told == cost == plan["plan"]["all"]["years"][year]["cost"], (year, way, told, cost)
PY
    done
}

# In March, June and September 2022 and March and May 2023 seven occasions; two of no month, one that cannot be read
# and one that is called off.
@test "a calendar lists every activity" {
    run told "[(o['month'], o['id']) for o in d['plan']['calendar']], [(a['id'], a['standing']) for a in d['plan']['activities']]"
    [ "$output" = "[('2022-03', 'möte'), ('2022-06', 'konferens'), ('2022-09', 'möte'), ('2022-09', 'konferens'), ('2023-03', 'möte'), ('2023-03', 'rapport'), ('2023-05', 'arbete')] [('möte', 'planned'), ('arbete', 'planned'), ('konferens', 'planned'), ('film', 'planned'), ('rapport', 'planned'), ('resa', 'left_aside'), ('mässa', 'dormant'), ('löpande-råd', 'without_cost')]" ]
    run "$MEDFIN" activities "$MEDFIN_SOURCE/tests/golden/plan.ini" --by månad
    [[ $output == *"Mars 2022 (1)"*"Styrgruppsmöte"*"Utan månad (2)"*"Film"*"Löpande råd"*"Inte medräknade: tiden går inte att läsa (1)"*"Resa"*"Vilande eller inställda (1)"*"Mässa"* ]]
}

@test "the activities, by who is responsible for them" {
    run "$MEDFIN" activities "$MEDFIN_SOURCE/tests/golden/plan.ini" --by ansvarig
    [[ $output == *"Av kostnaden är 33 333 kr bidrag i annat än pengar."*"Anna (2)"*"Styrgruppsmöte"*"3 000"*"Bo (3)"*"Resa"*"inte medräknad"*"Inte angiven (1)"*"Rapport"* ]]
    run "$MEDFIN" activities "$MEDFIN_SOURCE/tests/golden/plan.ini" --by responsible --lang en
    [[ $output == *"Anna (2)"*"Not stated (1)"* ]]
    run "$MEDFIN" activities handlingsplan.ini --by vem --lang en
    [ "$status" = 2 ]
    [[ $output == *"responsible, status, month"* ]]
}

@test "who is responsible stands in the plan wherever it is printed" {
    run "$MEDFIN" prioritise handlingsplan.ini
    [[ $output == *"Ansvarig"*"Årskonferens"*"Kansliet, värdkommunen"* ]]
    run figure "*(a['responsible'] for a in d['years']['2021']['activities'][:2])" < <(plan)
    [ "$output" = "Revisorn Kansliet" ]
    cd ../kommunnatverket-2023
    run "$MEDFIN" prioritise kalender.ini
    [[ $output != *Ansvarig* ]]
}

@test "a letter can have the plan" {
    printf '%s\n\n' '{{table activities}}' '{{table responsible}}' '{{table status}}' '{{table calendar}}' >"$BATS_TEST_TMPDIR/t.md"
    "$MEDFIN" letter handlingsplan.ini --template "$BATS_TEST_TMPDIR/t.md" -o "$BATS_TEST_TMPDIR/l.md"
    grep -q '^| Kansliet, värdkommunen *| *1 | *1 | *12 | *85.000 |$' "$BATS_TEST_TMPDIR/l.md"
    run "$MEDFIN" letter handlingsplan.ini --check "$BATS_TEST_TMPDIR/l.md" --lang en
    [[ $output == *"all 4 bindings hold"* ]]
    run "$MEDFIN" letter handlingsplan.ini --set 'activity.årskonferens.amount=80 000 kr' --check "$BATS_TEST_TMPDIR/l.md" --lang en
    [ "$status" = 1 ]
    [[ $output == *"85 000"*"80 000"* ]]
    run "$MEDFIN" letter project.ini --template "$BATS_TEST_TMPDIR/t.md"
    [[ $output == *"Projektet har inga aktiviteter."* ]]
}

# a is held twice at 100 kr, b says neither form nor priority, c no priority.
@test "what states no form or priority is a group of its own" {
    cat >"$BATS_TEST_TMPDIR/forms.ini" <<'INI'
[project]
start = 2021-01
end = 2021-12
[activity a]
months = 2021-02, 2021-03
amount = 100 kr
form = digital
priority = 2
[activity b]
month = 2021-05
amount = 50 kr
[activity c]
month = 2021-06
amount = 7 kr
form = physical
INI
    run figure "[{k: (v['activities'], v['cost']) for k, v in d['indicators'][by].items()} for by in ('by_form', 'by_priority')]" \
        < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/forms.ini" -f json)
    [ "$output" = "[{'digital': (1, 200.0), 'physical': (1, 7.0), 'none': (1, 50.0)}, {'2': (1, 200.0), 'none': (2, 57.0)}]" ]
}

# 10 000 + 20 000; what adds up to 30 000 is no third activity, and is counted: 3 activities, 1 sum, 1 heading. A name
# that begins with such a word, with a time of its own, is one.
@test "a sum of the rows above is no activity" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = rows.csv\n' >"$BATS_TEST_TMPDIR/rows.ini"
    printf 'Vad;Vem;När;Kostnad\nTräff;Kansliet;mars;10 000\nKurs;Kansliet;maj;20 000\nTotalt, resor;;juni;5\nSumma;;;30 005\n' >"$BATS_TEST_TMPDIR/rows.csv"
    run figure "d['plan']['rows'], d['indicators']['total']['cost']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/rows.ini" -f json)
    [ "$output" = "{'above': 0, 'headings': 1, 'titles': 0, 'sums': 1, 'continued': 0, 'activities': 3, 'read': 5} 30005.0" ]
}

# Two titles with numbers in front, one activity below each: 700 + 80. Where no number is a part of another, a name alone
# may be an activity that nobody knows more of.
@test "a numbered title is no activity" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = rows.csv\n' >"$BATS_TEST_TMPDIR/rows.ini"
    printf 'Nr;Vad;Vem;När;Kostnad\n1;Träffar;;;\n1.1;Frukost;Kansliet;mars;700\n2;Skrift;;;\n2.1;Blad;;maj;80\n' >"$BATS_TEST_TMPDIR/rows.csv"
    run figure "d['plan']['rows']['titles'], d['plan']['rows']['activities'], d['indicators']['total']['cost']" \
        < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/rows.ini" -f json)
    [ "$output" = "2 2 780.0" ]
    printf 'Nr;Vad;Vem;När;Kostnad\n1;Träffar;;;\n2;Skrift;;;\n3;Blad;;maj;80\n' >"$BATS_TEST_TMPDIR/rows.csv"
    run figure "d['plan']['rows']['titles'], d['plan']['rows']['activities']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/rows.ini" -f json)
    [ "$output" = "0 3" ]
}

# 10 and 2,5 thousand, and 300 kr that say so themselves: 12 800.
@test "a heading may say that its amounts are in thousands" {
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = rows.csv\n' >"$BATS_TEST_TMPDIR/rows.ini"
    for heading in 'Kostnad, tkr' 'Kostnad (tkr)' 'Belopp tkr' 'Kostnad (1 000 kr)' 'Kostnad (tusental kronor)' 'Pris (ksek)'; do
        printf 'Vad;När;%s\nTräff;mars;10\nKurs;maj;2,5\nFika;juni;300 kr\n' "$heading" >"$BATS_TEST_TMPDIR/rows.csv"
        run figure "d['indicators']['total']['cost']" < <("$MEDFIN" prioritise "$BATS_TEST_TMPDIR/rows.ini" -f json)
        [ "$output" = 12800.0 ]
    done
}

# Two days of March are two occasions: 2 × 500 kr; 3 000,01 kr in all over four of them, running 750,00, 1 500,01 (or
# 1 500,00), 2 250,01, 3 000,01: 1 500,01 between the ends of February and March; and 2 × 3 trips of 200 kr.
@test "two days of a month are two occasions, and cost as often" {
    cd "$BATS_TEST_TMPDIR" || return 1
    printf '[project]\nstart = 2021-01\nend = 2021-12\n[activities]\nfile = t.csv\n' >p.ini
    printf '[activity egen]\nmonths = 2021-03-02, 2021-03-30\namount = 500 kr\n' >>p.ini
    printf '[travel tåg]\nmonths = 2021-05-04, 2021-05-18\ntrips = 3\ncost_per_trip = 200 kr\n' >>p.ini
    printf 'Vad;När;Kostnad\nLunch;3 och 17 mars, 2 feb, 1 april;3 000,01\n' >t.csv
    run figure "[(k, v['cost']['total']) for k, v in sorted(d['months'].items()) if v['cost']['total']]" \
        < <("$MEDFIN" budget p.ini --by month -f json)
    [ "$output" = "[('2021-02', 750.0), ('2021-03', 2500.01), ('2021-04', 750.0), ('2021-05', 1200.0)]" ] ||
        { echo "$output"; return 1; }
    run figure "d['indicators']['total']['times']" < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = 6 ]
}

# small START END: a project over those months whose plan is t.csv, both made in the test's folder.
small() {
    cd "$BATS_TEST_TMPDIR" || return 1
    printf '[project]\nstart = %s\nend = %s\n[activities]\nfile = t.csv\n' "$@" >p.ini
}

# Of 13 rows one stands above, two are headings, one is a title, and two go on with the row above: seven actions. The
# last of those was torn off in the midst of its sentences.
@test "a row with a priority, time or status of its own is another action under the same Vad" {
    small 2021-01 2021-12
    printf '%b\n' 'Förebilder\t\t\t\t\t' 'Vad\tHur\tVem\tNär/Resurs\tStatus\tPrio' \
        'Nordiskt utbyte\tTvå studiebesök.\tKansliet\tLöpande\tPågår\t2' \
        '\tBjuda in till ett besök här. Gärna i maj.\tStyrelsen\tHösten 2021\tEj påbörjat\t1' \
        'Lärande\t\t\t\t\t' 'Vad\tHur\tVem\tNär/Resurs\tStatus\tPrio' \
        'Bevaka lagar\tLäsa remisser och\tKansliet\tLöpande\tPågår\t1' '\tskicka dem vidare.\tNämnden\t\t\t' \
        '\tStående punkt på möten.\tStyrelsen\tLöpande\tPågår\t2' \
        'Sprida metoden bland nya\tUtbilda på plats\tKansliet\tHela året\tPågår\t2' \
        '\tFölja upp och samla\tKansliet\tHela året\tPågår –\t3' \
        'medlemmar.\tsvaren i en rapport.\t\t\tklart i mars\t' 'Ta fram nyckeltal\t\tKansliet\t2021\t\t1' >t.csv
    run figure "d['plan']['rows'], {k: v['activities'] for k, v in d['indicators']['by_priority'].items()}" \
        < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = "{'above': 1, 'headings': 2, 'titles': 1, 'continued': 2, 'activities': 7, 'read': 13} {'1': 3, '2': 3, '3': 1}" ]
    run figure "'|'.join(a['title'] for a in d['plan']['activities'])" < <("$MEDFIN" activities p.ini -f json)
    [ "$output" = "Nordiskt utbyte: Två studiebesök|Nordiskt utbyte: Bjuda in till ett besök här|Bevaka lagar: Läsa remisser och skicka dem vidare|Bevaka lagar: Stående punkt på möten|Sprida metoden bland nya medlemmar: Utbilda på plats|Sprida metoden bland nya medlemmar: Följa upp och samla svaren i en rapport|Ta fram nyckeltal" ] ||
        { echo "$output"; return 1; }
    run figure "[(a['id'], a.get('status'), a['responsible']) for a in d['plan']['activities']][5]" < <("$MEDFIN" activities p.ini -f json)
    [ "$output" = "('sprida-metoden-bland-nya-2', 'Pågår –, klart i mars', 'Kansliet')" ]
}

# A text that begins small is no torn row where every Vad does, nor with a time of its own.
@test "a small letter alone tears no row off" {
    small 2021-01 2021-12
    printf 'Vad;Hur;När;Prio\nmässa;;maj;1\nfrukost;;;2\nLunch;;juni;1\nfilm;;juli;\nbok;Ny;;\n' >t.csv
    run figure "d['plan']['rows']['activities']" < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = 5 ]
}

calendar_of_groups() {
    small 2023-01 2023-12
    cat >t.csv <<'END'
Vad;När;Grupp
Digital träff;måndag 6 februari, kl 9.30-11.00;Skog
Heldagsmöte;fredag 10 mars, heldag (med Vatten);Skog
Digital träff;tis 4 apr. kl 13.15-16.00;Skog
Heldagsmöte;tisdag 9 maj - onsdag 10 maj, två heldagar.;Skog
Heldagsmöte;onsdag 31 maj - torsdag 1 juni, två heldagar;Vatten
Heldagsmöte;fredag 10 mars, heldag (med Skog);Vatten
Digital träff;torsdag 14 sep, kl 10.00-12.15;Vatten
Halvdagsmöte;fre 6 okt, halvdag;Vatten
Möte online;12 och 26 oktober, kl 9-10;Luft
Studieresa;20 nov, heldag (med Anna);Luft
END
}

# Ten rows, and 10 March is in two of them: nine activities, one of them twice, so ten occasions. Digital are 1,5 + 2,75 +
# 2,25 + 2 · 1 hours; the others last 8 + 16 + 16 + 4 + 8 hours of days of eight, and 39 of days of six.
@test "a calendar of groups: hours of the clock, whole days, and one occasion in two rows" {
    calendar_of_groups
    summary="{k: d['indicators']['total'][k] for k in ('times', 'digital', 'hours', 'digital_hours')}"
    run figure "d['plan']['rows'], $summary" < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = "{'above': 0, 'headings': 1, 'titles': 0, 'continued': 0, 'joined': 1, 'activities': 9, 'read': 11} {'times': 10, 'digital': 5, 'hours': 60.5, 'digital_hours': 8.5}" ] ||
        { echo "$output"; return 1; }
    run figure "$summary['hours']" < <("$MEDFIN" prioritise p.ini --set activities.day_hours=6 -f json)
    [ "$output" = 47.5 ]
    run figure "{k: v['times'] for k, v in d['indicators']['by_arena'].items()}" < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = "{'Skog': 4, 'Vatten': 4, 'Luft': 3}" ]
    run "$MEDFIN" activities p.ini --lang sv
    [[ $output == *'Tillfällen: 10, varav digitala: 5 (8,5 timmar).'* ]]
}

# Three groups at one: the costs are said once, what each adds is kept. On 4 May Vatten has two rows, of which one is the
# same; on 5 May the only row of Luft is it, whatever it is called; on 6 May it has none, and meets all the same.
@test "an occasion in several rows is found by its group, day and title" {
    small 2023-01 2023-12
    cat >t.csv <<'END'
Vad;När;Grupp;Vem;Kostnad
Vårmöte;3 maj (med Vatten och Luft);Skog;Anna;900
Vårmöte;3 maj;Vatten;Bo;
Vårmöte;3 maj;Luft;Anna;900
Lunch;4 maj (med Vatten);Skog;;
Styrelse;4 maj;Vatten;;
Lunch;4 maj;Vatten;;
Resa;5 maj (with Luft);Skog;;
Utflykt;5 maj;Luft;;
Fika;6 maj (tillsammans med Luft);Skog;;
END
    run figure "[(a['title'], a['arena'], a.get('responsible'), a['cost']) for a in d['plan']['activities']]" \
        < <("$MEDFIN" activities p.ini -f json)
    [ "$output" = "[('Vårmöte', 'Skog, Vatten, Luft', 'Anna, Bo', 900.0), ('Lunch', 'Skog, Vatten', None, 0.0), ('Styrelse', 'Vatten', None, 0.0), ('Resa / Utflykt', 'Skog, Luft', None, 0.0), ('Fika', 'Skog, Luft', None, 0.0)]" ] ||
        { echo "$output"; return 1; }
    sed -i '4s/900/800/' t.csv
    run "$MEDFIN" check p.ini --lang en
    [ "$status" = 3 ]
    [ "${lines[0]}" = "t.csv:4:25: error: '800' is a second value of 'Vårmöte', which has one at t.csv:2" ]
}

# 10 000 + 4 500 + 3 333,33; 20 000 + 3 333,34 + 5 000 + 7 000; 4 500 + 3 333,33. In months stand October of two years, the
# May that a cell says, and March, where the 7 000 of that year fall.
@test "columns of years hold amounts, marks or times" {
    small 2021-01 2023-12
    cat >t.csv <<'END'
Vad;När;2021;Budget 2022, kr;Plan 2023 (kr);Totalt
Mässa;;10 000;20 000;;30 000
Konferens;oktober;x;;X;9 000
Metod;;x;x;ja;10 000
Film;;;maj;;5 000
Webb;mars 2022;;7 000;;
Summa;;10 000;27 000;;54 000
END
    run figure "{y: v['cost']['total'] for y, v in d['years'].items()}" < <("$MEDFIN" budget p.ini -f json)
    [ "$output" = "{'2021': 17833.33, '2022': 35333.34, '2023': 7833.33}" ] || { echo "$output"; return 1; }
    run figure "*(c['month'] + ' ' + c['id'] for c in d['plan']['calendar'])" < <("$MEDFIN" activities p.ini -f json)
    [ "$output" = "2021-10 konferens 2022-03 webb 2022-05 film 2023-10 konferens" ]
    run figure "d['months']['2022-03']['cost']['total'] - d['months']['2022-02']['cost']['total'] > 6999" \
        < <("$MEDFIN" budget p.ini --by month -f json)
    [ "$output" = True ]
}

@test "a calendar stands day by day" {
    small 2021-01 2021-12
    printf 'Vad;När\nMaj;maj\nSist;20 maj\nFörst;3 maj, 4 juni\n' >t.csv
    printf '[activity mitt]\nmonths = 2021-05-19, 2021-06-01\n' >>p.ini
    run figure "*(c['month'] + ' ' + c['id'] for c in d['plan']['calendar'])" < <("$MEDFIN" activities p.ini -f json)
    [ "$output" = "2021-05 först 2021-05 mitt 2021-05 sist 2021-05 maj 2021-06 mitt 2021-06 först" ] || { echo "$output"; return 1; }
}

# Of 10 000 the fair has taken 12 000: 2 000 are overdrawn, so the first of the others waits for 6 000, both for 9 000.
@test "what has been carried out is paid, whatever its priority, and the rest is chosen from what is left" {
    small 2021-01 2021-12
    sed -i 's/^\[activities\]/&\nbudget = 10 000 kr\/year/' p.ini
    printf 'Vad;När;Kostnad;Prio;Status\nKurs;maj 2021;4 000;1;\nFilm;juni 2021;3 000;1;Klart till midsommar\nMässa;mars 2021;12 000;3;Genomförd\n' >t.csv
    run figure "*((a['id'], a['outcome'], a.get('left'), a.get('missing')) for a in d['years']['2021']['activities'])" < <("$MEDFIN" prioritise p.ini -f json)
    [ "$output" = "('mässa', 'fits', -2000.0, None) ('kurs', 'outside', None, 6000.0) ('film', 'outside', None, 9000.0)" ] || { echo "$output"; return 1; }
    # When one may pass the other the film waits for 5 000 alone.
    run figure "*((a['id'], a.get('missing')) for a in d['years']['2021']['activities'])" < <("$MEDFIN" prioritise p.ini --fill -f json)
    [ "$output" = "('mässa', None) ('kurs', 6000.0) ('film', 5000.0)" ] || { echo "$output"; return 1; }
    "$MEDFIN" prioritise p.ini --lang sv | grep -q 'genomfört står först'
}
