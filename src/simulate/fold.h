#ifndef MEDFIN_SIMULATE_FOLD_H
#define MEDFIN_SIMULATE_FOLD_H

/* The plan folded into forms: each row's months up to every month, read from the derivation
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
    struct form *upto;   /* upto[i]: the first i months, plan->count + 1 of them */
    struct form *months; /* each by itself; NULL where what it books to date is rounded, not each month */
};

struct fold {
    struct arena *arena;
    struct program *program;
    const struct project *project;
    const struct plan *plan;
    const struct figure_list *values; /* by number as they are drawn */
    const leaving_list *leaving;      /* draws behind those of the values */
    struct row_forms *rows;           /* by row of the plan */
};

/* The plan of the statements, folded. The values are those of the project as it stands. */
struct fold *fold_new(const statement_list *statements, const struct figure_list *values, const leaving_list *leaving,
                      struct program *program, struct arena *arena);

/* The number of the value that the fact states, −1 for a certain one. */
int fold_value(const struct fold *fold, const struct section *section, const struct fact *fact);
struct form fold_fact(const struct fold *fold, const struct section *section, const struct fact *fact);
/* 1 where the payer pays, 0 where it was refused. */
struct form fold_status(const struct fold *fold, const struct section *payer);
/* A figure of which no part is the row's own months before. */
struct form fold_tree(const struct fold *fold, const struct derivation *node);

/* The sum of what a test takes, over the months that lie in the plan. */
typedef bool row_test(const void *context, const struct row *row);
struct form fold_sum(const struct fold *fold, row_test *test, const void *context, month first, month last);
struct form fold_selected(const struct fold *fold, const struct selection *selection, month first, month last);
struct form fold_row(const struct fold *fold, const struct row *row, month first, month last);

/* round(form × parts), parts in billionths. */
struct form fold_share(const struct fold *fold, struct form whole, struct form parts);

/* fold_fees.c: what of a fee falls in a month of the plan, and in all of them. */
struct form fold_fee_month(const struct fold *fold, const fee_list *fees, int number, month at);
struct form fold_fee(const struct fold *fold, const fee_list *fees, int number);

/* fold_cash.c: the balance at the end of each month until the last payment. */
struct form *fold_cash(const struct fold *fold, int *count);
/* Opening equity and what income has exceeded cost by, up to and with the month. */
struct form fold_equity(const struct fold *fold, month at);

#endif
