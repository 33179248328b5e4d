#ifndef MEDFIN_CONTENTS_FEES_AGAINST_H
#define MEDFIN_CONTENTS_FEES_AGAINST_H

/* Fees by one plan's tariffs against another's. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* Who pays more and who pays less by another plan's tariffs, and the difference in all. */
void fees_against_contents(struct doc *doc, const struct plan *plan, const struct plan *other, const char *title,
                           int year);

/* The first year of the plan in which somebody pays more or less by the other; its first where none is. */
int fees_differ_from(const struct plan *plan, const struct plan *other, struct arena *arena);

#endif
