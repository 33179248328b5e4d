/* Cash in forms: the payments of the exact plan, whose dates follow the calendar alone, with
   the amounts that a trial gives them. */

#include "fold.h"
#include <medfin/model/payer.h>

/* One funder's payments, in their order. */
struct payer {
    const struct fold *fold;
    const struct funder *funder;
    struct form held, advance;
};

static bool is_nothing(const struct form *form)
{
    return form_is_certain(form) && !form->unknown && form->constant == 0;
}

static struct form accrued(const struct payer *payer, month first, month last)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &payer->funder->section };
    return fold_selected(payer->fold, &own, first, last);
}

static struct form part_of(const struct payer *payer, struct form whole, const struct fact *part)
{
    if (!part->value.number && part->unknown < 0)
        return form_constant(0);
    return fold_share(payer->fold, whole, fold_fact(payer->fold, &payer->funder->section, part));
}

static struct form advance_of(struct payer *payer, const struct payment *payment)
{
    const struct fact *stated = &payer->funder->advance;
    payer->advance = part_of(payer, accrued(payer, payment->first, payment->last), stated);
    if (stated->value.second >= 0)
        payer->advance = form_least(payer->fold->program, payer->advance, form_constant((double)stated->value.second));
    payer->advance = form_most(payer->fold->program, payer->advance, form_constant(0));
    return payer->advance;
}

/* What comes: all that is claimed, less what is held back until the last and what sets off an
   advance. */
static struct form amount_of(struct payer *payer, const struct payment *payment, bool is_last)
{
    struct program *program = payer->fold->program;
    struct form due = accrued(payer, payment->first, payment->last);
    if (is_last) {
        due = form_plus(program, due, payer->held, 1);
    } else {
        const struct form held_back = part_of(payer, due, &payer->funder->holdback);
        payer->held = form_plus(program, payer->held, held_back, 1);
        due = form_plus(program, due, held_back, -1);
    }
    if (is_nothing(&payer->advance))
        return due;
    /* What is paid back is no set-off. */
    struct form set_off = form_most(program, form_least(program, payer->advance, due), form_constant(0));
    payer->advance = form_plus(program, payer->advance, set_off, -1);
    return form_plus(program, due, set_off, -1);
}

/* The fees that come with a payment: those of its month. */
static struct form fees_of(const struct fold *fold, const struct payment *payment)
{
    const fee_list fees = tariff_fees(fold->plan, (const struct tariff *)payment->payer, fold->arena);
    struct form sum = form_constant(0);
    for (int i = 0; i < fees.count; i++) {
        month paid = fee_paid(&fees.items[i]);
        if (month_later(paid, fold->plan->first) == payment->paid)
            sum = form_plus(fold->program, sum, fold_fee(fold, &fees, i), 1);
    }
    return form_product(fold->program, sum, fold_status(fold, payment->payer));
}

/* Each payment in the month in which it comes; how many months until the last of them. */
static int receive(const struct fold *fold, const struct cash *cash, struct form *received)
{
    int count = fold->plan->count;
    struct payer payer = { .fold = fold };
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        const struct funder *funder = payer_funder(payment->payer);
        if (funder != payer.funder)
            payer = (struct payer){ .fold = fold, .funder = funder };
        bool is_last = i + 1 == cash->payments.count || cash->payments.items[i + 1].payer != payment->payer;
        struct form amount = !funder               ? fees_of(fold, payment)
                             : payment->is_advance ? advance_of(&payer, payment)
                                                   : amount_of(&payer, payment, is_last);
        int at = payment->paid - fold->plan->first;
        received[at] = form_plus(fold->program, received[at], amount, 1);
        count = at >= count && !is_nothing(&amount) ? at + 1 : count;
    }
    return count;
}

/* Months from the plan's first to the last in which any payment is due. */
static int room_of(const struct fold *fold, const struct cash *cash)
{
    int room = fold->plan->count;
    for (int i = 0; i < cash->payments.count; i++) {
        int at = cash->payments.items[i].paid - fold->plan->first;
        room = at >= room ? at + 1 : room;
    }
    return room;
}

struct form *fold_cash(const struct fold *fold, int *count)
{
    const struct cash *cash = cash_build(fold->plan, fold->arena);
    int room = room_of(fold, cash);
    const struct project *project = fold->project;
    const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    const struct fact *opening =
        fact_is_stated(&project->opening_cash) ? &project->opening_cash : &project->opening_equity;
    struct form *balances = arena_take(fold->arena, (size_t)room, sizeof *balances);
    struct form *received = arena_take(fold->arena, (size_t)room, sizeof *received);
    struct form balance = fold_fact(fold, &project->section, opening);
    *count = receive(fold, cash, received);
    for (int i = 0; i < *count; i++) {
        month at = fold->plan->first + i;
        balance = form_plus(fold->program, balance, received[i], 1);
        balance = form_plus(fold->program, balance, fold_selected(fold, &cost, at, at), -1);
        balances[i] = balance;
    }
    return balances;
}
