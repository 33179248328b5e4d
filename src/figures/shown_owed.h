#ifndef MEDFIN_FIGURES_SHOWN_OWED_H
#define MEDFIN_FIGURES_SHOWN_OWED_H

/* What is shown of money to be paid back: what is shown of the money less what is shown of what counts of it, so that
   the parts add up to the whole. */

#include <medfin/figures/shown.h>

/* What counts of each funder's money, added up. */
int64_t shown_counted(struct shown *shown, const struct plan *plan);

/* false: the figure is none of what is owed back. */
bool shown_owed(struct shown *shown, const struct plan *plan, const struct figure *figure, int64_t *whole);

#endif
