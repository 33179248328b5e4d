#ifndef MEDFIN_SIMULATE_SIMULATE_H
#define MEDFIN_SIMULATE_SIMULATE_H

/* Simulation: every uncertain value drawn, and the plan's figures worked with them, many times.
   They are those of the plan's graph, in double, which differ from the exact ones by rounding alone:
   each figure knows the most that this can be. The same seed gives the same figures on any
   number of threads. */

#include <medfin/base/progress.h>
#include <medfin/figures/figure.h>
#include <medfin/rules/rules.h>
#include <medfin/simulate/histogram.h>
#include <medfin/simulate/sampling.h>

enum { MOST_TRIALS = 100000000, MOST_EXACT_TRIALS = 10000000, MOST_SAMPLED_TRIALS = 1000000, MOST_THREADS = 64 };

/* More members of a tariff than so many are too many to draw one by one: they all stay. */
enum { MOST_LEAVING = 4000 };

enum fan { FAN_COST, FAN_FINANCING, FAN_EQUITY, FAN_CASH, FAN_PAYER, FANS };

struct simulation_request {
    const statement_list *statements;
    const struct project *project; /* that they make */
    uint64_t seed;
    int64_t trials;
    int threads;
    bool exact;                      /* quantiles of all samples, not of counts */
    bool keeps_breaches;             /* which trials break each rule */
    bool by_payer;                   /* each funder's and tariff's years too */
    const struct progress *progress; /* told by the calling thread alone; NULL: nobody */
};

/* A figure or a margin as the simulator holds it: constant + factor × what it watches. */
struct reading {
    bool unknown; /* needs a `?` */
    int watched;  /* −1: certain, the constant alone */
    double constant, factor;
    double bound; /* the most that the exact plan can differ by … */
    bool jumps;   /* … but where a rounding to whole units, as of a fee, is too near to tell where it goes */
};

struct simulated_value {
    const struct section *section;
    const struct fact *fact;
    const struct draw *draw;
    int64_t clipped; /* draws that lay where the value cannot be, and were set to its limit */
};

struct simulated_figure {
    enum fan fan;
    const struct section *payer; /* of FAN_PAYER: a funder or a tariff */
    month at;                    /* the month; of a year its last in the plan … */
    bool is_year;
    node of; /* of the graph of the plan with what may be granted */
    struct reading reading;
    double mean; /* of a year's */
    double quantiles[QUANTILES];
};

/* The figure of the plan that it is the spread of: in JSON the quantiles stand below its path. */
struct figure simulated_as(const struct simulated_figure *figure);

/* What the places of a rule's margin are: the project as a whole, months, or years by their ends. */
enum place_step { PLACE_WHOLE, PLACE_MONTH, PLACE_YEAR };

struct simulated_place {
    node margin, tolerance;
    month at;
    struct reading reading; /* of both */
    bool holds;             /* in every trial, by proof */
    int64_t first_breaks;   /* trials in which the rule first breaks here */
};

struct simulated_rule {
    const struct rule *rule;
    const struct section *subject;
    const char *person;
    node applies;            /* 0: always … */
    struct reading applying; /* … and what says whether it does in a trial: not 0 */
    enum place_step step;
    bool unknown;    /* undetermined: needs a `?` */
    bool only_warns; /* no margin breaks it */
    bool jumps;      /* some place does */
    bool certain;    /* no trial differs from another: broken is 0 or all */
    struct simulated_place *places;
    int place_count;
    int64_t broken;  /* trials that break it */
    bool *breaches;  /* by trial; NULL unless they are kept */
    int64_t decided; /* trials so near to that or to none that the exact plan was asked */
    double *drivers; /* by value, then by tariff that members leave: rank correlation of its margin */
};

struct simulation {
    const struct project *project;
    const struct plan *plan; /* exact; with statuses that have a chance granted. The trials vary its figures' forms */
    uint64_t seed;
    int64_t trials;
    struct draws draws;
    struct simulated_value *values;
    int value_count;
    /* Tariffs whose members leave: they follow the values wherever drivers are told. */
    const struct section **leaving;
    int leaving_count;
    const struct section **staying; /* with a chance to leave, and too many to draw */
    int staying_count;
    struct simulated_figure *figures; /* fan by fan, years before months; payers have years alone */
    int figure_count;
    struct simulated_rule *rules;
    int rule_count;
    double *drivers; /* the same of equity at the end; NULL if that is unknown or certain */
};

/* Whether anything of it is left to chance: a value, a status, or whether members stay. */
bool project_varies(const struct project *project, struct arena *arena);

struct simulator;

/* All trials, on as many threads as the system gives. */
void simulator_run(struct simulator *simulator, const struct simulation_request *request);

#endif
