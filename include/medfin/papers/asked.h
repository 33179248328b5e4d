#ifndef MEDFIN_PAPERS_ASKED_H
#define MEDFIN_PAPERS_ASKED_H

/* What is asked for: the points of a decision, as a letter has them too. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* What the project states of its decision; else what the owner sets aside of its own, and within which frame; of an
   association its budget. Nothing while an amount is unknown: nobody decides what nobody knows. */
void asked_contents(struct doc *doc, const struct plan *plan);

/* Whether its author says what is asked for. */
bool decision_is_stated(const struct project *project);

/* A title as it stands within a sentence: what names the sort of a unit is no proper name. */
const char *title_within(struct arena *arena, const char *title);

#endif
