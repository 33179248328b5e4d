#ifndef MEDFIN_PLAN_LINE_H
#define MEDFIN_PLAN_LINE_H

/* Inside the plan: a kind of line is a row of one table, with its evaluator and, beside
   it, the function that tells how a cell was made. */

#include <assert.h>

#include <medfin/plan/derivation.h>
#include <medfin/plan/nodes.h>

/* The order in which rows are evaluated: costs first, then money by what it depends on. */
enum phase {
    PHASE_COST,
    PHASE_OVERHEAD,
    PHASE_IN_KIND,
    PHASE_FIXED,
    PHASE_SHARE,
    PHASE_MATCH,
    PHASE_REMAINDER,
    PHASE_COUNT
};

typedef const struct derivation *row_derivation(const struct plan *plan, const struct row *row, month at,
                                                struct arena *arena);

/* Whether the evaluation of a row looks at another: what is made anew when that changes. */
typedef bool row_reads(const struct row *row, const struct row *other);

/* Makes the months of a row as nodes. */
typedef void row_nodes(struct plan_nodes *nodes, struct node_row *row);

/* How the cells of a row are made, and how that is told. */
struct evaluation {
    void (*evaluate)(const struct plan *plan, struct row *row);
    row_derivation *derivation;
    row_reads *reads; /* NULL: no other row */
    row_nodes *nodes;
};

struct line_kind {
    enum section_id section;
    /* Adds the rows that the section books, each with its phase and empty cells. */
    void (*lay)(struct plan *plan, const struct section *section);
    struct evaluation evaluation;
};

/* NULL: the section is no line. */
const struct line_kind *line_kind_of(const struct section *section);

struct row *plan_add_row(struct plan *plan, struct row row);
/* A cost and, when a funder bears it in kind, the same amount as its financing. */
void plan_add_cost(struct plan *plan, struct row cost, const struct funder *bearer);
/* The rows of a line of cost. */
void line_lay(struct plan *plan, const struct section *section);
static inline struct cell *row_cell(const struct plan *plan, const struct row *row, month at)
{
    assert(at >= plan->first && at <= plan_last(plan));
    return &row->months[at - plan->first];
}
const struct line_kind *row_kind(const struct row *row);
/* What a rejected funder would have borne in kind is not done: it costs nothing. A payer that is
   rejected pays nothing. */
bool row_falls_away(const struct row *row);
/* The financing that shows a cost in kind: the row before it holds the cells. */
bool row_is_mirror(const struct row *row);
/* Fills the cells of a row that is no mirror, from nothing. */
void row_evaluate(const struct plan *plan, struct row *row);

#endif
