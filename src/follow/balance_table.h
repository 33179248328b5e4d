#ifndef MEDFIN_FOLLOW_BALANCE_TABLE_H
#define MEDFIN_FOLLOW_BALANCE_TABLE_H

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Of an association that has [balance]: cash and equity in its ledger at the last closed month, against the reserve
   that would be required then. Nothing else. */
void balance_table(struct doc *doc, const struct follow *follow);

#endif
