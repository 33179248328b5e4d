#ifndef MEDFIN_PLAN_TALLY_H
#define MEDFIN_PLAN_TALLY_H

/* Sums of rows as nodes. Rows that no sum tells apart are one class, which is added up once; a sum is of classes, and
   of single rows only where it takes some of a class. Whatever takes the same rows is one tally. */

#include <medfin/plan/nodes.h>
#include <medfin/plan/sums.h>

struct tally;
struct tally *tally_of(const struct plan *plan, row_test *test, const void *context);

node tally_month(const struct plan *plan, struct tally *tally, month at);
/* What it comes to from a month on, up to and with each: plan->count + 1 nodes, of which those up to the month's own
   place are nothing. Kept with the tally. */
const node *tally_upto(const struct plan *plan, struct tally *tally, month from);

/* Over the months first..last of the plan, year by year; what lies outside counts nothing. */
node row_over(const struct plan *plan, struct row *row, month first, month last);
node rows_over(const struct plan *plan, row_test *test, const void *context, const char *label, month first,
               month last);

#endif
