#include <medfin/plan/cash.h>

#include <stdlib.h>

#include <medfin/model/payer.h>
#include <medfin/plan/fees.h>

#include "line.h"

/* One funder's way of paying, as its payments are worked out in order. */
struct payer {
    const struct plan *plan;
    const struct funder *funder;
    struct arena *arena;
    payment_list *payments;
    month first, last;          /* of the funder's line */
    const struct cell *accrues; /* its money, month by month */
    int lag;
    struct cell held;    /* back so far */
    struct cell advance; /* not yet set off */
};

static struct cell accrued(const struct payer *payer, month first, month last)
{
    struct cell sum = { 0 };
    for (month at = first; at <= last; at++)
        sum = cell_plus(payer->arena, sum, payer->accrues[at - payer->plan->first]);
    return sum;
}

static struct cell part_of(const struct payer *payer, struct cell whole, const struct fact *part)
{
    return (struct cell){ money_times(whole.amount, part->value.number),
                          needs_union(payer->arena, whole.needs,
                                      needs_one(payer->arena, part->unknown, payer->plan->project->unknown_count)) };
}

/* A share of what will be drawn, at most an amount, in the funder's first month. */
static void pay_advance(struct payer *payer)
{
    const struct fact *stated = &payer->funder->advance;
    if (!fact_is_stated(stated))
        return;
    struct cell advance = part_of(payer, accrued(payer, payer->first, payer->last), stated);
    if (stated->value.second >= 0)
        advance = cell_least(payer->arena, advance, cell_known(stated->value.second));
    advance = cell_most(payer->arena, cell_known(0), advance);
    payer->advance = advance;
    *list_add(payer->payments, payer->arena) = (struct payment){ .payer = &payer->funder->section,
                                                                 .first = payer->first,
                                                                 .last = payer->last,
                                                                 .lodged = payer->first,
                                                                 .paid = payer->first,
                                                                 .amount = advance,
                                                                 .is_advance = true };
}

/* An advance is set off in full against what is paid first. */
static void set_off(struct payer *payer, struct payment *payment)
{
    struct cell due =
        cell_minus(payer->arena, cell_plus(payer->arena, payment->claimed, payment->released), payment->held_back);
    /* What an advance does not cover is not set off, and what is paid back is no set-off either. */
    if (!cell_is_known(payer->advance) || payer->advance.amount)
        payment->set_off = cell_most(payer->arena, cell_known(0), cell_least(payer->arena, payer->advance, due));
    payer->advance = cell_minus(payer->arena, payer->advance, payment->set_off);
    payment->amount = cell_minus(payer->arena, due, payment->set_off);
}

static void pay(struct payer *payer, month first, month last, month lodged, bool is_final)
{
    struct payment payment = { .payer = &payer->funder->section,
                               .first = first,
                               .last = last,
                               .lodged = lodged,
                               .paid = lodged + payer->lag,
                               .claimed = accrued(payer, first, last),
                               .is_claim = payer->funder->paid.value.number == PAID_CLAIMS };
    if (is_final) {
        payment.released = payer->held;
    } else {
        payment.held_back = part_of(payer, payment.claimed, &payer->funder->holdback);
        payer->held = cell_plus(payer->arena, payer->held, payment.held_back);
    }
    set_off(payer, &payment);
    *list_add(payer->payments, payer->arena) = payment;
}

/* Claim periods count from the project's first month; the last may be shorter. */
static void pay_claims(struct payer *payer)
{
    const struct plan *plan = payer->plan;
    int every = (int)payer->funder->claim_every.value.number;
    bool one_open = payer->funder->one_open_claim.value.number;
    month from = plan->first, open_until = plan->first - 1;
    for (month end = plan->first + every - 1;; end += every) {
        bool is_final = end >= plan_last(plan);
        month at = is_final ? plan_last(plan) : end;
        bool waits = one_open && open_until > at;
        if (waits && !is_final)
            continue;
        month lodged = waits ? open_until : at;
        pay(payer, from, at, lodged, is_final);
        open_until = lodged + payer->lag;
        from = at + 1;
        if (is_final)
            return;
    }
}

/* What a calendar quarter or year will bring, in its first month of the plan. */
static void pay_in_advance(struct payer *payer, int months)
{
    month last = plan_last(payer->plan);
    for (month at = payer->plan->first; at <= last;) {
        month end = period_end(at, months);
        pay(payer, at, month_earlier(end, last), at, end >= last);
        at = end + 1;
    }
}

static void pay_monthly(struct payer *payer)
{
    for (month at = payer->first; at <= payer->last; at++)
        pay(payer, at, at, at, at == payer->last);
}

static void add_payments(const struct plan *plan, const struct funder *funder, payment_list *payments,
                         struct arena *arena)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    struct payer payer = { .plan = plan,
                           .accrues = rows_by_month(plan, NULL, selection_test, &own),
                           .funder = funder,
                           .arena = arena,
                           .payments = payments,
                           .first = line_first(plan->project, &funder->line),
                           .last = line_last(plan->project, &funder->line),
                           .lag = (int)funder->payment_lag.value.number };
    pay_advance(&payer);
    switch ((enum paid)funder->paid.value.number) {
    case PAID_MONTHLY:
        pay_monthly(&payer);
        break;
    case PAID_QUARTERLY_IN_ADVANCE:
        pay_in_advance(&payer, MONTHS_OF_A_QUARTER);
        break;
    case PAID_YEARLY_IN_ADVANCE:
        pay_in_advance(&payer, MONTHS_OF_A_YEAR);
        break;
    case PAID_CLAIMS:
        pay_claims(&payer);
        break;
    }
}

/* What of a yearly fee falls in the plan comes when the fee is paid; one that was paid before
   the plan comes in its first month. */
static void add_fee(const struct plan *plan, const struct fee *fee, payment_list *payments, int from,
                    struct arena *arena)
{
    struct cell income = { 0 };
    for (month at = fee->first; at <= fee->last; at++)
        if (months_hold(plan_months(plan), at))
            income = cell_plus(arena, income, fee_month(fee, at));
    month paid = month_later(fee_paid(fee), plan->first);
    struct payment *payment = NULL;
    for (int i = from; i < payments->count; i++)
        if (payments->items[i].paid == paid)
            payment = &payments->items[i];
    if (!payment) {
        payment = list_add(payments, arena);
        *payment = (struct payment){ .payer = &fee->tariff->section,
                                     .first = fee->first,
                                     .last = fee->last,
                                     .lodged = paid - (month)fee->tariff->payment_lag.value.number,
                                     .paid = paid };
    }
    payment->first = month_earlier(fee->first, payment->first);
    payment->last = month_later(fee->last, payment->last);
    payment->claimed = cell_plus(arena, payment->claimed, income);
    payment->amount = payment->claimed;
}

static int by_date(const void *left, const void *right)
{
    const struct payment *a = left, *b = right;
    return a->paid < b->paid ? -1 : a->paid > b->paid;
}

/* The fees that come in one month are one payment. */
static void add_fees(const struct plan *plan, const struct tariff *tariff, payment_list *payments, struct arena *arena)
{
    const fee_list fees = tariff_fees(plan, tariff, arena);
    int from = payments->count;
    for (int i = 0; i < fees.count; i++)
        add_fee(plan, &fees.items[i], payments, from, arena);
    if (payments->count > from)
        qsort(payments->items + from, (size_t)(payments->count - from), sizeof *payments->items, by_date);
}

/* A payer that pays nothing at all has no payments to show. */
static bool pays(const struct plan *plan, const struct section *payer)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(&own, &plan->rows[i]))
            return !payer_is_rejected(payer);
    return false;
}

static void add_payer(const struct plan *plan, const struct section *payer, payment_list *payments, struct arena *arena)
{
    const struct funder *funder = payer_funder(payer);
    if (!pays(plan, payer))
        return;
    if (funder)
        add_payments(plan, funder, payments, arena);
    else
        add_fees(plan, (const struct tariff *)payer, payments, arena);
}

static bool is_nothing(const struct payment *payment)
{
    return cell_is_known(payment->amount) && payment->amount.amount == 0;
}

static void add_balances(struct cash *cash, struct arena *arena)
{
    const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    const struct cell *costs = rows_by_month(cash->plan, NULL, selection_test, &cost);
    struct cell balance = cash->opening;
    for (int i = 0; i < cash->count; i++) {
        cash->paid_out[i] = i < cash->plan->count ? costs[i] : (struct cell){ 0 };
        balance = cell_plus(arena, balance, cash->received[i]);
        balance = cell_minus(arena, balance, cash->paid_out[i]);
        cash->balance[i] = balance;
    }
}

const struct cash *cash_build(const struct plan *plan, struct arena *arena)
{
    struct cash *cash = arena_take(arena, 1, sizeof *cash);
    const struct project *project = plan->project;
    const struct section_list *payers = &project->payers;
    *cash = (struct cash){ .plan = plan, .count = plan->count };
    cash->opening =
        fact_cell(plan, fact_is_stated(&project->opening_cash) ? &project->opening_cash : &project->opening_equity);
    for (int i = 0; i < payers->count; i++)
        add_payer(plan, payers->items[i], &cash->payments, arena);
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        int months = months_between(plan->first, payment->paid);
        if (!is_nothing(payment) && months > cash->count)
            cash->count = months;
    }
    cash->paid_out = arena_take(arena, (size_t)cash->count, sizeof *cash->paid_out);
    cash->received = arena_take(arena, (size_t)cash->count, sizeof *cash->received);
    cash->balance = arena_take(arena, (size_t)cash->count, sizeof *cash->balance);
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (is_nothing(payment))
            continue;
        struct cell *received = &cash->received[payment->paid - plan->first];
        *received = cell_plus(arena, *received, payment->amount);
        if (payment->paid > plan_last(plan))
            cash->receivable = cell_plus(arena, cash->receivable, payment->amount);
    }
    add_balances(cash, arena);
    return cash;
}

struct cell cash_at(const struct cash *cash, month at)
{
    return cash->balance[at - cash->plan->first];
}

const struct needs *cash_needs(const struct cash *cash)
{
    const struct needs *needs = NULL;
    for (int i = 0; i < cash->count; i++)
        needs = needs_union(cash->plan->arena, needs, cash->balance[i].needs);
    return needs;
}

month cash_lowest(const struct cash *cash)
{
    month lowest = -1;
    for (int i = 0; i < cash->count; i++) {
        if (!cell_is_known(cash->balance[i]))
            return -1;
        if (lowest < 0 || cash->balance[i].amount < cash_at(cash, lowest).amount)
            lowest = cash->plan->first + i;
    }
    return lowest;
}
