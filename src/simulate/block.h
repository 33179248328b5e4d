#ifndef MEDFIN_SIMULATE_BLOCK_H
#define MEDFIN_SIMULATE_BLOCK_H

/* A program of slots run for a block of trials at a time: each slot is an array over the
   trials, kept only until it was last needed. */

#include "affine.h"

/* Some slots are watched: their numbers are shown to whoever runs the program, each as soon
   as it stands. */
struct schedule {
    const struct program *program;
    int *steps; /* slots that are needed, in order */
    int step_count;
    int *places; /* by slot: which array holds it */
    int place_count;
    int *watched; /* by slot: its number among the watched, or −1 */
    int watched_count;
};

struct schedule *schedule_new(struct program *program, const int *slots, int count, struct arena *arena);

/* What one thread works in. */
struct bench;

struct bench *bench_new(const struct schedule *schedule, struct arena *arena);

typedef void watcher(void *context, int watched, const double *numbers);

/* Runs the trials first … first + BLOCK − 1; to `clipped` the draws of each value that were set
   to a limit in the first `count` of them are added, where it is given. */
void block_run(const struct schedule *schedule, struct bench *bench, uint64_t first, int count, int64_t *clipped,
               watcher *watch, void *context);

/* Of the block that was run last: the draws of each value; where a rounding to whole units may have gone wrong, 1. */
const double *bench_draws(const struct bench *bench, int value);
const double *bench_jumped(const struct bench *bench);

#endif
