#ifndef MEDFIN_SIMULATE_RULE_STATES_H
#define MEDFIN_SIMULATE_RULE_STATES_H

/* How the rules fare in the trials of a block. */

#include "simulator_fields.h"

/* The state of one rule in each trial of a block. */
struct rule_state {
    double first[BLOCK]; /* the first place that breaks; its place_count for none */
    double near[BLOCK];  /* 1: some place lies within its bound */
    double worst[BLOCK]; /* the least margin of all places */
};

void rule_states_begin(const struct simulator *simulator, struct rule_state *states);
/* Tests what is watched in every place that watches it. */
void rule_states_test(const struct simulator *simulator, struct rule_state *states, int watched, const double *numbers);

#endif
