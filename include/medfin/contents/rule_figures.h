#ifndef MEDFIN_CONTENTS_RULE_FIGURES_H
#define MEDFIN_CONTENTS_RULE_FIGURES_H

/* What a rule compared, in a doc. */

#include <medfin/doc/doc.h>
#include <medfin/rules/rules.h>

/* One of its figures; empty where there is none. Without a plan, NULL, it is for programs alone. */
struct doc_cell cell_rule_figure(struct doc *doc, const struct plan *plan, const struct rule_figure *figure,
                                 const char *key);
/* Its margin. One that fails is never shown as nothing. */
struct doc_cell cell_margin(struct doc *doc, const struct plan *plan, const struct finding *finding, const char *key);

/* Its tables; none where all that they would show is unknown. */
void rule_figures_contents(struct doc *doc, const struct plan *plan, const struct finding *finding);

/* A rule that does not apply for want of a requirement says what that would be, if it knows; and the same in a few
   words, of its first reading: "not required; would require 435 000.06 kr". */
void rule_required_contents(struct doc *doc, const struct finding *finding);
const char *rule_required_text(struct doc *doc, const struct finding *finding);

/* What the reserve counts as running: each line by year, and which others it does not; a line whose section and
   category judge differently is pointed out. `is_short`: by name alone. */
void running_lines_contents(struct doc *doc, const struct plan *plan, bool is_short);

/* The same for programs alone; how many lines run. */
int running_lines_values(struct doc *doc, const struct plan *plan);

/* What the figures of its readings need, also of those that do not decide. */
const struct needs *rule_readings_needs(struct arena *arena, const struct finding *finding);

#endif
