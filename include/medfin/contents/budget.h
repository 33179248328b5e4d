#ifndef MEDFIN_CONTENTS_BUDGET_H
#define MEDFIN_CONTENTS_BUDGET_H

/* The budget: cost and financing over time. */

#include <medfin/contents/periods.h>
#include <medfin/doc/doc.h>

/* By category and line by line, shares with their denominators, sectors, leverage, staff, and what
   the figures rest on. */
void budget_contents(struct doc *doc, const struct plan *plan, enum report_by by);

/* The same without staff and notes, and staff alone: posts and full-time equivalents. */
void money_contents(struct doc *doc, const struct plan *plan, enum report_by by);
void staff_contents(struct doc *doc, const struct plan *plan);

/* The cost or the financing by year alone, rounded as both sides together are. */
void side_contents(struct doc *doc, const struct plan *plan, enum side side);

#endif
