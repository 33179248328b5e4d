#ifndef MEDFIN_FOLLOW_IDENTITIES_H
#define MEDFIN_FOLLOW_IDENTITIES_H

/* What must add up. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

void identities_table(struct doc *doc, const struct follow *follow);

#endif
