#include "liquidity.h"

#include <medfin/plan/cash.h>

#include "finding_builder.h"

/* The lowest balance; while any month is unknown, so is it. */
static struct cell lowest_of(const struct cash *cash)
{
    month at = cash_lowest(cash);
    return at < 0 ? (struct cell){ .needs = cash_needs(cash) } : cash_at(cash, at);
}

static void test_month(struct finding *finding, month at, struct cell margin, struct arena *arena)
{
    if (finding_tighten(finding, margin, arena))
        finding->at = at;
    if (finding->since < 0 && cell_is_known(margin) && margin.amount < 0) {
        finding->since = at;
        finding->since_margin = margin.amount;
        finding->since_coverage = INT64_MIN;
    }
}

/* Cash that is short when the last payment has come is short of money, not of time. */
static const char *reason(const struct cash *cash, struct cell limit)
{
    struct cell end = cash->balance[cash->count - 1];
    if (cell_is_known(end) && cell_is_known(limit) && end.amount < limit.amount)
        return N_("Cash falls below the limit and stays there: the financing does not cover what is paid.");
    return N_("Cash falls below the limit: costs are paid before the financing comes.");
}

void liquidity_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct cash *cash = cash_build(plan, arena);
    struct cell limit = fact_cell(plan, &plan->project->rules->liquidity_limit);
    for (int i = 0; i < cash->count; i++)
        test_month(finding, plan->first + i, cell_minus(arena, cash->balance[i], limit), arena);
    if (finding_settle(finding, 0, plan->project))
        finding->because = reason(cash, limit);
    finding_money(finding, "opening", N_("cash before the first month"), cash->opening, arena);
    finding_money(finding, "lowest", N_("lowest cash"), lowest_of(cash), arena);
    finding_money(finding, "limit", N_("lowest cash allowed"), limit, arena);
    finding_money(finding, "receivable", N_("owed by funders at the project's end"), cash->receivable, arena);
}
