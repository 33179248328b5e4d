#include "share.h"

#include <medfin/plan/sums.h>

#include "finding_builder.h"

struct measured {
    struct cell money, basis, limit;
};

static struct measured measure(const struct plan *plan, const struct funder *funder, month last, struct arena *arena)
{
    const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    struct measured at = { .money = plan_sum(plan, &paid, plan->first, last),
                           .basis = basis_sum(plan, (enum share_basis)funder->basis.value.number, funder, plan->first,
                                              last) };
    struct cell part = fact_cell(plan, &funder->max_share);
    at.limit =
        (struct cell){ money_times(at.basis.amount, part.amount), needs_union(arena, at.basis.needs, part.needs) };
    return at;
}

/* A year's end above the share is a warning: the project's whole decides. */
static void look_at_years(const struct plan *plan, const struct funder *funder, money tolerance,
                          struct finding *finding, struct arena *arena)
{
    const struct years years = plan_years(plan);
    for (int year = years.first; year < years.last; year++) {
        const struct measured at = measure(plan, funder, year_last(year), arena);
        struct cell margin = cell_minus(arena, at.limit, at.money);
        bool passed = finding->verdict == VERDICT_PASS, warned = finding->verdict == VERDICT_WARN;
        bool tighter = passed || (warned && cell_is_known(margin) && margin.amount < finding->margin);
        if (!tighter || !cell_is_known(margin) || margin.amount >= -tolerance)
            continue;
        finding->verdict = VERDICT_WARN;
        finding->year = year;
        finding->margin = margin.amount;
        finding->because = N_("It holds over the whole project, but not at the end of the year shown.");
    }
}

static void find_share(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                       finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &funder->section, arena);
    const struct measured whole = measure(plan, funder, plan_last(plan), arena);
    money tolerance = plan->project->rules->tolerance.value.number;
    finding_money(finding, "money", N_("its money"), whole.money, arena);
    finding_basis(finding, (enum share_basis)funder->basis.value.number, whole.basis, arena);
    finding_money(finding, "limit", N_("at most its highest share"), whole.limit, arena);
    finding_share(finding, "share", N_("its share"), whole.money, whole.basis, arena);
    finding_tighten(finding, cell_minus(arena, whole.limit, whole.money), arena);
    if (finding_settle(finding, tolerance, plan->project))
        finding->because = N_("Its money is more than its highest share.");
    look_at_years(plan, funder, tolerance, finding, arena);
}

void share_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    int before = findings->count;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (fact_is_stated(&funder->max_share) && !funder_is_rejected(funder))
            find_share(plan, rule, funder, findings, arena);
    }
    if (findings->count == before)
        finding_add(findings, rule, NULL, arena);
}
