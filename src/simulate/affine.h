#ifndef MEDFIN_SIMULATE_AFFINE_H
#define MEDFIN_SIMULATE_AFFINE_H

/* The simulator's account of a figure: a constant and so many times each of some slots. A slot
   is one number of a trial: a draw, a product of factors that lines share, the outcome of a
   min or max. Two figures made of the same slots in the same way are one slot, whatever
   lines they come from: that is how thirty lines cost no more than four.

   A form carries the most that it can differ from the plan's whole öre, by the recursions of
   the domain (each rounding half an öre, grown by the factors behind it). */

#include <stdbool.h>

#include <medfin/simulate/sampling.h>

enum slot_op {
    SLOT_DRAW,    /* value number a */
    SLOT_LINEAR,  /* constant + Σ factor × slot */
    SLOT_PRODUCT, /* a × b */
    SLOT_LEAST,   /* of a and b, of a and the constant where b is −1 */
    SLOT_MOST,
    SLOT_INVERSE, /* 1 / a */
    SLOT_OPS
};

struct term {
    int slot;
    double factor;
};

struct form;

struct slot {
    enum slot_op op;
    int a, b;
    double constant;
    const struct term *terms; /* of a linear one: what it is, whatever it is made of … */
    int count;
    const struct form *sum; /* … and how it is added up, from sums that stand already */
    double low, high;       /* between which it lies */
    double noise;           /* the most that floating point adds to it */
};

struct form {
    double constant;
    const struct term *terms; /* by rising slot, none of them 0 times */
    int count;
    double error; /* öre that the plan can differ by */
    bool unknown; /* needs a `?`: nothing else of it means anything */
};

struct program {
    struct arena *arena;
    const struct draws *draws;
    LIST(struct slot) slots;
    int *table; /* of slots by their content */
    int room;
};

struct program *program_new(const struct draws *draws, struct arena *arena);

struct form form_constant(double constant);
struct form form_unknown(void);
struct form form_draw(struct program *program, int value);
/* a + times × b */
struct form form_plus(struct program *program, struct form a, struct form b, double times);
struct form form_times(struct program *program, struct form a, double times);
struct form form_product(struct program *program, struct form a, struct form b);
struct form form_quotient(struct program *program, struct form a, struct form b);
struct form form_least(struct program *program, struct form a, struct form b);
struct form form_most(struct program *program, struct form a, struct form b);

/* Nothing uncertain takes part. */
static inline bool form_is_certain(const struct form *form)
{
    return form->count == 0;
}

/* Between what it lies; the most that it can be, sign aside. */
void form_range(const struct program *program, const struct form *form, double *low, double *high);
double form_size(const struct program *program, const struct form *form);
/* Its error, and what adding and multiplying in floating point can add to it. */
double form_bound(const struct program *program, const struct form *form);

/* The same as one slot but for its constant, for a sum of many terms that is used again and again … */
struct form form_laid(struct program *program, struct form form);

/* … and with it, for a factor: lines that share it share what is made with it. */
struct form form_factor(struct program *program, struct form form);

/* What varies of a form in a slot: the form is constant + factor × slot. Not of a certain one. */
int form_slot(struct program *program, struct form form, double *constant, double *factor);

#endif
