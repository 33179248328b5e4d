#ifndef MEDFIN_CONTENTS_VERDICTS_H
#define MEDFIN_CONTENTS_VERDICTS_H

/* Every rule that applies with its verdict and margin, as a table. */

#include <medfin/doc/doc.h>
#include <medfin/rules/rules.h>

/* What does not apply is named in a line. In a larger doc what is met is folded away behind the rest. */
void verdicts_contents(struct doc *doc, const struct plan *plan, const finding_list *findings);

/* Whom it is about; "" of the project. */
const char *finding_subject_text(const struct finding *finding);

/* "Balance, Match (1:1-medel, EU)": a rule once, with all that it is about; of those that `takes` takes. */
const char *findings_named(struct doc *doc, const finding_list *findings,
                           bool (*takes)(const struct finding *finding, const void *context), const void *context);
/* Takes those of a verdict, which the context points to. */
bool finding_has_verdict(const struct finding *finding, const void *verdict);

#endif
