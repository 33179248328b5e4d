#ifndef MEDFIN_SIMULATE_FOLD_FEES_H
#define MEDFIN_SIMULATE_FOLD_FEES_H

/* Fees in forms: a fee as its derivation says, times those of its payers who are still there. */

#include "fold.h"

/* What of a fee falls in a month of the plan, and in all of them. */
struct form fold_fee_month(const struct fold *fold, const fee_list *fees, int number, month at);
struct form fold_fee(const struct fold *fold, const fee_list *fees, int number);

#endif
