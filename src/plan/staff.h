#ifndef MEDFIN_PLAN_STAFF_H
#define MEDFIN_PLAN_STAFF_H

/* Staff: month = round(salary × share × (1 + employer's on-cost)). */

#include "line.h"

extern const struct line_kind staff_line;

#endif
