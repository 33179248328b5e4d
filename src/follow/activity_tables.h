#ifndef MEDFIN_FOLLOW_ACTIVITY_TABLES_H
#define MEDFIN_FOLLOW_ACTIVITY_TABLES_H

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Activities by their status, and what became of those that say anything of it: how often they were held, against how
   often they are to be, what they cost, who came. Nothing where no activity says any of that. */
void activity_tables(struct doc *doc, const struct follow *follow);

#endif
