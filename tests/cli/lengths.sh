#!/bin/sh
# No function is longer than 50 lines and no file longer than 500: split by subject.
set -eu
cd "$MEDFIN_SOURCE"
find src include tests -name '*.[ch]' -exec awk '
    FNR == 1   { opened = 0 }
    FNR == 501 { print FILENAME ": over 500 lines"; long = 1 }
    /^[A-Za-z_].*\(/ { name = $0 }
    /^\{/      { opened = FNR }
    /^\}/      { if (opened && FNR - opened - 1 > 50) {
                     print FILENAME ":" opened ": " FNR - opened - 1 " lines: " name
                     long = 1
                 }
                 opened = 0 }
    END        { exit long }' {} +
