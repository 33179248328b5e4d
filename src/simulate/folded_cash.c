#include "folded_cash.h"

#include <medfin/model/payer.h>

#include "folded_fees.h"

/* One funder's payments, in their order. */
struct payer {
    const struct folded_plan *folded;
    const struct funder *funder;
    struct affine held, advance;
};

static bool is_nothing(const struct affine *form)
{
    return affine_is_certain(form) && !form->unknown && form->constant == 0;
}

static struct affine accrued(const struct payer *payer, month first, month last)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &payer->funder->section };
    return folded_selected(payer->folded, &own, first, last);
}

static struct affine part_of(const struct payer *payer, struct affine whole, const struct fact *part)
{
    if (!part->value.number && part->unknown < 0)
        return affine_constant(0);
    return folded_share(payer->folded, whole, folded_fact(payer->folded, &payer->funder->section, part));
}

static struct affine advance_of(struct payer *payer, const struct payment *payment)
{
    const struct fact *stated = &payer->funder->advance;
    payer->advance = part_of(payer, accrued(payer, payment->first, payment->last), stated);
    if (stated->value.second >= 0)
        payer->advance =
            affine_least(payer->folded->program, payer->advance, affine_constant((double)stated->value.second));
    payer->advance = affine_most(payer->folded->program, payer->advance, affine_constant(0));
    return payer->advance;
}

/* What comes: all that is claimed, less what is held back until the last and what sets off an
   advance. */
static struct affine amount_of(struct payer *payer, const struct payment *payment, bool is_last)
{
    struct program *program = payer->folded->program;
    struct affine due = accrued(payer, payment->first, payment->last);
    if (is_last) {
        due = affine_plus(program, due, payer->held, 1);
    } else {
        const struct affine held_back = part_of(payer, due, &payer->funder->holdback);
        payer->held = affine_plus(program, payer->held, held_back, 1);
        due = affine_plus(program, due, held_back, -1);
    }
    if (is_nothing(&payer->advance))
        return due;
    /* What is paid back is no set-off. */
    struct affine set_off = affine_most(program, affine_least(program, payer->advance, due), affine_constant(0));
    payer->advance = affine_plus(program, payer->advance, set_off, -1);
    return affine_plus(program, due, set_off, -1);
}

/* The fees that come with a payment: those of its month. */
static struct affine fees_of(const struct folded_plan *folded, const struct payment *payment)
{
    const fee_list fees = tariff_fees(folded->plan, (const struct tariff *)payment->payer, folded->arena);
    struct affine sum = affine_constant(0);
    for (int i = 0; i < fees.count; i++) {
        month paid = fee_paid(&fees.items[i]);
        if (month_later(paid, folded->plan->first) == payment->paid)
            sum = affine_plus(folded->program, sum, folded_fee(folded, &fees, i), 1);
    }
    return affine_product(folded->program, sum, folded_status(folded, payment->payer));
}

/* Each payment in the month in which it comes; how many months until the last of them. */
static int receive(const struct folded_plan *folded, const struct cash *cash, struct affine *received)
{
    int count = folded->plan->count;
    struct payer payer = { .folded = folded };
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        const struct funder *funder = payer_funder(payment->payer);
        if (funder != payer.funder)
            payer = (struct payer){ .folded = folded, .funder = funder };
        bool is_last = i + 1 == cash->payments.count || cash->payments.items[i + 1].payer != payment->payer;
        struct affine amount = !funder               ? fees_of(folded, payment)
                               : payment->is_advance ? advance_of(&payer, payment)
                                                     : amount_of(&payer, payment, is_last);
        int at = payment->paid - folded->plan->first;
        received[at] = affine_plus(folded->program, received[at], amount, 1);
        count = at >= count && !is_nothing(&amount) ? at + 1 : count;
    }
    return count;
}

/* Months from the plan's first to the last in which any payment is due. */
static int room_of(const struct folded_plan *folded, const struct cash *cash)
{
    int room = folded->plan->count;
    for (int i = 0; i < cash->payments.count; i++) {
        int at = cash->payments.items[i].paid - folded->plan->first;
        room = at >= room ? at + 1 : room;
    }
    return room;
}

struct affine *folded_cash(const struct folded_plan *folded, int *count)
{
    const struct cash *cash = cash_build(folded->plan, folded->arena);
    int room = room_of(folded, cash);
    const struct project *project = folded->project;
    const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    const struct fact *opening =
        fact_is_stated(&project->opening_cash) ? &project->opening_cash : &project->opening_equity;
    struct affine *balances = arena_take(folded->arena, (size_t)room, sizeof *balances);
    struct affine *received = arena_take(folded->arena, (size_t)room, sizeof *received);
    struct affine balance = folded_fact(folded, &project->section, opening);
    *count = receive(folded, cash, received);
    for (int i = 0; i < *count; i++) {
        month at = folded->plan->first + i;
        balance = affine_plus(folded->program, balance, received[i], 1);
        balance = affine_plus(folded->program, balance, folded_selected(folded, &cost, at, at), -1);
        balances[i] = balance;
    }
    return balances;
}
