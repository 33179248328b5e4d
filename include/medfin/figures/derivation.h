#ifndef MEDFIN_FIGURES_DERIVATION_H
#define MEDFIN_FIGURES_DERIVATION_H

/* How a figure was made, for people: its nodes down to what the user stated and to figures that have a name, and so a
   derivation of their own. `explain` and the report print it. */

#include <medfin/figures/figure.h>
#include <medfin/plan/sums.h>

struct derivation {
    enum op op; /* OP_SUM of a row's months */
    enum kind kind;
    const char *label; /* what it is, marked for translation; NULL: the fact, row or figure says it */
    int64_t value;     /* in its kind's unit; meaningless while unknown */
    bool unknown;
    bool minus;   /* in the sum above it */
    bool divides; /* in the product above it */
    int part_count;
    const struct derivation **parts;
    node of;    /* whose it is; 0: of what is told without one */
    int size;   /* it and all that is told below it */
    bool again; /* it is told in full elsewhere in the tree, and has no parts here */

    enum field field;              /* which number of the fact */
    const struct fact *fact;       /* OP_FACT; OP_NUMBER: the statement that decides it, or NULL */
    const struct section *section; /* of a fact, where it belongs; of a row, the line */
    const struct row *row;         /* the months first..last of a row, both included; else NULL and 0 */
    month first, last;
    const struct figure *figure; /* told by its name; else NULL */
};

/* How one cell of a row was made. */
const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena);

/* How a sum over rows and months was made: one part for each row that takes part. */
const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena);

/* How any figure was made. */
const struct derivation *figure_derivation(const struct plan *plan, const struct figure *figure, struct arena *arena);
/* How a node was made that is looked at in a month. */
const struct derivation *node_derivation(const struct plan *plan, node of, month at, struct arena *arena);

#endif
