#ifndef MEDFIN_PLAN_FEE_NODES_H
#define MEDFIN_PLAN_FEE_NODES_H

/* How a fee is made, as nodes. */

#include <medfin/plan/fees.h>
#include <medfin/plan/nodes.h>

/* Makes the steps of a fee whose payers and inhabitants are told, and what they come to. */
void make_fee(const struct plan *plan, struct fee *fee);

/* What of the fees of a group falls in the plan; node 0: nothing. */
node fee_group_in_plan(const struct plan *plan, const struct fee_group *group);

/* The months of a tariff's row. */
void tariff_nodes(const struct plan *plan, struct row *row);

#endif
