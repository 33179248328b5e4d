#ifndef MEDFIN_PLAN_IN_KIND_H
#define MEDFIN_PLAN_IN_KIND_H

/* What a funder certifies in kind itself: a cost and the same amount as its financing. An
   amount is spread as amounts are; a percent is of the gross, cash cost and in kind. */

#include <medfin/plan/plan.h>

/* Over the whole project. */
struct cell plan_certified_in_kind(const struct plan *plan, const struct funder *funder);

void in_kind_lay(struct plan *plan, const struct funder *funder);

struct evaluation;
extern const struct evaluation in_kind_evaluation;

#endif
