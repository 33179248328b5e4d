#ifndef MEDFIN_PLAN_REMAINDER_H
#define MEDFIN_PLAN_REMAINDER_H

/* The remainder: what the others leave of each year's cost, and no more. Within the year
   it fills what is missing so far, never beyond what the whole year will need. */

#include "line.h"

row_nodes remainder_nodes;

#endif
