#ifndef MEDFIN_LETTER_PAYERS_H
#define MEDFIN_LETTER_PAYERS_H

/* Who pays, as letters tell it: how much, by whose decision, and how much of it is decided at all. */

#include <medfin/papers/standing.h>

#include "writing.h"

const struct section_list *payers_of(const struct writing *writing);
/* The payer's contributions in kind are there, or nobody knows. */
bool payer_gives_in_kind(const struct writing *writing, const struct section *payer);
/* Money of the owner's own. */
bool payer_is_own(const struct section *payer);

/* What of a payer's money is decided and what is not; both are something only where its years have answers of their
   own. */
struct payer_parts {
    struct doc_cell settled, proposed, applied;
};
struct payer_parts payer_parts(const struct standing *standing, const struct section *payer);
bool payer_is_part_settled(const struct payer_parts *parts);

/* Parts of letters. */
void write_funders(struct writing *writing);
void write_payers(struct writing *writing);        /* the same, by a letter that decides on no money */
void write_other_funders(struct writing *writing); /* than the one that is named */
/* Of the funder that a certificate is of: what of its money is not decided; else nothing. */
void write_certified(struct writing *writing);

#endif
