#ifndef MEDFIN_VALUES_VALUE_REST_H
#define MEDFIN_VALUES_VALUE_REST_H

/* What is left behind a value. */

#include <medfin/values/scan.h>

/* It is a fault at its first word; false. */
bool rest_fault(struct scan *scan);

#endif
