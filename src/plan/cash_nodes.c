#include <medfin/plan/cash_nodes.h>

#include <medfin/base/sort.h>
#include <medfin/model/payer.h>
#include <medfin/plan/fee_nodes.h>
#include <medfin/plan/tally.h>

#include "ledger_balance.h"
#include "line.h"
#include "payments.h"

static int by_date(const void *left, const void *right)
{
    const struct node_payment *a = left, *b = right;
    return a->paid < b->paid ? -1 : a->paid > b->paid;
}

static struct node_payment *payment_on(const struct plan *plan, struct cash_nodes *cash, int from,
                                       const struct fee_group *group)
{
    for (int p = from; p < cash->payments.count; p++)
        if (cash->payments.items[p].paid == group->paid)
            return &cash->payments.items[p];
    struct node_payment *payment = list_add(&cash->payments, plan->arena);
    *payment = (struct node_payment){ .payer = &group->tariff->section,
                                      .first = group->first,
                                      .last = group->last,
                                      .lodged = group->paid - (month)group->tariff->payment_lag->value.number,
                                      .paid = group->paid,
                                      .is_empty = true };
    return payment;
}

/* The fees that come in one month are one payment. */
static void add_fees(const struct plan *plan, struct cash_nodes *cash, const struct section *payer)
{
    int from = cash->payments.count;
    for (int g = 0; g < plan->made->fee_groups.count; g++) {
        const struct fee_group *group = &plan->made->fee_groups.items[g];
        node income = &group->tariff->section == payer ? fee_group_in_plan(plan, group) : 0;
        if (&group->tariff->section != payer)
            continue;
        struct node_payment *payment = payment_on(plan, cash, from, group);
        payment->is_empty = payment->is_empty && !group->payers;
        payment->first = month_earlier(group->first, payment->first);
        payment->last = month_later(group->last, payment->last);
        payment->amount = payment->claimed = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("fees that come together"),
                                                      payment->claimed, while_granted(plan, payer, income));
    }
    if (cash->payments.count > from)
        sort_array(cash->payments.items + from, cash->payments.count - from, by_date, plan->arena);
}

static void add_payer(const struct plan *plan, struct cash_nodes *cash, const struct section *payer)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    int from = cash->payments.count;
    for (int i = 0; i < plan->row_count; i++) {
        struct row *row = &plan->rows[i];
        if (!selection_takes(&own, row))
            continue;
        if (row->funder)
            funder_payments(plan, cash, row);
        else
            add_fees(plan, cash, payer);
    }
    for (int p = from; p < cash->payments.count; p++) {
        cash->payments.items[p].number = p - from + 1;
        cash->payments.items[p].pays = graph_fact(plan->graph, payer, payer_status(payer), KIND_STATUS, FIELD_PAYS);
    }
}

static void add_payments(const struct plan *plan, struct cash_nodes *cash)
{
    const struct section_list *payers = &plan->project->payers;
    for (int i = 0; i < payers->count; i++)
        add_payer(plan, cash, payers->items[i]);
    cash->room = plan->count;
    for (int i = 0; i < cash->payments.count; i++) {
        int months = months_between(plan->first, cash->payments.items[i].paid);
        cash->room = months > cash->room ? months : cash->room;
    }
    int settled = months_between(plan->first, ledger_settled_month(plan));
    cash->room = settled > cash->room ? settled : cash->room;
}

static void receive(const struct plan *plan, struct cash_nodes *cash)
{
    LIST(operand) *received = arena_take(plan->arena, (size_t)cash->room, sizeof *received), owed = { 0 };
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        if (!payment->amount)
            continue;
        *list_add(&received[payment->paid - plan->first], plan->arena) = payment->amount;
        if (payment->paid > plan_last(plan))
            *list_add(&owed, plan->arena) = payment->amount;
    }
    for (int i = 0; i < cash->room; i++)
        cash->received[i] = sum_node(plan, N_("received"), received[i].items, received[i].count);
    cash->receivable = sum_node(plan, N_("owed at the end"), owed.items, owed.count);
}

/* Where the ledger has what is left, all that went but for what came in is what was paid out. */
static node paid_by_ledger(const struct plan *plan, node before, node received, node left)
{
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("cash before, received, less cash in the ledger"), before,
                    received, against(left));
}

static void add_balances(const struct plan *plan, struct cash_nodes *cash)
{
    static const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    struct tally *costs = tally_of(plan, selection_test, &cost);
    const month settled_in = ledger_settled_month(plan);
    node balance = cash->opening, settled = ledger_settled_node(plan, cash);
    for (int i = 0; i < cash->room; i++) {
        node stated = ledger_cash_node(plan, plan->first + i);
        cash->paid_out[i] = stated            ? paid_by_ledger(plan, balance, cash->received[i], stated)
                            : i < plan->count ? tally_month(plan, costs, plan->first + i)
                                              : 0;
        if (settled && plan->first + i == settled_in)
            cash->paid_out[i] =
                less_node(plan, N_("paid out, less what is settled from before"), cash->paid_out[i], settled);
        cash->balance[i] = balance =
            stated ? stated
                   : graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("cash before, received, less paid out"), balance,
                              cash->received[i], cash->paid_out[i] ? against(cash->paid_out[i]) : 0);
    }
    cash->lowest = graph_make(plan->graph, OP_LEAST, KIND_MONEY, N_("lowest cash"), cash->balance, cash->room);
}

const struct cash_nodes *cash_nodes_build(const struct plan *plan)
{
    if (plan->made->cash)
        return plan->made->cash;
    const struct project *project = plan->project;
    struct cash_nodes *cash = arena_take(plan->arena, 1, sizeof *cash);
    cash->opening = ledger_cash_node(plan, plan->first - 1);
    if (!cash->opening)
        cash->opening =
            money_leaf(plan, &project->section,
                       fact_is_stated(project->opening_cash) ? project->opening_cash : project->opening_equity);
    add_payments(plan, cash);
    cash->paid_out = arena_take(plan->arena, (size_t)cash->room, sizeof *cash->paid_out);
    cash->received = arena_take(plan->arena, (size_t)cash->room, sizeof *cash->received);
    cash->balance = arena_take(plan->arena, (size_t)cash->room, sizeof *cash->balance);
    receive(plan, cash);
    add_balances(plan, cash);
    return plan->made->cash = cash;
}

int cash_nodes_shown(const struct plan *plan, const struct cash_nodes *cash)
{
    int count = months_between(plan->first, month_later(plan_last(plan), ledger_settled_month(plan)));
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        struct cell amount = node_cell(plan, payment->amount);
        int months = months_between(plan->first, payment->paid);
        bool is_nothing = cell_is_known(amount) && !amount.amount;
        count = !is_nothing && months > count ? months : count;
    }
    return count;
}
