#ifndef MEDFIN_PLAN_COST_H
#define MEDFIN_PLAN_COST_H

/* Other costs: an amount over time, revised by its index. */

#include "line.h"

extern const struct line_kind cost_line;

#endif
