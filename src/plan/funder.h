#ifndef MEDFIN_PLAN_FUNDER_H
#define MEDFIN_PLAN_FUNDER_H

/* Funders: a fixed amount over time here; the other kinds in files of their own. */

#include "line.h"

extern const struct line_kind funder_line;

#endif
