#ifndef MEDFIN_CONTENTS_BUDGET_TERMS_H
#define MEDFIN_CONTENTS_BUDGET_TERMS_H

/* Shares with their denominators, what is to be paid back to whom, sectors, leverage. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

void shares_contents(struct doc *doc, const struct plan *plan);
/* A table where anything is; for programs, what each funder that wants back what is over is owed. */
void owed_back_contents(struct doc *doc, const struct plan *plan);
void sectors_contents(struct doc *doc, const struct plan *plan);
void leverage_contents(struct doc *doc, const struct plan *plan);

#endif
