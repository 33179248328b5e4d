#ifndef MEDFIN_VALUES_FIGURE_H
#define MEDFIN_VALUES_FIGURE_H

/* Figures: a decimal number as people write it, and the unit behind it. Everything is
   exact; what cannot be held exactly is refused. */

#include <medfin/values/scan.h>

#define PERCENT_LIMIT INT64_C(1000000000000)       /* parts per billion: 100 000 % */
#define NUMBER_LIMIT  INT64_C(1000000000000000000) /* billionths, and the largest whole number */

/* Take a number with a unit of that kind into scan->figure, scan->unit and `number`.
   Where no unit stands it is counted in `bare`; NULL: in kronor or whole numbers, and a
   percent needs its sign. */
bool figure_read(struct scan *scan, enum kind kind, const struct unit *bare, int64_t *number);

/* True if a percent or per mille sign follows, its power in `power`; it is taken. */
bool percent_sign(struct scan *scan, int *power);

/* False after a fault if the number leaves the range that the key allows. */
bool figure_in_range(struct scan *scan, struct stretch text, enum kind kind, int64_t number);

/* A number that is held, as a diagnostic's argument. */
struct diag_arg figure_arg(const struct scan *scan, enum kind kind, int64_t number);

#endif
