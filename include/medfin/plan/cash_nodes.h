#ifndef MEDFIN_PLAN_CASH_NODES_H
#define MEDFIN_PLAN_CASH_NODES_H

/* When money comes and goes, as nodes. The calendar alone says which payments there are; what comes with each, if
   anything, is a node. */

#include <medfin/plan/nodes.h>

struct node_payment {
    const struct section *payer;
    month first, last, lodged, paid;
    node claimed, held_back, released, set_off, amount; /* as those of struct payment */
    bool is_advance, is_claim;
};

struct cash_nodes {
    int room; /* months from the plan's first to the last in which something may come */
    node opening, receivable, lowest;
    node *paid_out, *received, *balance; /* by month */
    LIST(struct node_payment) payments;  /* payer by payer */
};

struct cash_nodes *cash_nodes_build(struct plan_nodes *nodes);

/* Months until the last payment that is not nothing, at least the plan's: what is shown, not what there is. */
int cash_nodes_shown(const struct plan_nodes *nodes, const struct cash_nodes *cash);

#endif
