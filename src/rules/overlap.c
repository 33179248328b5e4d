#include "overlap.h"

#include "making.h"

static bool is_external(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && !row->funder->own.value.number;
}

static void make_external(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    node external = whole_node(plan, is_external, NULL, N_("money from others than the owner"));
    node eligible = basis_node(plan, BASIS_ALL, NULL, plan_last(plan));
    money_add(judgement, plan, 0, "external", N_("money from others than the owner"), external);
    money_add(judgement, plan, 0, "eligible", N_("eligible cost"), eligible);
    place_add(judgement, plan, less_node(plan, N_("left"), eligible, external),
              N_("Others pay more than the eligible cost."));
}

static bool is_covered(const void *context, const struct row *row)
{
    const struct overhead *overhead = context;
    return row->side == SIDE_COST && row->eligible && row->line != &overhead->section &&
           fact_names(&overhead->covers, &row->category->section);
}

static void make_covered(const struct plan *plan, const struct rule *rule, const struct overhead *overhead,
                         struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &overhead->section);
    const char *label = N_("eligible cost in what the flat rate covers");
    node covered = whole_node(plan, is_covered, overhead, label);
    money_add(judgement, plan, 0, "covered", label, covered);
    place_add(judgement, plan, less_node(plan, N_("left"), 0, covered),
              N_("A category that the flat rate already pays holds eligible lines."));
}

void overlap_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    make_external(plan, rule, judgements);
    const struct section_list *overheads = &plan->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < overheads->count; i++) {
        const struct overhead *overhead = (const struct overhead *)overheads->items[i];
        if (overhead->covers.value.count)
            make_covered(plan, rule, overhead, judgements);
    }
}
