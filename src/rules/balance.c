#include "balance.h"

#include <assert.h>

#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>

#include "finding_builder.h"

struct gap {
    int year;                         /* 0: the whole project */
    struct cell cost, financing, gap; /* gap: financing − cost */
};

static struct gap gap_of(const struct plan *plan, int year)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct months over = year ? months_of_year(year) : plan_months(plan);
    struct gap gap = { .year = year,
                       .cost = plan_sum(plan, &cost, over.first, over.last),
                       .financing = plan_sum(plan, &financing, over.first, over.last) };
    gap.gap = cell_minus(plan->arena, gap.financing, gap.cost);
    return gap;
}

static void add_figures(struct finding *finding, const struct gap *gap, struct arena *arena)
{
    finding_money_in(finding, gap->year, "cost", N_("cost"), gap->cost, arena);
    finding_money_in(finding, gap->year, "financing", N_("financing"), gap->financing, arena);
    finding_money_in(finding, gap->year, "gap", N_("financing less cost"), gap->gap, arena);
}

static money size_of(money amount)
{
    return amount < 0 ? -amount : amount;
}

/* A deficit beyond the tolerance is graver than any surplus beyond it, and that than what is forgiven. */
static int gravity(money gap, money tolerance)
{
    return gap < -tolerance ? 2 : gap > tolerance;
}

static bool is_tighter(money gap, money than, money tolerance)
{
    int here = gravity(gap, tolerance), there = gravity(than, tolerance);
    return here == there ? size_of(gap) > size_of(than) : here > there;
}

/* The verdict of the gaps: a deficit beyond the tolerance that is known settles it, else
   an unknown gap leaves it open. */
static void decide(struct finding *finding, const struct project *project, const struct gap *gaps, int count,
                   struct arena *arena)
{
    money tolerance = project->rules->tolerance.value.number;
    const struct gap *tightest = NULL;
    for (int i = 0; i < count; i++) {
        finding->needs = needs_union(arena, finding->needs, gaps[i].gap.needs);
        if (cell_is_known(gaps[i].gap) &&
            (!tightest || is_tighter(gaps[i].gap.amount, tightest->gap.amount, tolerance)))
            tightest = &gaps[i];
    }
    money gap = tightest ? tightest->gap.amount : 0;
    finding->verdict = gap < -tolerance  ? finding->rule->broken(project)
                       : finding->needs  ? VERDICT_UNDETERMINED
                       : gap > tolerance ? VERDICT_WARN
                                         : VERDICT_PASS;
    if (finding->verdict == VERDICT_UNDETERMINED)
        return;
    assert(tightest);
    finding->has_margin = true;
    finding->margin = -size_of(gap);
    finding->year = tightest->year;
    if (gap < -tolerance)
        finding->because = N_("The financing does not cover the cost.");
    else if (gap > tolerance)
        finding->because = project_keeps_surplus(project)
                               ? N_("The financing exceeds the cost; the surplus adds to the equity.")
                               : N_("The financing exceeds the cost; a surplus is repaid.");
}

void balance_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    finding->unit = UNIT_MONEY;
    finding->adds_up = true;
    finding->two_sided = true;
    finding->deviation = gap_of(plan, 0).gap;
    const struct rules *rules = plan->project->rules;
    const struct years years = plan_years(plan);
    LIST(struct gap) gaps = { 0 };
    if (rules->balance.value.number == BALANCE_YEAR)
        for (int year = years.first; year <= years.last; year++)
            *list_add(&gaps, arena) = gap_of(plan, year);
    else
        *list_add(&gaps, arena) = gap_of(plan, 0);
    for (int i = 0; i < gaps.count; i++)
        add_figures(finding, &gaps.items[i], arena);
    if (rules->balance.value.number == BALANCE_YEAR) {
        const struct gap whole = gap_of(plan, 0);
        add_figures(finding, &whole, arena);
    }
    decide(finding, plan->project, gaps.items, gaps.count, arena);
}
