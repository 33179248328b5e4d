#ifndef MEDFIN_DOC_TABLE_H
#define MEDFIN_DOC_TABLE_H

/* A table: rows of cells, and which rows and columns are sums of which. */

#include <medfin/doc/cell.h>

struct doc_column {
    const char *title;
    int part_of; /* the column that holds its total, which is no part itself, or -1 */
    bool wraps;  /* text that may be broken over lines */
};

struct doc_row {
    const char *label;
    int indent;                /* levels */
    int part_of;               /* the row that holds its total, or -1; always a row further on */
    int sign;                  /* +1, or -1: in its total it counts against */
    bool is_total, is_heading; /* a heading has a label alone */
    bool optional;             /* left out where every figure that it would show is zero */
    enum {
        FOR_ALL,
        FOR_DATA,
        FOR_PAGES
    } readers;              /* of a long table: a spreadsheet has all rows, a page
                               some and a word for the others */
    bool hidden;            /* takes part in the sums and is not shown: what balances two totals */
    const char *path;       /* what the keys of its cells are below ("rules[0]"), or NULL */
    struct doc_cell *cells; /* one a column */
};

struct doc_table {
    const char *caption;
    const char *label_title; /* above the labels */
    const struct doc_column *columns;
    int column_count;
    LIST(struct doc_row) rows;
    struct doc_cell *cells; /* of rows that are still to come */
    bool labels_wrap;
    bool first_against; /* of a total over columns the first part counts against, as cost in financing
                           less cost */
    bool in_kronor;     /* amounts to the öre leave their unit to the caption: there are many, or they are long */
    bool is_list;       /* each row tells of one thing in words: on a narrow page its cells stand below one another */
    bool unit_in_label; /* a row's label says what its money is in: the others are of something else */
    bool is_keys;       /* key figures: a label, a figure of its own unit, and in words what it is of */
    bool no_sums;       /* figures that do not add up, as quantiles: each is rounded by itself */
};

struct doc;

/* Room for so many rows at once, where a table is long. */
void doc_table_room(struct doc *doc, struct doc_table *table, int rows);

/* A new row with empty cells, part of no total; its number is table->rows.count − 1.
   Good until the next row. */
struct doc_row *doc_row(struct doc *doc, struct doc_table *table, const char *label, int indent);

/* For people: without the columns in which no row says anything; none of them is a part of another. */
void doc_table_drop_empty(struct doc *doc, struct doc_table *table);

/* The key of a row's cell, whole; NULL if it has none. */
const char *cell_key(struct arena *arena, const struct doc_row *row, const struct doc_cell *cell);

#endif
