#ifndef MEDFIN_PLAN_PLAN_H
#define MEDFIN_PLAN_PLAN_H

/* The plan: a grid of lines × months in whole öre. It is a function of the project and
   of nothing else, and nothing in it changes once it is built. */

#include <medfin/model/funder.h>
#include <medfin/model/project.h>
#include <medfin/plan/cell.h>

enum side { SIDE_COST, SIDE_FINANCING };

/* What a row books. One section may make several: a cost in kind is a cost and, in the
   row behind it, the same amount as its funder's financing. */
struct row {
    const struct section *line; /* the section that makes it */
    enum side side;
    const struct category *category; /* of a cost, NULL on the financing side */
    const struct funder *funder;     /* that pays, or bears a cost in kind; NULL: fees, which their line pays */
    bool in_kind, eligible, running;
    int phase;           /* in which it is evaluated */
    struct cell *months; /* plan->count of them */
    money *upto;         /* what the months before each add up to, plan->count + 1 of them … */
    bool is_known;       /* … while this holds: no month is unknown, and all are evaluated */
};

/* Who pays a row of financing, or bears a cost in kind: a funder or a tariff; else NULL. */
static inline const struct section *row_payer(const struct row *row)
{
    if (row->funder)
        return &row->funder->section;
    return row->side == SIDE_FINANCING ? row->line : NULL;
}

struct revision;

struct plan {
    const struct project *project;
    struct arena *arena;
    month first;
    int count; /* months */
    struct row *rows;
    int row_count;
    struct revision *revision; /* while some rows are made anew; else NULL */
};

/* Every row in the order of the file. The plan lives in the arena. */
const struct plan *plan_build(const struct project *project, struct arena *arena);

/* A stated value as a figure: while it is unknown it needs itself. */
struct cell fact_cell(const struct plan *plan, const struct fact *fact);

static inline month plan_last(const struct plan *plan)
{
    return plan->first + plan->count - 1;
}

static inline struct months plan_months(const struct plan *plan)
{
    return (struct months){ plan->first, plan_last(plan) };
}

static inline struct years plan_years(const struct plan *plan)
{
    return years_of(plan_months(plan));
}

/* A December, or the last month of the plan. */
static inline bool plan_ends_year(const struct plan *plan, month at)
{
    return at == month_december(at) || at == plan_last(plan);
}

/* Work that falls away with a rejected funder: what it would have borne in kind. */
struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder);

/* How one cell of a row was made. */
struct derivation;
const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena);

#endif
