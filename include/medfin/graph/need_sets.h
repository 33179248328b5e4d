#ifndef MEDFIN_GRAPH_NEED_SETS_H
#define MEDFIN_GRAPH_NEED_SETS_H

/* Sets of unknowns, each kept once: a figure holds the number of its set. Set 0 is the empty one. */

#include <stdint.h>

#include <medfin/base/arena.h>

/* Numbers of the project's unknowns; the empty set is NULL. */
struct needs {
    int words; /* 64 numbers each */
    uint64_t bits[];
};

struct need_sets {
    struct arena *arena;
    const struct need_sets *below; /* sets with lower numbers, which stay as they are; NULL: none */
    int words;
    LIST(const struct needs *) own;
    uint32_t *table, room; /* their numbers by what is in them; 0: free */
};

struct need_sets need_sets_new(int unknowns, struct arena *arena);
/* Sets on top of those, which may be read by others meanwhile. */
struct need_sets need_sets_above(const struct need_sets *below, struct arena *arena);

uint32_t need_set_of(struct need_sets *sets, int unknown);
uint32_t need_set_union(struct need_sets *sets, uint32_t a, uint32_t b);
/* NULL of the empty one. */
const struct needs *need_set(const struct need_sets *sets, uint32_t set);
int need_sets_count(const struct need_sets *sets);

#endif
