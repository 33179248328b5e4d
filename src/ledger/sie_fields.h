#ifndef MEDFIN_LEDGER_SIE_FIELDS_H
#define MEDFIN_LEDGER_SIE_FIELDS_H

/* The fields of a line of SIE: bare, in quotes, or objects in braces. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <medfin/base/money.h>

/* A field without its quotes or braces. */
struct sie_field {
    const char *at;
    size_t size;
    bool is_objects, is_open; /* in braces; without the quote or brace that ends it */
};

/* The next field of the line, which ends at `end`; false where there is none. */
bool sie_field_next(const char **at, const char *end, struct sie_field *field);

/* As people read it: \" is a quote. */
const char *sie_field_text(const struct sie_field *field, struct arena *arena);

/* An amount with at most two decimals that are not 0. */
bool sie_amount(const struct sie_field *field, money *amount);

/* YYYYMMDD or, of a period, YYYYMM, which is its day 0. */
bool sie_day(const struct sie_field *field, bool of_month, int32_t *day);

/* A whole number, with its sign. */
bool sie_number(const struct sie_field *field, int *number);

#endif
