#ifndef MEDFIN_SRC_START_GIFTS_H
#define MEDFIN_SRC_START_GIFTS_H

/* What is given in kind: such a cost is its giver's contribution, and no money. */

#include "lines.h"

/* Finds who gives which cost, when lines have their ids, and warns where the table does not say it. */
void gifts_find(struct lines *lines, struct arena *arena, struct diags *diags);

#endif
