#ifndef MEDFIN_SIMULATE_FOLDED_PLAN_H
#define MEDFIN_SIMULATE_FOLDED_PLAN_H

/* The plan folded into affine forms: each row's months up to every month, read from the derivation
   of its cells. What the plan can tell how it made, the simulator can make: a new kind of
   line needs nothing here. A figure in which nothing uncertain takes part is the plan's own
   öre.

   A status with a chance is taken as granted in the plan that is folded; all that its funder
   pays or bears is then multiplied by its draw, 1 or 0. */

#include <medfin/model/stated_values.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/derivation.h>

#include "leaving.h"

struct row_forms {
    struct affine *upto;   /* upto[i]: the first i months, plan->count + 1 of them */
    struct affine *months; /* each by itself; NULL where what it books to date is rounded, not each month */
};

struct folded_plan {
    struct arena *arena;
    struct program *program;
    const struct project *project;
    const struct plan *plan;
    const struct figure_list *values; /* by number as they are drawn */
    const leaving_list *leaving;      /* draws behind those of the values */
    struct row_forms *rows;           /* by row of the plan */
};

/* The plan of the statements, folded. The values are those of the project as it stands. */
struct folded_plan *folded_plan_new(const statement_list *statements, const struct figure_list *values,
                                    const leaving_list *leaving, struct program *program, struct arena *arena);

/* The number of the value that the fact states, −1 for a certain one. */
int folded_value(const struct folded_plan *folded, const struct section *section, const struct fact *fact);
struct affine folded_fact(const struct folded_plan *folded, const struct section *section, const struct fact *fact);
/* 1 where the payer pays, 0 where it was refused. */
struct affine folded_status(const struct folded_plan *folded, const struct section *payer);
/* A figure of which no part is the row's own months before. */
struct affine folded_derivation(const struct folded_plan *folded, const struct derivation *node);

/* The sum of what a test takes, over the months that lie in the plan. */
struct affine folded_sum(const struct folded_plan *folded, row_test *test, const void *context, month first,
                         month last);
struct affine folded_selected(const struct folded_plan *folded, const struct selection *selection, month first,
                              month last);
struct affine folded_row(const struct folded_plan *folded, const struct row *row, month first, month last);

/* round(form × parts), parts in billionths. */
struct affine folded_share(const struct folded_plan *folded, struct affine whole, struct affine parts);

/* Opening equity and what income has exceeded cost by, up to and with the month. */
struct affine folded_equity(const struct folded_plan *folded, month at);

#endif
