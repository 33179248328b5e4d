#ifndef MEDFIN_GRAPH_INTERVALS_H
#define MEDFIN_GRAPH_INTERVALS_H

/* Inside bounds: between what each node lies by interval arithmetic, and what it comes to in a few examples. Both are
   worked for one node after the other, as they were made, as far as somebody has asked. */

#include <medfin/graph/bounds.h>

#include "store.h"

enum { MOST_DEPTH = 100, EXAMPLES = 4 };

struct interval {
    int64_t low, high;
};

/* Of a node that may come to anything. */
#define NO_EXAMPLE INT64_MIN

struct linear;

struct bounds {
    const struct graph *graph;
    const struct attempt *attempt;
    const bool *open; /* by node: it is, or lies above, a leaf that varies; NULL: none does */
    const struct open_leaf *leaves;
    int leaf_count;
    struct arena *arena;
    LIST(struct interval) intervals;      /* by node */
    LIST(int64_t) examples[EXAMPLES];     /* by node */
    int steps;                            /* left of a proof */
    struct linear *forms[MOST_DEPTH + 1]; /* as far as one has gone into parts; NULL: never so far */
    struct assumed {
        node condition;
        bool stands;
    } assumed[MOST_DEPTH];
    int assumed_count;
};

struct bounds *intervals_new(const struct graph *graph, const struct attempt *attempt, struct arena *arena);
/* Before anything is asked. */
void intervals_vary(struct bounds *bounds, const struct open_leaf *leaves, int count);

/* A number farther from 0 is no bound. */
bool is_bound(int64_t number);
struct interval bounds_of(struct bounds *bounds, node of);
/* What one choice of values of what is not known makes of the node. */
int64_t example_of(struct bounds *bounds, node of, int example);

static inline bool is_known(const struct bounds *bounds, node of, int64_t *value)
{
    if (bounds->attempt) {
        const struct needs *needs = NULL;
        *value = attempt_read(bounds->attempt, of, &needs);
        return !needs;
    }
    *value = bounds->graph->values.items[of];
    return !bounds->graph->needs.items[of] && !(bounds->open && bounds->open[of]);
}

#endif
