#ifndef MEDFIN_PLAN_PRICE_LEVEL_H
#define MEDFIN_PLAN_PRICE_LEVEL_H

/* Prices are stated at the level of the month in which their line starts, and revised
   step by step, each time to whole öre, as payroll and contracts do it. */

#include <medfin/plan/nodes.h>

/* A price with its restatements and the steps of its index. */
struct price_level {
    const struct section *section; /* whose price it is */
    const struct fact *stated;
    const struct series *restated; /* NULL for none */
    const struct fact *index;
    month first; /* at whose level the price is stated */
};

/* The level of a month, from that of the month before; 0: there is none before. */
node price_level_node(const struct plan *plan, const struct price_level *level, month at, node before);
/* An amount of a month with the index's steps behind it. */
node revised_node(const struct plan *plan, node of, enum kind kind, const struct fact *index, month since, month at);

#endif
