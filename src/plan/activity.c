/* Activities: in each of their months an amount and participants × unit cost. */

#include "line.h"

static const struct activity *activity_of(const struct row *row)
{
    return (const struct activity *)row->line;
}

void activity_lay(struct plan *plan, const struct section *section)
{
    const struct activity *activity = (const struct activity *)section;
    plan_add_cost(plan,
                  (struct row){ .line = section,
                                .phase = PHASE_COST,
                                .category = (const struct category *)*activity->category.sections,
                                .eligible = activity->eligible.value.number },
                  line_bearer(section));
}

void activity_evaluate(const struct plan *plan, struct row *row)
{
    const struct activity *activity = activity_of(row);
    const struct month_list months = activity_months(activity);
    if (!activity_is_planned(activity))
        return;
    struct cell each = fact_cell(plan, &activity->unit_cost), count = fact_cell(plan, &activity->participants);
    each = (struct cell){ each.amount * count.amount, needs_union(plan->arena, each.needs, count.needs) };
    each = cell_plus(plan->arena, each, fact_cell(plan, &activity->amount));
    for (int i = 0; i < months.count; i++)
        *row_cell(plan, row, months.items[i]) = each;
}

static bool is_held(const struct activity *activity, month at)
{
    const struct month_list months = activity_months(activity);
    for (int i = 0; i < months.count; i++)
        if (months.items[i] == at)
            return activity_is_planned(activity);
    return false;
}

const struct derivation *activity_derivation(const struct plan *plan, const struct row *row, month at,
                                             struct arena *arena)
{
    (void)plan;
    const struct activity *activity = activity_of(row);
    if (!is_held(activity, at))
        return derive_nothing(arena);
    LIST(const struct derivation *) parts = { 0 };
    if (fact_is_stated(&activity->amount))
        *list_add(&parts, arena) = derive_fact(arena, row->line, &activity->amount, MEASURE_MONEY);
    if (fact_is_stated(&activity->unit_cost))
        *list_add(&parts, arena) = derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("unit cost × participants"),
                                          derive_fact(arena, row->line, &activity->unit_cost, MEASURE_MONEY),
                                          derive_fact(arena, row->line, &activity->participants, MEASURE_NUMBER));
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, N_("each time"), parts.items, parts.count);
}
