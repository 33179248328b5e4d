#ifndef MEDFIN_SRC_START_SUMS_H
#define MEDFIN_SRC_START_SUMS_H

/* The sums of a budget against the rows that they sum. */

#include "lines.h"

/* Says of each sum what it is, and warns of those that are not the sum of their rows. A line that is the sum of the
   lines below it, as a table of several levels has them, becomes a sum where the totals say so. */
void sums_check(struct lines *lines, struct arena *arena, struct diags *diags);

#endif
