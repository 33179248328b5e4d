#ifndef MEDFIN_PLAN_FEE_NODES_H
#define MEDFIN_PLAN_FEE_NODES_H

/* How a fee is made, as nodes. */

#include <medfin/plan/fees.h>
#include <medfin/plan/nodes.h>

/* One payer's fee of the year, rounded; and what all its payers pay. */
node fee_node(const struct plan_nodes *nodes, const struct fee *fee);
node fee_of_payers_node(const struct plan_nodes *nodes, const struct fee *fee);
/* What of the fees of a group falls in the plan; node 0: nothing. */
node fee_group_in_plan(const struct plan_nodes *nodes, const struct fee_group *group);

/* The months of a tariff's row. */
void tariff_nodes(struct plan_nodes *nodes, struct node_row *row);

#endif
