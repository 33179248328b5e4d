#ifndef MEDFIN_READ_STATEMENTS_H
#define MEDFIN_READ_STATEMENTS_H

/* The outline of a file as statements, values read. */

#include "outline.h"

/* The outline as statements of a layer, values read; false after a fault. */
bool statements_add(const struct outline *outline, int layer, statement_list *statements, struct arena *arena,
                    struct diags *diags);

/* A value as a statement's; `statement` has its key, operation and places. */
bool statement_value(struct statement *statement, const char *text, struct arena *arena, struct diags *diags);

#endif
