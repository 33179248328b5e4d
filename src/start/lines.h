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
    ROW_OF,     /* "varav projektledare": parts of the row above */
    ROW_COUNT,  /* "Antal deltagare": numbers that are no money */
    ROW_REMARK,
    ROW_USES
};

struct budget_row {
    const struct csv_row *row;
    int number; /* in the spreadsheet, from 1 */
    enum row_use use;
    bool is_funding;
    bool is_off; /* its total is not that of its years or funders, which was told */
    const char *title;
    const char *group;      /* the heading that it stands under, or its cell of a category; "" */
    struct amount *amounts; /* of each column; words in a line's are unknown */
    const char *id;         /* of its section, of a line */
    const char *borne_by;   /* the funder that gives the cost in kind; NULL: nobody */
    bool gives;             /* a cost in kind that nobody is said to give: a funder of its own does */
    bool is_given;          /* a funder whose sum is in kind */
    enum {
        SUM_AGREES,
        SUM_ROUNDED,
        SUM_PARTLY,
        SUM_DIFFERS,
        SUM_OFF
    } sum; /* of a sum; partly: rows of it are unknown,
               off: rows of it are not what they say */
};

struct lines {
    const struct grid *grid;
    const struct columns *columns;
    struct budget_row *items; /* of each row of the grid */
    int count;
    const char **funder_ids; /* of each column that is a funder's, where funders have no rows; else NULL */
    money *borne;            /* what the funder of each column gives in kind */
};

/* All rows, with the faults of their cells in `diags`, and a warning of each sum that is not that of its rows. */
struct lines lines_read(const struct grid *grid, const struct columns *columns, struct arena *arena,
                        struct diags *diags);

/* How many rows are used so; of lines, those of the part. */
int lines_count(const struct lines *lines, enum row_use use, bool is_funding);

/* What the row says in all: its years, else the column of all years, else what its funders make. An unknown is 0. */
money row_total(const struct lines *lines, const struct budget_row *row);

/* Whether an amount of the row is unknown. */
bool row_is_unknown(const struct lines *lines, const struct budget_row *row);

/* Whether the column's amounts are of that kind of row. */
bool column_is_of(const struct budget_column *column, bool is_funding);

/* What the column's amounts make over all costs; `is_unknown` if one of them is. */
money column_total(const struct lines *lines, int column, bool *is_unknown);

#endif
