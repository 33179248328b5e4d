/* What a funder pays, and when, by its terms and by the claims that were lodged. */

#include "payments.h"

#include <medfin/model/actuals.h>
#include <medfin/model/claim.h>
#include <medfin/plan/tally.h>

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
    bool is_booked;     /* as it came, and not as the terms have it */
    node set_off;       /* of it, to date */
};

static node part_of(const struct paying *of, const char *label, node whole, const struct fact *percent)
{
    if (!whole)
        return 0;
    return graph_of(of->plan->graph, OP_PRODUCT, KIND_MONEY, label, whole,
                    share_leaf(of->plan, &of->funder->section, percent));
}

/* A share of what will be drawn, at most an amount. */
static node advance_by_terms(const struct paying *of)
{
    const struct fact *stated = of->funder->advance;
    struct graph *graph = of->plan->graph;
    node advance =
        part_of(of, N_("percent of what will be drawn"), row_over(of->plan, of->row, of->first, of->last), stated);
    if (stated->value.second >= 0)
        advance = graph_of(graph, OP_LEAST, KIND_MONEY, N_("at most"), advance,
                           graph_fact(graph, &of->funder->section, stated, KIND_MONEY, FIELD_SECOND));
    return graph_of(graph, OP_MOST, KIND_MONEY, N_("an advance"), 0, advance);
}

/* In the funder's first month; what was booked then of its money is the advance that came. */
static void pay_advance(struct paying *of)
{
    if (!fact_is_stated(of->funder->advance))
        return;
    const struct fact *booked = funder_booked_advance(of->plan->project, of->funder);
    of->is_booked = booked != NULL;
    of->advance = booked ? money_leaf(of->plan, &of->funder->section, booked) : advance_by_terms(of);
    *list_add(&of->cash->payments, of->plan->arena) = (struct node_payment){ .payer = &of->funder->section,
                                                                             .first = of->first,
                                                                             .last = of->last,
                                                                             .lodged = of->first,
                                                                             .paid = of->first,
                                                                             .amount = of->advance,
                                                                             .is_advance = true };
}

/* In full against what is paid first: to date, so that what each may be off by in a trial does not double from claim to
   claim. What is paid back is no set-off. Of an advance that was booked more may be left than what is drawn: it is paid
   back at the end. */
static void set_off(struct paying *of, struct node_payment *payment, node due, bool is_final)
{
    struct graph *graph = of->plan->graph;
    payment->amount = due;
    if (is_final && of->is_booked) {
        payment->set_off_to_date = of->advance;
        payment->set_off = less_node(of->plan, N_("all that is left of the advance"), of->advance, of->set_off);
        payment->amount = less_node(of->plan, N_("due less what is left of the advance"), due, payment->set_off);
        return;
    }
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

static node held_by_terms(const struct paying *of, node claimed)
{
    return fact_is_stated(of->funder->holdback) ? part_of(of, N_("held back"), claimed, of->funder->holdback) : 0;
}

static node less_held(const struct paying *of, node due, node held_back)
{
    return held_back ? graph_of(of->plan->graph, OP_SUM, KIND_MONEY, N_("claimed, less what is held back"), due,
                                against(held_back))
                     : due;
}

/* What the funder bears to the end of the month, whatever has been booked of what it paid. */
static node drawn_to(const struct paying *of, month last)
{
    return of->row->entitled ? of->row->entitled[last - of->plan->first]
                             : row_over(of->plan, of->row, of->plan->first, last);
}

/* What was drawn by the month less what was asked for before. A credit in the ledger may have lowered it: a claim is
   never below nothing, and what it would have been is set off against the next; by the last it is paid back. */
static node claim_node(struct paying *of, month last, bool is_final)
{
    struct graph *graph = of->plan->graph;
    node drawn = drawn_to(of, last), before = of->asked;
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
    } else {
        payment.held_back = held_by_terms(of, due);
        if (payment.held_back)
            *list_add(&of->held, plan->arena) = payment.held_back;
        due = less_held(of, due, payment.held_back);
    }
    set_off(of, &payment, due, is_final);
    *list_add(&of->cash->payments, plan->arena) = payment;
}

/* What was approved and is not paid was set off against the advance, as far as what is due reaches, or is held back;
   what was held back before comes with the last claim. */
static void pay_as_stated(struct paying *of, struct node_payment *payment, node approved, node paid)
{
    const struct plan *plan = of->plan;
    node unpaid = less_node(plan, N_("approved and not paid"), approved, paid);
    node due = less_held(of, approved, payment->held_back);
    set_off(of, payment, graph_of(plan->graph, OP_LEAST, KIND_MONEY, N_("due, at most what is not paid"), due, unpaid),
            false);
    payment->held_back = less_node(plan, N_("not paid, less what is set off"), unpaid, payment->set_off);
    payment->amount = payment->released ? graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("paid, and what was held back"),
                                                   paid, payment->released)
                                        : paid;
}

/* A claim that was lodged; where nothing is paid of it yet it is as the terms have it. */
static void pay_lodged(struct paying *of, const struct claim *claim, month first)
{
    const struct plan *plan = of->plan;
    const month last = (month)claim->through->value.number;
    struct node_payment payment = { .payer = &of->funder->section,
                                    .first = first,
                                    .last = last,
                                    .lodged = last,
                                    .paid = last + of->lag,
                                    .is_claim = true,
                                    .is_stated = true };
    payment.claimed = money_leaf(plan, &claim->section, claim->amount);
    of->asked = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("asked for to date"), of->asked, payment.claimed);
    node approved = payment.claimed;
    if (fact_is_stated(claim->approved)) {
        approved = money_leaf(plan, &claim->section, claim->approved);
        payment.refused = less_node(plan, N_("asked for and not approved"), payment.claimed, approved);
    }
    if (last < plan_last(plan))
        payment.held_back = held_by_terms(of, approved);
    else
        payment.released = sum_node(plan, N_("held back before"), of->held.items, of->held.count);
    if (fact_is_stated(claim->paid)) {
        pay_as_stated(of, &payment, approved, money_leaf(plan, &claim->section, claim->paid));
    } else {
        node due = less_held(of, approved, payment.held_back);
        due = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("claimed, and what was held back"), due, payment.released);
        set_off(of, &payment, due, last >= plan_last(plan));
    }
    if (payment.held_back)
        *list_add(&of->held, plan->arena) = payment.held_back;
    *list_add(&of->cash->payments, plan->arena) = payment;
}

/* Those that are stated, in the order of their months. The first month that none of them is for. */
static month pay_all_lodged(struct paying *of, month *open_until)
{
    const claim_list own = claims_of(of->plan->project, &of->funder->section, of->plan->arena);
    month first = of->plan->first;
    for (int i = 0; i < own.count; i++) {
        pay_lodged(of, own.items[i], first);
        first = (month)own.items[i]->through->value.number + 1;
        *open_until = first - 1 + of->lag;
    }
    return first;
}

/* Claim periods count from the project's first month, behind those that are stated; the last may be shorter. */
static void pay_claims(struct paying *of)
{
    const struct plan *plan = of->plan;
    int every = (int)of->funder->claim_every->value.number;
    bool one_open = of->funder->one_open_claim->value.number;
    month open_until = plan->first - 1, from = pay_all_lodged(of, &open_until), end = plan->first + every - 1;
    while (end < from)
        end += every;
    for (bool is_final = from > plan_last(plan); !is_final; end += every) {
        is_final = end >= plan_last(plan);
        month at = is_final ? plan_last(plan) : end;
        bool waits = one_open && open_until > at;
        if (waits && !is_final)
            continue;
        month lodged = waits ? open_until : at;
        pay(of, from, at, lodged, is_final);
        open_until = lodged + of->lag;
        from = at + 1;
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

void funder_payments(const struct plan *plan, struct cash_nodes *cash, struct row *row)
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
