#ifndef MEDFIN_ANALYSIS_COMPARE_H
#define MEDFIN_ANALYSIS_COMPARE_H

/* Scenarios side by side, and the difference between two of them split on its causes: one
   for each changed value, in the order of the files read on top, each evaluated on top of
   the ones before, so that they add up to the öre. */

#include <medfin/analysis/trial.h>
#include <medfin/plan/cash.h>

/* A figure that scenarios are compared by. */
struct compared_figure {
    const char *id;    /* "cost", "gap", "lowest_cash": in JSON and for --by */
    const char *label; /* marked for translation */
    struct cell (*measure)(const struct plan *plan);
};

extern const struct compared_figure compared_figures[];
extern const int compared_figure_count;

struct scenario_case {
    const char *id;    /* the file's name without folder and ending; "base" */
    const char *title; /* of its [scenario], else the id */
    statement_list statements; /* the project's, then its own */
    int own;                   /* the first of its own */
    struct rerun trial;
};

struct comparison {
    const struct scenario_case *cases;
    int count;
    const struct compared_figure *only; /* NULL: the usual ones */
};

/* A step of one scenario: statements that are only valid together form one. */
struct cause {
    const struct statement *first; /* the first of them that states an amount, else the first */
    int figures;                   /* how many do; the others belong to it */
    struct cell *changes;          /* by compared figure */
};

typedef LIST(struct cause) cause_list;

/* From the project as it is without the scenario's own statements to the scenario. */
cause_list compare_causes(const struct scenario_case *scenario, struct arena *arena);

#endif
