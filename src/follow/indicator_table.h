#ifndef MEDFIN_FOLLOW_INDICATOR_TABLE_H
#define MEDFIN_FOLLOW_INDICATOR_TABLE_H

/* Indicators beside the money: the latest value, its change, and whether it is on its way to the next target. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Nothing where the project states none. */
void indicator_table(struct doc *doc, const struct follow *follow);

#endif
