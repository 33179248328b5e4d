#include "group.h"

#include <medfin/plan/sums.h>

#include "finding_builder.h"

static bool belongs(const struct group *group, const struct row *row)
{
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder &&
           fact_names(&row->funder->group, &group->section);
}

static struct cell money_of(const struct plan *plan, const struct group *group, struct arena *arena)
{
    struct cell sum = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (belongs(group, &plan->rows[i]))
            sum = cell_plus(arena, sum, row_sum(plan, &plan->rows[i], plan->first, plan_last(plan)));
    return sum;
}

static void find_group(const struct plan *plan, const struct rule *rule, const struct group *group,
                       finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &group->section, arena);
    struct cell held = money_of(plan, group, arena);
    finding_money(finding, "money", N_("the group's money"), held, arena);
    if (fact_is_stated(&group->max_share)) {
        struct cell basis =
            basis_sum(plan, (enum share_basis)group->basis.value.number, NULL, plan->first, plan_last(plan));
        struct cell part = fact_cell(plan, &group->max_share);
        struct cell limit = { money_times(basis.amount, part.amount), needs_union(arena, basis.needs, part.needs) };
        finding_basis(finding, (enum share_basis)group->basis.value.number, basis, arena);
        finding_money(finding, "limit", N_("at most its highest share"), limit, arena);
        finding_share(finding, "share", N_("its share"), held, basis, arena);
        if (finding_tighten(finding, cell_minus(arena, limit, held), arena))
            finding->because = N_("Its highest share binds.");
    }
    if (fact_is_stated(&group->amount)) {
        struct cell most = fact_cell(plan, &group->amount);
        finding_money(finding, "amount", N_("at most its amount"), most, arena);
        if (finding_tighten(finding, cell_minus(arena, most, held), arena))
            finding->because = N_("Its amount binds.");
    }
    finding_settle(finding, plan->project->rules->tolerance.value.number, plan->project);
    if (finding->verdict == VERDICT_PASS)
        finding->because = NULL;
}

void group_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct section_list *groups = &plan->project->of[SECTION_GROUP];
    for (int i = 0; i < groups->count; i++)
        find_group(plan, rule, (const struct group *)groups->items[i], findings, arena);
    if (!groups->count)
        finding_add(findings, rule, NULL, arena);
}
