#include "ledger_balance.h"

#include <medfin/model/actuals.h>
#include <medfin/plan/tally.h>

static node leaf(const struct plan *plan, const struct dated *stated)
{
    return money_leaf(plan, &project_balances(plan->project)->section, &stated->fact);
}

node ledger_cash_node(const struct plan *plan, month at)
{
    const struct ledger_balances *balances = project_balances(plan->project);
    const struct dated *stated = balances ? balance_upto(plan->project, &balances->cash, at) : NULL;
    return stated && stated->at == at ? leaf(plan, stated) : 0;
}

/* What the ledger has booked of a payer's money, against what it was entitled to by then, both since the same month:
   fees are of a year, and what was booked of one is no advance on the next. */
struct booked_income {
    month from, to; /* in which what was booked before counts against what is earned later */
    node booked, entitled;
};

static bool is_in_ledger(const struct plan *plan, const struct section *payer)
{
    const struct funder *funder = (const struct funder *)payer;
    bool is_entitled = payer->kind == SECTION_TARIFF || funder->income->value.number == INCOME_ENTITLED;
    return is_entitled && section_is_booked(plan->project, payer);
}

static node earned_over(const struct plan *plan, const struct section *payer, month first, month last)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    return first > last ? 0 : rows_over(plan, selection_test, &own, N_("entitled to"), first, last);
}

static struct booked_income income_of(const struct plan *plan, const struct section *payer, month through)
{
    const struct series *actuals = section_actuals(payer);
    const month from = payer->kind == SECTION_TARIFF ? month_january(through) : plan->first,
                to = payer->kind == SECTION_TARIFF ? month_december(through) : plan_last(plan);
    operand *parts = arena_take(plan->arena, (size_t)actuals->count + 1, sizeof *parts);
    int count = 0;
    for (int i = 0; i < actuals->count; i++)
        if (actuals->items[i].at >= from && actuals->items[i].at <= through)
            parts[count++] = money_leaf(plan, payer, &actuals->items[i].fact);
    return (struct booked_income){ .from = from,
                                   .to = to,
                                   .booked = sum_node(plan, N_("booked"), parts, count),
                                   .entitled = earned_over(plan, payer, from, through) };
}

/* Behind the stated month a payer's money counts as what it is entitled to less what was booked, at least nothing: what
   this differs by from what the plan has. */
static node beyond(const struct plan *plan, const struct section *payer, month through, month at)
{
    const struct booked_income income = income_of(plan, payer, through);
    node then = earned_over(plan, payer, income.from, month_earlier(at, income.to));
    node most =
        graph_of(plan->graph, OP_MOST, KIND_MONEY, N_("entitled to, at least what was booked"), income.booked, then);
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("booked before it was earned, or not yet"), most,
                    income.entitled, income.booked ? against(income.booked) : 0, then ? against(then) : 0);
}

node ledger_equity_node(const struct plan *plan, month at, equity_computed *computed)
{
    const struct ledger_balances *balances = project_balances(plan->project);
    const struct dated *stated = balances ? balance_upto(plan->project, &balances->equity, at) : NULL;
    const struct section_list *payers = &plan->project->payers;
    if (!stated)
        return 0;
    if (stated->at == at)
        return leaf(plan, stated);
    operand *parts = arena_take(plan->arena, (size_t)payers->count + 3, sizeof *parts);
    int count = 0;
    parts[count++] = leaf(plan, stated);
    node now = computed(plan, at), then = computed(plan, stated->at);
    if (now)
        parts[count++] = now;
    if (then)
        parts[count++] = against(then);
    for (int i = 0; i < payers->count; i++) {
        node of = is_in_ledger(plan, payers->items[i]) ? beyond(plan, payers->items[i], stated->at, at) : 0;
        if (of)
            parts[count++] = of;
    }
    return sum_node(plan, N_("equity in the ledger, and what the plan adds to it"), parts, count);
}

static const struct dated *last_cash(const struct plan *plan)
{
    const struct ledger_balances *balances = project_balances(plan->project);
    return balances ? balance_upto(plan->project, &balances->cash, plan_last(plan)) : NULL;
}

month ledger_settled_month(const struct plan *plan)
{
    const struct dated *cash = last_cash(plan);
    const struct series *equity = cash ? &project_balances(plan->project)->equity : NULL;
    bool is_both = cash && series_exactly(equity, cash->at) && cash->at + 1 >= plan->first;
    return is_both ? cash->at + 1 : plan->first - 1;
}

/* Of what a payer is to pay for the months so far, or has been booked with, what its terms have not had it pay yet. */
static node owed_by(const struct plan *plan, const struct cash_nodes *cash, const struct section *payer, month through)
{
    operand *parts = arena_take(plan->arena, (size_t)cash->payments.count + 2, sizeof *parts);
    int count = 0;
    node entitled = earned_over(plan, payer, plan->first, through);
    if (is_in_ledger(plan, payer)) {
        const struct booked_income income = income_of(plan, payer, through);
        node most = earned_over(plan, payer, income.from, income.to);
        node counted = income.booked || most ? graph_of(plan->graph, OP_LEAST, KIND_MONEY,
                                                        N_("booked, at most what is earned"), income.booked, most)
                                             : 0;
        entitled = earned_over(plan, payer, plan->first, income.from - 1);
        if (counted)
            parts[count++] = counted;
    }
    if (entitled)
        parts[count++] = entitled;
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        if (payment->payer == payer && payment->paid <= through && payment->amount)
            parts[count++] = against(payment->amount);
    }
    return sum_node(plan, N_("owed by the payer, by its terms"), parts, count);
}

node ledger_settled_node(const struct plan *plan, const struct cash_nodes *cash)
{
    const struct project *project = plan->project;
    const struct section_list *payers = &project->payers;
    const month through = ledger_settled_month(plan) - 1;
    if (through < plan->first - 1)
        return 0;
    const struct ledger_balances *balances = project_balances(project);
    operand *parts = arena_take(plan->arena, (size_t)payers->count + 3, sizeof *parts);
    int count = 0;
    parts[count++] = money_leaf(plan, &balances->section, series_exactly(&balances->equity, through));
    parts[count++] = against(money_leaf(plan, &balances->section, series_exactly(&balances->cash, through)));
    parts[count++] = against(money_leaf(plan, &project->section, project->fixed_assets));
    for (int i = 0; i < payers->count; i++) {
        node owed = owed_by(plan, cash, payers->items[i], through);
        if (owed)
            parts[count++] = against(owed);
    }
    return sum_node(plan, N_("debts and claims outside cash, settled"), parts, count);
}
