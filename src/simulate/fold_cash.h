#ifndef MEDFIN_SIMULATE_FOLD_CASH_H
#define MEDFIN_SIMULATE_FOLD_CASH_H

/* Cash in forms: the payments of the exact plan, whose dates follow the calendar alone, with
   the amounts that a trial gives them. */

#include "fold.h"

/* The balance at the end of each month until the last payment. */
struct form *fold_cash(const struct fold *fold, int *count);

#endif
