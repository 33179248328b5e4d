#ifndef MEDFIN_ANALYSIS_TRIAL_H
#define MEDFIN_ANALYSIS_TRIAL_H

/* One try: the project with some statements more, built, planned and judged anew. */

#include <medfin/rules/rules.h>

struct trial {
    const struct project *project; /* NULL: these statements make none */
    const struct plan *plan;
    finding_list findings;
};

/* Lives in the arena, as the statements must. */
struct trial trial_run(const statement_list *statements, struct arena *arena);

/* The statements copied, so that more can be added; `layer` is the next one on top. */
statement_list trial_statements(const statement_list *statements, int *layer, struct arena *arena);

/* The finding's margin for a search: below zero exactly when the rule does not hold, with
   its tolerance forgiven. */
int64_t finding_shortfall(const struct finding *finding);

#endif
