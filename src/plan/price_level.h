#ifndef MEDFIN_PLAN_PRICE_LEVEL_H
#define MEDFIN_PLAN_PRICE_LEVEL_H

/* Prices are stated at the level of the month in which their line starts, and revised
   step by step, each time to whole öre, as payroll and contracts do it. */

#include <medfin/plan/derivation.h>
#include <medfin/plan/nodes.h>

/* A price with its restatements and the steps of its index. */
struct price_level {
    const struct section *section; /* whose price it is */
    const struct fact *stated;
    const struct series *restated; /* NULL for none */
    const struct fact *index;
    month first; /* at whose level the price is stated */
};

/* An amount stated in the month `since`, with the steps of an index behind it up to `at`. */
struct cell cell_revised(const struct plan *plan, struct cell cell, const struct fact *index, month since, month at);
const struct derivation *derive_revised(const struct derivation *derived, const struct fact *index, month since,
                                        month at, struct arena *arena);

struct cell price_level_cell(const struct plan *plan, const struct price_level *level, month at);
/* Whether the month begins a new level. */
bool price_level_turns(const struct price_level *level, month at);
const struct derivation *price_level_derivation(const struct plan *plan, const struct price_level *level, month at,
                                                struct arena *arena);

/* The level of a month as a node, from that of the month before; 0: there is none before. */
node price_level_node(const struct plan_nodes *nodes, const struct price_level *level, month at, node before);
/* An amount of a month with the index's steps behind it. */
node revised_node(const struct plan_nodes *nodes, node of, enum kind kind, const struct fact *index, month since,
                  month at);

#endif
