#ifndef MEDFIN_PORTFOLIO_PROJECTS_H
#define MEDFIN_PORTFOLIO_PROJECTS_H

/* One project of a portfolio, added to the sums. */

#include "frames.h"
#include "stacks.h"

/* What the plan comes to, behind the projects that the sums hold. */
void project_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan,
                 const struct stack *stack, const struct portfolio_reading *reading);

#endif
