#ifndef MEDFIN_FIGURES_CASH_FIGURES_H
#define MEDFIN_FIGURES_CASH_FIGURES_H

/* The figures of cash, for the table of figures. */

#include <medfin/figures/figure_rows.h>
#include <medfin/plan/cash_nodes.h>

figure_make make_paid_out, make_received, make_cash, make_lowest_cash, make_opening_cash, make_prefinanced,
    make_not_financed, make_receivable;

/* The payment that the figure is of; all its nodes are 0 where there is none. */
const struct node_payment *payment_of(const struct plan *plan, const struct figure *figure);

#endif
