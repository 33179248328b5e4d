#ifndef MEDFIN_SIMULATE_SIMULATOR_FIELDS_H
#define MEDFIN_SIMULATE_SIMULATOR_FIELDS_H

/* What a simulator holds, for those that run it: made before any trial and constant while trials run. */

#include <medfin/simulate/simulator.h>

#include "block.h"
#include "leaving.h"

/* A place of a rule, tested on what is watched. */
struct place_test {
    int rule, place;
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
    int *earliest;            /* by rule: the first place that breaks in every trial, or its place_count */
    struct bench *bench;      /* for a block by itself … */
    double (*kept)[BLOCK];    /* … and what is watched of it; NULL until one is asked for */
    struct trial_block block;
};

#endif
