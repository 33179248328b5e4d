#include <medfin/plan/nodes.h>

#include <medfin/model/payer.h>

#include "line.h"

struct cell node_cell(const struct plan_nodes *nodes, node of)
{
    if (nodes->attempt)
        return (struct cell){ attempt_value(nodes->attempt, of), attempt_needs(nodes->attempt, of) };
    return (struct cell){ graph_value(nodes->graph, of), graph_needs(nodes->graph, of) };
}

node sum_node(const struct plan_nodes *nodes, const char *label, const operand *parts, int count)
{
    return count ? graph_make(nodes->graph, OP_SUM, KIND_MONEY, label, parts, count) : 0;
}

node while_granted(const struct plan_nodes *nodes, const struct section *payer, node of)
{
    if (!of)
        return 0;
    node pays = graph_fact(nodes->graph, payer, payer_status(payer), KIND_STATUS, FIELD_PAYS);
    return graph_of(nodes->graph, OP_IF_GRANTED, KIND_MONEY, N_("unless it is rejected"), pays, of);
}

node spread_part(const struct plan_nodes *nodes, node whole, int number, int parts)
{
    if (!whole || parts == 1)
        return whole;
    return graph_of(nodes->graph, OP_SPREAD, KIND_MONEY, N_("spread over months"),
                    count_number(nodes, number, N_("the part's number")),
                    count_number(nodes, parts, N_("number of parts")), whole);
}

void put_drawn(struct plan_nodes *nodes, struct node_row *row, month first, month last, const node *upto)
{
    const struct section *payer = row_payer(row->row);
    int count = nodes->plan->count;
    row->upto = arena_take(nodes->arena, (size_t)count + 1, sizeof *row->upto);
    for (int i = 0; i < count; i++) {
        month at = nodes->plan->first + i;
        bool is_drawn = at >= first && at <= last;
        node to_date = is_drawn ? upto[at - first] : 0;
        row->upto[i + 1] = !is_drawn ? row->upto[i] : payer ? while_granted(nodes, payer, to_date) : to_date;
        if (is_drawn)
            row->months[i] = graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("to date, less what came before"),
                                      row->upto[i + 1], row->upto[i] ? against(row->upto[i]) : 0);
    }
}

/* Where a payer is refused its row is nothing; what it would have been stays. */
static void put_under_status(struct plan_nodes *nodes, struct node_row *row)
{
    const struct section *payer = row_payer(row->row);
    int count = nodes->plan->count;
    row->asked = arena_take(nodes->arena, (size_t)count, sizeof *row->asked);
    for (int i = 0; i < count; i++) {
        row->asked[i] = row->months[i];
        row->months[i] = while_granted(nodes, payer, row->months[i]);
    }
}

static void make_row(struct plan_nodes *nodes, struct node_row *row)
{
    if (row_kind(row->row)->evaluation.nodes)
        row_kind(row->row)->evaluation.nodes(nodes, row);
    if (row_payer(row->row) && !row->upto)
        put_under_status(nodes, row);
}

struct plan_nodes *plan_nodes_build(const struct plan *plan, struct arena *arena)
{
    struct plan_nodes *nodes = arena_take(arena, 1, sizeof *nodes);
    nodes->plan = plan;
    nodes->arena = arena;
    nodes->graph = graph_new(plan->project->stated_count, plan->project->unknown_count, arena);
    nodes->rows = arena_take(arena, (size_t)plan->row_count, sizeof *nodes->rows);
    nodes->buffer = arena_take(arena, (size_t)plan->row_count + 1, sizeof *nodes->buffer);
    for (int i = 0; i < plan->row_count; i++) {
        struct node_row *row = &nodes->rows[i];
        row->row = &plan->rows[i];
        row->class = -1;
        row->months =
            row_is_mirror(row->row) ? row[-1].months : arena_take(arena, (size_t)plan->count, sizeof *row->months);
    }
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            struct node_row *row = &nodes->rows[i];
            if (row->row->phase != phase)
                continue;
            if (row_is_mirror(row->row))
                row->upto = row[-1].upto;
            else
                make_row(nodes, row);
        }
    return nodes;
}
