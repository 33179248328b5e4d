#ifndef MEDFIN_REPORT_CONTENTS_H
#define MEDFIN_REPORT_CONTENTS_H

/* What reports say: one function for each, which fills a doc. */

#include <medfin/analysis/unknown.h>
#include <medfin/plan/derivation.h>
#include <medfin/report/doc.h>

/* Cost and financing by year and in all, line by line. */
void budget_contents(struct doc *doc, const struct plan *plan);

/* Every rule's verdict with the figures behind it, and what must be known. `answers` has
   one for each finding that needs exactly one unknown, in their order. */
void check_contents(struct doc *doc, const struct plan *plan, const finding_list *findings,
                    const struct unknown_answer *answers);

/* One figure: its formula, its derivation, and every stated value that it rests on. */
void explain_contents(struct doc *doc, const struct plan *plan, const struct derivation *tree,
                      const char *title);

/* The title of the project and the scenario read on top of it. */
void title_contents(struct doc *doc, const struct project *project, const char *subject);

/* A figure of the plan as a money cell; unknown when it needs anything. */
struct doc_cell cell_plan(struct cell figure, const char *key);

#endif
