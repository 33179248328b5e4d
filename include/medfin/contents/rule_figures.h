#ifndef MEDFIN_CONTENTS_RULE_FIGURES_H
#define MEDFIN_CONTENTS_RULE_FIGURES_H

/* What a rule compared, in a doc. */

#include <medfin/doc/doc.h>
#include <medfin/rules/rules.h>

/* One of its figures; empty where there is none. */
struct doc_cell cell_rule_figure(const struct rule_figure *figure, const char *key);

/* Its tables; none where all that they would show is unknown. */
void rule_figures_contents(struct doc *doc, const struct finding *finding);

/* A rule that does not apply for want of a requirement says what that would be, if it knows. */
void rule_required_contents(struct doc *doc, const struct finding *finding);

/* What the figures of its readings need, also of those that do not decide. */
const struct needs *rule_readings_needs(struct arena *arena, const struct finding *finding);

#endif
