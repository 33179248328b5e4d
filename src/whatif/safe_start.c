#include <medfin/whatif/safe_start.h>

#include <assert.h>

#include <medfin/figures/figure.h>
#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>

static const struct selection cash_cost = { .side = COST_SIDE, .form = IN_CASH };

static month covered_through(const struct plan *plan, money amount, month first, month last)
{
    month through = -1;
    for (month at = first; at <= last && plan_sum(plan, &cash_cost, first, at).amount <= amount; at++)
        through = at;
    return through;
}

static struct covered covered_over(const struct plan *plan, month first, month last)
{
    const struct selection money_in = { .side = FINANCING_SIDE, .form = IN_CASH };
    first = month_later(first, plan->first);
    last = month_earlier(last, plan_last(plan));
    struct covered covered = { plan_sum(plan, &cash_cost, first, last), plan_sum(plan, &money_in, first, last), -1 };
    if (cell_is_known(covered.cost) && cell_is_known(covered.money))
        covered.through = covered_through(plan, covered.money.amount, first, last);
    return covered;
}

static void find_years(struct safe_start *start, struct arena *arena)
{
    const struct plan *plan = start->plan;
    start->first_year = plan_years(plan).first;
    start->year_count = years_count(plan_years(plan));
    struct covered *years = arena_take(arena, (size_t)start->year_count, sizeof *years);
    for (int i = 0; i < start->year_count; i++)
        years[i] = covered_over(plan, year_first(start->first_year + i), year_last(start->first_year + i));
    start->years = years;
}

static void find_cash(struct safe_start *start, struct arena *arena)
{
    const struct cash *cash = cash_build(start->plan, arena);
    start->limit = fact_cell(start->plan, start->plan->project->rules->liquidity_limit);
    const struct figure lowest = { .row = figure_row("lowest_cash") };
    start->lowest = lowest_cash_month(start->plan, &lowest);
    start->below = -1;
    start->lowest_cash = figure_cell(start->plan, &lowest);
    if (start->lowest < 0 || !cell_is_known(start->limit))
        return;
    /* As the rule liquidity sees it: a month that is within the tolerance is not below. */
    money lowest_allowed = start->limit.amount - start->plan->project->rules->tolerance->value.number;
    for (int i = 0; i < cash->count && start->below < 0; i++)
        if (cash->balance[i].amount < lowest_allowed)
            start->below = start->plan->first + i;
}

struct safe_start safe_start_find(const statement_list *statements, const struct plan *plan, struct arena *arena)
{
    int layer;
    statement_list secured = trial_statements(statements, plan->project->payers.count, &layer, arena);
    project_secured_only(plan->project, &secured, arena);
    const struct rerun all_no = trial_plan(&secured, arena);
    assert(all_no.project);
    struct safe_start start = { .plan = all_no.plan };
    start.whole = covered_over(start.plan, start.plan->first, plan_last(start.plan));
    find_years(&start, arena);
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND };
    struct cell planned = plan_sum(plan, &in_kind, plan->first, plan_last(plan));
    struct cell left = plan_sum(start.plan, &in_kind, plan->first, plan_last(plan));
    start.lost_in_kind = (struct cell){ planned.amount - left.amount, planned.needs ? planned.needs : left.needs };
    find_cash(&start, arena);
    return start;
}
