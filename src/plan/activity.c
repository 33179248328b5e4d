#include <medfin/plan/activity.h>

#include "line.h"
#include "schedule.h"

static const struct activity *activity_of(const struct row *row)
{
    return (const struct activity *)row->line;
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

/* The occasions of the year, those of other years left out. */
static struct month_list occasions_of_year(struct month_list months, int year, struct arena *arena)
{
    month *items = arena_take(arena, (size_t)months.count, sizeof *items);
    int count = 0;
    for (int i = 0; i < months.count; i++)
        if (month_year(months.items[i]) == year)
            items[count++] = months.items[i];
    return (struct month_list){ .items = items, .count = count };
}

/* An amount of a year falls on its occasions; where none is known, on all its months. */
static void make_years(const struct plan *plan, struct row *row)
{
    const struct activity *activity = activity_of(row);
    const struct section *section = &activity->section;
    struct dated *items = arena_take(plan->arena, (size_t)activity->years.count, sizeof *items);
    struct series others = { .items = items };
    for (int i = 0; i < activity->years.count; i++) {
        const struct dated *stated = &activity->years.items[i];
        const struct month_list months =
            occasions_of_year(activity_months(activity), month_year(stated->at), plan->arena);
        for (int k = 0; k < months.count; k++)
            add_to_month(plan, row, months.items[k],
                         spread_part(plan, dated_node(plan, section, &stated->fact), part_of(months, k), months.count));
        if (!months.count)
            items[others.count++] = *stated;
    }
    const struct schedule schedule = {
        .level = { .section = section }, .years = &others, .first = plan->project->first, .last = plan->project->last
    };
    if (others.count)
        schedule_nodes(plan, &schedule, row->months);
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    const struct activity *activity = activity_of(row);
    const struct month_list months = activity_months(activity);
    if (!activity_is_planned(activity))
        return;
    if (activity->years.count) {
        make_years(plan, row);
        return;
    }
    for (int i = 0; i < months.count; i++) {
        node of = fact_is_stated(activity->total) ? spread_part(plan, money_leaf(plan, row->line, activity->total),
                                                                part_of(months, i), months.count)
                                                  : each_node(plan, activity);
        add_to_month(plan, row, months.items[i], of);
    }
}

const struct line_kind activity_line = { SECTION_ACTIVITY, line_lay, make_nodes };
