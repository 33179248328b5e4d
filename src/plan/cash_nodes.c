#include <medfin/plan/cash_nodes.h>

#include <medfin/base/sort.h>
#include <medfin/model/actuals.h>
#include <medfin/model/payer.h>
#include <medfin/plan/fee_nodes.h>
#include <medfin/plan/tally.h>

#include "ledger_balance.h"
#include "line.h"

/* One funder's way of paying, as its payments are made in order. */
struct paying {
    const struct plan *plan;
    struct cash_nodes *cash;
    struct row *row;
    const struct funder *funder;
    month first, last;
    int lag;
    LIST(operand) held; /* back so far */
    node asked;         /* of a plan that is followed up, by claims so far: what it never falls below */
    node advance;       /* 0: none */
    node set_off;       /* of it, to date */
};

static node part_of(const struct paying *of, const char *label, node whole, const struct fact *percent)
{
    if (!whole)
        return 0;
    return graph_of(of->plan->graph, OP_PRODUCT, KIND_MONEY, label, whole,
                    share_leaf(of->plan, &of->funder->section, percent));
}

/* A share of what will be drawn, at most an amount, in the funder's first month. */
static void pay_advance(struct paying *of)
{
    const struct fact *stated = of->funder->advance;
    struct graph *graph = of->plan->graph;
    if (!fact_is_stated(stated))
        return;
    node advance =
        part_of(of, N_("percent of what will be drawn"), row_over(of->plan, of->row, of->first, of->last), stated);
    if (stated->value.second >= 0)
        advance = graph_of(graph, OP_LEAST, KIND_MONEY, N_("at most"), advance,
                           graph_fact(graph, &of->funder->section, stated, KIND_MONEY, FIELD_SECOND));
    of->advance = graph_of(graph, OP_MOST, KIND_MONEY, N_("an advance"), 0, advance);
    *list_add(&of->cash->payments, of->plan->arena) = (struct node_payment){ .payer = &of->funder->section,
                                                                             .first = of->first,
                                                                             .last = of->last,
                                                                             .lodged = of->first,
                                                                             .paid = of->first,
                                                                             .amount = of->advance,
                                                                             .is_advance = true };
}

/* In full against what is paid first: to date, so that what each may be off by in a trial does not double from claim to
   claim. What is paid back is no set-off. */
static void set_off(struct paying *of, struct node_payment *payment, node due)
{
    struct graph *graph = of->plan->graph;
    payment->amount = due;
    /* Where nothing is due nothing is set off, which a trial could not tell from limits alone. */
    if (!of->advance || !due)
        return;
    node before = of->set_off;
    operand less = before ? against(before) : 0;
    node left = graph_of(graph, OP_SUM, KIND_MONEY, N_("advance left"), of->advance, less);
    node reached = graph_of(graph, OP_SUM, KIND_MONEY, N_("set off before, and what is due"), before,
                            graph_of(graph, OP_WHILE_LEFT, KIND_MONEY, N_("while an advance is left"), left, due));
    of->set_off = graph_of(graph, OP_MOST, KIND_MONEY, N_("set off to date never falls"), before,
                           graph_of(graph, OP_LEAST, KIND_MONEY, N_("at most the advance"), of->advance, reached));
    payment->set_off_to_date = of->set_off;
    payment->set_off = graph_of(graph, OP_SUM, KIND_MONEY, N_("to date, less what came before"), of->set_off, less);
    payment->amount = graph_of(graph, OP_SUM, KIND_MONEY, N_("due less set off"), due, against(of->set_off), before);
}

/* What was drawn by the month less what was asked for before. A credit in the ledger may have lowered it: a claim is
   never below nothing, and what it would have been is set off against the next; by the last it is paid back. */
static node claim_node(struct paying *of, month last, bool is_final)
{
    struct graph *graph = of->plan->graph;
    node drawn = row_over(of->plan, of->row, of->plan->first, last), before = of->asked;
    node asked =
        is_final ? drawn : graph_of(graph, OP_MOST, KIND_MONEY, N_("asked for to date never falls"), before, drawn);
    of->asked = asked;
    return less_node(of->plan, N_("to date, less what came before"), asked, before);
}

static void pay(struct paying *of, month first, month last, month lodged, bool is_final)
{
    const struct plan *plan = of->plan;
    struct node_payment payment = { .payer = &of->funder->section,
                                    .first = first,
                                    .last = last,
                                    .lodged = lodged,
                                    .paid = lodged + of->lag,
                                    .is_claim = of->funder->paid->value.number == PAID_CLAIMS };
    bool follows = payment.is_claim && project_actuals(plan->project);
    payment.claimed = follows ? claim_node(of, last, is_final) : row_over(plan, of->row, first, last);
    node due = payment.claimed;
    if (is_final) {
        payment.released = sum_node(plan, N_("held back before"), of->held.items, of->held.count);
        due = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("claimed, and what was held back"), due, payment.released);
    } else if (fact_is_stated(of->funder->holdback)) {
        payment.held_back = part_of(of, N_("held back"), due, of->funder->holdback);
        if (payment.held_back) {
            *list_add(&of->held, plan->arena) = payment.held_back;
            due = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("claimed, less what is held back"), due,
                           against(payment.held_back));
        }
    }
    set_off(of, &payment, due);
    *list_add(&of->cash->payments, plan->arena) = payment;
}

/* Claim periods count from the project's first month; the last may be shorter. */
static void pay_claims(struct paying *of)
{
    const struct plan *plan = of->plan;
    int every = (int)of->funder->claim_every->value.number;
    bool one_open = of->funder->one_open_claim->value.number;
    month from = plan->first, open_until = plan->first - 1;
    for (month end = plan->first + every - 1;; end += every) {
        bool is_final = end >= plan_last(plan);
        month at = is_final ? plan_last(plan) : end;
        bool waits = one_open && open_until > at;
        if (waits && !is_final)
            continue;
        month lodged = waits ? open_until : at;
        pay(of, from, at, lodged, is_final);
        open_until = lodged + of->lag;
        from = at + 1;
        if (is_final)
            return;
    }
}

/* In the first month of each period in which the funder's line is active. */
static void pay_in_advance(struct paying *of, int months)
{
    for (month at = of->first; at <= of->last; at = period_end(at, months) + 1) {
        month end = period_end(at, months);
        pay(of, at, month_earlier(end, of->last), at, end >= of->last);
    }
}

static void pay_monthly(struct paying *of)
{
    for (month at = of->first; at <= of->last; at++)
        pay(of, at, at, at, at == of->last);
}

static void add_funder(const struct plan *plan, struct cash_nodes *cash, struct row *row)
{
    const struct funder *funder = row->funder;
    struct paying of = { .plan = plan,
                         .cash = cash,
                         .row = row,
                         .funder = funder,
                         .first = line_first(plan->project, &funder->line),
                         .last = line_last(plan->project, &funder->line),
                         .lag = (int)funder->payment_lag->value.number };
    pay_advance(&of);
    switch ((enum paid)funder->paid->value.number) {
    case PAID_MONTHLY:
        pay_monthly(&of);
        break;
    case PAID_QUARTERLY_IN_ADVANCE:
        pay_in_advance(&of, MONTHS_OF_A_QUARTER);
        break;
    case PAID_YEARLY_IN_ADVANCE:
        pay_in_advance(&of, MONTHS_OF_A_YEAR);
        break;
    case PAID_CLAIMS:
        pay_claims(&of);
        break;
    }
}

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
            add_funder(plan, cash, row);
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
