#ifndef MEDFIN_SRC_START_COLUMNS_H
#define MEDFIN_SRC_START_COLUMNS_H

/* The columns of a budget: which hold amounts, of which year and of whom, and in which unit. */

#include <medfin/read/amount.h>
#include <medfin/read/grid.h>

#include "headings.h"
#include "words.h"

enum { MOST_BUDGET_COLUMNS = 64 };

enum column_use {
    COLUMN_NOTE, /* texts beside, and numbers of something else */
    COLUMN_NONE, /* was said not to be read */
    COLUMN_CATEGORY,
    COLUMN_STATUS,
    COLUMN_PAYER,  /* the names of those who pay the rows */
    COLUMN_BESIDE, /* amounts of an outcome beside the budget: notes */
    COLUMN_YEAR,
    COLUMN_TOTAL,
    COLUMN_FUNDING, /* "Finansiering" beside "Kostnad": a row with an amount there is a funder */
    COLUMN_FUNDER   /* what one funder pays of each cost */
};

struct budget_column {
    enum column_use use;
    int year;              /* of amounts; 0: of all years together */
    struct year_part part; /* of that year; no months: all of it */
    enum period period;    /* of amounts of no year */
    int power;             /* a number alone is in 10^power kronor */
    bool is_number;        /* of something else than money: a title never stands there */
    const char *heading;
};

struct columns {
    struct budget_column items[MOST_BUDGET_COLUMNS];
    int count;
    int time;                  /* the column that says the years of rows; −1: none */
    int heading_row;           /* −1: there is none */
    int title_end;             /* titles stand in columns before it */
    int first_year, last_year; /* of the project */
    bool is_by_year;           /* else one column at most holds what is of all years together */
    bool is_funding;           /* rows are called by who pays: they are funders until a heading says otherwise */
    bool is_by_funder;         /* a row costs what its funders' columns make: no other column says it */
    bool is_year_assumed;      /* the table names none */
};

/* `said` is what the user says of headings. False after a fault. */
bool columns_find(const struct grid *grid, csv_alias_list *said, struct columns *columns, struct arena *arena,
                  struct diags *diags);

/* The cell of a row in a column; an empty one where the row ends before. */
struct csv_cell column_cell(const struct grid *grid, const struct csv_row *row, int column);

/* Whether the column holds amounts at all, and whether they are of the row's cost. */
bool column_has_amounts(const struct budget_column *column);
bool column_has_cost(const struct budget_column *column);

/* Whether the column is the first with amounts of its year, whose parts may have a column each. */
bool column_begins_year(const struct columns *columns, int column);

/* "D", as spreadsheets call it. */
const char *column_letters(int column, struct arena *arena);

#endif
