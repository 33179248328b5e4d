#!/usr/bin/env bats
# Tables of members and inhabitants as people have them. Fees were worked by hand: 3 000 kr and 0,25 kr an inhabitant.

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    printf '[project]\nstart = 2022-01\nend = 2022-12\n\n[tariff kommun]\nfixed = 3 000 kr\nper_inhabitant = 0,25 kr\n\n' >p.ini
    printf '[members]\nfile = m.csv\npopulation = b.csv\n' >>p.ini
    printf 'kommun;år;folkmängd\nTranås;2021;18 900\nSäter;2021;11 180\nFalun;2021;59 800\n' >b.csv
}

# fees: each member's fee and all together, of p.ini.
fees() {
    "$MEDFIN" fees p.ini -f json "$@" | python3 -c '
import json, sys
d = json.load(sys.stdin)
print(*(f["member"] + " " + format(f["fee"], ".2f") for f in d["steps"]), format(d["summary"]["by_tariff"]["kommun"]["sum"], ".2f"))'
}

# 3 000 + 4 725; 3 000 + 2 795; 3 000 + 14 950.
@test "genitives, capitals and decomposed letters are the municipality" {
    printf 'namn;kategori\nTRANA\u030aS KOMMUN;kommun\nSäters kommun;kommun\nFalu\u00a0kommun;kommun\n' >m.csv
    run fees
    [ "$output" = "TRANÅS-KOMMUN 7725.00 Säters-kommun 5795.00 Falu-kommun 17950.00 31470.00" ]
}

@test "an id has no dash at its end, and two scripts are two members" {
    printf 'namn;invånare\nÅ (del);4 000\n東京;8 000\n京都;12 000\n' >m.csv
    run fees
    [ "$output" = "Å-del 4000.00 u6771u4eac 5000.00 u4eacu90fd 6000.00 15000.00" ]
}
