#include <medfin/plan/cash.h>

#include <medfin/plan/cash_nodes.h>

static struct payment payment_of(const struct plan *plan, const struct node_payment *from)
{
    return (struct payment){ .payer = from->payer,
                             .number = from->number,
                             .first = from->first,
                             .last = from->last,
                             .lodged = from->lodged,
                             .paid = from->paid,
                             .claimed = node_cell(plan, from->claimed),
                             .refused = node_cell(plan, from->refused),
                             .held_back = node_cell(plan, from->held_back),
                             .released = node_cell(plan, from->released),
                             .set_off = node_cell(plan, from->set_off),
                             .amount = node_cell(plan, from->amount),
                             .is_advance = from->is_advance,
                             .is_claim = from->is_claim,
                             .is_stated = from->is_stated };
}

static struct cell *read_months(const struct cash *cash, const node *months, struct arena *arena)
{
    struct cell *cells = arena_take(arena, (size_t)cash->count, sizeof *cells);
    for (int i = 0; i < cash->count; i++)
        cells[i] = node_cell(cash->plan, months[i]);
    return cells;
}

const struct cash *cash_build(const struct plan *plan, struct arena *arena)
{
    struct cash *cash = arena_take(arena, 1, sizeof *cash);
    const struct cash_nodes *nodes = cash_nodes_build(plan);
    *cash = (struct cash){ .plan = plan, .count = cash_nodes_shown(plan, nodes) };
    cash->opening = node_cell(plan, nodes->opening);
    cash->receivable = node_cell(plan, nodes->receivable);
    cash->paid_out = read_months(cash, nodes->paid_out, arena);
    cash->received = read_months(cash, nodes->received, arena);
    cash->balance = read_months(cash, nodes->balance, arena);
    for (int i = 0; i < nodes->payments.count; i++)
        if (!nodes->payments.items[i].is_empty && node_cell(plan, nodes->payments.items[i].pays).amount)
            *list_add(&cash->payments, arena) = payment_of(plan, &nodes->payments.items[i]);
    return cash;
}
