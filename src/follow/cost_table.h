#ifndef MEDFIN_FOLLOW_COST_TABLE_H
#define MEDFIN_FOLLOW_COST_TABLE_H

/* Cost against the budget, and what is said of where it deviates. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Counts the deviations that lack a comment. */
void cost_table(struct doc *doc, const struct follow *follow, const followed_list *all, int *uncommented);
/* Those alone. */
void deviations_table(struct doc *doc, const struct follow *follow, const followed_list *all, int *uncommented);
void project_table(struct doc *doc, const struct follow *follow, const followed_list *all);
/* What lines that are forecast by the year did not use of closed years; nothing where there is none. */
void lapsed_table(struct doc *doc, const struct follow *follow);

#endif
