#include "group.h"

#include "making.h"

static bool belongs(const void *group, const struct row *row)
{
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && fact_names(row->funder->group, group);
}

static void make_group(const struct plan *plan, const struct rule *rule, const struct group *group,
                       struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &group->section);
    node held = whole_node(plan, belongs, &group->section, N_("the group's money"));
    judgement->tells_binding = true;
    money_add(judgement, plan, 0, "money", N_("the group's money"), held);
    if (fact_is_stated(group->max_share)) {
        enum share_basis of = (enum share_basis)group->basis->value.number;
        node basis = basis_node(plan, of, NULL, plan_last(plan));
        node limit = percent_node(plan, N_("at most its highest share"), basis, &group->section, group->max_share);
        basis_add(judgement, plan, of, basis);
        money_add(judgement, plan, 0, "limit", N_("at most its highest share"), limit);
        share_add(judgement, plan, held, basis);
        place_add(judgement, plan, less_node(plan, N_("left"), limit, held), N_("Its highest share binds."));
    }
    if (fact_is_stated(group->amount)) {
        node most = money_leaf(plan, &group->section, group->amount);
        money_add(judgement, plan, 0, "amount", N_("at most its amount"), most);
        place_add(judgement, plan, less_node(plan, N_("left"), most, held), N_("Its amount binds."));
    }
}

void group_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *groups = &plan->project->of[SECTION_GROUP];
    for (int i = 0; i < groups->count; i++)
        make_group(plan, rule, (const struct group *)groups->items[i], judgements);
    if (!groups->count)
        judgement_add(judgements, plan, rule, NULL);
}
