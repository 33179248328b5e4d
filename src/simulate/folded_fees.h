#ifndef MEDFIN_SIMULATE_FOLDED_FEES_H
#define MEDFIN_SIMULATE_FOLDED_FEES_H

/* Fees in forms: a fee as its derivation says, times those of its payers who are still there. */

#include "folded_plan.h"

/* What of a fee falls in a month of the plan, and in all of them. */
struct affine folded_fee_month(const struct folded_plan *folded, const fee_list *fees, int number, month at);
struct affine folded_fee(const struct folded_plan *folded, const fee_list *fees, int number);

#endif
