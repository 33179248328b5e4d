#ifndef MEDFIN_VALUES_TIME_TOKENS_H
#define MEDFIN_VALUES_TIME_TOKENS_H

/* The words and figures that times are made of. */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/base/calendar.h>
#include <medfin/values/time_words.h>

enum token {
    TOKEN_END,
    TOKEN_MONTH,   /* number 1..12 */
    TOKEN_YEAR,    /* number */
    TOKEN_DATE,    /* number: a month with its year */
    TOKEN_DAY,     /* a day of the month that follows */
    TOKEN_SEASON,  /* a part of a year, or a whole one */
    TOKEN_SPAN,    /* to */
    TOKEN_FROM,    /* from: certain where a span follows */
    TOKEN_CLOCK,   /* a time of day follows */
    TOKEN_COUNT,   /* number of what follows */
    TOKEN_LENGTH,  /* number: half days */
    TOKEN_NOTHING, /* and, under, början av */
    TOKEN_WORDS,   /* words that say no time */
    TOKEN_FIGURES  /* figures that are no time */
};

/* One time of the text. */
struct item {
    int day;   /* 0: not said */
    int month; /* 1..12; 0: a part of the year, or the whole */
    int year;  /* 0: not said, or not yet */
    bool ends_span;
};

struct time_reader {
    const char *at, *end;
    int number; /* of the token */
    struct item items[MOST_TIMES];
    int count;
    bool has_figures, has_words, is_lost; /* what makes it uncertain */
    struct item days[MOST_TIMES];         /* that no month has followed yet */
    int day_count;
    int day;       /* of a date that was read whole; 0: not said */
    int number_of; /* heldagar; 0: not said */
    bool span_open, is_from;
    const struct years *years; /* of the plan */
    int minutes, half_days;    /* of all that are said … */
    int clocks, lengths;       /* … and how many those are */
    const char *with;
    size_t with_size;
};

/* The next of the text; what it says beside its kind is in the reader. */
enum token time_token(struct time_reader *reader);

#endif
