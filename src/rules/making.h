#ifndef MEDFIN_RULES_MAKING_H
#define MEDFIN_RULES_MAKING_H

/* How a rule makes its judgements: plan, the places where a margin is looked at, the figures to show. */

#include <medfin/plan/tally.h>
#include <medfin/rules/judgement.h>
#include <medfin/rules/rules.h>

/* Good until the next one. */
struct judgement *judgement_add(struct judgements *judgements, const struct plan *plan, const struct rule *rule,
                                const struct section *subject);
/* Broken as its rule's row says, which forgives what the row says; the sentence then. Good until the next one. */
struct judged_place *place_add(struct judgement *judgement, const struct plan *plan, node margin, const char *because);
void figure_add(struct judgement *judgement, const struct plan *plan, struct judged_figure figure);
/* Year 0 is the whole project. */
void money_add(struct judgement *judgement, const struct plan *plan, int year, const char *key, const char *label,
               node of);
/* What a percent is a percent of; and the percent that a part of it is. */
void basis_add(struct judgement *judgement, const struct plan *plan, enum share_basis basis, node whole);
void share_add(struct judgement *judgement, const struct plan *plan, node part, node whole);

node percent_node(const struct plan *plan, const char *label, node whole, const struct section *section,
                  const struct fact *percent);
/* Of rows, over the whole project. */
node whole_node(const struct plan *plan, row_test *test, const void *context, const char *label);
/* Up to a month; `by` leaves out what it excludes. */
node basis_node(const struct plan *plan, enum share_basis basis, const struct funder *by, month last);
/* Whether the payer's application stands. */
node pays_node(const struct plan *plan, const struct funder *funder);

#endif
