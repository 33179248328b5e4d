#ifndef MEDFIN_PORTFOLIO_CASH_TABLE_H
#define MEDFIN_PORTFOLIO_CASH_TABLE_H

/* Cash in common, month by month. */

#include "parts.h"

void cash_contents(struct doc *doc, const struct cash_in_common *cash, const struct portfolio_sums *sums);

#endif
