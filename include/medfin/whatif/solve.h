#ifndef MEDFIN_WHATIF_SOLVE_H
#define MEDFIN_WHATIF_SOLVE_H

/* The core of every "what must it be": the smallest whole number, in a value's own unit,
   for which a margin is no longer negative. The bracket is narrowed in floating point and
   the answer is found among whole numbers, so it is exact. */

#include <stdint.h>

struct solve_question {
    int64_t (*margin)(void *context, int64_t number);
    void *context;
};

/* The smallest number in low < number ≤ high whose margin is ≥ 0, where margin(low) < 0 ≤
   margin(high) and the margin does not fall on the way. */
int64_t solve_least(const struct solve_question *question, int64_t low, int64_t high);

/* The margin where the project takes no such number: below any that it has. */
#define SOLVE_REFUSED (INT64_MIN / 4)

/* The largest number that is not refused, between one that is not and one that is. */
int64_t solve_most_taken(const struct solve_question *question, int64_t taken, int64_t refused);

#endif
