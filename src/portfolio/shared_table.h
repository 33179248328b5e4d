#ifndef MEDFIN_PORTFOLIO_SHARED_TABLE_H
#define MEDFIN_PORTFOLIO_SHARED_TABLE_H

/* What is held against all of them: each frame at its tightest, and the persons that hold the most. */

#include "parts.h"

void shared_table(struct doc *doc, const struct portfolio_sums *sums);

#endif
