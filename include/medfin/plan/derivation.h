#ifndef MEDFIN_PLAN_DERIVATION_H
#define MEDFIN_PLAN_DERIVATION_H

/* How a figure was made, for people: its nodes down to what the user stated and to figures that have a derivation of
   their own. `explain` and the report print it. */

#include <medfin/plan/sums.h>

struct derivation {
    enum op op; /* OP_SUM of a row's months */
    enum kind kind;
    const char *label; /* what it is, marked for translation; NULL: the fact or row says it */
    int64_t value;     /* in its kind's unit; meaningless while unknown */
    bool unknown;
    bool minus;   /* in the sum above it */
    bool divides; /* in the product above it */
    int part_count;
    const struct derivation **parts;

    enum field field;              /* which number of the fact */
    const struct fact *fact;       /* OP_FACT; OP_NUMBER: the statement that decides it, or NULL */
    const struct section *section; /* of a fact, where it belongs; of a row, the line */
    const struct row *row;         /* the months first..last of a row, both included; else NULL and 0 */
    month first, last;
};

/* How one cell of a row was made. */
const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena);

/* One row's months as a leaf; several trees added; one less another. */
const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                         struct arena *arena);
const struct derivation *sum_of_derivations(const struct derivation *const *parts, int count, const char *label,
                                            struct arena *arena);
const struct derivation *difference_of_derivations(const struct derivation *from, const struct derivation *less,
                                                   const char *label, struct arena *arena);

/* How a sum over rows and months was made: one part for each row that takes part. */
const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena);

#endif
