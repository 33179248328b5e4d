#ifndef MEDFIN_FIGURES_SHOWN_H
#define MEDFIN_FIGURES_SHOWN_H

/* What people are shown of a plan's money, in whole units: decided once for the plan and the unit, whatever is shown,
   and looked up by everybody, so that a figure reads alike wherever it stands and sums of figures add up.

   It is decided on rows × years: row and year, category and funder, year and whole are each one of the two units next
   to the exact figure, totals the nearest first, then years; a row in kind and its financing are one. Any other sum of
   rows is the sum of what is shown of them. Quarters are rounded under their year, and months under their quarter. A
   balance of cash is the nearest, and what is received and paid out the difference of two. What is alone is the
   nearest. Nothing may be asked of what is unknown. */

#include <medfin/figures/figure.h>

struct shown;

/* Of a plan in a unit of so many öre; nothing is rounded before it is asked for. Lives in the arena. */
struct shown *shown_new(const struct plan *plan, money unit, struct arena *arena);

/* Before anything finer than years is asked for: of a forecast beside its budget, so that what is shown of the
   difference is one of the two units next to it too. */
void shown_agree(struct shown *shown, struct shown *with);

/* A sum of rows over months of the plan. */
int64_t shown_rows(struct shown *shown, row_test *test, const void *context, struct months over);
int64_t shown_sum(struct shown *shown, const struct selection *selection, struct months over);

/* A figure of money. */
int64_t shown_figure(struct shown *shown, const struct figure *figure);

/* A node of money as rules compare them: a sum of rows or a figure as it is shown; a difference of such ones is that of
   what is shown of them; else the nearest. */
int64_t shown_node(struct shown *shown, node of);

#endif
