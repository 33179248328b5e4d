#ifndef MEDFIN_RULES_FINDING_BUILDER_H
#define MEDFIN_RULES_FINDING_BUILDER_H

/* How a rule makes its findings: figures are added, and the margin gives the verdict. */

#include <medfin/rules/finding.h>
#include <medfin/rules/rules.h>

/* A new finding with room for figures; good until the next one. */
struct finding *finding_add(finding_list *findings, const struct rule *rule, const struct section *subject,
                            struct arena *arena);
void finding_figure(struct finding *finding, struct rule_figure figure, struct arena *arena);
void finding_share(struct finding *finding, const char *key, const char *label, struct cell part, struct cell whole,
                   struct arena *arena);
/* Year 0 is the whole project. */
void finding_money_in(struct finding *finding, int year, const char *key, const char *label, struct cell cell,
                      struct arena *arena);
void finding_money(struct finding *finding, const char *key, const char *label, struct cell cell, struct arena *arena);
/* What a percent is a percent of. */
void finding_basis(struct finding *finding, enum share_basis basis, struct cell cell, struct arena *arena);

/* A margin in one place: the tightest known one becomes the finding's, and true says that
   this is it; what an unknown one needs is kept. finding_settle then gives the verdict:
   what its rule's row says when the tightest is under −tolerance, which true says too; undetermined
   while anything is unknown; else a pass. */
bool finding_tighten(struct finding *finding, struct cell margin, struct arena *arena);
bool finding_settle(struct finding *finding, money tolerance, const struct project *project);

/* Sets margin and needs: an unknown margin makes the verdict undetermined, else it passes
   when the margin is not negative; when it is, the rule's row says what that is. */
void finding_decide(struct finding *finding, struct cell margin, const struct project *project);

#endif
