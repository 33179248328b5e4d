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

/* The number of the occasion among the activity's, in their order in time. */
static int part_of(struct month_list months, int occasion)
{
    const month at = months.items[occasion];
    int part = 1;
    for (int i = 0; i < months.count; i++)
        part += months.items[i] < at || (i < occasion && months.items[i] == at);
    return part;
}

static node each_node(const struct plan *plan, const struct activity *activity)
{
    const struct section *section = &activity->section;
    node amount = 0, people = 0;
    if (fact_is_stated(activity->amount))
        amount = money_leaf(plan, section, activity->amount);
    if (fact_is_stated(activity->unit_cost))
        people =
            graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("unit cost × participants"),
                     money_leaf(plan, section, activity->unit_cost), count_leaf(plan, section, activity->participants));
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("each time"), amount, people);
}

struct cell activity_stated_cost(const struct plan *plan, const struct activity *activity)
{
    return cell_plus(plan->arena, fact_cell(plan, activity->total), node_cell(plan, each_node(plan, activity)));
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    const struct activity *activity = activity_of(row);
    const struct month_list months = activity_months(activity);
    const struct schedule schedule = schedule_of(plan, activity);
    if (!activity_is_planned(activity))
        return;
    if (activity->years.count)
        schedule_nodes(plan, &schedule, row->months);
    for (int i = 0; i < months.count; i++) {
        node of = fact_is_stated(activity->total) ? spread_part(plan, money_leaf(plan, row->line, activity->total),
                                                                part_of(months, i), months.count)
                                                  : each_node(plan, activity);
        add_to_month(plan, row, months.items[i], of);
    }
}

const struct line_kind activity_line = { SECTION_ACTIVITY, line_lay, make_nodes };
