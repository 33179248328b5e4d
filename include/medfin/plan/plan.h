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

struct revision;
/* Who pays a row of financing, or bears a cost in kind: a funder or a tariff; else NULL. */
static inline const struct section *row_payer(const struct row *row)
{
    if (row->funder)
        return &row->funder->section;
    return row->side == SIDE_FINANCING ? row->line : NULL;
}

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

/* Which rows a sum takes; zero bytes take them all. */
struct selection {
    enum { ANY_SIDE, COST_SIDE, FINANCING_SIDE } side;
    enum { ANY_FORM, IN_CASH, IN_KIND } form;
    bool eligible_only, running_only;
    const struct section *line;
    const struct category *category;
    const struct section *payer;     /* a funder, which bears costs in kind too, or a tariff */
    const struct funder *counted_by; /* leaves out the categories that this funder excludes */
};

bool selection_takes(const struct selection *selection, const struct row *row);

/* Over the months first..last, both included; those outside the plan count nothing. */
struct cell plan_sum(const struct plan *plan, const struct selection *selection, month first, month last);
struct cell row_sum(const struct plan *plan, const struct row *row, month first, month last);

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

/* The eligible cost that a percent of this basis (all or cash) is a percent of; a funder's
   leaves out what it excludes, NULL leaves out nothing. */
struct selection eligible_cost(enum share_basis basis, const struct funder *counted_by);

/* What a percent is a percent of, over those months: eligible cost, or the financing that
   the basis names. */
struct cell basis_sum(const struct plan *plan, enum share_basis basis, const struct funder *counted_by, month first,
                      month last);
/* Whether a row takes part in that: a row_test whose context is a counted_basis. */
struct counted_basis {
    enum share_basis basis;
    const struct funder *counted_by;
};
bool basis_takes(const void *counted_basis, const struct row *row);

/* What a match could reach by the plan's end, whatever its stated amount. */
struct match_reach {
    struct cell matched, by_ratio;  /* what the matched contribute; ratio × that */
    struct cell eligible, by_share; /* its eligible cost; the highest share of it */
    bool has_share;                 /* false: no highest share is stated, and by_share is nothing */
};

struct match_reach plan_match_reach(const struct plan *plan, const struct funder *funder);

/* What a funder certifies in kind: its own `in_kind`, over the whole project. */
struct cell plan_certified_in_kind(const struct plan *plan, const struct funder *funder);

/* Work that falls away with a rejected funder: what it would have borne in kind. */
struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder);

/* The monthly shares of full time added up, of one post or, with NULL, of all: parts per
   billion of a month. */
struct cell plan_shares(const struct plan *plan, const struct staff *staff, month first, month last);

/* Opening equity and what income has exceeded cost by, up to and with the month. */
struct cell plan_equity(const struct plan *plan, month at);

#endif
