#ifndef MEDFIN_CONTENTS_CHECK_H
#define MEDFIN_CONTENTS_CHECK_H

/* Every rule's verdict, and the figures behind each that is not a plain pass. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/cure.h>
#include <medfin/whatif/unknown.h>

/* What must be known, too. `answers` has one for each finding that needs exactly one unknown, in
   their order; `cures` has one list for each finding. The figures of the rule `except` are told
   elsewhere; NULL: of none. */
void check_contents(struct doc *doc, const struct plan *plan, const finding_list *findings,
                    const struct unknown_answer *answers, const cure_list *cures, const struct rule *except);

/* For programs alone: verdict, margin and where it is tightest, below the path. */
void finding_values(struct doc *doc, const struct finding *finding, const char *path);

/* One rule, whatever its verdict: what it enforces and the figures that it compared.
   All its findings, or that of one subject. */
void rule_contents(struct doc *doc, const struct plan *plan, const struct asked_figure *rule,
                   const finding_list *findings, const struct unknown_answer *answers, const cure_list *cures);

#endif
