#ifndef MEDFIN_READ_MUNICIPALITY_H
#define MEDFIN_READ_MUNICIPALITY_H

/* The rows of tables that are about municipalities: the first two headings of their forms are
   the code and the name. */

#include <medfin/read/csv.h>

#include "tables.h"

enum { MUNICIPALITY_CODE, MUNICIPALITY_NAME };

/* Whether the cell has a text; a dash alone says that there is nothing. */
bool cell_says(const struct csv_cell *cell);

/* The code and the name of a row, which may share a cell: "1080 Karlskrona". */
void municipality_cells(const struct csv *csv, const struct csv_row *row, struct csv_cell *code, struct csv_cell *name,
                        struct arena *arena);

/* What a row of a table is, by the words that it begins with. */
enum row_kind { ROW_OF_DATA, ROW_OF_SUM, ROW_OF_NOTE };
enum row_kind row_kind_of(const struct csv_row *row);

/* How many of its texts are more than a number in front: 1, 1.1. */
int row_words(const struct csv *csv, const struct csv_row *row);

/* The record of what was read of a table, its rows not counted yet. */
struct table_record *table_record_of(const struct csv *csv, struct arena *arena);

/* The id of the row's municipality: its code, else its name as an id. */
const char *municipality_id(const char *code, const char *name, struct arena *arena);

/* False after a fault if a table of that layer is not read. */
bool table_may_stand(const struct table *table, struct diags *diags);

/* Whether some column says which municipality a row is of. */
bool names_municipality(const struct csv *csv);
void no_municipality_fault(const struct csv *csv, const struct csv_form *form, struct arena *arena,
                           struct diags *diags);

#endif
