#ifndef MEDFIN_SHEET_SHEET_H
#define MEDFIN_SHEET_SHEET_H

/* A sheet of a workbook (.xlsx, ISO/IEC 29500) as a source like any text: a line for each of its rows, the cells parted
   by `;` and put in quotes where CSV asks for it. What reads CSV reads it, and a place in it knows its cell.

   A number stands as its shortest decimal of 15 digits, all that a spreadsheet keeps, with a comma; what a formula made
   of more than two decimals is rounded to them. A percentage is `12,5 %`, a date is 2021-05-03, and 2021-05 or 2021
   where it is shown so, a time 09:15. Formulas stand as what was last computed of them. Of merged cells the first has
   the text. Hidden rows and columns are read as the others, and rows are told. */

#include <stdbool.h>

#include <medfin/base/diag.h>

/* What the workbook is in `bytes`: `name` is shown in messages, `order` is its source's. `sheet` is the name of one,
   which stands at `place`; NULL: the first that is not hidden. NULL if it cannot be read; every reason is in `diags`.
 */
const struct source *sheet_read(const char *name, const char *bytes, size_t size, int order, const char *sheet,
                                struct place place, struct arena *arena, struct diags *diags);

/* A cell that holds something, as it was entered, for a reader that knows what should stand where. */
struct sheet_cell {
    int row, column; /* from 0 */
    bool is_number;
    const char *formula; /* without its `=`; NULL: it was entered as it stands */
    const char *text;    /* a number however it is shown as its shortest decimal of 15 digits: "0,5" of 50 % */
    struct place place;
};

struct sheet_cells {
    const struct source *source;
    const struct sheet_cell *items; /* row by row, each from left to right */
    int count;
};

/* The cells of the first sheet that has one of the names, which NULL ends. An error that a cell shows, and a formula
   without a value, are what the cell says. NULL if they cannot be read; every reason is in `diags`. */
const struct sheet_cells *sheet_cells_read(const char *name, const char *bytes, size_t size, int order,
                                           const char *const *sheets, struct arena *arena, struct diags *diags);

#endif
