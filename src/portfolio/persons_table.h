#ifndef MEDFIN_PORTFOLIO_PERSONS_TABLE_H
#define MEDFIN_PORTFOLIO_PERSONS_TABLE_H

/* Who holds more than a whole post, and where. */

#include "parts.h"

void persons_contents(struct doc *doc, const struct portfolio_sums *sums);

#endif
