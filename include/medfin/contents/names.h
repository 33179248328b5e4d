#ifndef MEDFIN_CONTENTS_NAMES_H
#define MEDFIN_CONTENTS_NAMES_H

/* What payers and keys are called. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>
#include <medfin/whatif/figure.h>

/* Fees are fees, whatever their tariff's id. */
const char *payer_title(const struct doc *doc, const struct section *payer);

/* What a key is called among figures; "" for a date alone. */
const char *key_title(const struct key *key);

/* The same in prose: what it means, up to its first pause. */
const char *key_meaning(struct arena *arena, const struct key *key);

/* "cost", "cost, 2022". */
const char *asked_figure_title(struct doc *doc, const struct asked_figure *figure);

#endif
