#ifndef MEDFIN_VALUES_DATE_MEANT_H
#define MEDFIN_VALUES_DATE_MEANT_H

/* Months as people write them beside "2021-04". */

#include <stdbool.h>

#include <medfin/base/month.h>

/* "april 2021", "apr 2021", "2021 april". */
bool month_in_words(const char *text, month *at);

/* What a date in figures may mean, the Swedish order of day and month first: "1/4 2021", "28.5.2021", "202104"; a
   year alone its first or its last, "2021".
   The number of different months, 0 to 2. */
int months_meant(const char *text, month meant[2]);

#endif
