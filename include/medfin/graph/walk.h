#ifndef MEDFIN_GRAPH_WALK_H
#define MEDFIN_GRAPH_WALK_H

/* Walking down from a figure to what it is made of. Whoever walks says where to stop, as at a figure that has a
   name of its own: the depth is that of a formula, not of the graph. */

#include <medfin/graph/graph.h>

struct walk_step {
    node of, above; /* `above` has it as an operand; 0 of the first step */
    int depth;
    int place; /* among the operands of `above` */
    int times; /* how often in a row it is taken there */
    bool is_against;
};

/* Whether to go on below. */
typedef bool walk_take(void *context, const struct walk_step *step);

void graph_walk(const struct graph *graph, node of, walk_take *take, void *context);

#endif
