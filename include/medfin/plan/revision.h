#ifndef MEDFIN_PLAN_REVISION_H
#define MEDFIN_PLAN_REVISION_H

/* A plan made anew after values of some sections have changed: the rows that none of them
   touches keep their cells, the others are evaluated as plan_build does it, so that the plan
   is the one that plan_build would give. Whoever revises a plan owns it alone. */

#include <medfin/plan/sums.h>

struct revision;

/* What there is to do whenever values of these sections change, the form of the project
   staying as it is: which sections book rows, and what those are. Lives in the arena. */
struct revision *revision_new(const struct plan *plan, const struct section *const *changed, int count,
                              struct arena *arena);

/* How many rows it evaluates. */
int revision_size(const struct revision *revision);

/* Evaluates them. What the new cells need is taken from `arena`. */
void revision_run(struct revision *revision, struct arena *arena);

/* Rows that it does not evaluate have changed, as another revision of the plan makes them. */
void revision_forget(struct revision *revision);

/* A reading of which only the rows that are made anew are added again. */
const struct cell *revision_by_month(const struct plan *plan, const struct row *reader, row_test *test,
                                     const void *context);

#endif
