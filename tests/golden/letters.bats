#!/usr/bin/env bats
# Letters: whole drafts, what they may hold, and whether a written one still holds.

bats_require_minimum_version 1.5.0

setup() {
    cd "$MEDFIN_SOURCE" || return 1
    letters=tests/golden/letters
    project=scenarios/jamtland-2021-2023/project.ini
    assumed=scenarios/jamtland-2021-2023/antaganden.ini
    refused=scenarios/jamtland-2021-2023/utan-1-1-medel.ini
    letter=$BATS_TEST_TMPDIR/letter.md
    member=scenarios/blekinge-medlemskap
    cash=total.financing.by_funder.region.cash
}

# The letter without what binds it.
read_by_people() {
    sed -E 's/<data [^>]*>|<\/data>|<!--[^>]*-->//g' "$1"
}

# Wide enough for a figure's whole row.
check() {
    COLUMNS=120 "$MEDFIN" letter "$@" --check "$letter" --lang en
}

@test "the draft for the region's officer" {
    "$MEDFIN" letter $project $assumed >"$letter"
    diff -u $letters/jamtland.md "$letter"
}

@test "Blekinge's order in English, with amounts that nobody knows yet" {
    "$MEDFIN" letter $project --template blekinge --lang en >"$letter"
    diff -u $letters/blekinge-open.md "$letter"
}

@test "a certificate of co-financing" {
    "$MEDFIN" letter $project $assumed --template intyg --funder lansstyrelsen >"$letter"
    diff -u $letters/intyg.md "$letter"
}

# Who has not decided certifies nothing.
@test "a certificate is one of who has decided, else a letter of intent" {
    run -0 "$MEDFIN" letter $project $assumed --template intyg --funder lansstyrelsen --set funder.lansstyrelsen.status=decided
    [[ $(read_by_people <(echo "$output")) == *'# Medfinansieringsintyg'* ]]
    run -0 "$MEDFIN" letter $project $assumed --template intyg --funder lansstyrelsen --lang en
    [[ $(read_by_people <(echo "$output")) == *'# Letter of intent on co-financing'* ]]
}

# 4 386 436,88 kr of cost and 4 321 377,60 kr of fees, as the report has them; nobody there sets aside money of its own.
@test "an association's letter is its board's to the meeting" {
    "$MEDFIN" letter scenarios/sekom-2021/project.ini scenarios/sekom-2021/antaganden.ini >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$BATS_TEST_TMPDIR/read"
    grep -qx '1. att budgeten för 2021–2023 fastställs: kostnader 4 386 437 kronor, intäkter 4 321 378 kronor,' "$BATS_TEST_TMPDIR/read"
    run ! grep -qE 'Medfinansiering av|avsätter' "$BATS_TEST_TMPDIR/read"
    # No funder is asked, and no amount is unknown: no heading says so.
    run ! grep -qE 'säger nej|Uppgifter som saknas' "$BATS_TEST_TMPDIR/read"
    run -0 check scenarios/sekom-2021/project.ini scenarios/sekom-2021/antaganden.ini
}

@test "a neutral letter has its proposal first, and its tables last" {
    "$MEDFIN" letter $project $assumed --template tjansteskrivelse >"$letter"
    sed -n 's/^## //p' "$letter" | diff - <(printf '%s\n' 'Förslag till beslut' Sammanfattning Ärendebeskrivning \
        'Om en finansiär säger nej' 'Ekonomiska konsekvenser' 'Övriga konsekvenser' Beslutsunderlag \
        'Beslutet skickas till' 'Bilaga: kalkyl')
    run ! grep -qE '^$' <(sed -n '/^$/{N;/^\n$/p}' "$letter")
    run -0 check $project $assumed
    # A unknown amount brings its heading back.
    "$MEDFIN" letter $project --template tjansteskrivelse | grep -qx '## Uppgifter som saknas'
}

# Held against the other commands' figures, and shares worked apart.
@test "no figure in the draft that the model does not give" {
    for scenario in $assumed $refused; do
        "$MEDFIN" letter $project $scenario >"$letter"
        "$MEDFIN" budget $project $scenario -f json >"$BATS_TEST_TMPDIR/budget.json"
        "$MEDFIN" compare $project $scenario --outcomes -f json >"$BATS_TEST_TMPDIR/outcomes.json"
        python3 -B $letters/figures.py "$letter" "$BATS_TEST_TMPDIR"/{budget,outcomes}.json $project $assumed
    done
}

@test "a figure of nobody's is seen" {
    "$MEDFIN" letter $project $assumed | sed 's/avsätter/avsätter 17 kronor av/' >"$letter"
    "$MEDFIN" budget $project $assumed -f json >"$BATS_TEST_TMPDIR/budget.json"
    "$MEDFIN" compare $project $assumed --outcomes -f json >"$BATS_TEST_TMPDIR/outcomes.json"
    run -1 python3 -B $letters/figures.py "$letter" "$BATS_TEST_TMPDIR"/{budget,outcomes}.json $project $assumed
    [ "$output" = 17.0 ]
}

# As the paper RUN/578/2020 words them.
@test "the points of the decision are worded as the region words them" {
    "$MEDFIN" letter $project >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qxF '1. Region Jämtland Härjedalen avsätter 1 185 000 kronor för att delta i Miljö- och klimatråd Jämtlands län under 2021–2023.' "$letter.plain"
    grep -qxF '2. Finansiering sker inom ram för område Hållbar tillväxt.' "$letter.plain"
    grep -qF 'ett ännu okänt belopp, sökt. Beslutas i särskilt ärende, se RUN/453/2020.' "$letter.plain"
}

@test "every built-in template is written whole in both languages, and holds" {
    for lang in sv en; do
        for template in jamtland blekinge intyg; do
            funder=
            [ $template != intyg ] || funder='--funder regionala-medel'
            for scenario in '' $assumed $refused; do
                "$MEDFIN" letter $project $scenario --template $template $funder --lang $lang >"$letter"
                ! grep -qF '{{' "$letter"
                run -0 "$MEDFIN" letter $project $scenario --check "$letter"
            done
        done
    done
}

@test "a letter that was written around still holds" {
    "$MEDFIN" letter $project $assumed >"$letter"
    sed -i -e 's/\[Bakgrund och syfte\]/Rådet samlar länet.\n\nDet möts var månad./' -e 's/avsätts genom detta beslut/avsätts nu/' \
        -e 's/\xc2\xa0/ /g' -e 's/^I tjänsten/Enligt uppdrag/' -e 's/$/\r/' "$letter"
    run -0 check $project $assumed
    [[ $output == *"bindings hold."* ]]
}

@test "a letter is held against the calculation of today" {
    "$MEDFIN" letter $project $assumed >"$letter"
    run -1 check $project $assumed --set 'funder.region.amount=1,2 mnkr total'
    [[ $output == *"Region Jämtland Härjedalen avsätter 1 185 000 kronor för att delta i Miljö- och"* ]]
    [[ $output == *"$cash  1 185 000 kronor  1 200 000 kronor  the calculation has changed"* ]]
    grep -qE 'financing, 2021 +395 000 +400 000 +the calculation has' <<<"$output"
    [[ $output != *"by hand"* ]]
}

@test "a figure that was changed by hand is told from one that was overtaken" {
    "$MEDFIN" letter $project $assumed >"$letter"
    sed -i -e 's/1\xc2\xa0185\xc2\xa0000\xc2\xa0kronor<\/data> för/1 200 000 kronor<\/data> för/' \
        -e '0,/395\xc2\xa0000/s//396 000/' "$letter"
    run -1 check $project $assumed
    [ "$(grep -c '^\(financing\|funders\|total\).*' <<<"$output")" = 2 ]
    [[ $output == *"financing, 2021  396 000        395 000  the letter was changed by hand"* ]]
    [[ $output == *"$cash  1 200 000 kronor  1 185 000 kronor  the letter was changed by hand"* ]]
}

@test "what is gone from the project is told, and what a part would say now" {
    "$MEDFIN" letter $project $assumed >"$letter"
    run -1 check $project $refused
    [[ $output == *"refusals.regionala-medel.missing "*"the project has no such"* ]]
    [[ $output == *"funders "*"this part would say other things now: write it anew"* ]]
}

# EU pays 50 of the 50 kr of 2021, and 60 of the 100 kr in all: 60 % of that. With 10 kr of the region the financing of
# 2021 is 10 kr more than its cost.
@test "a warning names its rule and whom it is of" {
    cat >"$BATS_TEST_TMPDIR/p.ini" <<'INI'
[project]
start = 2021-01
end   = 2022-12
[cost c]
2021 = 50 kr
2022 = 50 kr
[funder eu]
title  = EU *fonden*
2021   = 50 kr
2022   = 10 kr
status = decided
max_share = 60 %
[funder region]
2021   = 10 kr
2022   = 40 kr
own    = yes
status = decided
INI
    "$MEDFIN" letter "$BATS_TEST_TMPDIR/p.ini" --template jamtland --lang en >"$letter"
    read_by_people "$letter" | sed -n '/^By the calculation/,/^#/p' >"$BATS_TEST_TMPDIR/told"
    diff -u - "$BATS_TEST_TMPDIR/told" <<'TOLD'
By the calculation, no condition is broken.

This is to be noted:

- Budget balances (2021): The financing exceeds the cost; funders want back their part of it, the rest adds to the equity.
- Within highest share (EU \*fonden\*, 2021): It holds over the whole project, but not at the end of the year shown.
- Sources and decisions (EU \*fonden\*, region): The decision has no reference.
- Sources and decisions: Figures without a source.

## Proposal of the director of the region
TOLD
    run -0 check "$BATS_TEST_TMPDIR/p.ini"
}

# 414 941,42 kr at the end of 2023 against 525 932,47 in both readings and 332 409,39 to wind down.
@test "the reserve is told in each reading, with the one that decides" {
    network="scenarios/sekom-2021/project.ini scenarios/sekom-2021/antaganden.ini"
    "$MEDFIN" letter $network --lang en >"$letter"
    grep -q 'counted on the year.s running cost (decides): at most <data value="reserve.running.missing [0-9a-f]*">110.\+991.\+kronor</data> is missing; counted on the months ahead: ' "$letter"
    grep -q 'counted on winding down: the requirement is met\.' "$letter"
    run -0 check $network
    run -1 check $network --set reserve.basis=winding_down
    grep -q "^verdicts .*this part would say other things now" <<<"$output"
    run -1 check $network --set 'project.opening_equity=479 000 kr'
    grep -qE 'reserve.running.missing +110 991 kronor +111 991 kronor' <<<"$output"
    run -1 check $network --set 'reserve.closing_costs=?'
    grep -q "^verdicts .*this part would say other things now" <<<"$output"
}

@test "a binding that lost its end is told" {
    "$MEDFIN" letter $project $assumed >"$letter"
    sed -i '0,/<\/data>/s///' "$letter"
    run -1 check $project $assumed
    [[ $output == *"project.reference "*"the end of the binding is gone"* ]]
    sed -i '/<!--\/medfin-->/d' "$letter"
    run -1 check $project $assumed
    [[ $output == *"financing "*"the end of the binding is gone"* ]]
}

@test "a whole table that is gone from the letter is told" {
    for format in md html; do
        "$MEDFIN" letter $project $assumed -f $format >"$letter"
        sed -i '/medfin:table cost/,/\/medfin-->/d' "$letter"
        run -1 check $project $assumed
        [[ $output == *"letter.md:"*"cost "*"it is not in the letter any longer"* ]]
        [[ $output != *"financing "* ]]
        # Struck from the list in the head, it is meant.
        sed -i '/medfin:letter/s/ cost / /' "$letter"
        run -0 check $project $assumed
    done
}

@test "a check in JSON" {
    "$MEDFIN" letter $project $assumed >"$letter"
    line=$(grep -n '^1\. ' "$letter" | cut -d: -f1)
    run -1 "$MEDFIN" letter $project $assumed --set 'funder.region.amount=1,2 mnkr total' --check "$letter" -f json
    python3 -c "
import json, sys
told = json.load(sys.stdin)
sentence = [s for s in told['sentences'] if s['figures'][0]['key'] == '$cash'][0]
assert sentence['place'].endswith('letter.md:$line'), sentence['place']
assert sentence['figures'][0]['why'] == 'the calculation has changed'
" <<<"$output"
}

@test "a template of one's own, and the same letter in thousands" {
    printf '%s\n' '{{project.title}}: {{total.cost.total}}, {{staff.projektledare.share}} tjänst.' '' \
        'Se {{ funder.region.frame }}. {{index.lonerevision.2023-04}} {{nothing' >"$letter.mall"
    run -3 "$MEDFIN" letter $project $assumed --template "$letter.mall"
    sed -i 's/ {{nothing/ \\{{nothing/; s/\\{{/\\{\\{/' "$letter.mall"
    "$MEDFIN" letter $project $assumed --template "$letter.mall" --unit tkr >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qxF 'Miljö- och klimatråd Jämtlands län: 2 708 tkr, 50 % tjänst.' "$letter.plain"
    grep -qxF 'Se Område Hållbar tillväxt. 4,1 % \{\{nothing' "$letter.plain"
    run -0 check $project $assumed
}

@test "texts of a project are nothing but texts in its letters" {
    for template in jamtland blekinge 'intyg --funder a--b'; do
        "$MEDFIN" letter $letters/hostile.ini --template $template >"$letter"
        # Not one mark is left that Markdown, HTML or a template would act on.
        ! read_by_people "$letter" | grep -E '(^|[^\\])(<[a-z/!]|\{\{|`|\]\()'
        ! grep -q $'\u202e' "$letter"
        run -0 check $letters/hostile.ini
    done
}

@test "the same as HTML" {
    page=$BATS_TEST_TMPDIR/letter.html
    for scenario in $project $letters/hostile.ini; do
        "$MEDFIN" letter "$scenario" -o "$page"
        "$MEDFIN" letter "$scenario" -o "$letter"
        run -0 "$MEDFIN" letter "$scenario" --check "$page"
        [ "$(grep -c '<data ' "$page")" = "$(grep -c '<data ' "$letter")" ]
        # It is a whole page, and it runs and fetches nothing.
        [ "$(head -n 2 "$page" | tail -n 1)" = '<html lang="sv">' ]
        ! grep -iE '<(script|img|b |iframe|link|object)|href=|src="|&lt;!--/medfin' "$page" | grep -v '&lt;script'
        python3 -c "
import html.parser, sys
class page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attributes):
        assert tag in 'html head meta title style body main p br div data h1 h2 h3 ul ol li table thead tbody tr th td strong'.split(), tag
        if tag not in ('meta', 'br'):
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert tag == 'br' or self.open.pop() == tag, tag
reader = page()
reader.feed(open(sys.argv[1], encoding='utf-8').read())
assert not reader.open
" "$page"
    done
    "$MEDFIN" letter $project $assumed -o "$page"
    run -1 "$MEDFIN" letter $project $assumed --set 'funder.region.amount=1,2 mnkr total' --check "$page" --lang en
    grep -qE 'financing, 2021 +395 000 +400 000' <<<"$output"
    grep -qE "$cash +1 185 000 kronor +1 200 000 kronor" <<<"$output"
}

@test "the same project gives the same letter" {
    "$MEDFIN" letter $project $assumed >"$letter"
    (cd / && TZ=Asia/Tokyo LC_ALL=C "$MEDFIN" letter "$MEDFIN_SOURCE/$project" "$MEDFIN_SOURCE/$assumed") | cmp - "$letter"
}

@test "a binding that an editor broke in two lines is still one" {
    "$MEDFIN" letter $project $assumed | sed -E 's/<data value="([^ ]+) /<data\nvalue="\1\n/g; s/<!--medfin:(part|table) ([a-z]+) /<!--medfin:\1\n\2\n/' >"$letter"
    run -0 check $project $assumed
    [[ $output == *"all 44 bindings hold."* ]]
    run -1 check $project $assumed --set 'funder.region.amount=1,2 mnkr total'
    [[ $output == *"$cash  1 185 000 kronor  1 200 000 kronor  the calculation has changed"* ]]
}

@test "a byte order mark hides no letter" {
    for format in md html; do
        { printf '\xef\xbb\xbf' && "$MEDFIN" letter $project $assumed -f $format; } >"$letter"
        run -0 check $project $assumed
    done
}

# 1 185 000 + 120 000 kr in cash against 2 610 000 kr: 1 305 000 kr is missing.
@test "what is missing already is said before what a refusal would add" {
    "$MEDFIN" letter $project $refused >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qF 'Av kostnaden saknar 1 305 000 kronor finansiering.' "$letter.plain"
    grep -qF 'saknas sammanlagt 1 425 000 kronor' "$letter.plain"
    "$MEDFIN" letter $project $assumed >"$letter"
    ! grep -qF 'saknar' "$letter"
}

# 25 000 + 60 × 450 + 8 000 kr; 80 % of 110 × 450, + 20 000 kr.
@test "a member's letter tells its effort and benefit, without the file's own words" {
    "$MEDFIN" letter $member/project.ini $member/medlem.ini --template blekinge >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qxF 'Medlemskap i Sveriges Ekokommuner: år 2021 är den egna insatsen 60 000 kronor och nyttan 59 600 kronor.' "$letter.plain"
    grep -qE '^\| Egna timmar per år +\| 60 ' "$letter.plain"
    ! grep -q membership "$letter.plain"
    run -0 check $member/project.ini $member/medlem.ini
}

# Break-even by hand: hours (59 600 − 25 000 − 8 000) ÷ 450 = 59,11…; travel 8 000 − 400; hours saved
# 40 000 ÷ (0,8 · 450) = 111,11…; share used 40 000 ÷ (110 · 450) = 80,808… %; purchases 20 000 + 400. The fee that
# the benefit is worth: 59 600 − 27 000 − 8 000.
@test "a membership has a letter of its own, which follows its conditions" {
    "$MEDFIN" letter $member/project.ini $member/medlem.ini >"$letter"
    diff -u $letters/medlemskap.md "$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    # 400 kr of 60 000 settle nothing; 60 hours at 80 % of 450 kr and 20 000 kr are 18 400 kr too little.
    grep -qxF 'att [ansluta sig / inte ansluta sig] till Sveriges Ekokommuner från och med 2021,' "$letter.plain"
    "$MEDFIN" letter $member/project.ini $member/medlem.ini --set membership.hours_saved=60 | read_by_people /dev/stdin |
        sed 's/\xc2\xa0/ /g' | grep -qxF 'att inte ansluta sig till Sveriges Ekokommuner.'
    grep -qF 'Nyttan motsvarar en avgift på högst 24 600 kronor om året.' "$letter.plain"
    for row in 'Egna timmar per år +\| 60 +\| högst 59,11' 'Egna resor +\| 8 000 kr/år +\| högst 7 600 kr/år' \
        'Timmar som nätverket sparar per år +\| 110 +\| minst 111,12' 'Hur stor del [a-zåäö ]+\| 80 % +\| minst 80,81 %' \
        'Inköp som inte behövs +\| 20 000 kr/år +\| minst 20 400 kr/år'; do
        grep -qE "^\| $row +\|\$" "$letter.plain"
    done
    run -0 check $member/project.ini $member/medlem.ini
    # Twenty hours more a year are worth 7 200 kr: then the benefit is 6 800 kr above, and another decision is due.
    run -1 check $member/project.ini $member/medlem.ini --set membership.hours_saved=130
    [[ $output == *"joining "*"this part would say other things now: write it anew"* ]]
    "$MEDFIN" letter $member/project.ini $member/medlem.ini --set membership.hours_saved=130 >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qxF 'att ansluta sig till Sveriges Ekokommuner från och med 2021,' "$letter.plain"
    grep -qxF 'att avsätta 25 000 kronor till avgiften för 2021,' "$letter.plain"
    grep -qF 'År 2021 är nyttan 6 800 kronor större än den egna insatsen.' "$letter.plain"
}

# 25 000 and, a tenth more, 27 500 kr; in 2022 59 600 − 62 500.
@test "a membership over several years speaks of the one with the least to spare" {
    cat >"$letter.ini" <<'INI'
[scenario]
title = Två år
[project]
end = 2022-12
[index avgift]
new     = yes
2022-01 = 10 %
[tariff region]
index = avgift
INI
    "$MEDFIN" letter $member/project.ini $member/medlem.ini "$letter.ini" >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qF 'År 2022, då det fattas mest, är nyttan 2 900 kronor mindre än den egna insatsen.' "$letter.plain"
    grep -qE '^\| Avgift +\| 25 000 \| 27 500 \| 52 500 \|$' <(sed 's/ \+/ /g' "$letter.plain")
    "$MEDFIN" letter $member/project.ini $member/medlem.ini "$letter.ini" --set membership.hours_saved=120 --lang en >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qxF 'to set aside 25 000 kronor for the fee of 2021, and 52 500 kronor in all for 2021–2022,' "$letter.plain"
}

@test "a membership that is out of line, and one whose fee nobody knows" {
    "$MEDFIN" letter $member/project.ini $member/annat-natverk.ini --lang en >"$letter"
    grep -qF 'The network is not in line with the own work, which no benefit makes up for.' "$letter"
    grep -qF 'No amount decides: the network is not in line with the own work.' "$letter"
    ! grep -qF 'table break-even' "$letter"
    # 20 250 + 4 000 − 18 000 − 6 000 kr.
    "$MEDFIN" letter $member/project.ini --set 'membership.fee=?/year' --lang en >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$letter.plain"
    grep -qF '[to join, or not to join,] Sveriges Ekokommuner from 2021,' "$letter.plain"
    grep -qF 'The benefit makes up for a fee of at most 250 kronor a year.' "$letter.plain"
    grep -qE "^\| The network's fee +\| not yet known +\| at most 250 kr/year \|" "$letter.plain"
    run -0 check $member/project.ini --set 'membership.fee=?/year'
}

# In the place of pandoc a script that tells what its files are called, and gives back what it reads.
# bats test_tags=posix,programs
@test "another program gets files without a name, so that nothing can be left behind" {
    cat >"$BATS_TEST_TMPDIR/pandoc" <<END
#!/bin/sh
said=\$(for at in 0 1 2 3; do readlink /proc/\$\$/fd/\$at; done)
echo "\$said" >>$BATS_TEST_TMPDIR/files
grep -c 'function Table' /dev/fd/3 >>$BATS_TEST_TMPDIR/besides
cat
END
    chmod +x "$BATS_TEST_TMPDIR/pandoc"
    PATH=$BATS_TEST_TMPDIR:$PATH "$MEDFIN" letter $project $assumed -o "$BATS_TEST_TMPDIR/letter.odt"
    # Two calls; the first has the filter, the second the form of the pages.
    [ "$(grep -c ' (deleted)$' "$BATS_TEST_TMPDIR/files")" = 8 ]
    [ "$(xargs <"$BATS_TEST_TMPDIR/besides")" = '1 0' ]
    cmp "$BATS_TEST_TMPDIR/letter.odt" $letters/jamtland.md
}

@test "a template's own HTML runs and fetches nothing in a page" {
    cat >"$letter.mall" <<'END'
# {{project.title}}

![bilden](/etc/passwd) <img src="x" onerror="a()"> [runs](javascript:a()) [goes](https://example.org)
[öppnar](file:///etc/passwd) [ritar](data:text/html,passwd) [bredvid](passwd.pdf) [skriver](MAILTO:a@example.org) me@example.org :smile:

<object data="/etc/passwd"></object>
<link rel="attachment" href="/etc/passwd">

<!--medfin:part summary 00000000--> <img src="x">

<data value="x" onclick="a()">y</data>

{{part summary}}
END
    "$MEDFIN" letter $project $assumed --template "$letter.mall" -o "$letter.html"
    ! grep -iE '<(img|object|link)|passwd|onerror|onclick|javascript' "$letter.html"
    for word in bilden runs öppnar ritar bredvid me@example.org :smile:; do
        grep -qF "$word" "$letter.html"
    done
    [ "$(grep -o '<a ' "$letter.html" | wc -l)" = 2 ]
    grep -qF '<a href="MAILTO:a@example.org">skriver</a>' "$letter.html"
    grep -qF '<a href="https://example.org">goes</a>' "$letter.html"
    run -0 "$MEDFIN" letter $project $assumed --check "$letter.html"
}

# The worked example of following up: 65 144,04 asked for, 6 514,40 held back.
@test "a claim's letter says what claim does, to the öre, and holds until the ledger changes" {
    cd "$MEDFIN_SOURCE/scenarios/klimatrad-uppfoljning"
    letter=$BATS_TEST_TMPDIR/r.md
    "$MEDFIN" letter project.ini utfall.ini --template rekvisition --funder stat -o "$letter"
    said() {
        sed 's/<[^>]*>//g; s/\xc2\xa0/ /g' "$1"
    }
    said "$letter" | grep -F 'Region Exempel begär utbetalning av 58 629,64 kronor från stat för 2021-04 till 2021-06.'
    said "$letter" | grep -F 'Periodens stödberättigande kostnader är 130 288,07 kronor, och hittills 222 507,07 kronor av beslutade 488 616,21 kronor.'
    said "$letter" | grep -F '| 5010 Lokalhyra ' | grep -F '9 150,00 kr'
    run ! grep -F 'kalender' "$letter"
    run -0 "$MEDFIN" letter project.ini utfall.ini --check "$letter"
    # With the claim stated as lodged, the next one is of another period, and this letter still of its own.
    { cat utfall.ini; printf '[rekvisition stat-1]\nfinansiär = stat\ntill_och_med = 2021-03\nbelopp = 40 000 kr\n'; } >"$BATS_TEST_TMPDIR/utfall.ini"
    cp bokforing.se "$BATS_TEST_TMPDIR"
    run -1 "$MEDFIN" letter project.ini "$BATS_TEST_TMPDIR/utfall.ini" --check "$letter" --lang en
    [[ ${output//$'\xc2\xa0'/ } == *"58 629.64"* || ${output//$'\xc2\xa0'/ } == *"58 629,64"* ]]
    # 111 253,54 − 40 000 = 71 253,54, of which a tenth is held back.
    [[ ${output//$'\xc2\xa0'/ } == *"64 128,19"* ]]
}

@test "reports of a project that is followed up have no heading over nothing" {
    cd "$MEDFIN_SOURCE/scenarios/klimatrad-uppfoljning"
    for template in lagesrapport slutrapport arsrapport; do
        "$MEDFIN" letter project.ini utfall.ini --template $template -o "$BATS_TEST_TMPDIR/$template.md"
        run ! grep -E '^## (Aktiviteter|Indikatorer)$|^### ' "$BATS_TEST_TMPDIR/$template.md"
        "$MEDFIN" letter project.ini utfall.ini --check "$BATS_TEST_TMPDIR/$template.md"
    done
    "$MEDFIN" letter project.ini "$MEDFIN_SOURCE/tests/golden/follow-up/indikatorer.ini" --template arsrapport -o "$BATS_TEST_TMPDIR/i.md"
    grep -Fx '## Indikatorer' "$BATS_TEST_TMPDIR/i.md"
    "$MEDFIN" letter project.ini "$MEDFIN_SOURCE/tests/golden/follow-up/indikatorer.ini" --check "$BATS_TEST_TMPDIR/i.md"
    cd "$MEDFIN_SOURCE/tests/golden/follow-up"
    "$MEDFIN" letter aktiviteter.ini aktiviteter-utfall.ini --template lagesrapport -o "$BATS_TEST_TMPDIR/a.md"
    grep -Fx '## Aktiviteter' "$BATS_TEST_TMPDIR/a.md"
    grep -F 'Tolv handläggare' "$BATS_TEST_TMPDIR/a.md"
    "$MEDFIN" letter aktiviteter.ini aktiviteter-utfall.ini --check "$BATS_TEST_TMPDIR/a.md"
}

@test "a final claim is called so, and a claim of months that are open is refused" {
    cd "$MEDFIN_SOURCE/scenarios/klimatrad-uppfoljning"
    cp bokforing.se "$BATS_TEST_TMPDIR"
    sed 's/2021-06/2021-12/' utfall.ini >"$BATS_TEST_TMPDIR/utfall.ini"
    run -0 "$MEDFIN" letter project.ini "$BATS_TEST_TMPDIR/utfall.ini" --template rekvisition --funder stat --final
    [[ $output == *"Detta är slutrekvisitionen."* ]]
    run -2 "$MEDFIN" letter project.ini utfall.ini --template rekvisition --funder stat --final
    run -2 "$MEDFIN" letter project.ini utfall.ini --template rekvisition
    run -2 "$MEDFIN" letter project.ini utfall.ini --template lagesrapport --funder stat
    run -0 "$MEDFIN" letter project.ini utfall.ini --template intyg --funder stat
}

# Cash fails whatever B says: 50 % of 120 000 is claimed every sixth month and comes three months later.
@test "a refusal is blamed for nothing that fails anyway, and no sentence ends in an empty list" {
    printf '[project]\nlanguage = en\nstart = 2027-01\nend = 2027-12\n[cost k]\namount = 120 000 kr/year\n[funder a]\nstatus = decided\nremainder = yes\nown = yes\n[funder s]\nstatus = granted\nshare = 50 %%\npaid = claims\nclaim_every = 6\npayment_lag = 3\n[funder b]\nstatus = applied\namount = 10 000 kr total\n' >"$BATS_TEST_TMPDIR/p.ini"
    run -0 "$MEDFIN" letter "$BATS_TEST_TMPDIR/p.ini"
    [[ $output == *"the project is financed all the same."* && $output != *"not met: ."* && $output != *"not met: <data"*"></data>."* ]]
    [[ $output != *"conditions are then not met"* ]]
}

# part_granted: 300 kr of which 100 kr is granted, and 200 kr is not.
part_granted() {
    printf '%s\n' '[project]' 'owner = Kommunen' 'start = 2021-01' 'end = 2023-12' '[cost c]' 'amount = 300 kr total' \
        '[funder f]' 'title = Staten' 'status = applied' 'reference = R1' '2021 = 100 kr granted' '2022 = 100 kr' \
        '2023 = 100 kr estimated' >"$BATS_TEST_TMPDIR/p.ini"
}

@test "of who has granted a part it is told what is decided and what is not" {
    part_granted
    "$MEDFIN" letter "$BATS_TEST_TMPDIR/p.ini" --template tjansteskrivelse --lang en >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' | grep -qx -- '- Staten: 300 kronor. Of this, 100 kronor is decided, see R1, and 200 kronor is not decided yet: 2021 granted, 2022 applied, 2023 estimated.'
    run -0 check "$BATS_TEST_TMPDIR/p.ini"
    "$MEDFIN" letter "$BATS_TEST_TMPDIR/p.ini" --template intyg --funder f --lang sv >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' >"$BATS_TEST_TMPDIR/read"
    grep -qx '# Medfinansieringsintyg, till en del avsiktsförklaring' "$BATS_TEST_TMPDIR/read"
    grep -qx -- '- Beslut: delvis beslutat: 2021 beviljad, 2022 sökt, 2023 beräknad' "$BATS_TEST_TMPDIR/read"
    grep -qx 'Av detta är 100 kronor beslutade och 200 kronor inte beslutade än: 2021 beviljad, 2022 sökt, 2023 beräknad.' "$BATS_TEST_TMPDIR/read"
    # All of it granted: a certificate, which needs no such words.
    "$MEDFIN" letter "$BATS_TEST_TMPDIR/p.ini" --template intyg --funder f --lang sv --set funder.f.2022='100 kr granted' \
        --set funder.f.2023='100 kr granted' | read_by_people - >"$BATS_TEST_TMPDIR/read"
    grep -qx '# Medfinansieringsintyg' "$BATS_TEST_TMPDIR/read"
    run ! grep -q 'inte beslutade' "$BATS_TEST_TMPDIR/read"
}

# 1 000 kr more of each of 102 municipalities: Munkfors 4 000 + 3 725 × 0,30 = 5 117,50 kr, Borås 4 000 + 113 714 × 0,30 = 38 114,20 kr.
# 82 × 25 000 inhabitants and 927 537 of the named ones, of 10 379 295: 28,6873 %.
@test "a board's letter says what fees are today and as proposed, and what the members cover" {
    local sekom=scenarios/sekom-2021
    "$MEDFIN" letter $sekom/project.ini $sekom/hojd-avgift.ini --set 'members.country=10 379 295' >"$letter"
    read_by_people "$letter" | sed 's/\xc2\xa0/ /g' | tr -s ' ' >"$BATS_TEST_TMPDIR/read"
    grep -qx '2. att avgiften för Kommuner, fast del, är 5 000 kr (i dag 4 000 kr),' "$BATS_TEST_TMPDIR/read"
    grep -qx '3. att avgifterna i övrigt är oförändrade,' "$BATS_TEST_TMPDIR/read"
    grep -qx '| Kommuner, lägsta avgift | 5 117,50 kr | 6 117,50 kr | 1 000,00 kr |' "$BATS_TEST_TMPDIR/read"
    grep -qx '| Kommuner, högsta avgift | 38 114,20 kr | 39 114,20 kr | 1 000,00 kr |' "$BATS_TEST_TMPDIR/read"
    grep -qx '| \*\*Summa avgifter\*\* | \*\*1 451 261,10 kr\*\* | \*\*1 553 261,10 kr\*\* | \*\*102 000,00 kr\*\* |' "$BATS_TEST_TMPDIR/read"
    grep -qx '| Karlskrona | 23 954,50 kr | 24 954,50 kr | 1 000,00 kr |' "$BATS_TEST_TMPDIR/read"
    grep -q 'tillsammans 2 977 537 invånare, 28,69 % av landets 10 379 295\.' "$BATS_TEST_TMPDIR/read"
    # Three activities that come back ten times a year are told by name.
    grep -q '^| Årskonferens ' "$BATS_TEST_TMPDIR/read"
    run ! grep -q 'Januari 2021' "$BATS_TEST_TMPDIR/read"
    run -0 check $sekom/project.ini $sekom/hojd-avgift.ini --set 'members.country=10 379 295'
    run -1 check $sekom/project.ini $sekom/hojd-avgift.ini --set 'members.country=10 379 295' --set 'tariff.kommun.fixed=6 000 kr'
    # Nothing is proposed where no file on top says another fee: the fees are those of the table.
    "$MEDFIN" letter $sekom/project.ini $sekom/antaganden.ini | read_by_people - | grep -qx '2. att avgifterna för 2021–2023 är de som står nedan,'
}

@test "a county board's decision is of the funder alone, and information decides on no money" {
    "$MEDFIN" letter $project $assumed --template lansstyrelse --funder lansstyrelsen | read_by_people - | sed 's/\xc2\xa0/ /g' >"$BATS_TEST_TMPDIR/read"
    grep -q '^Länsstyrelsen i Jämtlands län beviljar Region Jämtland Härjedalen högst 120 000 kronor till .* Länsstyrelsen i Jämtlands län bidrar med annat än pengar till ett värde av 98 160 kronor\.$' "$BATS_TEST_TMPDIR/read"
    grep -q '^- Region Jämtland Härjedalen: 1 185 000 kronor, beslutat, se RUN/578/2020\.$' "$BATS_TEST_TMPDIR/read"
    run ! grep -q '^- Länsstyrelsen' "$BATS_TEST_TMPDIR/read"
    # Half of 2 610 000 kr at most, on claims every third month.
    "$MEDFIN" letter $project $assumed --template lansstyrelse --funder regionala-medel --lang en | read_by_people - | sed 's/\xc2\xa0/ /g' >"$BATS_TEST_TMPDIR/read"
    grep -q 'at most 1 305 000 kronor for .*, and at most 50 % of its eligible cost, from January 2021 to December 2023\.$' "$BATS_TEST_TMPDIR/read"
    grep -qx -- '- A claim is made every 3 months' "$BATS_TEST_TMPDIR/read"
    "$MEDFIN" letter $project $assumed --template information | read_by_people - >"$BATS_TEST_TMPDIR/read"
    grep -qx 'att lägga informationen till handlingarna.' "$BATS_TEST_TMPDIR/read"
    run ! grep -q 'detta beslut\|avsätter' "$BATS_TEST_TMPDIR/read"
}

@test "what is usual follows from the kind of project, and a template that does not fit is told" {
    "$MEDFIN" letter scenarios/kommunnatverket-2023/kalender.ini | read_by_people - >"$BATS_TEST_TMPDIR/read"
    grep -qx '# Verksamhetsplan 2023: Kommunnätverkets kalender 2023' "$BATS_TEST_TMPDIR/read"
    grep -q 'Februari 2023 (2)' "$BATS_TEST_TMPDIR/read"
    # Nobody is responsible, and nothing costs: neither has a heading.
    run ! grep -qE '^## (Vem som ansvarar|Budget)' "$BATS_TEST_TMPDIR/read"
    "$MEDFIN" letter scenarios/halv-tjanst-2021-2023/project.ini | read_by_people - | grep -qx '## Förslag till beslut'
    run -0 --separate-stderr "$MEDFIN" letter scenarios/sekom-2021/project.ini --template jamtland
    [[ $stderr == *'mallen ”jamtland” handlar om egna medel, och projektet har inga'*'”arsmote” är den vanliga'* ]]
    run -0 --separate-stderr "$MEDFIN" letter $project --template jamtland
    [ -z "$stderr" ]
}

# Half of 300 kr, of a project without a ledger: no list of accounts is enclosed.
@test "a claim encloses accounts only where there is a ledger" {
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' '[project]' 'start = 2021-01' 'end = 2021-12' '[cost c]' 'amount = 1 200 kr total' '[funder f]' \
        'status = granted' 'share = 50 %' 'paid = claims' 'claim_every = 3' '[funder own]' 'own = yes' 'remainder = yes' \
        'status = decided' >p.ini
    printf '%s\n' '[actuals]' 'through = 2021-03' '[cost c]' 'actual.2021-03 = 300 kr' >a.ini
    "$MEDFIN" letter p.ini a.ini --template rekvisition --funder f --lang en >"$letter"
    read_by_people "$letter" | sed -n '/^## Enclosures/,$p' | grep . >enclosed
    diff -u - enclosed <<'END'
## Enclosures
- [ledger extract of the period]
- [progress report]
END
    run -0 check p.ini a.ini
    cd "$MEDFIN_SOURCE/scenarios/klimatrad-uppfoljning"
    "$MEDFIN" letter project.ini utfall.ini --template rekvisition --funder stat 2>/dev/null | grep -qx -- '- Konton och kostnadsslag, nedan'
}

# The same 44 bindings as in Markdown; a decided sum is 100 000 kr more in the text, and one of the cost 1 kr.
# bats test_tags=posix
@test "a letter in Word is checked as it was saved" {
    "$MEDFIN" letter $project $assumed >"$BATS_TEST_TMPDIR/letter.md"
    letter=$BATS_TEST_TMPDIR/letter.docx
    python3 $letters/word.py "$BATS_TEST_TMPDIR/letter.md" "$letter"
    run -0 check $project $assumed
    [[ $output == *"all 44 bindings hold."* ]]
    run -1 check $project $assumed --set 'funder.region.amount=1,2 mnkr total'
    [[ $output == *'Region Jämtland Härjedalen avsätter 1 185 000 kronor för att delta'* ]]
    [[ $output =~ financing,\ Totalt\ +1\ 185\ 000\ +1\ 200\ 000\ +the\ calculation\ has\ changed ]]
    python3 $letters/word.py "$BATS_TEST_TMPDIR/letter.md" "$letter" $'1\xc2\xa0185\xc2\xa0000' $'1\xc2\xa0285\xc2\xa0000'
    run -1 check $project $assumed
    [[ $output == *'the letter was changed by hand'* ]]
    # Without its bookmarks it is a letter of somebody else's.
    python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], "w"); z.writestr("word/document.xml", "<document><body><p><r><t>Hej</t></r></p></body></document>")' "$letter"
    run -3 check $project $assumed
    [[ $output == *'nothing in '*'letter.docx is bound to a calculation'*'Markdown, HTML or Word; OpenDocument and PDF keep no bindings'* ]]
    printf '%%PDF-1.7\n' >"$letter"
    run -3 check $project $assumed
    [[ $output == *'OpenDocument and PDF keep no bindings'* ]]
}
