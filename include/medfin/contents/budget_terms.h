#ifndef MEDFIN_CONTENTS_BUDGET_TERMS_H
#define MEDFIN_CONTENTS_BUDGET_TERMS_H

/* Shares with their denominators, sectors, leverage. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

void shares_contents(struct doc *doc, const struct plan *plan);
void sectors_contents(struct doc *doc, const struct plan *plan);
void leverage_contents(struct doc *doc, const struct plan *plan);

#endif
