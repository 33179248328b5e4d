#include "eligibility.h"

#include <medfin/plan/sums.h>

#include "finding_builder.h"

void eligibility_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    struct cell paid_most = { 0 }, eligible = { 0 };
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        struct cell pays = plan_sum(plan, &paid, plan->first, plan_last(plan));
        struct cell counts = basis_sum(plan, BASIS_ALL, funder, plan->first, plan_last(plan));
        if (!finding_tighten(finding, cell_minus(arena, counts, pays), arena))
            continue;
        finding->subject = &funder->section;
        paid_most = pays;
        eligible = counts;
    }
    if (!funders->count)
        return;
    finding_settle(finding, 0, plan->project);
    if (!finding->has_margin)
        return;
    finding_money(finding, "money", N_("its money"), paid_most, arena);
    finding_money(finding, "eligible", N_("eligible cost"), eligible, arena);
    if (finding->verdict == VERDICT_FAIL)
        finding->because = N_("The funder pays more than what is eligible to it.");
}
