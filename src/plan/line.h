#ifndef MEDFIN_PLAN_LINE_H
#define MEDFIN_PLAN_LINE_H

/* Inside the plan: a kind of line is a row of one table, with its evaluator and, beside
   it, the function that tells how a cell was made. */

#include <medfin/plan/derivation.h>

/* The order in which rows are evaluated: costs first, then money by what it depends on. */
enum phase { PHASE_COST, PHASE_FIXED, PHASE_SHARE, PHASE_MATCH, PHASE_REMAINDER, PHASE_COUNT };

struct line_kind {
    enum section_id section;
    /* Adds the rows that the section books; NULL cells mean that evaluate fills them. */
    void (*lay)(struct plan *plan, const struct section *section);
    enum phase (*phase)(const struct section *section);
    void (*evaluate)(const struct plan *plan, struct row *row);
    const struct derivation *(*derivation)(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena);
};

extern const struct line_kind line_kinds[];
extern const int line_kind_count;

/* plan.c */
struct row *plan_add_row(struct plan *plan, struct row row);
/* A cost and, when a funder bears it in kind, the same amount as its financing. */
void plan_add_cost(struct plan *plan, struct row cost, const struct fact *in_kind_by);
struct cell *row_cell(const struct plan *plan, const struct row *row, month at);
struct cell fact_cell(const struct plan *plan, const struct fact *fact);

/* level.c: a price with its restatements and the steps of its index. */
struct level {
    const struct section *section; /* whose price it is */
    const struct fact *stated;
    const struct series *restated; /* NULL for none */
    const struct fact *index;
    month first; /* at whose level the price is stated */
};

struct cell level_cell(const struct plan *plan, const struct level *level, month at);
const struct derivation *level_derivation(const struct plan *plan, const struct level *level, month at,
                                          struct arena *arena);

/* schedule.c: an amount over time, of a cost or a funder. */
struct schedule {
    struct level level; /* of its amount */
    const struct series *years, *months; /* amounts by date, NULL or empty for none */
    month first, last;
    month at; /* when an amount once falls */
};

struct cell schedule_cell(const struct plan *plan, const struct schedule *schedule, month at);
const struct derivation *schedule_derivation(const struct plan *plan, const struct schedule *schedule, month at,
                                             struct arena *arena);

/* tree.c: nodes of a derivation. Values are computed from the parts. */
const struct derivation *derive_fact(struct arena *arena, const struct section *section, const struct fact *fact,
                                     enum measure measure);
const struct derivation *derive_number(struct arena *arena, int64_t number, enum measure measure,
                                       const char *label);
/* A month in which the line is not active. */
const struct derivation *derive_nothing(struct arena *arena);
const struct derivation *derive_node(struct arena *arena, enum operator op, enum measure measure,
                                     const char *label, const struct derivation *const *parts, int count);
#define derive(arena, op, measure, label, ...)                                                               \
    derive_node((arena), (op), (measure), (label), (const struct derivation *const[]){ __VA_ARGS__ },        \
                (int)(sizeof((const struct derivation *const[]){ __VA_ARGS__ }) / sizeof(void *)))
/* The same node, taken against in a sum; under the line in a product. */
const struct derivation *derive_minus(struct arena *arena, const struct derivation *node);
const struct derivation *derive_divisor(struct arena *arena, const struct derivation *node);

/* staff.c, cost.c, funder.c */
void staff_lay(struct plan *plan, const struct section *section);
void staff_evaluate(const struct plan *plan, struct row *row);
const struct derivation *staff_derive(const struct plan *plan, const struct row *row, month at,
                                      struct arena *arena);
void cost_lay(struct plan *plan, const struct section *section);
void cost_evaluate(const struct plan *plan, struct row *row);
const struct derivation *cost_derive(const struct plan *plan, const struct row *row, month at,
                                     struct arena *arena);
void funder_lay(struct plan *plan, const struct section *section);
enum phase funder_phase(const struct section *section);
void funder_evaluate(const struct plan *plan, struct row *row);
const struct derivation *funder_derive(const struct plan *plan, const struct row *row, month at,
                                       struct arena *arena);

#endif
