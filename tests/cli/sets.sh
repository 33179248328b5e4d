#!/bin/sh
# No set of a table's rows is held as bits of a number: tables outgrow a number of 32 bits, and a shift past its end
# takes another row in silence. A set is a bool for each row (base/marks.h), or a list of pointers to rows.
set -eu
cd "$MEDFIN_SOURCE"

# Single bits in what is no set of rows, or has room for any number of them: FILE, and why.
allowed='
src/plan/cell.c        the unknowns that a cell needs, in as many words as they take
src/simulate/ranking.h powers of two, as counts
src/simulate/ranking.c powers of two, as counts, and the sign of a number
src/simulate/simulate.c a power of two, as a count
src/simulate/curve.c   the bits of a fraction
'

# One bit set or asked for, and bits counted.
pattern='\b1[uU]?[lL]*\)? *<<|>> *[A-Za-z_.>-]+ *& *1\b|__builtin_popcount'

found=$(grep -rnE --include='*.[ch]' "$pattern" src include || true)
others=$(printf '%s\n' "$found" | while IFS= read -r line; do
    printf '%s' "$allowed" | grep -q "^${line%%:*} " || printf '%s\n' "$line"
done)
if [ -n "$others" ]; then
    printf 'a set of rows as bits of a number?\n%s\n' "$others"
    exit 1
fi

# What no longer needs to be allowed is no longer allowed.
printf '%s' "$allowed" | while read -r file _; do
    [ -z "$file" ] || printf '%s\n' "$found" | grep -q "^$file:" || {
        printf '%s has no single bits: take it off the list\n' "$file"
        exit 1
    }
done
