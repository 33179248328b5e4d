#include "in_kind.h"

#include <medfin/plan/in_kind.h>
#include <medfin/plan/sums.h>

#include "finding_builder.h"

static void find_certified(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                           finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &funder->section, arena);
    const struct selection booked_rows = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = &funder->section };
    struct cell booked = plan_sum(plan, &booked_rows, plan->first, plan_last(plan));
    struct cell certified = plan_certified_in_kind(plan, funder);
    struct cell margin = cell_minus(arena, booked, certified);
    finding->two_sided = true;
    finding->deviation = margin;
    if (margin.amount > 0)
        margin.amount = -margin.amount;
    finding_money(finding, "booked", N_("booked by lines"), booked, arena);
    finding_money(finding, "certified", N_("certified"), certified, arena);
    finding_tighten(finding, margin, arena);
    if (finding_settle(finding, plan->project->rules->tolerance.value.number, plan->project))
        finding->because = N_("What the lines book differs from what the funder certifies.");
}

/* In kind over the whole project, against a percent of the total or the cash cost. */
static void find_limit(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct value *limit = &plan->project->rules->in_kind_limit.value;
    const struct selection all = { .side = COST_SIDE }, cash = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND };
    struct cell booked = plan_sum(plan, &in_kind, plan->first, plan_last(plan));
    struct cell most = plan_sum(plan, limit->is_share ? &all : &cash, plan->first, plan_last(plan));
    if (limit->is_share)
        most.amount = money_times(most.amount, limit->number);
    finding_money(finding, "in_kind", N_("in kind"), booked, arena);
    finding_money(finding, "limit",
                  limit->is_share ? N_("at most its percent of the total cost") : N_("at most the cash cost"), most,
                  arena);
    finding_tighten(finding, cell_minus(arena, most, booked), arena);
    if (finding_settle(finding, plan->project->rules->tolerance.value.number, plan->project))
        finding->because = N_("There is more in kind than its limit allows.");
}

void in_kind_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    int before = findings->count;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (fact_is_stated(&funder->in_kind) && !funder_is_rejected(funder) &&
            funder_bears_lines(plan->project, funder))
            find_certified(plan, rule, funder, findings, arena);
    }
    if (fact_is_stated(&plan->project->rules->in_kind_limit))
        find_limit(plan, rule, findings, arena);
    if (findings->count == before)
        finding_add(findings, rule, NULL, arena);
}
