#ifndef MEDFIN_PLAN_DERIVATION_H
#define MEDFIN_PLAN_DERIVATION_H

/* How a figure was made: a tree over a short closed list of operators, down to what the
   user stated and to figures of other rows. `explain` prints it, the workbook's formulas
   are made of it, and the property tests recompute every cell of a plan from it. It is
   written apart from the evaluators: two accounts of one formula that must agree. */

#include <medfin/plan/sums.h>

enum operator{
    DERIVE_FACT,    /* a stated value or a key's default */
    DERIVE_ROWS,    /* the sum of another row's months: it has a derivation of its own */
    DERIVE_NUMBER,  /* a whole number of the formula itself, as the months of a year */
    DERIVE_SUM,     /* of its parts, those marked `minus` against */
    DERIVE_PRODUCT, /* amount × factors ÷ divisors, rounded once; parts[0] is the amount */
    DERIVE_SPREAD,  /* part j of n: round(A·j/n) − round(A·(j−1)/n); parts A, j, n */
    DERIVE_STEP,    /* round(A × (1 + step)); parts A, step */
    DERIVE_MIN,
    DERIVE_MAX,
    DERIVE_ROUND, /* parts[0] to a whole multiple of parts[1]: the nearest, … */
    DERIVE_ROUND_UP,
    DERIVE_ROUND_DOWN
};

/* What kind of number a node carries. */
enum measure {
    MEASURE_MONEY,
    MEASURE_SHARE,   /* parts per billion, a percent to people */
    MEASURE_DECIMAL, /* billionths, a number to people */
    MEASURE_NUMBER,  /* a whole number */
    MEASURE_FINE     /* billionths of a krona: money to people, finer than an öre */
};

struct derivation {
    enum operator op;
    enum measure measure;
    const char *label; /* what it is, marked for translation; NULL: the fact or row says it */
    int64_t value;     /* öre, parts per billion, billionths of a krona, or the number; meaningless while unknown */
    bool unknown;
    bool minus;   /* in the sum above it */
    bool divides; /* in the product above it */
    int part_count;
    const struct derivation **parts;

    const struct fact *fact;       /* FACT; NUMBER: the statement that decides it, or NULL */
    const struct section *section; /* FACT: where it belongs; ROWS: the line */
    const struct row *row;         /* ROWS: one row … */
    month first, last;             /* … over these months, both included; else 0 */
};

/* How a sum over rows and months was made: one part for each row that takes part. */
const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena);

/* One row's months as a leaf; several trees added; one less another. */
const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                         struct arena *arena);
const struct derivation *sum_of_derivations(const struct derivation *const *parts, int count, const char *label,
                                            struct arena *arena);
const struct derivation *difference_of_derivations(const struct derivation *from, const struct derivation *less,
                                                   const char *label, struct arena *arena);

/* The value computed anew from the parts; `unknown` is set when a part is unknown. Equals
   the node's own value, or one of the two accounts is wrong. */
int64_t derivation_recompute(const struct derivation *derived, bool *unknown);

/* Nodes. Their values are computed from the parts. */
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
const struct derivation *derive_minus(struct arena *arena, const struct derivation *derived);
const struct derivation *derive_divisor(struct arena *arena, const struct derivation *derived);
/* The sum of all rows that a test takes, a part for each. */
const struct derivation *derive_sum_of(const struct plan *plan, row_test *test, const void *context, const char *label,
                                       month first, month last, struct arena *arena);
/* What a cumulative line draws in a month: drawn to date, less its own months before. */
const struct derivation *derive_drawn(const struct plan *plan, const struct row *row, const struct derivation *to_date,
                                      month first, month at, struct arena *arena);

#endif
