#ifndef MEDFIN_WHATIF_SOLVE_H
#define MEDFIN_WHATIF_SOLVE_H

/* The core of every "what must it be": the smallest whole number, in a value's own unit,
   for which a margin is no longer negative. The bracket is narrowed in floating point and
   the answer is found among whole numbers, so it is exact. */

#include <stdint.h>

struct solve_question {
    int64_t (*margin)(void *context, int64_t number);
    void *context;
    /* A number between two whose margins are below zero, with a margin that is not; 0: none is known. NULL: not asked.
     */
    int64_t (*between)(void *context, int64_t near, int64_t far);
    int64_t at_zero; /* below zero: the margin of 0, for one that does not fall on the way and is nearly straight */
};

/* The smallest number in low < number ≤ high whose margin is ≥ 0, where margin(low) < 0 ≤
   margin(high) and the margin does not fall on the way. */
int64_t solve_least(const struct solve_question *question, int64_t low, int64_t high);

/* The margin where the project takes no such number: below any that it has. */
#define SOLVE_REFUSED (INT64_MIN / 4)

/* The smallest number in 0 < number ≤ most whose margin is ≥ 0, where margin(0) < 0: the sign's turn is looked for by
   doubling from `first`, or straight on from there where `at_zero` is told, up to the largest number that is not
   refused. 0: it does not turn. */
int64_t solve_first(const struct solve_question *question, int64_t first, int64_t most);

/* The margin of a search for the first number that fails where 0 holds. */
int64_t solve_opposite(int64_t margin);

#endif
