#include "remainder.h"

#include <medfin/plan/tally.h>

static bool is_other(const void *own, const struct row *row)
{
    return row->side == SIDE_FINANCING && row != own;
}

static bool is_cost(const void *own, const struct row *row)
{
    (void)own;
    return row->side == SIDE_COST;
}

static month year_end(const struct plan *plan, month at)
{
    return month_earlier(month_december(at), plan_last(plan));
}

void remainder_nodes(const struct plan *plan, struct row *row)
{
    struct graph *graph = plan->graph;
    const node *cost = tally_upto(plan, tally_of(plan, is_cost, row), plan->first) + 1;
    const node *others = tally_upto(plan, tally_of(plan, is_other, row), plan->first) + 1;
    node *missing = arena_take(plan->arena, (size_t)plan->count, sizeof *missing), drawn = 0, year = 0;
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto);
    for (int i = 0; i < plan->count; i++)
        missing[i] =
            graph_of(graph, OP_SUM, KIND_MONEY, N_("missing so far"), cost[i], others[i] ? against(others[i]) : 0);
    for (int i = 0; i < plan->count; i++) {
        month at = plan->first + i;
        if (i == 0 || at == month_january(at))
            year = graph_of(graph, OP_MOST, KIND_MONEY, N_("what the whole year needs"), drawn,
                            missing[year_end(plan, at) - plan->first]);
        node within =
            graph_of(graph, OP_LEAST, KIND_MONEY, N_("missing so far, at most what the year needs"), year, missing[i]);
        upto[i] = drawn = graph_of(graph, OP_MOST, KIND_MONEY, N_("drawn to date never falls"), drawn, within);
    }
    put_drawn(plan, row, plan->first, plan_last(plan), upto);
}
