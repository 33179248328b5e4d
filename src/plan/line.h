#ifndef MEDFIN_PLAN_LINE_H
#define MEDFIN_PLAN_LINE_H

/* Inside the plan: a kind of line is a row of one table, with the function that makes its months. */

#include <assert.h>

#include <medfin/plan/nodes.h>

/* The order in which rows are made: costs first, then money by what it depends on. */
enum phase {
    PHASE_COST,
    PHASE_OVERHEAD,
    PHASE_IN_KIND,
    PHASE_GROSS, /* in kind that is a percent of all that is made before */
    PHASE_FIXED,
    PHASE_SHARE,
    PHASE_MATCH,
    PHASE_REMAINDER,
    PHASE_COUNT
};

/* Makes the months of a row. */
typedef void row_nodes(const struct plan *plan, struct row *row);

struct line_kind {
    enum section_id section;
    /* Adds the rows that the section books, each with its phase and empty months. */
    void (*lay)(struct plan *plan, const struct section *section);
    row_nodes *make;
};

/* NULL: the section is no line. */
const struct line_kind *line_kind_of(const struct section *section);

struct row *plan_add_row(struct plan *plan, struct row row);
/* A cost and, when a funder bears it in kind, the same amount as its financing. */
void plan_add_cost(struct plan *plan, struct row cost, const struct funder *bearer);
/* The rows of a line of cost. */
void line_lay(struct plan *plan, const struct section *section);

static inline void put_month(const struct plan *plan, const struct row *row, month at, node of)
{
    assert(at >= plan->first && at <= plan_last(plan));
    *row_month(plan, row, at) = of;
}

/* What takes place several times in a month costs as often. */
static inline void add_to_month(const struct plan *plan, const struct row *row, month at, node of)
{
    const node before = *row_month(plan, row, at);
    put_month(plan, row, at,
              before ? graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("occasions of the month"), before, of) : of);
}

const struct line_kind *row_kind(const struct row *row);
#endif
