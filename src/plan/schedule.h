#ifndef MEDFIN_PLAN_SCHEDULE_H
#define MEDFIN_PLAN_SCHEDULE_H

/* Amounts over time: per month, per year, in total, once, or stated by year or month. */

#include <medfin/plan/nodes.h>

#include "price_level.h"

/* Of a cost or a funder. */
struct schedule {
    const struct section *payer; /* nothing comes of it where that is refused; NULL: it stands whatever is answered */
    struct price_level level;    /* of its amount */
    const struct series *years, *months; /* amounts by date, NULL or empty for none */
    month first, last;
    month at; /* when an amount once falls */
};

/* The months of a row as nodes, by their place in the plan. */
void schedule_nodes(const struct plan *plan, const struct schedule *schedule, node *months);

#endif
