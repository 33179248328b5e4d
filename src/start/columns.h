#ifndef MEDFIN_SRC_START_COLUMNS_H
#define MEDFIN_SRC_START_COLUMNS_H

/* The columns of a budget: which hold amounts, of which year, and in which unit. */

#include <medfin/read/amount.h>
#include <medfin/read/grid.h>

enum { MOST_BUDGET_COLUMNS = 64 };

enum column_use {
    COLUMN_NOTE, /* texts beside, and numbers of something else */
    COLUMN_CATEGORY,
    COLUMN_STATUS,
    COLUMN_YEAR,
    COLUMN_TOTAL
};

struct budget_column {
    enum column_use use;
    int year;  /* of amounts; 0: of all years together */
    int power; /* a number alone is in 10^power kronor */
    const char *heading;
};

struct columns {
    struct budget_column items[MOST_BUDGET_COLUMNS];
    int count;
    int heading_row;           /* −1: there is none */
    int title_end;             /* titles stand in columns before it */
    int first_year, last_year; /* of the project */
    bool is_by_year;           /* else only one column holds amounts, of all years together */
    bool is_year_assumed;      /* the table names none */
};

/* False after a fault. */
bool columns_find(const struct grid *grid, struct columns *columns, struct arena *arena, struct diags *diags);

/* The cell of a row in a column; an empty one where the row ends before. */
struct csv_cell column_cell(const struct grid *grid, const struct csv_row *row, int column);

#endif
