#ifndef MEDFIN_PLAN_CASH_NODES_H
#define MEDFIN_PLAN_CASH_NODES_H

/* When money comes and goes, as nodes. The calendar alone says which payments there are; what comes with each, if
   anything, is a node. */

#include <medfin/plan/nodes.h>

struct node_payment {
    const struct section *payer;
    int number; /* of its payer, from 1 */
    month first, last, lodged, paid;
    node pays;                                                   /* a payer that is refused has no payments to show */
    node claimed, refused, held_back, released, set_off, amount; /* as those of struct payment */
    node set_off_to_date; /* what has been of the advance, this payment's part with it */
    bool is_advance, is_claim;
    bool is_stated; /* by [claim ID]: it was lodged, and need not be what was drawn */
    bool is_empty;  /* fees of no members, as the project stands */
};

struct cash_nodes {
    int room; /* months from the plan's first to the last in which something may come */
    node opening, receivable, lowest;
    node *paid_out, *received, *balance; /* by month */
    LIST(struct node_payment) payments;  /* payer by payer, in the order of dates */
};

/* Made once for a plan. */
const struct cash_nodes *cash_nodes_build(const struct plan *plan);

/* Months until the last payment that is not nothing, at least the plan's: what is shown, not what there is. */
int cash_nodes_shown(const struct plan *plan, const struct cash_nodes *cash);

#endif
