#ifndef MEDFIN_FOLLOW_MONEY_TABLES_H
#define MEDFIN_FOLLOW_MONEY_TABLES_H

/* Financing, periods and the whole in short: what stands beside the table of cost. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

void financing_table(struct doc *doc, const struct follow *follow);
void flexibility_text(struct doc *doc, const struct follow *follow);
/* Of so many months each. */
void periods_table(struct doc *doc, const struct follow *follow, int months);
void standing_table(struct doc *doc, const struct follow *follow);
void follow_chart(struct doc *doc, const struct follow *follow);

#endif
