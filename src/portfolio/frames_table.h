#ifndef MEDFIN_PORTFOLIO_FRAMES_TABLE_H
#define MEDFIN_PORTFOLIO_FRAMES_TABLE_H

/* Each frame by year, down to what is left of it. */

#include "parts.h"

void frames_contents(struct doc *doc, const struct portfolio_sums *sums);

#endif
