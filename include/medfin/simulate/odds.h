#ifndef MEDFIN_SIMULATE_ODDS_H
#define MEDFIN_SIMULATE_ODDS_H

/* How the rules fare in several scenarios in the same trials: a value that two of them share is drawn alike in both, so
   that the difference is told much closer than each by itself. */

#include <medfin/simulate/simulate.h>

/* One rule, whomever it is about, in one scenario. */
struct rule_odds {
    bool applies, unknown; /* unknown: in none of the trials is it determined */
    int64_t broken;        /* trials in which it is */
    int64_t alone, spared; /* of them those in which the first scenario does not break it; the other way round */
};

/* Of simulations with as many trials, each of which kept its breaches: by rule, then by simulation. The first is what
   the others are held against. Lives in the arena. */
const struct rule_odds *odds_find(const struct simulation *const *simulations, int count, struct arena *arena);

/* The standard error of what the probability of a breach differs by from the first scenario's, in parts. */
share odds_difference_error(const struct rule_odds *odds, int64_t trials);

#endif
