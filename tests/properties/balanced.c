/* An ordinary project whose financing is its cost in every month holds: no öre of how parts are rounded breaks balance,
   liquidity, double financing or eligible cost. What comes on claims is covered by what is in hand before, which is
   worked here from what each funder draws. */

#include <medfin/plan/sums.h>
#include <medfin/rules/rules.h>

#include "random_values.h"

enum { PROJECTS = 1000, MOST_SHARES = 4 };

static void write_costs(struct sketch *sketch, bool in_total)
{
    static const char *const forms[] = { "/month", "/year", " total" };
    for (int i = 0; i < 1 + (int)roll(sketch->dice, 6); i++)
        text_addf(&sketch->text, "[cost c%d]\namount = %s%s\n", i, random_money(sketch),
                  in_total ? " total" : forms[roll(sketch->dice, 3)]);
    if (in_total)
        return;
    text_add(&sketch->text, "[index i]\nrate = 2,7 %\nmonth = 4\n");
    for (int i = 0; i < (int)roll(sketch->dice, 3); i++)
        text_addf(&sketch->text,
                  "[staff s%d]\nmonthly_salary = %s\nemployer_rate = 45,22 %%\nshare = %d %%\nindex = i\n", i,
                  random_money(sketch), (int)between(sketch->dice, 1, 100));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "[overhead o]\nrate = %d %%\nbase = other, staff\n",
                  (int)between(sketch->dice, 1, 40));
}

static void write_payment(struct sketch *sketch)
{
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "paid = claims\nclaim_every = %d\npayment_lag = %d\n",
                  (int)between(sketch->dice, 1, 6), (int)roll(sketch->dice, 4));
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "own = yes\n");
}

/* Sums of their own that add up to what all costs are in all. */
static void write_sums(struct sketch *sketch, money left)
{
    for (int i = 0; left > 0; i++) {
        money part = i == MOST_SHARES ? left : between(sketch->dice, 1, left);
        text_addf(&sketch->text, "[funder f%d]\nstatus = granted\namount = %s kr total\n", i,
                  money_plain(sketch_arena(sketch), part, ','));
        write_payment(sketch);
        left -= part;
    }
}

/* Percents of the booked cost; one of them may be matched, which doubles it. What they leave is the last one's, or a
   remainder's. */
static void write_percents(struct sketch *sketch)
{
    int64_t left = SHARE_ONE;
    int shares = 0;
    bool has_match = one_in(sketch->dice, 2);
    for (; shares < 1 + (int)roll(sketch->dice, MOST_SHARES) && left > 10; shares++) {
        bool doubles = has_match && shares == 0;
        int64_t part = roll(sketch->dice, doubles ? left / 2 : left) + 1;
        text_addf(&sketch->text, "[funder f%d]\nstatus = granted\nshare = %s\nbasis = cash\n", shares,
                  share_text(sketch_arena(sketch), part, LANGUAGE_EN));
        write_payment(sketch);
        left -= doubles ? 2 * part : part;
    }
    if (has_match) {
        text_add(&sketch->text, "[funder m]\nstatus = granted\nmatches = f0\ncounts_in_kind = no\nbasis = cash\n");
        write_payment(sketch);
    }
    if (left > 0 && one_in(sketch->dice, 2))
        text_add(&sketch->text, "[funder rest]\nstatus = granted\nremainder = yes\n");
    else if (left > 0)
        text_addf(&sketch->text, "[funder last]\nstatus = granted\nshare = %s\nbasis = cash\n",
                  share_text(sketch_arena(sketch), left, LANGUAGE_EN));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "[funder work]\nstatus = granted\nin_kind = %s total\n", random_money(sketch));
}

static struct trial balanced(struct dice *dice, struct arena *arena)
{
    struct sketch sketch = { .dice = dice, .text = text_new(arena), .wish = ALL_KNOWN };
    bool in_total = one_in(dice, 3);
    int months = (int)between(dice, 1, LONGEST);
    month first = month_of(2021, 1) + (month)roll(dice, 12);
    text_addf(&sketch.text, "[project]\nstart = %s\nend = %s\n", month_text(arena, first),
              month_text(arena, first + months - 1));
    write_costs(&sketch, in_total);
    if (in_total) {
        const struct trial costs = trial_new(sketch.text.bytes, arena);
        const struct selection cost = { .side = COST_SIDE };
        write_sums(&sketch, plan_sum(costs.plan, &cost, costs.plan->first, plan_last(costs.plan)).amount);
    } else
        write_percents(&sketch);
    return trial_new(sketch.text.bytes, arena);
}

/* What has accrued and not come by the end of a month: what its claims of whole periods do not hold, and those that
   were lodged so late that they are not paid yet. */
static money behind_of(const struct trial *trial, const struct funder *funder, month at)
{
    const struct plan *plan = trial->plan;
    const struct selection money_of = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    if (funder->paid->value.number != PAID_CLAIMS)
        return 0;
    int every = (int)funder->claim_every->value.number, lag = (int)funder->payment_lag->value.number;
    month lodged = at - lag, paid_to = plan->first - 1;
    if (lodged >= plan_last(plan))
        paid_to = plan_last(plan);
    else if (lodged >= plan->first)
        paid_to = plan->first + (lodged - plan->first + 1) / every * every - 1;
    return plan_sum(plan, &money_of, paid_to + 1, at).amount;
}

static money most_behind(const struct trial *trial)
{
    const struct section_list *funders = &trial->project->of[SECTION_FUNDER];
    money most = 0;
    for (month at = trial->plan->first; at <= plan_last(trial->plan); at++) {
        money behind = 0;
        for (int i = 0; i < funders->count; i++)
            behind += behind_of(trial, (const struct funder *)funders->items[i], at);
        most = behind > most ? behind : most;
    }
    return most;
}

/* The first of these rules that does not pass; NULL: all do. */
static const char *broken(const struct trial *trial)
{
    static const char *const ids[] = { "balance", "liquidity", "overlap", "eligibility" };
    for (size_t r = 0; r < sizeof ids / sizeof *ids; r++) {
        finding_list findings = { 0 };
        rule_run(trial->plan, rule_named(ids[r], strlen(ids[r])), &findings, trial->arena);
        for (int f = 0; f < findings.count; f++)
            if (findings.items[f].verdict > VERDICT_PASS)
                return arena_text(trial->arena, "%s: %s by %lld", ids[r], verdict_id(findings.items[f].verdict),
                                  (long long)findings.items[f].margin);
    }
    return NULL;
}

/* With a tolerance of nothing most of the same projects fail: what they are tried with is not too easy. */
static void what_balances_holds(void **state)
{
    int unforgiven = 0;
    for (int i = 0; i < PROJECTS; i++) {
        struct dice dice = { 4711 + (uint64_t)i };
        struct arena *arena = arena_new(abort);
        struct trial trial = balanced(&dice, arena);
        trial_set(&trial,
                  arena_text(arena, "project.opening_cash = %s kr", money_plain(arena, most_behind(&trial), ',')));
        trial_build(&trial);
        const char *fault = broken(&trial);
        if (fault)
            trial_fails(&trial, fault);
        trial_set(&trial, "rules.tolerance = 0 kr");
        trial_build(&trial);
        unforgiven += broken(&trial) != NULL;
        arena_free(arena);
    }
    assert_true(unforgiven > PROJECTS / 2);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(what_balances_holds) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
