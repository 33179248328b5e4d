#!/bin/sh
# No set of a table's rows is held as bits of a number: tables outgrow a number of 32 bits, and a shift past its end
# takes another row in silence. A set is a bool for each row (base/marks.h), or a list of pointers to rows. So whoever
# shifts or sets bits is on a list, with how many lines do it and why.
set -eu
cd "$MEDFIN_SOURCE"

allowed='
include/medfin/graph/graph.h 1 the sign of an operand
src/base/arena.c 1 powers of two, as sizes
src/graph/attempt.c 3 nodes in rising order, in as many words as they take
src/graph/graph.c 4 hashes
src/graph/need_sets.c 3 the unknowns of a set, in as many words as they take, and a hash of them
src/graph/store.h 2 a page and a place on it
src/plan/cell.c 4 the unknowns that a cell needs, in as many words as they take
src/read/encoding.c 3 bytes of UTF-8
src/simulate/affine.c 1 a hash
src/simulate/curve.c 7 the bits of a fraction
src/simulate/draw_kinds.c 2 a chance in 64 bits
src/simulate/philox.c 3 words of random bits
src/simulate/ranking.c 4 powers of two, as counts, and the sign of a number
src/simulate/ranking.h 1 powers of two, as counts
src/simulate/sampling.c 3 a hash
src/simulate/simulate.c 1 a power of two, as a count
src/whatif/solve.c 1 a power of two, as a count
src/write/json.c 1 a pair of surrogates
src/write/json_tree.c 1 a hash
'

# Lines with a shift, a bit set or cleared, or bits counted; not those within a text.
found=$(grep -rnE --include='*.[ch]' '<<|>>|[|]=|&=|__builtin_popcount' src include |
    grep -vE ':[^"]*"[^"]*(<<|>>)[^"]*"' | cut -d: -f1 | sort | uniq -c | awk '{ print $2, $1 }')
listed=$(printf '%s' "$allowed" | awk 'NF { print $1, $2 }' | sort)
[ "$found" = "$listed" ] || {
    printf 'a set of rows as bits of a number? Bits are set or shifted here, by file and lines:\n%s\nand this is the list:\n%s\n' \
        "$found" "$listed"
    exit 1
}
