#ifndef MEDFIN_PORTFOLIO_PROJECTS_TABLE_H
#define MEDFIN_PORTFOLIO_PROJECTS_TABLE_H

/* Each project with its verdict, the worst first. */

#include "parts.h"

void projects_contents(struct doc *doc, const struct portfolio_sums *sums);

#endif
