#ifndef MEDFIN_LETTER_OWN_FIELDS_H
#define MEDFIN_LETTER_OWN_FIELDS_H

/* What letters need beyond the figures of reports: how a project's time, its funders and a refusal are
   spoken of. */

#include "fields.h"

void letter_fields_add(letter_field_list *fields, const struct letter *letter);

/* A payer as keys name it: "region", "tariff\.kommun". */
const char *letter_payer_key(const struct letter *letter, const struct section *payer);
/* What the financing lacks over the whole project; 0 where it covers the cost. */
struct cell letter_missing(const struct plan *plan);
/* What the rule of a reserve finds. */
struct finding letter_reserve(const struct letter *letter);
/* What happens when one of the undecided says no, or all (−1); NULL where it is not worked. */
const struct outcome *letter_outcome(const struct letter *letter, int undecided);

/* "Budget balances, Cash suffices": the rules that fail by it, and not anyway; "" for none. */
const char *letter_broken(const struct letter *letter, const struct outcome *outcome);

#endif
