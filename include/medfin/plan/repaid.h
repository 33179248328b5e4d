#ifndef MEDFIN_PLAN_REPAID_H
#define MEDFIN_PLAN_REPAID_H

/* Money of funders that want back what is over: of each counts at most the cost that is eligible to it, and of all
   together at most the eligible booked cost. What does not count is owed back, and fills no reserve. All nodes are
   öre to date, up to and with the month `last`. */

#include <medfin/plan/nodes.h>
#include <medfin/plan/sums.h>

node funder_paid_node(const struct plan *plan, const struct funder *funder, month last);
/* The cost in its own months, or of the years that it states, in kind counted; `eligible_only`: of it what is eligible
   to the funder. */
node funder_cost_node(const struct plan *plan, const struct funder *funder, bool eligible_only, month last);
/* What counts of its money. */
node funder_counted_node(const struct plan *plan, const struct funder *funder, month last);

/* What counts of each, added up; and the bound of all together. */
node counted_node(const struct plan *plan);
node eligible_booked_node(const struct plan *plan, month last);
node counted_together_node(const struct plan *plan, month last);

/* At the project's end, what they have paid beyond that: of a funder beyond what counts of its money, of all together
   beyond the bound of all, and the sum of these; 0 where there is no such money. */
node funder_owed_node(const struct plan *plan, const struct funder *funder);
node owed_together_node(const struct plan *plan);
node owed_back_node(const struct plan *plan);

/* What has come to stay: the money of all others, all in kind, and what counts of the repaid. */
node income_to_stay_node(const struct plan *plan, month last);

#endif
