#ifndef MEDFIN_GRAPH_ATTEMPT_H
#define MEDFIN_GRAPH_ATTEMPT_H

/* Other values tried in the place of some leaves: the graph stays as it is, and the figures above those leaves
   have values and needs of their own here. Any number of attempts stand beside one another on one graph, each in
   an arena of its own. */

#include <medfin/graph/users.h>

struct attempt;

/* Of `figures` alone what they are made of is computed; NULL: all that lies above the leaves. */
struct attempt *attempt_new(const struct users *users, const node *leaves, int count, const node *figures,
                            int figure_count, struct arena *arena);

/* A value for one of the leaves, by its place among them, which is known from then on. */
void attempt_put(struct attempt *attempt, int leaf, int64_t value);
/* The figures above what was put since the last run. */
void attempt_run(struct attempt *attempt);

/* What a node comes to, and what it needs; NULL: nothing. */
int64_t attempt_read(const struct attempt *attempt, node of, const struct needs **needs);
int64_t attempt_value(const struct attempt *attempt, node of);
/* How many nodes it computes. */
int attempt_count(const struct attempt *attempt);

#endif
