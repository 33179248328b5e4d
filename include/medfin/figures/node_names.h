#ifndef MEDFIN_FIGURES_NODE_NAMES_H
#define MEDFIN_FIGURES_NODE_NAMES_H

/* Which nodes of a plan have a name to be told by: months of rows, sums of rows over months, figures by month. Equal
   months are one node and have a name each. */

#include <medfin/figures/figure.h>

struct node_name {
    const struct row *row; /* its months first..last; or … */
    const int *rows;       /* … those of so many rows, by their numbers in the plan; or … */
    int row_count;
    const struct figure *figure; /* … a figure */
    month first, last;
    const struct node_name *next; /* of the same node */
};

struct node_names;

/* Of the nodes that there are; lives in the arena. */
const struct node_names *node_names_new(const struct plan *plan, struct arena *arena);

int node_names_count(const struct node_names *names);

/* The first of the node's names; NULL: it has none. */
const struct node_name *node_names_of(const struct node_names *names, node of);

#endif
