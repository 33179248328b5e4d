#ifndef MEDFIN_SRC_PLAN_PAYMENTS_H
#define MEDFIN_SRC_PLAN_PAYMENTS_H

#include <medfin/plan/cash_nodes.h>

/* Adds the payments of the funder that the row is of, in the order of dates. */
void funder_payments(const struct plan *plan, struct cash_nodes *cash, struct row *row);

#endif
