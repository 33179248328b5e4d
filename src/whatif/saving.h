#ifndef MEDFIN_WHATIF_SAVING_H
#define MEDFIN_WHATIF_SAVING_H

/* A saving every year in what runs: taken from the real lines of staff and costs that run, each month in proportion to
   what they cost then, so that what follows cost falls with it. It stands as lines of less than nothing beside them,
   one for all that are alike in what others see of a line: category, eligible, notice, bases that name it. Overhead
   follows its base. */

#include <medfin/plan/plan.h>

/* What a line costs in a month. */
struct saved_part {
    const char *id; /* of the line beside it */
    month at;
    money cost;
};

struct saving {
    statement_list room;           /* what must be stated before the amounts can be */
    LIST(struct saved_part) parts; /* by month, those that cost something */
    const struct plan *plan;
};

/* NULL where nothing runs, or where what runs is not known. */
struct saving *saving_new(const struct plan *plan, struct arena *arena);

/* The statements of what is taken from each part, nothing so far. */
void saving_vary(const struct saving *saving, statement_list *varied, struct arena *arena);

/* So much in a whole year, and as much less as fewer of its months are planned: what is taken from each part, to
   the öre of each year. False where a year's lines cost less than that; a year in which nothing runs is left alone. */
bool saving_taken(const struct saving *saving, money yearly, money *taken);

#endif
