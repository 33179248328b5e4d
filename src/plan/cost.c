#include "cost.h"

#include "schedule.h"

static void lay(struct plan *plan, const struct section *section)
{
    const struct cost *cost = (const struct cost *)section;
    plan_add_cost(plan,
                  (struct row){ .line = section,
                                .phase = PHASE_COST,
                                .category = (const struct category *)*cost->category.sections,
                                .eligible = cost->eligible.value.number,
                                .running = cost_is_running(cost) },
                  line_bearer(section));
}

static struct schedule schedule_of(const struct plan *plan, const struct row *row)
{
    const struct cost *cost = (const struct cost *)row->line;
    month first = line_first(plan->project, &cost->from);
    return (struct schedule){
        .level = { .section = row->line, .stated = &cost->amount, .index = &cost->index, .first = first },
        .years = &cost->years,
        .months = &cost->months,
        .first = first,
        .last = line_last(plan->project, &cost->to),
        .at = fact_is_stated(&cost->at_month) ? (month)cost->at_month.value.number : first,
    };
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, row);
    schedule_evaluate(plan, &schedule, row);
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const struct schedule schedule = schedule_of(plan, row);
    return schedule_derivation(plan, &schedule, at, arena);
}

const struct line_kind cost_line = { SECTION_COST, lay, { evaluate, derivation, NULL } };
