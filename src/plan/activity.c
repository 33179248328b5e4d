#include <medfin/plan/activity.h>

#include "line.h"
#include "schedule.h"

static const struct activity *activity_of(const struct row *row)
{
    return (const struct activity *)row->line;
}

static struct schedule schedule_of(const struct plan *plan, const struct activity *activity)
{
    return (struct schedule){ .level = { .section = &activity->section },
                              .years = &activity->years,
                              .first = plan->project->first,
                              .last = plan->project->last };
}

/* The number of the month among the activity's, in their order in time; 0 if it is none. */
static int part_at(const struct activity *activity, month at)
{
    const struct month_list months = activity_months(activity);
    int part = 0;
    bool is_held = false;
    for (int i = 0; i < months.count; i++) {
        part += months.items[i] <= at;
        is_held = is_held || months.items[i] == at;
    }
    return is_held && activity_is_planned(activity) ? part : 0;
}

static struct cell each_time(const struct plan *plan, const struct activity *activity)
{
    struct cell each = fact_cell(plan, &activity->unit_cost), count = fact_cell(plan, &activity->participants);
    each = (struct cell){ each.amount * count.amount, needs_union(plan->arena, each.needs, count.needs) };
    return cell_plus(plan->arena, each, fact_cell(plan, &activity->amount));
}

struct cell activity_stated_cost(const struct plan *plan, const struct activity *activity)
{
    return cell_plus(plan->arena, fact_cell(plan, &activity->total), each_time(plan, activity));
}

static void evaluate_years(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, activity_of(row));
    for (int m = 0; m < plan->count; m++)
        row->months[m] = schedule_cell(plan, &schedule, plan->first + m);
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct activity *activity = activity_of(row);
    const struct month_list months = activity_months(activity);
    if (activity->years.count && activity_is_planned(activity))
        evaluate_years(plan, row);
    struct cell total = fact_cell(plan, &activity->total), each = each_time(plan, activity);
    for (int i = 0; i < months.count; i++) {
        int part = part_at(activity, months.items[i]);
        if (!part)
            continue;
        struct cell spread = { money_spread(total.amount, part, months.count), total.needs };
        *row_cell(plan, row, months.items[i]) = fact_is_stated(&activity->total) ? spread : each;
    }
}

static const struct derivation *derive_total(const struct activity *activity, month at, struct arena *arena)
{
    const struct derivation *total = derive_fact(arena, &activity->section, &activity->total, MEASURE_MONEY);
    int parts = activity_months(activity).count;
    if (parts == 1)
        return total;
    return derive(arena, DERIVE_SPREAD, MEASURE_MONEY, N_("spread over months"), total,
                  derive_number(arena, part_at(activity, at), MEASURE_NUMBER, N_("the part's number")),
                  derive_number(arena, parts, MEASURE_NUMBER, N_("number of parts")));
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const struct activity *activity = activity_of(row);
    const struct schedule schedule = schedule_of(plan, activity);
    if (activity->years.count && activity_is_planned(activity))
        return schedule_derivation(plan, &schedule, at, arena);
    if (!part_at(activity, at))
        return derive_nothing(arena);
    if (fact_is_stated(&activity->total))
        return derive_total(activity, at, arena);
    LIST(const struct derivation *) parts = { 0 };
    if (fact_is_stated(&activity->amount))
        *list_add(&parts, arena) = derive_fact(arena, row->line, &activity->amount, MEASURE_MONEY);
    if (fact_is_stated(&activity->unit_cost))
        *list_add(&parts, arena) = derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("unit cost × participants"),
                                          derive_fact(arena, row->line, &activity->unit_cost, MEASURE_MONEY),
                                          derive_fact(arena, row->line, &activity->participants, MEASURE_NUMBER));
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, N_("each time"), parts.items, parts.count);
}

static node each_node(const struct plan_nodes *nodes, const struct activity *activity)
{
    const struct section *section = &activity->section;
    node amount = 0, people = 0;
    if (fact_is_stated(&activity->amount))
        amount = money_leaf(nodes, section, &activity->amount);
    if (fact_is_stated(&activity->unit_cost) || fact_is_stated(&activity->participants))
        people = graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, N_("unit cost × participants"),
                          money_leaf(nodes, section, &activity->unit_cost),
                          count_leaf(nodes, section, &activity->participants));
    return graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("each time"), amount, people);
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct activity *activity = activity_of(row->row);
    const struct month_list months = activity_months(activity);
    const struct schedule schedule = schedule_of(nodes->plan, activity);
    if (!activity_is_planned(activity))
        return;
    if (activity->years.count)
        schedule_nodes(nodes, &schedule, row->months);
    for (int i = 0; i < months.count; i++) {
        month at = months.items[i];
        node of = fact_is_stated(&activity->total)
                      ? spread_part(nodes, money_leaf(nodes, row->row->line, &activity->total), part_at(activity, at),
                                    months.count)
                      : each_node(nodes, activity);
        put_month(nodes, row, at, of);
    }
}

const struct line_kind activity_line = { SECTION_ACTIVITY, line_lay, { evaluate, derivation, NULL, make_nodes } };
