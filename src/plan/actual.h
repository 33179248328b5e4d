#ifndef MEDFIN_PLAN_ACTUAL_H
#define MEDFIN_PLAN_ACTUAL_H

/* What was booked in the place of what was planned. */

#include "line.h"

/* Of a project that is followed up: the months of a cost that are closed hold what was booked, those behind them the
   forecast, made of the months as they were planned. */
void actual_nodes(const struct plan *plan, struct row *row);

/* Of a funder whose income is what was booked: that up to the last closed month, and behind it what it is entitled to
   by then less that, at least nothing. */
void income_nodes(const struct plan *plan, struct row *row);

#endif
