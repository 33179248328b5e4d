#ifndef MEDFIN_SIMULATE_SIMULATOR_FIELDS_H
#define MEDFIN_SIMULATE_SIMULATOR_FIELDS_H

/* What a simulator holds, for those that run it: made before any trial and constant while trials run. */

#include <medfin/graph/bounds.h>
#include <medfin/graph/users.h>
#include <medfin/simulate/simulator.h>

#include "block.h"
#include "leaving.h"

/* A place of a rule, tested on what is watched; −1: whether it applies. */
struct place_test {
    int rule, place;
};

static inline const struct reading *tested_reading(const struct simulated_rule *rule, int place)
{
    return place < 0 ? &rule->applying : &rule->places[place].reading;
}

/* A leaf of the graph that the trials vary: constant + factor × a draw, or × what is watched. */
struct drawn_leaf {
    node of;
    struct open_leaf range; /* what the draws may make of it */
    int draw;               /* −1: none, the reading watches */
    struct reading reading;
    double most;   /* beyond it whole numbers could have no room for what is made of it */
    bool is_share; /* a percent, which may also grow what it is of */
};

struct simulator {
    struct arena *arena;
    struct simulation answer;
    struct schedule *schedule;
    int watched_count;
    const leaving_list *leaving;
    int *counts_of; /* by watched: its number among those whose quantiles are asked for, or −1 */
    int counted;
    double *same; /* by counted: what a hundredth of an öre is of it */
    int *sum_of;  /* by watched: its number among those whose means are asked for, or −1 */
    int summed;
    struct place_test *tests; /* in the order of what they watch … */
    int *first_test;          /* … those of watched w from first_test[w] to first_test[w + 1] */
    int *earliest;            /* by rule: the first place that breaks in every trial, or its place_count; … */
    double *doubtful;         /* … the first that lies within its bound in every trial, or MONEY_LIMIT */
    struct drawn_leaf *leaves;
    int leaf_count;
    const struct users *users; /* of the graph, to work a trial on it */
    struct bench *bench;       /* for a block by itself … */
    double (*kept)[BLOCK];     /* … and what is watched of it; NULL until one is asked for */
    struct trial_block block;
};

#endif
