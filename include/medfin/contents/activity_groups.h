#ifndef MEDFIN_CONTENTS_ACTIVITY_GROUPS_H
#define MEDFIN_CONTENTS_ACTIVITY_GROUPS_H

/* Who does what, and how far it has come: activities that say the same of one thing are a group. The text is taken as
   it is written, but for blanks and case: "A, B" is a group beside "A" and "B". Every activity is in one group, those
   that do not take place too; they have no occasions, no hours and no cost. */

#include <medfin/contents/activities.h>

/* How many activities, occasions and hours each group has, and what they cost by year, in cash and in kind. */
void groups_contents(struct doc *doc, const struct plan *plan, enum activity_field by);

/* How groups are to be read, and for programs what all activities come to. */
void groups_notes(struct doc *doc, const struct plan *plan);

/* The activities themselves, group by group. */
void grouped_contents(struct doc *doc, const struct plan *plan, enum activity_field by);

#endif
