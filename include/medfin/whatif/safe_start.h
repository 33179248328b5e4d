#ifndef MEDFIN_WHATIF_SAFE_START_H
#define MEDFIN_WHATIF_SAFE_START_H

/* What is safe to start before the undecided have answered: the project as planned, paid by
   nothing but what is granted or decided. In kind pays no bill, so cost and money are in cash. */

#include <medfin/plan/cash.h>
#include <medfin/whatif/trial.h>

/* Cost against secured money over some months. */
struct covered {
    struct cell cost, money;
    /* The last month up to and with which the cost so far is no more than the money of the
       whole span; −1 where it is more in the first month, or something is unknown. */
    month through;
};

struct safe_start {
    const struct plan *plan; /* where all who are undecided say no */
    struct covered whole;
    const struct covered *years;
    int first_year, year_count;
    struct cell lost_in_kind; /* work that falls away with those who say no */
    struct cell limit;        /* that cash is held against */
    struct cell lowest_cash;
    month lowest, below; /* the month of the lowest cash; the first month below the limit; −1: none */
};

struct safe_start safe_start_find(const statement_list *statements, const struct plan *plan, struct arena *arena);

#endif
