# For tests of tables that become projects.

# made TABLE [OPTION…]: its project in p.ini, what was told in `told`; prints cost and financing.
made() {
    "$MEDFIN" init --from "$@" 2>told >p.ini
    "$MEDFIN" budget p.ini -f json |
        python3 -c "import json, sys
total = json.load(sys.stdin)['total']
print(total['cost']['total'], total['financing']['total'])"
}

# section ID: its lines.
section() {
    sed -n "/^\[[^ ]* $1\]/,/^$/p" p.ini
}
