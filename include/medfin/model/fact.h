#ifndef MEDFIN_MODEL_FACT_H
#define MEDFIN_MODEL_FACT_H

/* A value of a section, and where it was said; values by date. */

#include <medfin/model/statement.h>

struct section;

/* One value: stated, or its key's default. */
struct fact {
    struct value value;
    const struct statement *by;            /* the statement that set it last; NULL: the default */
    const struct section *const *sections; /* what its names stand for, value.count of them */
    int unknown;                           /* its number among the project's unknowns, or -1 */
    int stated; /* its number among the stated that may be of a figure, from 1 on; copies have the same. 0: none */
};

/* True when somebody said it, even as `?`. */
static inline bool fact_is_stated(const struct fact *fact)
{
    return fact->by != NULL;
}

/* True when they are the same thing said: a table's row is a fact of its own each time it is asked for. */
bool fact_same(const struct fact *a, const struct fact *b);

/* A key that carries a date, in the order of dates. */
struct dated {
    month at; /* a year's January for a key by year */
    struct fact fact;
};

struct series {
    const struct dated *items;
    int count;
};

/* The first of the value with `at` ≤ date; NULL before the first. */
const struct fact *series_at(const struct series *series, month at);
/* Exactly at this date; NULL if nothing is stated for it. */
const struct fact *series_exactly(const struct series *series, month at);

/* Whether its names hold this section. */
bool fact_names(const struct fact *fact, const struct section *section);

/* The value's place, or its section's header when it is a default. */
struct place fact_place(const struct section *section, const struct fact *fact);

#endif
