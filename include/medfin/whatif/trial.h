#ifndef MEDFIN_WHATIF_TRIAL_H
#define MEDFIN_WHATIF_TRIAL_H

/* One try: the project with some statements more, built and planned anew, and judged where that is asked. */

#include <medfin/rules/rules.h>

struct rerun {
    const struct project *project; /* NULL: these statements make none */
    const struct plan *plan;
    finding_list findings; /* once it has been judged */
};

/* What the statements make, not judged; it lives in the arena, as they must. */
struct rerun trial_plan(const statement_list *statements, struct arena *arena);

/* Judge what there is a project of; `only` NULL judges by every rule. */
void trial_judge(struct rerun *trial, const struct rule *only, struct arena *arena);

/* Both. */
struct rerun trial_run(const statement_list *statements, const struct rule *only, struct arena *arena);

/* Which of its own rule's findings number `at` of all is: the same in every trial. */
int finding_ordinal(const finding_list *findings, int at);

/* The gravest of a rule's findings, and of several such the one with the least margin; NULL if it
   has none. */
const struct finding *finding_gravest(const finding_list *findings, const struct rule *rule);

/* The statements copied, with room for more; `layer` is the next one on top. */
statement_list trial_statements(const statement_list *statements, int more, int *layer, struct arena *arena);

#endif
