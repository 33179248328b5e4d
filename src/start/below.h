#ifndef MEDFIN_SRC_START_BELOW_H
#define MEDFIN_SRC_START_BELOW_H

/* Rows below the total of the costs, as "Egen insats" and "Sökt belopp" where no heading says what they are. */

#include "lines.h"

/* They are funders where their names say so, and never costs: what cannot be told is a fault. */
void below_total_find(struct lines *lines, struct arena *arena, struct diags *diags);

#endif
