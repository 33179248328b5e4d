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

/* Cost less what the others pay, from the first month to each. */
static struct cell *missing_by_month(const struct plan *plan, const struct row *own)
{
    const struct cell *cost = rows_by_month(plan, own, is_cost, own);
    const struct cell *others = rows_by_month(plan, own, is_other, own);
    struct cell *missing = arena_take(plan->arena, (size_t)plan->count, sizeof *missing), sum = { 0 };
    for (int i = 0; i < plan->count; i++) {
        sum = cell_minus(plan->arena, cell_plus(plan->arena, sum, cost[i]), others[i]);
        missing[i] = sum;
    }
    return missing;
}

static bool reads(const struct row *row, const struct row *other)
{
    return is_cost(row, other) || is_other(row, other);
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct cell *missing = missing_by_month(plan, row);
    struct cell drawn = { 0 }, year = { 0 };
    for (month at = plan->first; at <= plan_last(plan); at++) {
        if (at == plan->first || at == month_january(at))
            year = cell_most(plan->arena, drawn, missing[year_end(plan, at) - plan->first]);
        struct cell within = cell_least(plan->arena, year, missing[at - plan->first]);
        struct cell upto = cell_most(plan->arena, drawn, within);
        *row_cell(plan, row, at) = cell_minus(plan->arena, upto, drawn);
        drawn = upto;
    }
}

static const struct derivation *derive_missing(const struct plan *plan, const struct row *row, const char *label,
                                               month at, struct arena *arena)
{
    return derive(
        arena, DERIVE_SUM, MEASURE_MONEY, label,
        derive_sum_of(plan, is_cost, row, N_("cost to date"), plan->first, at, arena),
        derive_minus(arena, derive_sum_of(plan, is_other, row, N_("other financing to date"), plan->first, at, arena)));
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    month january = month_january(at);
    month before_year = january > plan->first ? january - 1 : plan->first - 1;
    const struct derivation *year =
        derive(arena, DERIVE_MAX, MEASURE_MONEY, N_("what the whole year needs"),
               rows_derivation(plan, row, plan->first, before_year, arena),
               derive_missing(plan, row, N_("missing by the year's end"), year_end(plan, at), arena));
    const struct derivation *within =
        derive(arena, DERIVE_MIN, MEASURE_MONEY, N_("missing so far, at most what the year needs"), year,
               derive_missing(plan, row, N_("missing so far"), at, arena));
    const struct derivation *to_date = derive(arena, DERIVE_MAX, MEASURE_MONEY, N_("drawn to date never falls"),
                                              rows_derivation(plan, row, plan->first, at - 1, arena), within);
    return derive_drawn(plan, row, to_date, plan->first, at, arena);
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct plan *plan = nodes->plan;
    struct graph *graph = nodes->graph;
    const node *cost = tally_upto(nodes, tally_of(nodes, is_cost, row->row), plan->first) + 1;
    const node *others = tally_upto(nodes, tally_of(nodes, is_other, row->row), plan->first) + 1;
    node *missing = arena_take(nodes->arena, (size_t)plan->count, sizeof *missing), drawn = 0, year = 0;
    node *upto = arena_take(nodes->arena, (size_t)plan->count, sizeof *upto);
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
    put_drawn(nodes, row, plan->first, plan_last(plan), upto);
}

const struct evaluation remainder_evaluation = { evaluate, derivation, reads, make_nodes };
