#ifndef MEDFIN_WHATIF_OUTCOMES_H
#define MEDFIN_WHATIF_OUTCOMES_H

/* Every combination of yes and no from the funders that have not granted or decided. */

#include <medfin/whatif/trial.h>

enum { MOST_UNDECIDED = 12 };

struct outcome {
    unsigned refused;       /* bit i: funder i of the undecided says no */
    share probability;      /* of independent answers; −1 while one has no stated chance */
    struct cell gap;        /* of the whole project */
    struct cell worst_year; /* the lowest yearly gap */
    struct cell lowest_cash;
    unsigned failing;      /* bit r: rule r of rule_rows fails in some finding */
    unsigned undetermined; /* or cannot be determined, and does not fail */
    bool holds;            /* every rule does */
};

struct outcomes {
    const struct section *undecided[MOST_UNDECIDED]; /* payers */
    int undecided_count;
    const struct outcome *rows; /* 2ⁿ, worst first: the lowest gap, then most rules failing */
    int count;
    share holds; /* the probability that every rule holds; −1 while one has no stated chance */
};

/* The row in which exactly these say no. */
const struct outcome *outcome_of(const struct outcomes *outcomes, unsigned refused);

/* How many funders are undecided: more than MOST_UNDECIDED is for the caller to refuse. */
int outcomes_undecided(const struct project *project);
struct outcomes outcomes_find(const statement_list *statements, const struct project *project, struct arena *arena);

#endif
