#ifndef MEDFIN_LETTER_TERMS_H
#define MEDFIN_LETTER_TERMS_H

/* Parts of letters on what one funder grants, on a matter that is only noted, and the tables that have a place of their
   own where there is anything in them. */

#include "writing.h"

void write_granting(struct writing *writing);
void write_payment_terms(struct writing *writing);
void write_noting(struct writing *writing);
void write_activities(struct writing *writing);
void write_calendar(struct writing *writing);
void write_responsible(struct writing *writing);
void write_budget(struct writing *writing);

#endif
