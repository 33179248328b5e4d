#ifndef MEDFIN_READ_TABLES_H
#define MEDFIN_READ_TABLES_H

/* A table in CSV or a workbook that a key of the project file names. */

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>
#include <medfin/read/csv.h>

struct table {
    struct csv_file file;
    const char *source;      /* that its section gives; NULL: none */
    csv_alias_list *aliases; /* what its section says of headings; NULL: nothing */
    int layer;               /* of its statements */
};

/* Read it, and add what it says. */
typedef void table_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags);

#endif
