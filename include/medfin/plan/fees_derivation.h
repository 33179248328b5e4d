#ifndef MEDFIN_PLAN_FEES_DERIVATION_H
#define MEDFIN_PLAN_FEES_DERIVATION_H

/* How a fee was made, step by step: told apart from the steps themselves. */

#include <medfin/plan/fees.h>

/* How one payer's fee was made. */
const struct derivation *fee_derivation(const struct plan *plan, const struct fee *fee, struct arena *arena);
/* And what all its payers pay together. */
const struct derivation *fee_sum_derivation(const struct plan *plan, const struct fee *fee, struct arena *arena);

#endif
