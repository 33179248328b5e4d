#ifndef MEDFIN_READ_ACTIVITIES_H
#define MEDFIN_READ_ACTIVITIES_H

/* A plan of activities as people write them: a table with Vad, Hur, Vem, När, Status, Prio. */

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>

/* Read the plan that [activities] names at `place`, as statements of that layer; `order` is its source's. */
void activities_add(const char *named, struct place place, int layer, int order, statement_list *statements,
                    struct arena *arena, struct diags *diags);

#endif
