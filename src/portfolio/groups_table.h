#ifndef MEDFIN_PORTFOLIO_GROUPS_TABLE_H
#define MEDFIN_PORTFOLIO_GROUPS_TABLE_H

/* Money of groups by year and project. */

#include "parts.h"

void shared_groups_contents(struct doc *doc, const struct portfolio_sums *sums);

#endif
