#ifndef MEDFIN_LETTER_FOLLOWED_H
#define MEDFIN_LETTER_FOLLOWED_H

/* What letters say of what became of a plan: how it stands against its budget, and a claim to a funder. */

#include "writing.h"

/* Their figures, by the keys that follow-up and claim have in JSON. */
void letter_followed_add(struct doc *doc, const struct letter *letter);

/* Parts. Those that have a heading have it themselves, so that none stands over nothing. */
void write_claiming(struct writing *writing);
/* Accounts are enclosed where there is a ledger. */
void write_enclosures(struct writing *writing);
void write_claim_accounts(struct writing *writing);
void write_claim_notes(struct writing *writing);
void write_progress(struct writing *writing);
void write_deviations(struct writing *writing);
void write_held(struct writing *writing);
void write_measured(struct writing *writing);
void write_lapses(struct writing *writing);

/* Tables. */
void claim_cost(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
void claim_money(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
void claim_ledger(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
void follow_cost(struct doc *doc, const struct letter *letter, const letter_field_list *fields);
void follow_financing(struct doc *doc, const struct letter *letter, const letter_field_list *fields);

#endif
