#ifndef MEDFIN_WHATIF_OUTCOMES_H
#define MEDFIN_WHATIF_OUTCOMES_H

/* Every combination of yes and no from the funders that have not granted or decided. */

#include <medfin/base/progress.h>
#include <medfin/whatif/trial.h>

enum { MOST_UNDECIDED = 12 };

struct outcome {
    bool refused[MOST_UNDECIDED]; /* funder i of the undecided says no */
    int refused_count;
    share probability;      /* of independent answers; −1 while one has no stated chance */
    struct cell gap;        /* of the whole project */
    struct cell worst_year; /* the lowest yearly gap */
    struct cell lowest_cash;
    const bool *failing;      /* rule r of rule_rows fails in some finding */
    const bool *undetermined; /* or cannot be determined, and does not fail */
    int failing_count, undetermined_count;
    bool holds; /* every rule does */
};

struct outcomes {
    const struct section *undecided[MOST_UNDECIDED]; /* payers */
    int undecided_count;
    const struct outcome *rows; /* 2ⁿ, worst first: the lowest gap, then most rules failing */
    int count;
    share holds; /* the probability that every rule holds; −1 while one has no stated chance */
};

/* The row in which nobody says no, all do, or funder `undecided` alone. */
const struct outcome *outcome_all_yes(const struct outcomes *outcomes);
const struct outcome *outcome_all_no(const struct outcomes *outcomes);
const struct outcome *outcome_one_no(const struct outcomes *outcomes, int undecided);

/* Who is undecided, at most MOST_UNDECIDED of them: those who pay the most, in all, the most first. */
int outcomes_largest(const struct plan *plan, const struct section *payers[MOST_UNDECIDED]);

/* A yes from all, and a no from each of these alone: the rows of outcome_all_yes and outcome_one_no. */
struct outcomes outcomes_alone(const statement_list *statements, const struct project *project,
                               const struct section *const *payers, int count, struct arena *arena);

/* How many funders are undecided: more than MOST_UNDECIDED is for the caller to refuse. */
int outcomes_undecided(const struct project *project);
/* `progress` may be NULL. */
struct outcomes outcomes_find(const statement_list *statements, const struct project *project,
                              const struct progress *progress, struct arena *arena);

#endif
