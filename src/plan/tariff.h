#ifndef MEDFIN_PLAN_TARIFF_H
#define MEDFIN_PLAN_TARIFF_H

/* Fees as income: what each member pays for a year is spread over its months of membership. */

#include "line.h"

extern const struct line_kind tariff_line;

#endif
