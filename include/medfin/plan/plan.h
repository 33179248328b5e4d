#ifndef MEDFIN_PLAN_PLAN_H
#define MEDFIN_PLAN_PLAN_H

/* The plan: a grid of lines × months, each a node of one graph of figures. It is a function of the project and of
   nothing else. What is asked of it may add nodes, as sums that nobody asked for before; those that are there never
   change. */

#include <medfin/graph/attempt.h>
#include <medfin/graph/graph.h>
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
    int phase; /* in which it is made */

    node *months;   /* plan->count of them; node 0 is nothing at all. A mirror has its cost's */
    node *upto;     /* of a row that is drawn to date, plan->count + 1 of them; else NULL */
    node *drawn;    /* the same whatever its payer has been answered */
    node *asked;    /* the months whatever its payer has been answered, where that is not told by `drawn`; else NULL */
    node *entitled; /* of a row that is what was booked: its payer's part of the cost up to and with each month; else
                       NULL */
    node *years;    /* as they are asked for */
    bool is_under_status; /* its payer's status is in what its months are made of */
    int class;            /* of rows that every sum takes together; −1: not sorted yet */

    int begin, end; /* its months outside begin..end − 1 are nothing at all */
    money *before;  /* where they are many and all known: what the graph's own from `begin` up to each and to `end` add
                       up to; else NULL */
};

/* Who pays a row of financing, or bears a cost in kind: a funder or a tariff; else NULL. */
static inline const struct section *row_payer(const struct row *row)
{
    if (row->funder)
        return &row->funder->section;
    return row->side == SIDE_FINANCING ? row->line : NULL;
}

/* What a rejected funder would have borne in kind is not done: it costs nothing. A payer that is
   rejected pays nothing. */
bool row_falls_away(const struct row *row);
/* The financing that shows a cost in kind: the row before it holds the cells. */
bool row_is_mirror(const struct row *row);

struct plan_made;

struct plan {
    const struct project *project;
    struct arena *arena;
    month first;
    int count; /* months */
    struct row *rows;
    int row_count;
    struct graph *graph;
    const struct attempt *attempt; /* through which its figures are read; NULL: they are the graph's own */
    struct plan_made *made;
};

/* Every row in the order of the file. The plan lives in the arena. */
const struct plan *plan_build(const struct project *project, struct arena *arena);

/* The same plan, its figures read through an attempt on its graph. */
struct plan plan_through(const struct plan *plan, const struct attempt *attempt);

/* What a node comes to. */
struct cell node_cell(const struct plan *plan, node of);

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

static inline node *row_month(const struct plan *plan, const struct row *row, month at)
{
    return &row->months[at - plan->first];
}

/* Work that falls away with a rejected funder: what it would have borne in kind. */
struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder);

#endif
