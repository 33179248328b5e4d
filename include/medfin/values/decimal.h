#ifndef MEDFIN_VALUES_DECIMAL_H
#define MEDFIN_VALUES_DECIMAL_H

/* A decimal number as people write it, before its unit says what it measures. */

#include <medfin/values/scan.h>

/* A decimal number as it stands. */
struct decimal {
    struct stretch text;
    bool negative;
    bool too_large; /* more than 18 digits before the decimals */
    bool too_fine;  /* more than 18 decimals */
    wide digits;    /* of the number, the last `decimals` of them behind the separator */
    int decimals;
    bool may_be_thousands; /* "1,000": one separator and exactly three digits */
};

/* Take a number; false after a fault. */
bool decimal_read(struct scan *scan, struct decimal *decimal);

/* The end of the number that stands here; `at` if none does. */
const char *number_skip(const struct scan *scan);

#endif
