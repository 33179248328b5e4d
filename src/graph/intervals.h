#ifndef MEDFIN_GRAPH_INTERVALS_H
#define MEDFIN_GRAPH_INTERVALS_H

/* Inside bounds: between what each node lies by interval arithmetic, and what it comes to in a few examples. */

#include <medfin/graph/bounds.h>

enum { MOST_DEPTH = 100, EXAMPLES = 4 };

struct interval {
    int64_t low, high;
};

/* What some values of what is not known make of a node; not all operators have one. */
struct examples {
    bool is_none;
    int64_t values[EXAMPLES];
};

/* Of a node that needs something. */
struct known_bounds {
    bool has_interval, has_examples;
    struct interval is;
    struct examples examples;
};

struct linear;

struct bounds {
    const struct graph *graph;
    const struct attempt *attempt;
    const bool *open; /* by node: it is, or lies above, a leaf that varies; NULL: none does */
    struct arena *arena;
    LIST(struct known_bounds) known;
    struct known_place {
        node of; /* 0: free */
        int at;
    } * places; /* of those; open addressing, at most half of the entries taken */
    uint32_t room;
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
bool is_known(const struct bounds *bounds, node of, int64_t *value);
struct interval bounds_of(struct bounds *bounds, node of);
struct examples examples_of(struct bounds *bounds, node of);

#endif
