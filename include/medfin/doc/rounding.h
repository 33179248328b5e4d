#ifndef MEDFIN_DOC_ROUNDING_H
#define MEDFIN_DOC_ROUNDING_H

/* Tables that add up as printed. Every shown figure is one of the two whole units next to
   the exact one, and every total that the table states is the sum of its shown parts, down
   and across. A table in two directions is controlled rounding: an integral circulation in
   the network of its sums, which always exists (Cox, Journal of the American Statistical
   Association 82, 1987). What adds up in one direction alone uses the largest remainder: a
   row of its own over its total column, and the rows of a column that is no part and no total. */

#include <medfin/doc/doc.h>

/* What each cell of rounded money of the table shows, in whole units: `shown[row * columns + column]`,
   0 for other cells. Cells that no stated sum ties, or whose sum is unknown, are rounded half
   away from zero. In a sum an empty cell counts as 0; an empty total over other than 0 states
   no sum, but in a hidden row it ties its parts to zero. Exact figures that do not add up are
   a bug of the caller's. True if any figure in sight differs from the exact one. */
bool table_round(const struct doc_table *table, money unit, int64_t *shown, struct arena *arena);

/* Whether any cell is of a kind that is rounded. */
bool table_has_money(const struct doc_table *table);

/* Whether a reader does not see the row: it is hidden, for data alone, or optional and all it
   shows is zero. A table without money needs no `shown`. */
bool row_left_out(const struct doc_table *table, int row, const int64_t *shown);

#endif
