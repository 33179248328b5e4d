#ifndef MEDFIN_PAPERS_CLAUSE_H
#define MEDFIN_PAPERS_CLAUSE_H

/* What a broken rule means, in words that need no table: "kassan tar slut i maj 2021". One clause a rule, the same in
   the report, the comparison and letters. */

#include <medfin/doc/doc.h>
#include <medfin/rules/rules.h>

/* Without a full stop, and small where it begins with no name; NULL where it passes, or there is nothing to say while
   something is unknown. What a rule finds of several of one kind is said of them together, at the first of them. */
const char *clause_of(struct doc *doc, const struct plan *plan, const finding_list *findings, int at);

/* The same as a sentence: "Kassan tar slut i maj 2021." */
const char *clause_sentence(struct arena *arena, const char *clause);

/* The finding of that rule, the gravest of several. */
const struct finding *finding_by_id(const finding_list *findings, const char *rule);

#endif
