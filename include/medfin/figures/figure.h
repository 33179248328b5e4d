#ifndef MEDFIN_FIGURES_FIGURE_H
#define MEDFIN_FIGURES_FIGURE_H

/* A figure of a plan: a row of the table for a subject and a time. It is a node of the plan's graph, so that it can be
   explained, tried with other values and written as a formula. */

#include <medfin/figures/figure_rows.h>
#include <medfin/plan/sums.h>

enum figure_time { TIME_TOTAL, TIME_YEAR, TIME_QUARTER, TIME_MONTH };
enum figure_form { FORM_TOTAL, FORM_CASH, FORM_IN_KIND };

/* One figure of a plan. */
struct figure {
    const struct figure_row *row;
    const struct section *subject; /* what `*` stands for, but of a sector */
    int number;                    /* a sector; a payment of its payer, from 1; a member of its tariff, from 1 */
    enum figure_form form;
    enum figure_time time;
    month first; /* of a year, quarter or month */
};

/* Whether it is of the row of that path. */
bool figure_is(const struct figure *figure, const char *path);
bool figure_same(const struct figure *a, const struct figure *b);

/* Its months, as its row counts them: whole years and quarters of full-time equivalents, else those in the plan. */
struct months figure_months(const struct plan *plan, const struct figure *figure);

/* The last month that it may be asked for. */
month figure_last(const struct plan *plan, const struct figure *figure);

node figure_node(const struct plan *plan, const struct figure *figure);
/* Makes it the same figure of another plan; false where that has no such line, payer or member. */
bool figure_rebind(const struct plan *plan, struct figure *figure);
struct cell figure_cell(const struct plan *plan, const struct figure *figure);

/* Of which lines, payers and forms it is, whatever its side; and which rows it is the sum of, false: of none. */
struct selection figure_rows_of(const struct figure *figure);
bool figure_selection(const struct figure *figure, struct selection *selection);

/* The month of the lowest cash of the figure's time; −1 while any balance is unknown. */
month lowest_cash_month(const struct plan *plan, const struct figure *figure);

#endif
