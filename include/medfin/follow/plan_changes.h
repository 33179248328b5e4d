#ifndef MEDFIN_FOLLOW_PLAN_CHANGES_H
#define MEDFIN_FOLLOW_PLAN_CHANGES_H

/* A plan of activities followed up from one meeting to the next: what changed status, time or cost, what is new and
   what was taken away, how many there are of each status and of each who is responsible, and what is held against what
   the plan promises. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* `title`: of the earlier plan. */
void plan_changes_contents(struct doc *doc, const struct plan *now, const struct plan *before, const char *title);

#endif
