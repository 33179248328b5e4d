#ifndef MEDFIN_VALUES_VALUE_SPREAD_H
#define MEDFIN_VALUES_VALUE_SPREAD_H

/* What stands behind the `~`. */

#include <medfin/values/scan.h>

/* It is taken; false after a fault. */
bool spread_read(struct scan *scan, struct value *value);

#endif
