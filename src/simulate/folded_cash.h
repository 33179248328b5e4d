#ifndef MEDFIN_SIMULATE_FOLDED_CASH_H
#define MEDFIN_SIMULATE_FOLDED_CASH_H

/* Cash in forms: the payments of the exact plan, whose dates follow the calendar alone, with
   the amounts that a trial gives them. */

#include "folded_plan.h"

/* The balance at the end of each month until the last payment. */
struct affine *folded_cash(const struct folded_plan *folded, int *count);

#endif
