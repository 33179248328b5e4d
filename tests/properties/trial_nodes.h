#ifndef MEDFIN_TESTS_TRIAL_NODES_H
#define MEDFIN_TESTS_TRIAL_NODES_H

/* Holds each cell of a plan, its cash and its reserve against their nodes. */

#include <medfin/plan/cash.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/reserve_nodes.h>

#include "trial.h"

/* A node may need less than its cell: what is drawn to date less the same, and what is multiplied by nothing, is
   nothing whatever they need. */
static inline void must_be_cell(const struct trial *trial, const struct plan_nodes *nodes, struct cell cell, node of,
                                const char *what, int at)
{
    const struct needs *needs = graph_needs(nodes->graph, of);
    bool needs_more = needs && (!cell.needs || needs->bits[0] & ~cell.needs->bits[0]);
    if (needs_more || (!cell.needs && cell.amount != graph_value(nodes->graph, of)))
        fail_msg("%s month %d: %lld %s, node %lld %s\n%s", what, at, (long long)cell.amount, cell.needs ? "?" : "",
                 (long long)graph_value(nodes->graph, of), needs ? "?" : "", trial->text);
}

static inline void cash_must_be_nodes(const struct trial *trial, struct plan_nodes *nodes)
{
    const struct cash *cash = cash_build(trial->plan, trial->arena);
    const struct cash_nodes *of = cash_nodes_build(nodes);
    int shown = cash_nodes_shown(nodes, of);
    /* What needs nothing after all may end earlier. */
    assert_true(shown == cash->count || (shown < cash->count && trial->project->unknown_count));
    for (int i = 0; i < cash->count && i < of->room; i++) {
        must_be_cell(trial, nodes, cash->received[i], of->received[i], "received", i);
        must_be_cell(trial, nodes, cash->paid_out[i], of->paid_out[i], "paid out", i);
        must_be_cell(trial, nodes, cash->balance[i], of->balance[i], "cash", i);
    }
    must_be_cell(trial, nodes, cash->receivable, of->receivable, "receivable", 0);
    month lowest = cash_lowest(cash);
    if (lowest >= 0)
        must_be_cell(trial, nodes, cash_at(cash, lowest), of->lowest, "lowest cash", lowest - trial->plan->first);
}

static inline void reserve_must_be_nodes(const struct trial *trial, struct plan_nodes *nodes)
{
    for (month at = trial->plan->first; at <= plan_last(trial->plan); at++) {
        const struct reserve_state state = reserve_at(trial->plan, at);
        const struct reserve_nodes of = reserve_nodes_at(nodes, at);
        int i = at - trial->plan->first;
        must_be_cell(trial, nodes, state.equity, of.equity, "equity", i);
        must_be_cell(trial, nodes, state.free_equity, of.free_equity, "free equity", i);
        must_be_cell(trial, nodes, state.running_year, of.running_year, "running cost of the year", i);
        must_be_cell(trial, nodes, state.tail, of.tail, "tail", i);
        for (int reading = 0; reading < READINGS; reading++)
            must_be_cell(trial, nodes, state.required[reading], of.required[reading], "required", i);
    }
}

static inline void figures_must_be_nodes(const struct trial *trial)
{
    struct plan_nodes *nodes = plan_nodes_build(trial->plan, trial->arena);
    for (int row = 0; row < trial->plan->row_count; row++)
        for (int at = 0; at < trial->plan->count; at++)
            must_be_cell(trial, nodes, trial->plan->rows[row].months[at], nodes->rows[row].months[at],
                         section_path(trial->arena, trial->plan->rows[row].line), at);
    cash_must_be_nodes(trial, nodes);
    reserve_must_be_nodes(trial, nodes);
    graph_finish(nodes->graph);
}

#endif
