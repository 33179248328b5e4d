#include "overhead.h"

#include <medfin/plan/tally.h>

static const struct overhead *overhead_of(const struct row *row)
{
    return (const struct overhead *)row->line;
}

/* Named lines, and the cash lines of named categories: each once, and of overheads only
   those that stand before. What a funder certifies in kind is in no base. */
static bool is_base(const void *context, const struct row *row)
{
    const struct overhead *overhead = context;
    if (row->side != SIDE_COST || row->line->kind == SECTION_FUNDER)
        return false;
    if (row->line->kind == SECTION_OVERHEAD && row->line->order >= overhead->section.order)
        return false;
    if (fact_names(&overhead->base, row->line))
        return true;
    return fact_names(&overhead->base, &row->category->section) &&
           (!row->in_kind || overhead->include_in_kind.value.number);
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct overhead *overhead = overhead_of(row);
    struct cell rate = fact_cell(plan, &overhead->rate), base = { 0 }, before = { 0 };
    const struct cell *base_in = rows_by_month(plan, row, is_base, overhead);
    for (month at = plan->first; at <= plan_last(plan); at++) {
        base = cell_plus(plan->arena, base, base_in[at - plan->first]);
        struct cell upto = { money_times(base.amount, rate.amount), needs_union(plan->arena, base.needs, rate.needs) };
        *row_cell(plan, row, at) = cell_minus(plan->arena, upto, before);
        before = upto;
    }
}

static bool reads(const struct row *row, const struct row *other)
{
    return is_base(overhead_of(row), other);
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const struct overhead *overhead = overhead_of(row);
    const struct derivation *to_date =
        derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("percent of the base to date"),
               derive_sum_of(plan, is_base, overhead, N_("the base to date"), plan->first, at, arena),
               derive_fact(arena, row->line, &overhead->rate, MEASURE_SHARE));
    return derive_drawn(plan, row, to_date, plan->first, at, arena);
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct overhead *overhead = overhead_of(row->row);
    const struct plan *plan = nodes->plan;
    const node *base = tally_upto(nodes, tally_of(nodes, is_base, overhead), plan->first);
    node rate = share_leaf(nodes, row->row->line, &overhead->rate);
    node *upto = arena_take(nodes->arena, (size_t)plan->count, sizeof *upto);
    for (int i = 0; i < plan->count; i++)
        upto[i] = base[i + 1] ? graph_of(nodes->graph, OP_PRODUCT, KIND_MONEY, N_("percent of the base to date"),
                                         base[i + 1], rate)
                              : 0;
    put_drawn(nodes, row, plan->first, plan_last(plan), upto);
}

const struct line_kind overhead_line = { SECTION_OVERHEAD, line_lay, { evaluate, derivation, reads, make_nodes } };
