#ifndef MEDFIN_PLAN_LEDGER_BALANCE_H
#define MEDFIN_PLAN_LEDGER_BALANCE_H

/* Cash and equity of an association as its ledger has them: what is stated of a closed month stands in the place of
   what is computed, and the plan goes on from the last such month. */

#include <medfin/plan/cash_nodes.h>

/* What the ledger has at the end of that month; 0: nothing is stated of it. */
node ledger_cash_node(const struct plan *plan, month at);

/* Equity of a month at or behind a stated one: that, and what the plan's own, `computed`, changes since. 0: none is
   stated up to it. */
typedef node equity_computed(const struct plan *plan, month at);
node ledger_equity_node(const struct plan *plan, month at, equity_computed *computed);

/* The month behind the last that cash is stated of, in which debts and claims outside cash are settled, and what comes
   of them; the claims of funders come by their own terms. The month before the plan's first, and 0: none is, or equity
   is not stated of the same month. */
month ledger_settled_month(const struct plan *plan);
node ledger_settled_node(const struct plan *plan, const struct cash_nodes *cash);

#endif
