#ifndef MEDFIN_FIGURES_CASH_FIGURES_H
#define MEDFIN_FIGURES_CASH_FIGURES_H

/* The figures of cash, for the table of figures. */

#include <medfin/figures/figure_rows.h>

figure_make make_paid_out, make_received, make_cash, make_lowest_cash, make_opening_cash, make_prefinanced,
    make_not_financed, make_receivable, make_claimed, make_held_back, make_released, make_set_off, make_set_off_to_date,
    make_amount;

#endif
