/* Cash of random projects with random terms of payment: every krona that funders draw comes, once,
   and when it may; balances follow from what goes out and comes in. Without terms money comes in
   the month that it pays for. */

#include "random_terms.h"

#include <medfin/figures/figure.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/sums.h>

enum { PROJECTS = 300 };

static money known(const struct trial *trial, struct cell cell)
{
    if (!cell_is_known(cell))
        trial_fails(trial, "a figure of cash is unknown");
    return cell.amount;
}

static money drawn_in_cash(const struct trial *trial, const struct funder *funder, month first, month last)
{
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    return known(trial, plan_sum(trial->plan, &own, first, last));
}

static void must(const struct trial *trial, bool holds, const char *what)
{
    if (!holds)
        trial_fails(trial, what);
}

/* One funder's payments: each claim its own months, in order, and all of it in the end. */
static void check_funder(const struct trial *trial, const struct cash *cash, const struct funder *funder)
{
    const struct plan *plan = trial->plan;
    money paid = 0, kept = 0, advance = 0;
    month next = plan->first, open_until = plan->first;
    for (int i = 0; i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (payment->payer != &funder->section)
            continue;
        paid += known(trial, payment->amount);
        if (payment->is_advance) {
            advance = payment->amount.amount;
            continue;
        }
        kept += known(trial, payment->held_back) - known(trial, payment->released);
        advance -= known(trial, payment->set_off);
        must(trial, payment->paid == payment->lodged + funder->payment_lag->value.number, "a payment is not on time");
        must(trial, drawn_in_cash(trial, funder, payment->first, payment->last) == payment->claimed.amount,
             "a claim is not what accrued");
        must(trial, drawn_in_cash(trial, funder, next, payment->first - 1) == 0, "months are in no claim");
        must(trial, !funder->one_open_claim->value.number || payment->lodged >= open_until, "two claims are open");
        next = payment->last + 1;
        open_until = payment->paid;
    }
    must(trial, paid == drawn_in_cash(trial, funder, plan->first, plan_last(plan)), "not all that is drawn is paid");
    must(trial, !kept && !advance, "what was held back or paid in advance is not settled");
}

static void every_krona_comes_once(struct trial *trial, struct dice *dice)
{
    put_on_top(trial, dice, true, false);
    const struct plan *plan = trial->plan;
    const struct cash *cash = cash_build(plan, trial->arena);
    const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection financing = { .side = FINANCING_SIDE, .form = IN_CASH };
    const struct figure lowest = { .row = figure_row("lowest_cash") };
    money balance = 1234567, received = 0;
    for (int i = 0; i < cash->count; i++) {
        month at = plan->first + i;
        must(trial, known(trial, cash->paid_out[i]) == known(trial, plan_sum(plan, &cost, at, at)), "costs are late");
        balance += known(trial, cash->received[i]) - cash->paid_out[i].amount;
        received += at <= plan_last(plan) ? cash->received[i].amount : 0;
        must(trial, balance == known(trial, cash->balance[i]), "a balance does not follow");
        must(trial, balance >= known(trial, figure_cell(plan, &lowest)), "a month is below the lowest");
    }
    money drawn = known(trial, plan_sum(plan, &financing, plan->first, plan_last(plan)));
    must(trial, received + known(trial, cash->receivable) == drawn, "received and owed are not what is drawn");
    must(trial, cash->count == plan->count || cash->received[cash->count - 1].amount, "cash runs on for nothing");
    for (int i = 0; i < trial->project->of[SECTION_FUNDER].count; i++)
        check_funder(trial, cash, (const struct funder *)trial->project->of[SECTION_FUNDER].items[i]);
}

static void without_terms_cash_is_income_less_cost(struct trial *trial, struct dice *dice)
{
    (void)dice;
    const struct cash *cash = cash_build(trial->plan, trial->arena);
    const struct selection cost = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection financing = { .side = FINANCING_SIDE, .form = IN_CASH };
    must(trial, cash->count == trial->plan->count && !known(trial, cash->receivable), "cash runs on");
    for (int i = 0; i < cash->count; i++) {
        month at = trial->plan->first + i;
        money expected = known(trial, cash->opening) +
                         known(trial, plan_sum(trial->plan, &financing, trial->plan->first, at)) -
                         known(trial, plan_sum(trial->plan, &cost, trial->plan->first, at));
        must(trial, known(trial, cash->balance[i]) == expected, "cash is not income less cost");
    }
}

static void every_krona_that_is_drawn_comes_once(void **state)
{
    try_projects(state, PROJECTS, 71, ALL_KNOWN, every_krona_comes_once);
}

static void cash_without_terms_is_income_less_cost(void **state)
{
    try_projects(state, PROJECTS, 72, ALL_KNOWN, without_terms_cash_is_income_less_cost);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_krona_that_is_drawn_comes_once),
        ARENA_TEST(cash_without_terms_is_income_less_cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
