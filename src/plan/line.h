#ifndef MEDFIN_PLAN_LINE_H
#define MEDFIN_PLAN_LINE_H

/* Inside the plan: a kind of line is a row of one table, with its evaluator and, beside
   it, the function that tells how a cell was made. */

#include <assert.h>

#include <medfin/plan/derivation.h>

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

struct line_kind {
    enum section_id section;
    /* Adds the rows that the section books, each with its phase and empty cells. */
    void (*lay)(struct plan *plan, const struct section *section);
    void (*evaluate)(const struct plan *plan, struct row *row);
    row_derivation *derivation;
    row_reads *reads; /* NULL: no other row */
};

extern const struct line_kind line_kinds[];
extern const int line_kind_count;

/* plan.c */
struct row *plan_add_row(struct plan *plan, struct row row);
/* A cost and, when a funder bears it in kind, the same amount as its financing. */
void plan_add_cost(struct plan *plan, struct row cost, const struct funder *bearer);
static inline struct cell *row_cell(const struct plan *plan, const struct row *row, month at)
{
    assert(at >= plan->first && at <= plan_last(plan));
    return &row->months[at - plan->first];
}
const struct line_kind *row_kind(const struct row *row);
/* The financing that shows a cost in kind: the row before it holds the cells. */
bool row_is_mirror(const struct row *row);
/* Fills the cells of a row that is no mirror, from nothing. */
void row_evaluate(const struct plan *plan, struct row *row);

/* sums.c: any test of rows, and the sum of what it takes. */
typedef bool row_test(const void *context, const struct row *row);
struct cell rows_sum(const struct plan *plan, row_test *test, const void *context, month first, month last);
bool selection_test(const void *selection, const struct row *row);
/* The same month by month, plan->count cells, for the evaluation of `reader`: NULL for what
   is no row. One row reads by a test once. */
const struct cell *rows_by_month(const struct plan *plan, const struct row *reader, row_test *test,
                                 const void *context);
/* Adds a row's months to as many cells. */
void row_add(const struct plan *plan, const struct row *row, struct cell *sums, struct arena *arena);

/* revision.c: a reading of which only the rows that are made anew are added again. */
const struct cell *revision_by_month(const struct plan *plan, const struct row *reader, row_test *test,
                                     const void *context);

/* level.c: a price with its restatements and the steps of its index. */
struct level {
    const struct section *section; /* whose price it is */
    const struct fact *stated;
    const struct series *restated; /* NULL for none */
    const struct fact *index;
    month first; /* at whose level the price is stated */
};

/* An amount stated in the month `since`, with the steps of an index behind it up to `at`. */
struct cell cell_revised(const struct plan *plan, struct cell cell, const struct fact *index, month since, month at);
const struct derivation *derive_revised(const struct derivation *node, const struct fact *index, month since, month at,
                                        struct arena *arena);

struct cell level_cell(const struct plan *plan, const struct level *level, month at);
/* Whether the month begins a new level. */
bool level_turns(const struct level *level, month at);
const struct derivation *level_derivation(const struct plan *plan, const struct level *level, month at,
                                          struct arena *arena);

/* schedule.c: an amount over time, of a cost or a funder. */
struct schedule {
    struct level level;                  /* of its amount */
    const struct series *years, *months; /* amounts by date, NULL or empty for none */
    month first, last;
    month at; /* when an amount once falls */
};

struct cell schedule_cell(const struct plan *plan, const struct schedule *schedule, month at);
/* All its months, into a row. */
void schedule_evaluate(const struct plan *plan, const struct schedule *schedule, struct row *row);
const struct derivation *schedule_derivation(const struct plan *plan, const struct schedule *schedule, month at,
                                             struct arena *arena);

/* tree.c: nodes of a derivation. Values are computed from the parts. */
const struct derivation *derive_fact(struct arena *arena, const struct section *section, const struct fact *fact,
                                     enum measure measure);
const struct derivation *derive_number(struct arena *arena, int64_t number, enum measure measure, const char *label);
/* A month in which the line is not active. */
const struct derivation *derive_nothing(struct arena *arena);
/* Nothing, because the payer's status says so. */
const struct derivation *derive_rejected(struct arena *arena, const struct section *payer);
const struct derivation *derive_node(struct arena *arena, enum operator op, enum measure measure, const char *label,
                                     const struct derivation *const *parts, int count);
#define derive(arena, op, measure, label, ...)                                                                         \
    derive_node((arena), (op), (measure), (label), (const struct derivation *const[]){ __VA_ARGS__ },                  \
                (int)(sizeof((const struct derivation *const[]){ __VA_ARGS__ }) / sizeof(void *)))
/* The same node, taken against in a sum; under the line in a product. */
const struct derivation *derive_minus(struct arena *arena, const struct derivation *node);
const struct derivation *derive_divisor(struct arena *arena, const struct derivation *node);
/* The sum of all rows that a test takes, a part for each. */
const struct derivation *derive_sum_of(const struct plan *plan, row_test *test, const void *context, const char *label,
                                       month first, month last, struct arena *arena);
/* What a cumulative line draws in a month: drawn to date, less its own months before. */
const struct derivation *derive_drawn(const struct plan *plan, const struct row *row, const struct derivation *to_date,
                                      month first, month at, struct arena *arena);

/* draw.c: shares and matches, cumulative, under ceilings in all or by year. */
void share_evaluate(const struct plan *plan, struct row *row);
row_derivation share_derivation;
row_reads share_reads;
void match_evaluate(const struct plan *plan, struct row *row);
row_derivation match_derivation;
row_reads match_reads;

/* remainder.c, in_kind.c: the other ways a funder pays. */
void remainder_evaluate(const struct plan *plan, struct row *row);
row_derivation remainder_derivation;
row_reads remainder_reads;
void in_kind_lay(struct plan *plan, const struct funder *funder);
void in_kind_evaluate(const struct plan *plan, struct row *row);
row_derivation in_kind_derivation;
row_reads in_kind_reads;

/* The lines, one file each. */
void staff_evaluate(const struct plan *plan, struct row *row);
row_derivation staff_derivation;
void cost_evaluate(const struct plan *plan, struct row *row);
row_derivation cost_derivation;
void activity_evaluate(const struct plan *plan, struct row *row);
row_derivation activity_derivation;
void travel_evaluate(const struct plan *plan, struct row *row);
row_derivation travel_derivation;
void overhead_evaluate(const struct plan *plan, struct row *row);
row_derivation overhead_derivation;
row_reads overhead_reads;
void tariff_lay(struct plan *plan, const struct section *section);
void tariff_evaluate(const struct plan *plan, struct row *row);
row_derivation tariff_derivation;
void funder_lay(struct plan *plan, const struct section *section);
void funder_evaluate(const struct plan *plan, struct row *row);
row_derivation funder_derivation;
row_reads funder_reads;

#endif
