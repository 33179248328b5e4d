#ifndef MEDFIN_PORTFOLIO_PERSONS_H
#define MEDFIN_PORTFOLIO_PERSONS_H

/* Who holds posts in several projects. */

#include "frames.h"

/* The posts of the plan that name a person, however the name is written; one without a name is nobody else's. */
void persons_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan);

#endif
