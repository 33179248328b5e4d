#ifndef MEDFIN_LETTER_MEMBERSHIP_H
#define MEDFIN_LETTER_MEMBERSHIP_H

/* A member's letter: what a year takes and gives, whether that is enough, and what it hangs on. */

#include "writing.h"

/* A member's side, of the first year and of the one with the least to spare; the
   fields have its table's cells already. */
void letter_membership_add(letter_field_list *fields, const struct letter *letter);
/* What a membership takes and gives by year; nothing for a project without. */
void membership_contents(struct doc *doc, const struct plan *plan);

/* The parts of its letter. */
void write_joining(struct writing *writing);
void write_fee(struct writing *writing);
void write_benefit(struct writing *writing);
void write_break_even(struct writing *writing);

#endif
