#include "secured.h"

#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>

#include "finding_builder.h"

/* What a row pays in the years in which its payer's money is neither granted nor decided. */
static struct cell unsecured_of(const struct plan *plan, const struct row *row)
{
    struct cell sum = { 0 };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct section *payer = row_payer(row);
        enum status status =
            row->in_kind ? (enum status)payer_status(payer)->value.number : payer_status_in(payer, year);
        if (!status_is_secured(status))
            sum = cell_plus(plan->arena, sum, row_sum(plan, row, year_first(year), year_last(year)));
    }
    return sum;
}

enum verdict secured_broken(const struct project *project)
{
    return project->rules->unsecured.value.second == THRESHOLD_WARN ? VERDICT_WARN : VERDICT_FAIL;
}

void secured_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    finding->unit = UNIT_MONEY;
    const struct value *limit = &plan->project->rules->unsecured.value;
    if (limit->second == THRESHOLD_OFF) {
        finding->because = N_("Switched off: unsecured = off.");
        return;
    }
    struct cell all = { 0 }, unsecured = { 0 };
    money known = 0; /* of the unsecured */
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side != SIDE_FINANCING)
            continue;
        struct cell open = unsecured_of(plan, row);
        all = cell_plus(arena, all, row_sum(plan, row, plan->first, plan_last(plan)));
        unsecured = cell_plus(arena, unsecured, open);
        known += cell_is_known(open) ? open.amount : 0;
    }
    /* A limit of nothing does not depend on how much there is, and is broken by the first
       krona: money of unknown amount can only add to it. */
    struct cell most = { money_times(all.amount, limit->number), limit->number ? all.needs : NULL };
    struct cell margin = cell_minus(arena, most, unsecured);
    if (!limit->number && known > 0)
        margin = cell_known(-known);
    finding_decide(finding, margin, plan->project);
    if (finding->has_margin && finding->margin < 0)
        finding->because = N_("Part of the financing is neither granted nor decided.");
    finding_money(finding, "financing", N_("financing"), all, arena);
    if (unsecured.needs)
        finding_money(finding, "unsecured_known", N_("unsecured at the least"), cell_known(known), arena);
    finding_money(finding, "unsecured", N_("of which unsecured"), unsecured, arena);
    finding_money(finding, "limit", N_("at most unsecured"), most, arena);
}
