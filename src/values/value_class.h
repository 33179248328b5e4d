#ifndef MEDFIN_VALUES_VALUE_CLASS_H
#define MEDFIN_VALUES_VALUE_CLASS_H

/* The reader of size classes, rates by class and bands. */

#include <medfin/values/scan.h>

bool classes_read(struct scan *scan, struct value *value);

#endif
