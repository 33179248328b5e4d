#ifndef MEDFIN_PLAN_TRAVEL_H
#define MEDFIN_PLAN_TRAVEL_H

/* Travel: trips × cost per trip, and for flights their climate compensation. */

#include "line.h"

extern const struct line_kind travel_line;

#endif
