#ifndef MEDFIN_BASE_CALENDAR_H
#define MEDFIN_BASE_CALENDAR_H

/* Periods on the calendar: which years there are, what a year or a quarter holds, what two stretches
   of months share. The calendar makes periods, amounts never do: whatever is grouped, spread or
   tested by year asks here. */

#include <stdbool.h>

#include <medfin/base/month.h>

enum { MONTHS_OF_A_QUARTER = 3, MONTHS_OF_A_YEAR = 12 };

/* Both included; none where last < first. */
struct months {
    month first, last;
};

struct years {
    int first, last;
};

static inline month year_first(int year)
{
    return month_of(year, 1);
}

static inline month year_last(int year)
{
    return month_of(year, MONTHS_OF_A_YEAR);
}

/* The January and the December of the month's year. */
static inline month month_january(month at)
{
    return year_first(month_year(at));
}

static inline month month_december(month at)
{
    return year_last(month_year(at));
}

static inline month month_earlier(month a, month b)
{
    return a < b ? a : b;
}

static inline month month_later(month a, month b)
{
    return a > b ? a : b;
}

/* How many months there are from the first to the last, both counted. */
static inline int months_between(month first, month last)
{
    return last - first + 1;
}

/* The years that they touch. */
struct years years_of(struct months months);
int years_count(struct years years);
bool years_hold(struct years years, int year);

struct months months_of_year(int year);
/* Those of both; first and last are in no order where there are none. */
struct months months_shared(struct months a, struct months b);
bool months_hold(struct months months, month at);
bool months_meet(struct months a, struct months b);

/* Years, quarters and single months as periods of so many months: the first and the last month of
   the one that holds the month. */
month period_begin(month at, int length);
month period_end(month at, int length);

/* 1..4. */
int month_quarter(month at);

#endif
