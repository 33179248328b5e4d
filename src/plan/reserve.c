#include <medfin/plan/reserve.h>

#include <medfin/plan/reserve_nodes.h>

#include "line.h"

int64_t reserve_months_to_run(const struct plan *plan, const struct section *line)
{
    const struct fact *notice = &((const struct line *)line)->notice_months;
    if (!fact_is_stated(notice))
        return reserve_months(plan);
    return plan->project->reserve->lead.value.number + notice->value.number;
}

struct reserve_state reserve_at(const struct plan *plan, month at)
{
    const struct reserve_nodes *nodes = reserve_nodes_at(plan, at);
    struct reserve_state state = { .at = at,
                                   .equity = node_cell(plan, nodes->equity),
                                   .free_equity = node_cell(plan, nodes->free_equity),
                                   .tail = node_cell(plan, nodes->tail),
                                   .running_year = node_cell(plan, nodes->running_year),
                                   .planned_months = nodes->planned_months,
                                   .months = reserve_months(plan) };
    for (int i = 0; i < READINGS; i++)
        state.required[i] = node_cell(plan, nodes->required[i]);
    return state;
}

bool reserve_is_tested(const struct plan *plan, month at)
{
    bool every_month = plan->project->reserve->test.value.number == TEST_EVERY_MONTH;
    return every_month || plan_ends_year(plan, at);
}

int64_t reserve_coverage(const struct reserve_state *state, enum reserve_basis basis)
{
    enum { HUNDREDTHS = 100, MOST_MONTHS = 100000 };
    bool of_year = basis == RESERVE_RUNNING;
    struct cell cost = of_year ? state->running_year : state->required[basis];
    bool is_known = cell_is_known(state->free_equity) && cell_is_known(cost);
    if (basis == RESERVE_WINDING_DOWN || !is_known || cost.amount <= 0)
        return RESERVE_NO_COVERAGE;
    wide hundredths = (wide)state->free_equity.amount * (of_year ? state->planned_months : state->months) * HUNDREDTHS;
    wide most = (wide)cost.amount * MOST_MONTHS * HUNDREDTHS;
    bool is_beyond = hundredths > most || hundredths < -most;
    return is_beyond ? RESERVE_NO_COVERAGE : round_quotient(hundredths, cost.amount);
}
