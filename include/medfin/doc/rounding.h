#ifndef MEDFIN_DOC_ROUNDING_H
#define MEDFIN_DOC_ROUNDING_H

/* Tables that add up as printed. What a cell shows may be decided already, for every place where its figure stands; the
   others of the table are rounded by the sums that it states, down and across: controlled rounding. */

#include <medfin/doc/doc.h>

/* What each cell of rounded money of the table shows, in whole units: `shown[row * columns + column]`, and each percent
   in hundredths of a percent, 0 for other kinds. Cells that no stated sum ties, or whose sum is unknown, are rounded
   half away from zero. In a sum an empty cell counts as 0; an empty total over other than 0 states no sum, but in a
   hidden row it ties its parts to zero. Exact figures that do not add up are a bug of the caller's. True if any figure
   in sight differs from the exact one. */
bool table_round(const struct doc_table *table, money unit, int64_t *shown, struct arena *arena);

/* What a cell by itself shows, as above. */
int64_t cell_shown(const struct doc_cell *cell, money unit);

/* Whether any cell is of a kind that is rounded. */
bool table_has_money(const struct doc_table *table);

/* Whether a reader does not see the row: it is hidden, for data alone, or optional and all it shows is zero. `shown` as
   above; NULL: it is shown exactly. */
bool row_left_out(const struct doc_table *table, int row, const int64_t *shown);

#endif
