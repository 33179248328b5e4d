#ifndef MEDFIN_SRC_START_LINES_H
#define MEDFIN_SRC_START_LINES_H

/* The rows of a budget: what each is, and whether its sums are those of their rows. */

#include "columns.h"

enum row_use {
    ROW_ABOVE,    /* the headings, and what stands above them */
    ROW_HEADINGS, /* the headings once more */
    ROW_PART,     /* "Finansiering" */
    ROW_GROUP,    /* what the rows below it are */
    ROW_LINE,     /* a cost, or a funder */
    ROW_SUM,
    ROW_RESULT, /* what financing leaves or lacks */
    ROW_EMPTY,  /* a text, and no amount in any year */
    ROW_REMARK,
    ROW_USES
};

struct budget_row {
    const struct csv_row *row;
    int number; /* in the spreadsheet, from 1 */
    enum row_use use;
    bool is_funding;
    const char *title;
    const char *group;            /* the heading that it stands under, or its cell of a category; "" */
    const struct amount *amounts; /* of each column */
    enum { SUM_AGREES, SUM_ROUNDED, SUM_DIFFERS } sum; /* of a sum */
};

struct lines {
    const struct grid *grid;
    const struct columns *columns;
    struct budget_row *items; /* of each row of the grid */
    int count;
};

/* All rows, with the faults of their cells in `diags`, and a warning of each sum that is not that of its rows. */
struct lines lines_read(const struct grid *grid, const struct columns *columns, struct arena *arena,
                        struct diags *diags);

/* How many rows are used so; of lines, those of the part. */
int lines_count(const struct lines *lines, enum row_use use, bool is_funding);

#endif
