#ifndef MEDFIN_PLAN_IN_KIND_H
#define MEDFIN_PLAN_IN_KIND_H

/* What a funder certifies in kind itself: a cost and the same amount as its financing. An
   amount is spread as amounts are; a percent is of the gross, cash cost and in kind. */

#include <medfin/plan/plan.h>

/* What a funder that lines name certifies over the whole project. */
node certified_in_kind_node(const struct plan *plan, const struct funder *funder);

void in_kind_lay(struct plan *plan, const struct funder *funder);

void in_kind_nodes(const struct plan *plan, struct row *row);

#endif
