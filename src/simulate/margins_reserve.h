#ifndef MEDFIN_SIMULATE_MARGINS_RESERVE_H
#define MEDFIN_SIMULATE_MARGINS_RESERVE_H

/* The reserve's margins, by each of its readings. */

#include "margin_maker.h"

void reserve_margins(const struct maker *maker);

#endif
