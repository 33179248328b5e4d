#ifndef MEDFIN_READ_VALUE_CLASS_H
#define MEDFIN_READ_VALUE_CLASS_H

/* The reader of size classes, rates by class and bands. */

#include "scan.h"

bool classes_read(struct scan *scan, struct value *value);

#endif
