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
    if (fact_names(overhead->base, row->line))
        return true;
    return fact_names(overhead->base, &row->category->section) &&
           (!row->in_kind || overhead->include_in_kind->value.number);
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    const struct overhead *overhead = overhead_of(row);
    const node *base = tally_upto(plan, tally_of(plan, is_base, overhead), plan->first);
    node rate = share_leaf(plan, row->line, overhead->rate);
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto);
    for (int i = 0; i < plan->count; i++)
        upto[i] = base[i + 1] ? graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("percent of the base to date"),
                                         base[i + 1], rate)
                              : 0;
    put_drawn(plan, row, plan->first, plan_last(plan), upto);
}

const struct line_kind overhead_line = { SECTION_OVERHEAD, line_lay, make_nodes };
