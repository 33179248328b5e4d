#ifndef MEDFIN_SIMULATE_SIMULATE_H
#define MEDFIN_SIMULATE_SIMULATE_H

/* Simulation: every uncertain value drawn, and the plan's figures worked with them, many times.
   They are those of the plan's graph, in double, which differ from the exact ones by rounding alone:
   each figure knows the most that this can be. The same seed gives the same figures on any
   number of threads. */

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
    bool exact;                                   /* quantiles of all samples, not of counts */
    bool by_payer;                                /* each funder's and tariff's years too */
    void (*progress)(void *context, double done); /* NULL; called by the calling thread alone */
    void *context;
};

/* A figure or a margin as the simulator holds it: constant + factor × what it watches. */
struct reading {
    bool unknown; /* needs a `?` */
    int watched;  /* −1: certain, the constant alone */
    double constant, factor;
    double bound; /* the most that the exact plan can differ by */
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
    int64_t first_breaks;   /* trials in which the rule first breaks here */
};

struct simulated_rule {
    const struct rule *rule;
    const struct section *subject;
    const char *person;
    enum place_step step;
    bool unknown;    /* undetermined: needs a `?` */
    bool only_warns; /* no margin breaks it */
    bool certain;    /* no trial differs from another: broken is 0 or all */
    struct simulated_place *places;
    int place_count;
    int64_t broken, near; /* trials that break it; that lie within the bound of doing so or not */
    double *drivers;      /* by value, then by tariff that members leave: rank correlation of its margin */
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

struct simulator;

/* All trials, on as many threads as the system gives. */
void simulator_run(struct simulator *simulator, const struct simulation_request *request);

#endif
