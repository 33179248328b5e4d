#include "margins_reserve.h"

#include <medfin/plan/reserve.h>

static const struct selection running_cost = { .side = COST_SIDE, .form = IN_CASH, .running_only = true };

/* round(form × times / over). */
static struct affine scaled(const struct maker *maker, struct affine form, int64_t times, int64_t over)
{
    if (affine_is_certain(&form) && form.error == 0 && !form.unknown)
        return affine_constant((double)money_ratio((money)form.constant, times, over));
    form = affine_times(maker->program, form, (double)times / (double)over);
    form.error += 0.5;
    return form;
}

static struct affine required_running(const struct maker *maker, month at)
{
    const struct months planned = months_shared(months_of_year(month_year(at)), plan_months(maker->plan));
    return scaled(maker, folded_selected(maker->folded, &running_cost, planned.first, planned.last),
                  maker->project->reserve->months.value.number, months_between(planned.first, planned.last));
}

static struct affine required_forward(const struct maker *maker, month at)
{
    month last = plan_last(maker->plan), end = at + (month)maker->project->reserve->months.value.number;
    struct affine planned = folded_selected(maker->folded, &running_cost, at + 1, end);
    int missing = end > last ? end - (at > last ? at : last) : 0;
    int counted = maker->plan->count < MONTHS_OF_A_YEAR ? maker->plan->count : MONTHS_OF_A_YEAR;
    if (!missing)
        return planned;
    struct affine latest = folded_selected(maker->folded, &running_cost, last - counted + 1, last);
    return plus(maker, planned, scaled(maker, latest, missing, counted));
}

static struct affine required_winding_down(const struct maker *maker, month at)
{
    const struct reserve *reserve = maker->project->reserve;
    struct affine required = fact(maker, &reserve->section, &reserve->closing_costs);
    for (int i = 0; i < maker->plan->row_count; i++) {
        const struct row *row = &maker->plan->rows[i];
        if (!selection_takes(&running_cost, row))
            continue;
        int64_t runs = reserve_months_to_run(maker->plan, row->line), within = reserve->months.value.number;
        required = affine_plus(maker->program, required, folded_row(maker->folded, row, at, at),
                               (double)(runs < within ? runs : within));
    }
    return required;
}

void reserve_margins(const struct maker *maker)
{
    static struct affine (*const readings[READINGS])(const struct maker *, month) = {
        [RESERVE_RUNNING] = required_running,
        [RESERVE_FORWARD] = required_forward,
        [RESERVE_WINDING_DOWN] = required_winding_down,
    };
    const struct project *project = maker->project;
    if (!project->keeps_reserve)
        return;
    struct margin *margin = add_margin(maker, NULL, PLACE_MONTH);
    struct affine bound = plus(maker, fact(maker, &project->section, &project->earmarked_equity),
                               fact(maker, &project->section, &project->fixed_assets));
    for (month at = maker->plan->first; at <= plan_last(maker->plan); at++) {
        if (!reserve_is_tested(maker->plan, at))
            continue;
        struct affine free_equity = minus(maker, folded_equity(maker->folded, at), bound);
        add_place(maker, margin, at,
                  minus(maker, free_equity, readings[project->reserve->basis.value.number](maker, at)));
    }
}
