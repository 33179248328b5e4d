#ifndef MEDFIN_PLAN_OVERHEAD_H
#define MEDFIN_PLAN_OVERHEAD_H

/* Overhead: a percent of its base, cumulative, so that a year's overhead is its percent of
   the year and not the sum of twelve roundings. */

#include "line.h"

extern const struct line_kind overhead_line;

#endif
