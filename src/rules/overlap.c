#include "overlap.h"

#include <medfin/plan/sums.h>

#include "finding_builder.h"

static void find_external(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    struct cell external = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side == SIDE_FINANCING && !row->in_kind && row->funder && !row->funder->own.value.number)
            external = cell_plus(arena, external, row_sum(plan, row, plan->first, plan_last(plan)));
    }
    struct cell eligible = basis_sum(plan, BASIS_ALL, NULL, plan->first, plan_last(plan));
    finding_money(finding, "external", N_("money from others than the owner"), external, arena);
    finding_money(finding, "eligible", N_("eligible cost"), eligible, arena);
    finding_tighten(finding, cell_minus(arena, eligible, external), arena);
    if (finding_settle(finding, 0, plan->project))
        finding->because = N_("Others pay more than the eligible cost.");
}

static bool is_covered(const struct overhead *overhead, const struct row *row)
{
    return row->side == SIDE_COST && row->eligible && row->line != &overhead->section &&
           fact_names(&overhead->covers, &row->category->section);
}

static void find_covered(const struct plan *plan, const struct rule *rule, const struct overhead *overhead,
                         finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &overhead->section, arena);
    struct cell covered = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (is_covered(overhead, &plan->rows[i]))
            covered = cell_plus(arena, covered, row_sum(plan, &plan->rows[i], plan->first, plan_last(plan)));
    finding_money(finding, "covered", N_("eligible cost in what the flat rate covers"), covered, arena);
    finding_tighten(finding, cell_minus(arena, cell_known(0), covered), arena);
    if (finding_settle(finding, 0, plan->project))
        finding->because = N_("A category that the flat rate already pays holds eligible lines.");
}

void overlap_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    find_external(plan, rule, findings, arena);
    const struct section_list *overheads = &plan->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < overheads->count; i++) {
        const struct overhead *overhead = (const struct overhead *)overheads->items[i];
        if (overhead->covers.value.count)
            find_covered(plan, rule, overhead, findings, arena);
    }
}
