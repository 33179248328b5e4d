#include <medfin/plan/reserve_nodes.h>

#include <medfin/plan/tally.h>

#include "line.h"

static const struct selection running_cost = { .side = COST_SIDE, .form = IN_CASH, .running_only = true };

node equity_node(struct plan_nodes *nodes, month at)
{
    static const struct selection income = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    const struct project *project = nodes->plan->project;
    month first = nodes->plan->first;
    int i = at - first + 1;
    node in = tally_upto(nodes, tally_of(nodes, selection_test, &income), first)[i];
    node out = tally_upto(nodes, tally_of(nodes, selection_test, &cost), first)[i];
    return graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("equity: opening, and income less cost"),
                    money_leaf(nodes, &project->section, &project->opening_equity), in, out ? against(out) : 0);
}

static int months_of_rule(const struct plan_nodes *nodes)
{
    return (int)nodes->plan->project->reserve->months.value.number;
}

/* So many months of what so many months cost. */
static node scaled(const struct plan_nodes *nodes, const char *label, node sum, int64_t times, int64_t over)
{
    if (!sum || !times)
        return 0;
    return graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, label, sum,
                    count_number(nodes, times, N_("months of the rule")),
                    against(count_number(nodes, over, N_("months of the cost"))));
}

static node running_over(struct plan_nodes *nodes, const char *label, month first, month last)
{
    return rows_over(nodes, selection_test, &running_cost, label, first, last);
}

/* The months ahead; past the plan's end each counts as the average of the last twelve. */
static node forward(struct plan_nodes *nodes, month at)
{
    const struct plan *plan = nodes->plan;
    month last = plan_last(plan), end = at + months_of_rule(nodes);
    int missing = end > last ? end - (at > last ? at : last) : 0;
    int counted = plan->count < MONTHS_OF_A_YEAR ? plan->count : MONTHS_OF_A_YEAR;
    node planned = running_over(nodes, N_("running cost of the months ahead"), at + 1, end);
    if (!missing)
        return planned;
    node latest = running_over(nodes, N_("running cost of the last months"), last - counted + 1, last);
    return graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("the months ahead, past the end the average"), planned,
                    scaled(nodes, N_("past the end"), latest, missing, counted));
}

/* Until its notice has run out, within the months of the rule; what is committed beyond them is the tail. */
static void wind_down(struct plan_nodes *nodes, struct reserve_nodes *reserve)
{
    const struct plan *plan = nodes->plan;
    const struct reserve *stated = plan->project->reserve;
    operand *parts = arena_take(nodes->arena, (size_t)plan->row_count + 1, sizeof *parts);
    operand *tail = arena_take(nodes->arena, (size_t)plan->row_count + 1, sizeof *tail);
    int count = 0, beyond = 0, within = months_of_rule(nodes);
    parts[count++] = money_leaf(nodes, &stated->section, &stated->closing_costs);
    for (int i = 0; i < plan->row_count; i++) {
        node monthly =
            selection_takes(&running_cost, &plan->rows[i]) ? nodes->rows[i].months[reserve->at - plan->first] : 0;
        int64_t runs = monthly ? reserve_months_to_run(plan, plan->rows[i].line) : 0;
        int64_t counted = runs < within ? runs : within;
        node kept = scaled(nodes, N_("until its notice has run out"), monthly, counted, 1);
        node more = scaled(nodes, N_("beyond the months of the rule"), monthly, runs - counted, 1);
        if (kept)
            parts[count++] = kept;
        if (more)
            tail[beyond++] = more;
    }
    reserve->required[RESERVE_WINDING_DOWN] = sum_node(nodes, N_("what it costs to wind down"), parts, count);
    reserve->tail = sum_node(nodes, N_("committed beyond"), tail, beyond);
}

struct reserve_nodes reserve_nodes_at(struct plan_nodes *nodes, month at)
{
    const struct plan *plan = nodes->plan;
    const struct project *project = plan->project;
    struct reserve_nodes reserve = { .at = at, .equity = equity_node(nodes, at) };
    const struct months planned = months_shared(months_of_year(month_year(at)), plan_months(plan));
    reserve.free_equity = graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("free equity"), reserve.equity,
                                   against(money_leaf(nodes, &project->section, &project->earmarked_equity)),
                                   against(money_leaf(nodes, &project->section, &project->fixed_assets)));
    reserve.planned_months = months_between(planned.first, planned.last);
    reserve.running_year = running_over(nodes, N_("running cost of the year"), planned.first, planned.last);
    reserve.required[RESERVE_RUNNING] = scaled(nodes, N_("so many months' running cost"), reserve.running_year,
                                               months_of_rule(nodes), reserve.planned_months);
    reserve.required[RESERVE_FORWARD] = forward(nodes, at);
    wind_down(nodes, &reserve);
    return reserve;
}
