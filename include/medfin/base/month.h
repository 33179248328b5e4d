#ifndef MEDFIN_BASE_MONTH_H
#define MEDFIN_BASE_MONTH_H

/* A calendar month as months since 0000-01: the grid of every plan. */

#include <stdbool.h>
#include <stdint.h>

#include <medfin/base/arena.h>

typedef int32_t month;

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 }; /* what a project may span */

/* `number` is the calendar month, 1..12. */
static inline month month_of(int year, int number)
{
    return (month)(year * 12 + number - 1);
}

static inline int month_year(month at)
{
    return at / 12;
}

static inline int month_number(month at)
{
    return at % 12 + 1;
}

/* "2022-05". */
const char *month_text(struct arena *arena, month at);

/* Reads "2022-09", "2022-09-15" (its month) or, with `year_only`, "2022". False if the
   text is no date of a year that a project may span. */
bool date_read(const char *text, bool year_only, month *at);

/* How many days it has. */
int month_days(month at);

#endif
