#ifndef MEDFIN_GRAPH_USERS_H
#define MEDFIN_GRAPH_USERS_H

/* The graph's edges the other way: who has a node as an operand. Made once for all attempts on a graph, so that
   each costs what lies above its leaves and not a pass over all nodes. */

#include <medfin/graph/graph.h>

struct users;

/* Of the graph as it stands, which must outlive it. Constant: nodes that are made afterwards have no part in it. */
const struct users *users_new(const struct graph *graph, struct arena *arena);
const struct graph *users_graph(const struct users *users);
/* How many nodes the graph had then. */
int users_count(const struct users *users);

/* `count` of them in rising order; one stands as often as it has the node as a part, and against where that is so. */
const operand *users_of(const struct users *users, node of, int *count);

#endif
