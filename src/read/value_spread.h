#ifndef MEDFIN_READ_VALUE_SPREAD_H
#define MEDFIN_READ_VALUE_SPREAD_H

/* What stands behind the `~`. */

#include "scan.h"

/* It is taken; false after a fault. */
bool spread_read(struct scan *scan, struct value *value);

#endif
