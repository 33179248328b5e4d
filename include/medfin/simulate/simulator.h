#ifndef MEDFIN_SIMULATE_SIMULATOR_H
#define MEDFIN_SIMULATE_SIMULATOR_H

/* What a simulation is made with: the values, the plan in forms, figures and margins, and which
   slots are watched for them. */

#include <medfin/simulate/simulate.h>

/* What a simulation is made with, before any trial; NULL when the stated correlations
   contradict one another. Lives in the arena. */
struct simulator *simulator_new(const struct simulation_request *request, struct arena *arena);

/* What there is to know; its figures stand once it has been run. */
const struct simulation *simulator_answer(const struct simulator *simulator);

/* One block of trials by itself: values[value][i] and watched[number][i] of trial first + i.
   Good until the next one. */
struct trial_block {
    const double *const *values;
    const double *const *watched;
    const double *jumped; /* 1: a rounding to whole units is too near to tell where it goes */
};
struct trial_block simulator_block(struct simulator *simulator, uint64_t first);

/* A figure in a trial. */
static inline double reading_in(const struct reading *reading, const struct trial_block *block, int trial)
{
    return reading->watched < 0 ? reading->constant
                                : reading->constant + reading->factor * block->watched[reading->watched][trial];
}

#endif
