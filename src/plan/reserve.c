#include <medfin/plan/reserve.h>

#include "line.h"

static const struct selection running_cost = { .side = COST_SIDE, .form = IN_CASH, .running_only = true };

static int months_of_rule(const struct plan *plan)
{
    return (int)plan->project->reserve->months.value.number;
}

static struct cell scaled(struct cell sum, int64_t times, int64_t over)
{
    sum.amount = over ? money_ratio(sum.amount, times, over) : 0;
    return sum;
}

/* Six months' running costs: the calendar year's, per planned month of it. */
static void find_running(const struct plan *plan, struct reserve_state *state)
{
    const struct months planned = months_shared(months_of_year(month_year(state->at)), plan_months(plan));
    state->running_year = plan_sum(plan, &running_cost, planned.first, planned.last);
    state->planned_months = months_between(planned.first, planned.last);
    state->required[RESERVE_RUNNING] = scaled(state->running_year, months_of_rule(plan), state->planned_months);
}

/* The months ahead; past the plan's end each counts as the average of the last twelve. */
static struct cell forward(const struct plan *plan, month at)
{
    month last = plan_last(plan), end = at + months_of_rule(plan);
    struct cell planned = plan_sum(plan, &running_cost, at + 1, end);
    int missing = end > last ? end - (at > last ? at : last) : 0;
    int counted = plan->count < MONTHS_OF_A_YEAR ? plan->count : MONTHS_OF_A_YEAR;
    struct cell latest = plan_sum(plan, &running_cost, last - counted + 1, last);
    return missing ? cell_plus(plan->arena, planned, scaled(latest, missing, counted)) : planned;
}

int64_t reserve_months_to_run(const struct plan *plan, const struct section *line)
{
    const struct fact *notice = &((const struct line *)line)->notice_months;
    if (!fact_is_stated(notice))
        return months_of_rule(plan);
    return plan->project->reserve->lead.value.number + notice->value.number;
}

static void find_winding_down(const struct plan *plan, struct reserve_state *state)
{
    struct cell *required = &state->required[RESERVE_WINDING_DOWN];
    *required = fact_cell(plan, &plan->project->reserve->closing_costs);
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (!selection_takes(&running_cost, row))
            continue;
        struct cell monthly = *row_cell(plan, row, state->at);
        int64_t runs = reserve_months_to_run(plan, row->line), within = months_of_rule(plan);
        int64_t counted = runs < within ? runs : within;
        *required = cell_plus(plan->arena, *required, scaled(monthly, counted, 1));
        state->tail = cell_plus(plan->arena, state->tail, scaled(monthly, runs - counted, 1));
    }
}

struct reserve_state reserve_at(const struct plan *plan, month at)
{
    struct reserve_state state = { .at = at, .equity = plan_equity(plan, at), .months = months_of_rule(plan) };
    const struct project *project = plan->project;
    state.free_equity = cell_minus(plan->arena, state.equity, fact_cell(plan, &project->earmarked_equity));
    state.free_equity = cell_minus(plan->arena, state.free_equity, fact_cell(plan, &project->fixed_assets));
    find_running(plan, &state);
    state.required[RESERVE_FORWARD] = forward(plan, at);
    find_winding_down(plan, &state);
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
