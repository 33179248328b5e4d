#ifndef MEDFIN_FIGURES_LEAVES_H
#define MEDFIN_FIGURES_LEAVES_H

/* What a figure rests on: the leaves of the graph below it. */

#include <medfin/figures/figure.h>

struct leaf {
    const struct section *section;
    const struct fact *fact;
};

/* The stated values and defaults that a figure or a node rests on, each once, in the order in which they are met; of a
   sum over rows in the order of the file. Of what a status takes away
   only the status is met. */
typedef LIST(struct leaf) leaf_list;
leaf_list figure_leaves(const struct plan *plan, const struct figure *figure, struct arena *arena);
leaf_list node_leaves(const struct plan *plan, node of, struct arena *arena);

#endif
