#ifndef MEDFIN_SIMULATE_RULE_STATES_H
#define MEDFIN_SIMULATE_RULE_STATES_H

/* How the rules fare in the trials of a block: by the forms where these decide, else by the exact plan. */

#include "simulator_fields.h"

/* The state of one rule in each trial of a block. */
struct rule_state {
    double first[BLOCK];   /* the first place that breaks; its place_count for none */
    double near[BLOCK];    /* the first place that lies within its bound; MONEY_LIMIT for none */
    double worst[BLOCK];   /* the least margin of all places */
    double applies[BLOCK]; /* 0: there it is not broken */
};

void rule_states_begin(const struct simulator *simulator, struct rule_state *states);
/* Tests what is watched in every place that watches it. */
void rule_states_test(const struct simulator *simulator, struct rule_state *states, int watched, const double *numbers);

/* Works single trials on the graph: one for each thread. */
struct decider;

struct decider *decider_new(const struct simulator *simulator, struct arena *arena);
void decider_free(struct decider *decider);
/* What is watched for a leaf, while the block is run. */
void decider_keep(struct decider *decider, int watched, const double *numbers);
/* The first `count` trials of the block that was run: where a place that may come first lies within its bound, `first`
   is that of the exact plan from now on. To `decided` the number of such trials is added, by rule. */
void decider_decide(struct decider *decider, const struct bench *bench, struct rule_state *states, int count,
                    int64_t *decided);

#endif
