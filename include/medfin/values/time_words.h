#ifndef MEDFIN_VALUES_TIME_WORDS_H
#define MEDFIN_VALUES_TIME_WORDS_H

/* When, as people write it in a plan: "mars 2021", "12–13 maj", "Q1 2021", "hösten 2021", "maj-21",
   "onsdag 8 mars, kl 9.15-12.00 (med Norra gruppen)". */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/base/month.h>

enum { MOST_TIMES = 24 };

/* What is certain of it. A span of months or days is one occasion, held in its first month; two days of a month are
   two, and the month stands twice. */
struct time_words {
    int month_count; /* 0: no month is certain */
    month months[MOST_TIMES];
    int days[MOST_TIMES]; /* of each; 0: not said */
    int minutes;          /* of each occasion, from one time of day to another; 0: not said */
    int half_days;        /* of each occasion, "heldag" is two; 0: not said */
    const char *with;     /* behind "med" in brackets, in the text; NULL: not said */
    size_t with_size;
    int year; /* where that alone is certain; else 0 */
};

/* Reads the text for a plan over first..last: a month without a year is one of those
   where only one can be meant, and so is the year of a text that names none. Whatever is
   not certain, or lies outside, is left empty. */
struct time_words time_words_read(const char *text, month first, month last);

#endif
