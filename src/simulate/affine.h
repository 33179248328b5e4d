#ifndef MEDFIN_SIMULATE_AFFINE_H
#define MEDFIN_SIMULATE_AFFINE_H

/* An affine form, the simulator's account of a figure: a constant and so many times each of some slots. A slot
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
    SLOT_NEAREST, /* a to a whole multiple of the constant; … */
    SLOT_UP,      /* … never below it */
    SLOT_DOWN,    /* … never above it */
    SLOT_OPS
};

struct term {
    int slot;
    double factor;
};

struct affine;

struct slot {
    enum slot_op op;
    int a, b;
    double constant;
    const struct term *terms; /* of a linear one: what it is, whatever it is made of … */
    int count;
    const struct affine *sum; /* … and how it is added up, from sums that stand already */
    double low, high;         /* between which it lies */
    double noise;             /* the most that floating point adds to it */
    double off;               /* of a rounding: what its argument may be off by */
    bool jumps;               /* it is, or rests on, a rounding to whole units */
};

struct affine {
    double constant;
    const struct term *terms; /* by rising slot, none of them 0 times */
    int count;
    double error; /* öre that the plan can differ by */
    bool unknown; /* needs a `?`: nothing else of it means anything */
    bool jumps;   /* in a trial where a rounding to whole units could have gone the other way its error means nothing */
};

struct program {
    struct arena *arena;
    const struct draws *draws;
    LIST(struct slot) slots;
    int *table; /* of slots by their content */
    int room;
};

struct program *program_new(const struct draws *draws, struct arena *arena);

struct affine affine_constant(double constant);
struct affine affine_unknown(void);
struct affine affine_draw(struct program *program, int value);
/* a + times × b */
struct affine affine_plus(struct program *program, struct affine a, struct affine b, double times);
struct affine affine_times(struct program *program, struct affine a, double times);
struct affine affine_product(struct program *program, struct affine a, struct affine b);
struct affine affine_quotient(struct program *program, struct affine a, struct affine b);
struct affine affine_least(struct program *program, struct affine a, struct affine b);
struct affine affine_most(struct program *program, struct affine a, struct affine b);

/* To a whole multiple of the unit, as one of the roundings among the slots. */
struct affine affine_rounded(struct program *program, enum slot_op op, struct affine a, double unit);

/* Nothing uncertain takes part. */
static inline bool affine_is_certain(const struct affine *form)
{
    return form->count == 0;
}

/* Between what it lies; the most that it can be, sign aside. */
void affine_range(const struct program *program, const struct affine *form, double *low, double *high);
double affine_size(const struct program *program, const struct affine *form);
/* Whole numbers all the way: one draw so many times. Neither the graph nor the form rounds anything. */
bool affine_is_whole(const struct program *program, const struct affine *form);
/* Its error, and what adding and multiplying in floating point can add to it. */
double affine_bound(const struct program *program, const struct affine *form);

/* The same as one slot but for its constant, for a sum of many terms that is used again and again … */
struct affine affine_laid(struct program *program, struct affine form);

/* … and with it, for a factor: lines that share it share what is made with it. */
struct affine affine_factor(struct program *program, struct affine form);

/* What varies of a form in a slot: the form is constant + factor × slot. Not of a certain one. */
int affine_slot(struct program *program, struct affine form, double *constant, double *factor);

#endif
