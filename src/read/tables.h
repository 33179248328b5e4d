#ifndef MEDFIN_READ_TABLES_H
#define MEDFIN_READ_TABLES_H

/* A table in CSV that a key of the project file names. */

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>

struct table {
    const char *named;  /* the file, as the project says it */
    struct place place; /* where it says so */
    const char *source; /* that its section gives; NULL: none */
    int layer, order;   /* of its statements; of its own source */
};

/* Read it, and add what it says. */
typedef void table_add(const struct table *table, statement_list *statements, struct arena *arena, struct diags *diags);

#endif
