#ifndef MEDFIN_LETTER_MEMBER_FEES_H
#define MEDFIN_LETTER_MEMBER_FEES_H

/* What members pay, today and as proposed: today is the project without the last file that is read on top of it. */

#include "writing.h"

/* The points by which fees are decided; the first has that number, and the next one is returned. */
int write_fee_points(struct writing *writing, int number);

/* Parts: the fees by tariff, and those of every member. Nothing without fees. */
void write_fees(struct writing *writing);
void write_every_fee(struct writing *writing);
/* How many inhabitants the members have together, and their part of the country's where the project says it. */
void write_coverage(struct writing *writing);

/* Tables. */
void fees_by_tariff(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
void fees_by_member(struct doc *doc, const struct letter *letter, const letter_field_list *fields);

#endif
