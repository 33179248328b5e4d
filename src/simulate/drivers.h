#ifndef MEDFIN_SIMULATE_DRIVERS_H
#define MEDFIN_SIMULATE_DRIVERS_H

/* What drives a margin: the rank correlation of it with each value, over the first trials. */

#include "rule_states.h"

enum {
    RANKED_BLOCKS = 8,
    RANKED = RANKED_BLOCKS * BLOCK /* trials that are ranked */
};

/* Those trials, block by block; threads may keep different blocks at once. */
struct ranked {
    const struct simulator *simulator;
    double (*values)[RANKED]; /* draws by value, then how often members left, by tariff */
    double (*worst)[RANKED];  /* the least margin by rule */
    double *equity;           /* at the end of the plan */
    int equity_watched;       /* −1: nobody asks */
};

struct ranked *ranked_new(const struct simulator *simulator, struct arena *arena);

/* A block as it was run. */
void ranked_keep(struct ranked *ranked, int block, const struct bench *bench, const struct rule_state *states);

/* Finds what drives each margin, and equity at the end, when all blocks are kept. */
void drivers_find(const struct ranked *ranked, int threads, struct simulation *answer, struct arena *arena);

#endif
