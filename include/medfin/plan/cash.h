#ifndef MEDFIN_PLAN_CASH_H
#define MEDFIN_PLAN_CASH_H

/* Cash: when money comes and goes. Costs are paid in their month; funders pay monthly, in
   advance or on claims, some time after what they pay for; fees are paid for a year at a time. In kind never touches
   cash. Cash runs on past the project's end until the last payment. */

#include <medfin/plan/plan.h>

/* A claim, or another payment that is owed on a date. */
struct payment {
    const struct section *payer; /* a funder, or a tariff whose fees come then */
    int number;                  /* of its payer, from 1: what paths call it by */
    month first, last;           /* the months that it pays for */
    month lodged, paid;
    struct cell claimed;   /* what accrued in those months */
    struct cell refused;   /* of it, by the funder: it was asked for and not approved */
    struct cell held_back; /* of it, until the final claim */
    struct cell released;  /* by the final claim: what was held back before */
    struct cell set_off;   /* against an advance */
    struct cell amount;    /* what comes: claimed − refused − held back + released − set off, or the advance */
    bool is_advance, is_claim;
    bool is_stated; /* by [claim ID] */
};

typedef LIST(struct payment) payment_list;

struct cash {
    const struct plan *plan;
    int count; /* months from the plan's first to the last payment, at least the plan's */
    struct cell opening;
    struct cell *paid_out; /* by month */
    struct cell *received;
    struct cell *balance;   /* at the end of each month */
    payment_list payments;  /* payer by payer, in the order of dates */
    struct cell receivable; /* owed by funders at the end of the project */
};

/* Lives in the arena. */
const struct cash *cash_build(const struct plan *plan, struct arena *arena);

#endif
