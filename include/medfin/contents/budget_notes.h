#ifndef MEDFIN_CONTENTS_BUDGET_NOTES_H
#define MEDFIN_CONTENTS_BUDGET_NOTES_H

/* What a budget rests on. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* In kind in hours, VAT, unknowns, assumptions, figures without a source. */
void notes_contents(struct doc *doc, const struct plan *plan);

/* What was read of the tables that the project names: rows used and left aside add up. */
void tables_contents(struct doc *doc, const struct project *project);

/* Each `?` with its place. */
void unknowns_contents(struct doc *doc, const struct project *project);

/* Stated figures that say where they come from, other than assumptions. */
void sourced_contents(struct doc *doc, const struct project *project);

#endif
