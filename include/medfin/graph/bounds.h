#ifndef MEDFIN_GRAPH_BOUNDS_H
#define MEDFIN_GRAPH_BOUNDS_H

/* What can be said of a figure whatever its unknowns are, jointly, each from 0 to the largest that its key takes:
   interval arithmetic over the graph. Where a sum meets the same node twice it is counted once, and a least or most is
   followed into its parts, so that what cancels is seen to cancel. What is proved holds; what is not may hold too. */

#include <medfin/graph/attempt.h>

struct bounds;

/* Of the graph's own values or, not NULL, of an attempt on it. It lives in the arena, as long as neither changes. */
struct bounds *bounds_new(const struct graph *graph, const struct attempt *attempt, struct arena *arena);

/* Of the graph's own values but for leaves that vary, each between two whole numbers. */
struct open_leaf {
    node of;
    int64_t low, high;
};

struct bounds *bounds_new_open(const struct graph *graph, const struct open_leaf *leaves, int count,
                               struct arena *arena);

/* Whether a sum of nodes, node 0 being nothing, is never below or never above a number. */
bool bounds_prove_least(struct bounds *bounds, node a, node b, int64_t least);
bool bounds_prove_most(struct bounds *bounds, node a, node b, int64_t most);

#endif
