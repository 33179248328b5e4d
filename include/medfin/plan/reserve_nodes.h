#ifndef MEDFIN_PLAN_RESERVE_NODES_H
#define MEDFIN_PLAN_RESERVE_NODES_H

/* Equity, and the reserve that it is held against, as nodes. */

#include <medfin/plan/nodes.h>
#include <medfin/plan/reserve.h>

/* How many months' cost the rule asks for. */
int reserve_months(const struct plan *plan);

node equity_node(const struct plan *plan, month at);

struct reserve_nodes {
    month at;
    node equity, free_equity, required[READINGS], tail, running_year;
    int planned_months;
};

/* Made once for each month. */
const struct reserve_nodes *reserve_nodes_at(const struct plan *plan, month at);

#endif
