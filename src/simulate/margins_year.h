#ifndef MEDFIN_SIMULATE_MARGINS_YEAR_H
#define MEDFIN_SIMULATE_MARGINS_YEAR_H

/* Margins of rules that are tested each calendar year by itself. */

#include "margin_maker.h"

void frame_margins(const struct maker *maker);
void activity_budget_margins(const struct maker *maker);
void benefit_margins(const struct maker *maker);

#endif
