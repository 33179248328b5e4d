/* Shares, matches and remainders under their ceilings, contributions in kind, and statuses by
   year. Worked by hand unless a comment says how; R(x) is x rounded half away from zero. In öre. */

#include "figures.h"
#include <medfin/model/payer.h>
#include <medfin/plan/in_kind.h>

#define PAID "status = granted\n"

/* The worked figure: half of 250 250 150 thousand, at most 300 thousand in all. */
static void a_share_is_drawn_up_to_its_ceiling(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[cost a]\n2021-01 = 250 tkr\n2021-02 = 250 tkr\n2021-03 = 150 tkr\n"
                                    "[funder x]\n" PAID "share = 50 %\namount = 300 000 kr total\n");
    assert_months(&trial, "funder.x", MONEY, MONTHS(12500000, 12500000, 5000000));
}

/* R(10001 / 2) = 5001, drawn and no more than half, even without any tolerance. */
static void a_half_of_an_odd_sum_is_not_above_its_half(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[rules]\ntolerance = 0 kr\n[cost a]\namount = 100,01 kr once\n"
                                    "[funder x]\n" PAID "share = 50 %\nmax_share = 50 %\n");
    assert_months(&trial, "funder.x", MONEY, MONTHS(5001));
    assert_verdict(&trial, "share", "x", VERDICT_PASS, 0);
    trial = project_of(state, HALF_YEAR,
                       "[rules]\ntolerance = 0 kr\n[cost a]\namount = 100,01 kr once\n"
                       "[funder x]\n" PAID "amount = 50,02 kr total\nto = 2021-01\nmax_share = 50 %\n");
    assert_verdict(&trial, "share", "x", VERDICT_FAIL, -1);
}

#define COSTS                                                                                                          \
    "[cost hall]\namount = 40 kr once\ncategory = premises\n[cost a]\namount = 60 kr once\n"                           \
    "[cost lent]\namount = 20 kr once\nin_kind_by = y\n[cost wine]\namount = 1 000 kr once\neligible = no\n"           \
    "[funder y]\n" PAID "amount = 500 kr total\nto = 2021-01\n"

/* All 120, cash 100, without premises 80 and 60 kr are eligible: half of each. A match that
   may cover half of the cost counts the same. */
static void shares_and_matches_count_what_is_eligible_to_them(void **state)
{
    static const struct {
        const char *terms;
        money drawn;
    } cases[] = {
        { "", 6000 },
        { "basis = cash\n", 5000 },
        { "excludes = premises\n", 4000 },
        { "basis = cash\nexcludes = lokaler\n", 3000 },
        { "excludes = premises, other\n", 0 },
        { "excludes = travel\n", 6000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = project_of(state, HALF_YEAR,
                                        arena_text(*state,
                                                   COSTS "[funder x]\n" PAID "share = 50 %%\n%s[funder m]\n" PAID
                                                         "matches = y\nmax_share = 50 %%\n%s",
                                                   cases[i].terms, cases[i].terms));
        assert_months(&trial, "funder.x", MONEY, MONTHS(cases[i].drawn));
        assert_months(&trial, "funder.m", MONEY, MONTHS(cases[i].drawn));
    }
}

/* A share follows a refund down: half of 100, then of 60 kr; its first month is its own. */
static void a_share_falls_with_a_refund(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[cost a]\n2021-01 = 100 kr\n2021-02 = -40 kr\n2021-03 = 10 kr\n"
                                    "[funder x]\n" PAID "share = 50 %\n"
                                    "[funder y]\n" PAID "share = 50 %\nfrom = 2021-02\nto = 2021-02\n");
    assert_months(&trial, "funder.x", MONEY, MONTHS(5000, -2000, 500));
    assert_months(&trial, "funder.y", MONEY, MONTHS(0, -2000));
}

#define BROKEN "[project]\nstart = 2021-07\nend = 2023-06\n"
#define EVEN   "[cost a]\namount = 100 kr/month\n[funder region]\n" PAID "amount = 50 kr/month\n"

/* By the years' ends 300, 900 and 1 200 kr could be drawn. What a year leaves of its ceiling
   lapses, or is carried over; a year without one, or rejected, adds nothing. */
static void ceilings_by_year_lapse_or_are_carried_over(void **state)
{
    static const struct {
        const char *terms;
        money drawn[3];
    } cases[] = {
        { "2021 = 500 kr\n2022 = 400 kr\n2023 = 500 kr\n", { 30000, 40000, 50000 } },
        { "2021 = 500 kr\n2022 = 400 kr\n2023 = 500 kr\ncarry_over = yes\n", { 30000, 60000, 30000 } },
        { "2021 = 500 kr\n2023 = 500 kr\n", { 30000, 0, 50000 } },
        { "2021 = 500 kr\n2023 = 500 kr\ncarry_over = yes\n", { 30000, 20000, 50000 } },
        { "2021 = 500 kr\n2022 = 400 kr rejected\n2023 = 500 kr\n", { 30000, 0, 50000 } },
        { "2021 = 500 kr rejected\n2022 = 400 kr\n2023 = 500 kr\ncarry_over = yes\n", { 0, 40000, 50000 } },
        { "2021 = 100 kr\n2022 = 5 kr\n2023 = 7 kr\n", { 10000, 500, 700 } },
        { "amount = 700 kr total\n", { 30000, 40000, 0 } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = project_of(
            state, BROKEN,
            arena_text(*state, EVEN "[funder x]\n" PAID "share = 50 %%\n%s[funder m]\n" PAID "matches = region\n%s",
                       cases[i].terms, cases[i].terms));
        assert_years(&trial, "funder.x", MONEY, 3, cases[i].drawn);
        assert_years(&trial, "funder.m", MONEY, 3, cases[i].drawn);
    }
}

/* A year of its own status: rejected it pays nothing, and is not matched. */
static void a_rejected_year_pays_nothing(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    "[funder x]\n" PAID "2021 = 100 kr\n2022 = 200 kr rejected\n"
                                    "[funder y]\nstatus = rejected\n2021 = 100 kr granted\n2022 = 200 kr\n"
                                    "[funder m]\n" PAID "matches = x, y\n");
    assert_years(&trial, "funder.x", MONEY, 2, (const money[]){ 10000, 0 });
    assert_years(&trial, "funder.y", MONEY, 2, (const money[]){ 0, 0 });
    assert_years(&trial, "funder.m", MONEY, 2, (const money[]){ 10000, 0 });
    const struct funder *x = funder_at(&trial, "x");
    assert_int_equal(funder_status_in(x, 2021), STATUS_GRANTED);
    assert_int_equal(funder_status_in(x, 2022), STATUS_REJECTED);
    assert_int_equal(funder_status_in(funder_at(&trial, "y"), 2021), STATUS_REJECTED);
}

/* In the scenario secured each year counts by its own status, and work in kind by its funder's. */
static void secured_counts_years_by_their_own_status(void **state)
{
    struct trial trial =
        project_of(state, TWO_YEARS,
                   "[cost a]\namount = 1 000 kr/year\n"
                   "[funder a]\nstatus = granted\n2021 = 100 kr\n2022 = 200 kr estimated\n"
                   "[funder b]\nstatus = applied\n2021 = 100 kr granted\n2022 = 200 kr\nin_kind = 9 kr total\n"
                   "[cost lent]\namount = 9 kr total\nin_kind_by = h\n"
                   "[funder h]\nstatus = applied\n2021 = 100 kr granted\n2022 = 200 kr decided\n"
                   "[funder c]\nstatus = applied\namount = 100 kr/year\n"
                   "[funder d]\nstatus = decided\nshare = 50 %\n2021 = 30 kr\n2022 = 40 kr applied\n"
                   "[funder e]\nstatus = rejected\n2021 = 100 kr granted\n2022 = 5 kr\n"
                   "[funder f]\nstatus = proposed\n2021 = 100 kr\n2022 = 100 kr applied\n"
                   "[funder r]\nstatus = estimated\nremainder = yes\n");
    assert_years(&trial, "funder.d", MONEY, 2, (const money[]){ 3000, 4000 });
    project_secured_only(trial.project, &trial.statements, *state);
    trial_build(&trial);
    assert_years(&trial, "funder.a", MONEY, 2, (const money[]){ 10000, 0 });
    assert_years(&trial, "funder.b", MONEY, 2, (const money[]){ 10000, 0 });
    assert_years(&trial, "funder.d", MONEY, 2, (const money[]){ 3000, 0 });
    assert_years(&trial, "funder.h", MONEY, 2, (const money[]){ 10000, 20000 });
    assert_int_equal(in_all(&trial, "funder.b", IN_KIND_MONEY), 0);
    assert_int_equal(in_all(&trial, "funder.h", IN_KIND_MONEY), 0);
    static const char *const gone[] = { "funder.c", "funder.e", "funder.f", "funder.r" };
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        assert_years(&trial, gone[i], MONEY, 2, (const money[]){ 0, 0 });
}

/* Cost 100 kr a month, 600 kr once in December: the remainder pays 600 in all, not 1 100. */
static void a_remainder_fills_the_years_gap_and_no_more(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[cost a]\namount = 100 kr/month\n[funder r]\n" PAID "remainder = yes\n"
                                    "[funder x]\n" PAID "amount = 600 kr total\nfrom = 2021-12\n");
    assert_months(&trial, "funder.r", MONEY, MONTHS(10000, 10000, 10000, 10000, 10000, 10000));
    assert_verdict(&trial, "balance", "project", VERDICT_PASS, 0);
}

/* 300 kr too much in 2021 are used up before the remainder pays again: to date it lacks
   50·k − 300 kr in month k of 2022. A refund is never paid back. */
static void a_remainder_uses_up_an_earlier_surplus(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    "[cost a]\namount = 100 kr/month\n[funder r]\n" PAID "remainder = yes\n"
                                    "[funder x]\n" PAID "2021 = 1 500 kr\n2022 = 600 kr\n");
    assert_years(&trial, "funder.r", MONEY, 2, (const money[]){ 0, 30000 });
    assert_int_equal(booked(&trial, "funder.r", MONEY, month_of(2022, 1), month_of(2022, 6)).amount, 0);
    assert_int_equal(booked(&trial, "funder.r", MONEY, month_of(2022, 7), month_of(2022, 7)).amount, 5000);
    trial = project_of(state, TWO_YEARS,
                       "[cost a]\n2021-01 = 100 kr\n2021-03 = -60 kr\n2022-02 = -10 kr\n2022-05 = 12 kr\n"
                       "[funder r]\n" PAID "remainder = yes\n");
    assert_years(&trial, "funder.r", MONEY, 2, (const money[]){ 4000, 200 });
    assert_int_equal(booked(&trial, "funder.r", MONEY, month_of(2021, 1), month_of(2021, 1)).amount, 4000);
}

/* Others are all others: 100 kr of cost and 30 in kind, less 30 in kind, 25 that a match draws
   and 25 that it matches, whatever their place in the file. */
static void a_remainder_leaves_out_what_all_others_pay(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[funder r]\n" PAID "remainder = yes\nin_kind = 30 kr total\n"
                                    "[funder m]\n" PAID "matches = x\n[funder x]\n" PAID "share = 25 %\n"
                                    "excludes = in-kind\n[cost a]\namount = 100 kr once\n");
    assert_int_equal(in_all(&trial, "funder.x", MONEY), 2500);
    assert_int_equal(in_all(&trial, "funder.m", MONEY), 2500);
    assert_int_equal(in_all(&trial, "funder.r", MONEY), 5000);
    assert_int_equal(in_all(&trial, "funder.r", IN_KIND_MONEY), 3000);
    assert_int_equal(in_all(&trial, "funder.r", COST), 3000);
}

/* A match may match a share that stands behind it, and a match before it. */
static void funders_are_evaluated_by_kind(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[funder m]\n" PAID "matches = s\nratio = 1:2\n"
                                    "[funder n]\n" PAID "matches = m, s\n"
                                    "[funder s]\n" PAID "share = 10 %\n[cost a]\namount = 200 kr once\n");
    assert_months(&trial, "funder.s", MONEY, MONTHS(2000));
    assert_months(&trial, "funder.m", MONEY, MONTHS(1000));
    assert_months(&trial, "funder.n", MONEY, MONTHS(3000));
}

/* 30 % of the gross is 3/7 of the cash, and 3/4 where two bear it: python3, R(12500000·k·3/7), k = 1, 2, and from March
   R(12500000·k·3/4) beside what had come. */
static void in_kind_of_the_gross_follows_the_cash(void **state)
{
    static const char head[] = "[project]\nstart = 2021-01\nend = 2021-04\n[cost a]\namount = 125 000 kr/month\n";
    struct trial trial = project_of(state, head,
                                    "[funder x]\n" PAID "in_kind = 30 % of gross\n"
                                    "[funder late]\n" PAID "in_kind = 30 % of gross\nfrom = 2021-03\n");
    assert_months(&trial, "funder.x", COST, MONTHS(5357143, 5357143, 9375000, 9375000));
    assert_months(&trial, "funder.x", IN_KIND_MONEY, MONTHS(5357143, 5357143, 9375000, 9375000));
    assert_months(&trial, "funder.x", MONEY, 0, NULL);
    assert_months(&trial, "funder.late", COST, MONTHS(0, 0, 9375000, 9375000));
}

/* 900 000 in cash and 100 000 of another are 70 % of the gross: 1 000 000 ÷ 0,7 × 0,3 = 428 571,43. */
static void the_gross_holds_what_others_do_in_kind(void **state)
{
    static const char sections[] = "[cost a]\namount = 900 000 kr total\n"
                                   "[funder x]\n" PAID "in_kind = 30 %% of gross\n"
                                   "[funder y]\nstatus = %s\nin_kind = 100 000 kr total\n"
                                   "[funder z]\nstatus = rejected\nin_kind = 20 %% of gross\n";
    struct trial trial = project_of(state, HALF_YEAR, arena_text(*state, sections, "granted"));
    assert_int_equal(in_all(&trial, "funder.x", COST), 42857143);
    /* Where the other is rejected: 900 000 × 3/7. */
    trial = project_of(state, HALF_YEAR, arena_text(*state, sections, "rejected"));
    assert_int_equal(in_all(&trial, "funder.x", COST), 38571429);
}

/* An amount in kind is spread as amounts are: R(10000·j/6) − R(10000·(j−1)/6). */
static void in_kind_of_an_amount_is_spread(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[funder x]\n" PAID "in_kind = 100 kr total\n"
                                    "[funder y]\n" PAID "in_kind = 120 kr/year\nfrom = 2021-04\n"
                                    "in_kind_category = premises\n"
                                    "[funder z]\n" PAID "in_kind = 7 kr/month\nto = 2021-02\namount = 1 kr total\n");
    assert_months(&trial, "funder.x", COST, MONTHS(1667, 1666, 1667, 1667, 1666, 1667));
    assert_months(&trial, "funder.x", IN_KIND_MONEY, MONTHS(1667, 1666, 1667, 1667, 1666, 1667));
    assert_months(&trial, "funder.y", COST, MONTHS(0, 0, 0, 1000, 1000, 1000));
    assert_months(&trial, "funder.z", COST, MONTHS(700, 700));
    assert_int_equal(in_all(&trial, "funder.z", MONEY), 100);
    const struct selection premises = { .side = COST_SIDE,
                                        .category = (const struct category *)section_at(&trial, "category.premises") };
    assert_int_equal(plan_sum(trial.plan, &premises, trial.plan->first, plan_last(trial.plan)).amount, 3000);
}

/* Where lines name the funder, its own sum books nothing. */
static void lines_take_the_place_of_what_is_certified(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[cost a]\namount = 12 kr once\nin_kind_by = x\n"
                                    "[funder x]\n" PAID "in_kind = 600 kr total\n");
    assert_months(&trial, "funder.x", COST, 0, NULL);
    assert_months(&trial, "funder.x", IN_KIND_MONEY, MONTHS(1200));
    assert_int_equal(node_cell(trial.plan, certified_in_kind_node(trial.plan, funder_at(&trial, "x"))).amount, 60000);
}

/* In kind falls away with its funder on both sides: 1 200, 30, and half of the gross, the rest of which is 1 330 kr, or
   100 kr alone. */
static void in_kind_falls_away_with_a_rejected_funder(void **state)
{
    static const char sections[] = "[cost paid]\namount = 100 kr once\n"
                                   "[cost a]\namount = 400 kr/month\nto = 2021-03\nin_kind_by = x\n"
                                   "[funder x]\nstatus = %s\nin_kind = 5 kr total\n"
                                   "[funder y]\nstatus = %s\nin_kind = 30 kr total\n"
                                   "[funder z]\nstatus = %s\nin_kind = 50 %% of gross\n";
    static const char *const ids[] = { "x", "y", "z" };
    static const money kinds[] = { 120000, 3000, 133000 }, lost[] = { 120000, 3000, 10000 };
    struct trial trial = project_of(state, HALF_YEAR, arena_text(*state, sections, "applied", "granted", "decided"));
    for (int i = 0; i < 3; i++) {
        assert_int_equal(in_all(&trial, arena_text(*state, "funder.%s", ids[i]), IN_KIND_MONEY), kinds[i]);
        assert_int_equal(plan_lost_in_kind(trial.plan, funder_at(&trial, ids[i])).amount, 0);
    }
    trial = project_of(state, HALF_YEAR, arena_text(*state, sections, "rejected", "rejected", "avslagen"));
    for (int i = 0; i < 3; i++) {
        assert_months(&trial, arena_text(*state, "funder.%s", ids[i]), IN_KIND_MONEY, 0, NULL);
        assert_months(&trial, arena_text(*state, "funder.%s", ids[i]), COST, 0, NULL);
        assert_int_equal(plan_lost_in_kind(trial.plan, funder_at(&trial, ids[i])).amount, lost[i]);
    }
    assert_months(&trial, "cost.a", COST, 0, NULL);
    assert_months(&trial, "cost.paid", COST, MONTHS(10000));
}

static void work_lost_may_be_unknown(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR, "[funder x]\nstatus = rejected\nin_kind = ? total\n");
    assert_false(cell_is_known(plan_lost_in_kind(trial.plan, funder_at(&trial, "x"))));
    assert_months(&trial, "funder.x", COST, 0, NULL);
}

/* The grant 1 210 517 kr is 73,37 % of the booked cost 1 649 880 (R(0,7337 × 164988000) =
   121051696: 4 öre short, forgiven) and 50,00 % of the public financing 2 421 034 at once. */
static void one_grant_has_two_denominators(void **state)
{
    struct trial trial =
        project_of(state, TWO_YEARS,
                   "[cost booked]\namount = 1 649 880 kr total\n"
                   "[funder eu]\n" PAID "amount = 1 210 517 kr total\nsector = eu\nmax_share = 73,37 %\nbasis = cash\n"
                   "[funder region]\n" PAID "amount = 439 363 kr total\nin_kind = 771 154 kr total\nsector = region\n"
                   "group = half\n[group half]\nmax_share = 50 %\nbasis = public\n");
    month first = trial.plan->first, last = plan_last(trial.plan);
    assert_int_equal(basis_sum(trial.plan, BASIS_CASH, NULL, first, last).amount, 164988000);
    assert_int_equal(basis_sum(trial.plan, BASIS_ALL, NULL, first, last).amount, 242103400);
    assert_int_equal(basis_sum(trial.plan, BASIS_PUBLIC, NULL, first, last).amount, 242103400);
    assert_int_equal(basis_sum(trial.plan, BASIS_FINANCING, NULL, first, last).amount, 242103400);
    assert_verdict(&trial, "share", "eu", VERDICT_PASS, -4);
    /* python3: R(10⁹ × 121051700 / 164988000). */
    assert_figure(finding_of(&trial, "share", "eu"), "share", 733700027);
    trial_set(&trial, "funder.eu.max_share = 50 %");
    trial_set(&trial, "funder.eu.basis = public");
    trial_build(&trial);
    assert_verdict(&trial, "share", "eu", VERDICT_PASS, 0);
    assert_figure(finding_of(&trial, "share", "eu"), "share", 500000000);
}

/* Unknowns reach a draw through its ceiling, the cost and the matched, from their month on. */
static void unknowns_reach_draws_through_every_limit(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    EVEN "[cost b]\n2022-03 = ?\n"
                                         "[funder x]\n" PAID "share = 50 %\n2021 = 500 kr\n2022 = ?\n"
                                         "[funder m]\n" PAID "matches = x\namount = ? total\n"
                                         "[funder n]\n" PAID "matches = region\nmax_share = ?\n"
                                         "[funder off]\nstatus = rejected\nshare = 50 %\namount = ? total\n");
    month january = month_of(2022, 1), march = month_of(2022, 3);
    assert_int_equal(needed(&trial, "funder.x", MONEY, month_of(2021, 1), month_of(2021, 12)), 0);
    assert_int_equal(needed(&trial, "funder.x", MONEY, january, january), 1);
    assert_int_equal(needed(&trial, "funder.x", MONEY, march, march), 2);
    assert_int_equal(needed(&trial, "funder.m", MONEY, month_of(2021, 1), month_of(2021, 1)), 1);
    assert_int_equal(needed(&trial, "funder.m", MONEY, march, march), 3);
    assert_int_equal(needed(&trial, "funder.n", MONEY, january, january), 1);
    assert_int_equal(needed(&trial, "funder.off", MONEY, month_of(2021, 1), month_of(2022, 12)), 0);
}

/* A year's remainder needs the whole year; the year before does not. */
static void unknowns_reach_a_remainder_over_the_year(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    "[cost a]\namount = 100 kr/month\n[funder r]\n" PAID "remainder = yes\n"
                                    "[funder x]\n" PAID "2021 = 10 kr\n2022 = ?\n[cost b]\n2022-12 = ?\n");
    assert_int_equal(needed(&trial, "funder.r", MONEY, month_of(2021, 1), month_of(2021, 12)), 0);
    assert_int_equal(needed(&trial, "funder.r", MONEY, month_of(2022, 1), month_of(2022, 1)), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_share_is_drawn_up_to_its_ceiling),
        ARENA_TEST(a_half_of_an_odd_sum_is_not_above_its_half),
        ARENA_TEST(shares_and_matches_count_what_is_eligible_to_them),
        ARENA_TEST(a_share_falls_with_a_refund),
        ARENA_TEST(ceilings_by_year_lapse_or_are_carried_over),
        ARENA_TEST(a_rejected_year_pays_nothing),
        ARENA_TEST(secured_counts_years_by_their_own_status),
        ARENA_TEST(a_remainder_fills_the_years_gap_and_no_more),
        ARENA_TEST(a_remainder_uses_up_an_earlier_surplus),
        ARENA_TEST(a_remainder_leaves_out_what_all_others_pay),
        ARENA_TEST(funders_are_evaluated_by_kind),
        ARENA_TEST(in_kind_of_the_gross_follows_the_cash),
        ARENA_TEST(the_gross_holds_what_others_do_in_kind),
        ARENA_TEST(in_kind_of_an_amount_is_spread),
        ARENA_TEST(lines_take_the_place_of_what_is_certified),
        ARENA_TEST(in_kind_falls_away_with_a_rejected_funder),
        ARENA_TEST(work_lost_may_be_unknown),
        ARENA_TEST(one_grant_has_two_denominators),
        ARENA_TEST(unknowns_reach_draws_through_every_limit),
        ARENA_TEST(unknowns_reach_a_remainder_over_the_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
