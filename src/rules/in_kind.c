#include "in_kind.h"

#include <medfin/plan/in_kind.h>

#include "making.h"

/* What lines book is what is certified, neither more nor less. */
static void make_certified(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                           struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &funder->section);
    const struct selection booked_rows = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = &funder->section };
    node booked = whole_node(plan, selection_test, &booked_rows, N_("stated by lines"));
    node certified = while_granted(plan, &funder->section, certified_in_kind_node(plan, funder));
    const char *because = N_("What the lines state differs from what the funder certifies.");
    judgement->applies = pays_node(plan, funder);
    judgement->two_sided = true;
    judgement->deviation = less_node(plan, N_("stated by lines"), booked, certified);
    place_add(judgement, plan, judgement->deviation, because);
    place_add(judgement, plan, less_node(plan, N_("certified"), certified, booked), because);
    money_add(judgement, plan, 0, "booked", N_("stated by lines"), booked);
    money_add(judgement, plan, 0, "certified", N_("certified"), certified);
}

/* In kind over the whole project, against a percent of the total or the cash cost. */
static void make_limit(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct rules *rules = plan->project->rules;
    const struct fact *limit = rules->in_kind_limit;
    bool is_percent = limit->value.is_share;
    const struct selection all = { .side = COST_SIDE }, cash = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND };
    const char *label = is_percent ? N_("at most its percent of the total cost") : N_("at most the cash cost");
    node booked = whole_node(plan, selection_test, &in_kind, N_("in kind"));
    node most = whole_node(plan, selection_test, is_percent ? &all : &cash, is_percent ? N_("cost") : label);
    if (is_percent)
        most = percent_node(plan, label, most, &rules->section, limit);
    money_add(judgement, plan, 0, "in_kind", N_("in kind"), booked);
    money_add(judgement, plan, 0, "limit", label, most);
    place_add(judgement, plan, less_node(plan, N_("left"), most, booked),
              N_("There is more in kind than its limit allows."));
}

void in_kind_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct project *project = plan->project;
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++) {
        const struct funder *funder = (const struct funder *)project->of[SECTION_FUNDER].items[i];
        if (fact_is_stated(funder->in_kind) && funder_borne_line(project, funder))
            make_certified(plan, rule, funder, judgements);
    }
    if (fact_is_stated(project->rules->in_kind_limit))
        make_limit(plan, rule, judgements);
    else
        judgement_add(judgements, plan, rule, NULL)->is_alone = true;
}
