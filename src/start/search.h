#ifndef MEDFIN_SRC_START_SEARCH_H
#define MEDFIN_SRC_START_SEARCH_H

/* What is looked at to find the columns of a budget, while they are not known. */

#include "columns.h"

struct search {
    const struct grid *grid;
    csv_alias_list *said;
    struct columns *columns;
    struct arena *arena;
    struct diags *diags;
    int years[MOST_BUDGET_COLUMNS]; /* of each column, under the row that is tried */
};

/* What a cell says as an amount; its faults are not told. */
struct amount search_amount(const struct search *search, const struct csv_cell *cell);

/* An amount, known or not, or a number that cannot be read as one for certain. */
bool search_is_money(const struct search *search, const struct csv_cell *cell);

/* How many cells of the column below a row are amounts. */
int search_money(const struct search *search, int row, int column);

/* Whether most of what the column holds below a row are amounts. */
bool search_holds_numbers(const struct search *search, int row, int column);

/* A row with a text, and an amount in another column. */
bool search_is_line(const struct search *search, const struct csv_row *row);

#endif
