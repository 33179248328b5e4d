#ifndef MEDFIN_PLAN_CELL_H
#define MEDFIN_PLAN_CELL_H

/* A figure of the plan: öre, and the unknowns (`?`) that it needs. While it needs any,
   its amount says nothing. Sum, product, min and max take the union of what they need. */

#include <stdbool.h>
#include <stdint.h>

#include <medfin/base/money.h>
#include <medfin/graph/need_sets.h>

struct cell {
    money amount;
    const struct needs *needs;
};

static inline bool cell_is_known(struct cell cell)
{
    return cell.needs == NULL;
}

/* The set of one unknown, of `count` that the project has; NULL for number −1. */
const struct needs *needs_one(struct arena *arena, int number, int count);
/* Of two sets that are not empty; needs_union takes any, and most are. */
const struct needs *needs_join(struct arena *arena, const struct needs *a, const struct needs *b);
static inline const struct needs *needs_union(struct arena *arena, const struct needs *a, const struct needs *b)
{
    return !b || a == b ? a : !a ? b : needs_join(arena, a, b);
}

bool needs_has(const struct needs *needs, int number);
int needs_count(const struct needs *needs);

static inline struct cell cell_known(money amount)
{
    return (struct cell){ .amount = amount };
}

static inline struct cell cell_plus(struct arena *arena, struct cell a, struct cell b)
{
    return (struct cell){ a.amount + b.amount, needs_union(arena, a.needs, b.needs) };
}

/* A sum in the making: what it needs is a set of its own, which takes in more where it stands. */
struct cell_sum {
    struct cell of;
    struct needs *own;
    struct arena *arena;
};

void needs_add(struct cell_sum *sum, const struct needs *more);
static inline void cell_add(struct cell_sum *sum, struct cell more)
{
    sum->of.amount += more.amount;
    if (more.needs && more.needs != sum->of.needs)
        needs_add(sum, more.needs);
}

static inline struct cell cell_minus(struct arena *arena, struct cell a, struct cell b)
{
    return (struct cell){ a.amount - b.amount, needs_union(arena, a.needs, b.needs) };
}

static inline struct cell cell_most(struct arena *arena, struct cell a, struct cell b)
{
    return (struct cell){ a.amount > b.amount ? a.amount : b.amount, needs_union(arena, a.needs, b.needs) };
}

#endif
