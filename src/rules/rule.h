#ifndef MEDFIN_RULES_RULE_H
#define MEDFIN_RULES_RULE_H

/* Inside the rules: one function and one row each. */

#include <medfin/rules/rules.h>

void balance_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);
void match_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);
void staffing_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);
void secured_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);

/* A new finding with room for figures; good until the next one. */
struct finding *finding_add(finding_list *findings, const struct rule *rule, const struct section *subject,
                            struct arena *arena);
void finding_figure(struct finding *finding, struct rule_figure figure, struct arena *arena);
void finding_money(struct finding *finding, const char *key, const char *label, struct cell cell,
                   struct arena *arena);

/* Sets margin and needs: an unknown margin makes the verdict undetermined, else it passes
   when the margin is not negative and is `otherwise` when it is. */
void finding_decide(struct finding *finding, struct cell margin, enum verdict otherwise);

#endif
