#include "cash_figures.h"

#include <medfin/figures/figure.h>
#include <medfin/plan/cash_nodes.h>

static node cash_sum(const struct plan *plan, const char *label, const node *months, struct months over)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    operand *parts = arena_take(plan->arena, (size_t)cash->room + 1, sizeof *parts);
    int count = 0;
    for (month at = over.first; at <= over.last && at < plan->first + cash->room; at++)
        if (months[at - plan->first])
            parts[count++] = months[at - plan->first];
    return sum_node(plan, label, parts, count);
}

node make_paid_out(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    return cash_sum(plan, N_("paid out"), cash_nodes_build(plan)->paid_out, over);
}

node make_received(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    return cash_sum(plan, N_("received"), cash_nodes_build(plan)->received, over);
}

node make_cash(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    int at = over.last - plan->first;
    return cash->balance[at < cash->room ? at : cash->room - 1];
}

/* The last month of cash that the months up to `last` answer for. */
static month cash_last(const struct plan *plan, month last)
{
    return last < plan_last(plan) ? last : plan->first + cash_nodes_build(plan)->room - 1;
}

node make_lowest_cash(const struct plan *plan, const struct figure *figure, struct months over)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    month last = figure->time == TIME_MONTH ? over.last : cash_last(plan, over.last);
    return graph_make(plan->graph, OP_LEAST, KIND_MONEY, N_("lowest cash"), cash->balance + (over.first - plan->first),
                      months_between(over.first, last));
}

node make_opening_cash(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    return cash_nodes_build(plan)->opening;
}

/* How much of the cash at the start is gone at some time: nothing where there is more. */
static node spent_by(const struct plan *plan, const char *label, node then)
{
    node spent = less_node(plan, N_("cash at the start, less cash then"), cash_nodes_build(plan)->opening, then);
    return graph_of(plan->graph, OP_MOST, KIND_MONEY, label, 0, spent);
}

node make_prefinanced(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    return spent_by(plan, N_("pre-financed at most"), cash_nodes_build(plan)->lowest);
}

node make_not_financed(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)figure;
    (void)over;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    return spent_by(plan, N_("pre-financed, of which no funder pays"), cash->balance[cash->room - 1]);
}

/* What comes after the plan is owed at its end. */
static bool is_owed(const struct plan *plan, const struct figure *figure, const struct node_payment *payment)
{
    bool is_asked = !figure->subject || payment->payer == figure->subject;
    return is_asked && payment->paid > plan_last(plan) && payment->amount;
}

node make_receivable(const struct plan *plan, const struct figure *figure, struct months over)
{
    (void)over;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    int count = 0;
    for (int i = 0; i < cash->payments.count; i++)
        count += is_owed(plan, figure, &cash->payments.items[i]);
    operand *parts = arena_take(plan->arena, (size_t)count + 1, sizeof *parts);
    count = 0;
    for (int i = 0; i < cash->payments.count; i++)
        if (is_owed(plan, figure, &cash->payments.items[i]))
            parts[count++] = cash->payments.items[i].amount;
    return sum_node(plan, N_("owed at the end"), parts, count);
}

const struct node_payment *payment_of(const struct plan *plan, const struct figure *figure)
{
    static const struct node_payment none;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    for (int i = 0; i < cash->payments.count; i++)
        if (cash->payments.items[i].payer == figure->subject && cash->payments.items[i].number == figure->number)
            return &cash->payments.items[i];
    return &none;
}
