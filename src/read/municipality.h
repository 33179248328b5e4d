#ifndef MEDFIN_READ_MUNICIPALITY_H
#define MEDFIN_READ_MUNICIPALITY_H

/* The rows of tables that are about municipalities: the first two headings of their forms are
   the code and the name. */

#include <medfin/read/csv.h>

#include "tables.h"

enum { MUNICIPALITY_CODE, MUNICIPALITY_NAME };

/* The code and the name of a row, which may share a cell: "1080 Karlskrona". */
void municipality_cells(const struct csv *csv, const struct csv_row *row, struct csv_cell *code, struct csv_cell *name,
                        struct arena *arena);

/* The id of the row's municipality: its code, else its name as an id. */
const char *municipality_id(const char *code, const char *name, struct arena *arena);

/* False after a fault if a table of that layer is not read. */
bool table_may_stand(const struct table *table, struct diags *diags);

/* Whether some column says which municipality a row is of. */
bool names_municipality(const struct csv *csv);
void no_municipality_fault(const struct csv *csv, const struct csv_form *form, struct arena *arena,
                           struct diags *diags);

#endif
