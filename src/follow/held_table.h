#ifndef MEDFIN_FOLLOW_HELD_TABLE_H
#define MEDFIN_FOLLOW_HELD_TABLE_H

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* How often activities were held and are planned, each year, against what the plan promises: as the rule finds it.
   Nothing where none promises anything. */
void held_table(struct doc *doc, const struct plan *plan, const char *path);

#endif
