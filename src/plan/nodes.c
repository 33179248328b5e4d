#include <medfin/plan/nodes.h>

#include <medfin/model/payer.h>

#include "line.h"

node sum_node(const struct plan *plan, const char *label, const operand *parts, int count)
{
    return count ? graph_make(plan->graph, OP_SUM, KIND_MONEY, label, parts, count) : 0;
}

node less_node(const struct plan *plan, const char *label, node of, node less)
{
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, label, of, less ? against(less) : 0);
}

node quotient_node(const struct plan *plan, enum kind kind, const char *label, node part, node whole)
{
    return part && whole ? graph_of(plan->graph, OP_PRODUCT, kind, label, part, against(whole)) : 0;
}

node while_granted(const struct plan *plan, const struct section *payer, node of)
{
    if (!of)
        return 0;
    node pays = graph_fact(plan->graph, payer, payer_status(payer), KIND_STATUS, FIELD_PAYS);
    return graph_of(plan->graph, OP_IF_GRANTED, graph_node(plan->graph, of).kind, N_("unless it is rejected"), pays,
                    of);
}

node dated_node(const struct plan *plan, const struct section *section, const struct fact *stated)
{
    node of = money_leaf(plan, section, stated);
    if (stated->value.status == STATUS_NONE)
        return of;
    return graph_of(plan->graph, OP_IF_GRANTED, KIND_MONEY, N_("unless that year's is rejected"),
                    graph_fact(plan->graph, section, stated, KIND_STATUS, FIELD_YEAR_PAYS), of);
}

node spread_part(const struct plan *plan, node whole, int number, int parts)
{
    if (!whole || parts == 1)
        return whole;
    return graph_of(plan->graph, OP_SPREAD, KIND_MONEY, N_("spread over months"),
                    count_number(plan, number, N_("the part's number")),
                    count_number(plan, parts, N_("number of parts")), whole);
}

void put_drawn(const struct plan *plan, struct row *row, month first, month last, const node *upto)
{
    const struct section *payer = row_payer(row);
    int count = plan->count;
    row->upto = arena_take(plan->arena, (size_t)count + 1, sizeof *row->upto);
    row->drawn = arena_take(plan->arena, (size_t)count + 1, sizeof *row->drawn);
    for (int i = 0; i < count; i++) {
        month at = plan->first + i;
        bool is_drawn = at >= first && at <= last;
        node to_date = is_drawn ? upto[at - first] : 0;
        row->drawn[i + 1] = is_drawn ? to_date : row->drawn[i];
        row->upto[i + 1] = !is_drawn ? row->upto[i] : payer ? while_granted(plan, payer, to_date) : to_date;
        if (is_drawn)
            row->months[i] = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("to date, less what came before"),
                                      row->upto[i + 1], row->upto[i] ? against(row->upto[i]) : 0);
    }
}
