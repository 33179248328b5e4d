#ifndef MEDFIN_VALUES_VALUE_MONEY_H
#define MEDFIN_VALUES_VALUE_MONEY_H

/* Readers of money: each takes what it knows and leaves the rest, which is then
   a distribution or a fault. False after a fault. */

#include <medfin/values/scan.h>

bool money_read(struct scan *scan, struct value *value);
bool money_fine_read(struct scan *scan, struct value *value);
bool money_over_time_read(struct scan *scan, struct value *value);
bool money_each_read(struct scan *scan, struct value *value);
bool money_with_status_read(struct scan *scan, struct value *value);
bool in_kind_read(struct scan *scan, struct value *value);
bool rounding_read(struct scan *scan, struct value *value);

/* A status behind an amount; false after a fault. */
bool status_take(struct scan *scan, struct value *value);

/* The period that stands here, taken; PERIOD_NONE if none does. */
enum period period_take(struct scan *scan);

/* The period nearest to the text, in either language; NULL if none is near. */
const char *period_nearest(const char *text, struct arena *arena);

/* A period stands where the key itself says what the amount is of. */
bool period_unwanted(struct scan *scan, struct stretch stretch, enum period period);

/* What stands in the place of the unit is none, but says something. False where it is no such. */
bool unit_fault(struct scan *scan, struct stretch token);

#endif
