/* Figures of plans, worked by hand or, where a comment says so, by python3 with fractions:
   R(x) there is x rounded half away from zero. Expected figures are in öre. */

#include "../properties/trial.h"
#include <medfin/plan/sums.h>

enum { MOST_MONTHS = 36 };

/* What a line books on one side in a month, its cash and its in kind alike. */
static struct cell booked(const struct trial *trial, const char *id, enum side side, month at)
{
    struct cell sum = { 0 };
    for (int i = 0; i < trial->plan->row_count; i++) {
        const struct row *row = &trial->plan->rows[i];
        if (row->side == side && strcmp(row->line->id, id) == 0)
            sum = cell_plus(trial->arena, sum, row_sum(trial->plan, row, at, at));
    }
    return sum;
}

/* The months of a line from the plan's first; 0 beyond those that are listed. */
static void assert_months(const struct trial *trial, const char *id, enum side side, int count, const money *expected)
{
    assert_true(count <= MOST_MONTHS);
    for (int i = 0; i < trial->plan->count; i++) {
        struct cell cell = booked(trial, id, side, trial->plan->first + i);
        money amount = i < count ? expected[i] : 0;
        if (!cell_is_known(cell) || cell.amount != amount)
            fail_msg("%s, month %d: %lld instead of %lld", id, i + 1, (long long)cell.amount, (long long)amount);
    }
}

#define MONTHS(...)                                                                                                    \
    (int)(sizeof((const money[]){ __VA_ARGS__ }) / sizeof(money)), (const money[])                                     \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }

static money total(const struct trial *trial, enum side side, int year)
{
    const struct selection all = { .side = side == SIDE_COST ? COST_SIDE : FINANCING_SIDE };
    return plan_sum(trial->plan, &all, month_of(year, 1), month_of(year, 12)).amount;
}

static struct trial year_of(void **state, const char *sections)
{
    struct arena *arena = *state;
    return trial_new(arena_text(arena, "[project]\nstart = 2021-01\nend = 2021-12\n%s", sections), arena);
}

/* R(10000·j/7) − R(10000·(j−1)/7), j = 1..7: 1429 1428 1429 1428 1429 1428 1429. */
static void a_total_is_spread_over_its_months(void **state)
{
    struct trial trial = year_of(state, "[cost a]\namount = 100 kr total\nfrom = 2021-03\nto = 2021-09\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(0, 0, 1429, 1428, 1429, 1428, 1429, 1428, 1429));
}

/* 100,01 kr a year, July to December: R(10001·k/12) − R(10001·(k−1)/12), k = 7..12. They come
   to 5000: half of 10001 is 5000,5, rounded to 5001 for the half that is not active. */
static void half_a_year_of_a_yearly_amount_costs_half(void **state)
{
    struct trial trial = year_of(state, "[cost a]\namount = 100,01 kr/year\nfrom = 2021-07\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(0, 0, 0, 0, 0, 0, 833, 833, 834, 833, 834, 833));
}

/* 1 000,15 kr: R(100015 × 1,025) = 102515, R(102515 × 1,041) = 106718; both at once would
   be R(100015 × 1,067025) = 106719. */
static void an_index_rounds_step_by_step(void **state)
{
    struct trial trial = year_of(state, "[index i]\n2021-03 = 2,5 %\n2021-05 = 4,1 %\n"
                                        "[cost a]\namount = 1 000,15 kr/month\nindex = i\nto = 2021-06\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(100015, 100015, 102515, 102515, 106718, 106718));
}

/* Steps before and in the line's first month belong to the level that its price is stated at. */
static void steps_at_or_before_the_first_month_do_not_apply(void **state)
{
    struct trial trial =
        year_of(state, "[index i]\n2020-06 = 50 %\n2021-01 = 50 %\n2021-02 = 50 %\n2021-03 = 50 %\n2021-04 = 10 %\n"
                       "[cost a]\namount = 100 kr/month\nindex = i\nfrom = 2021-03\nto = 2021-04\n"
                       "[staff b]\nmonthly_salary = 100 kr\nindex = i\nto = 2021-02\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(0, 0, 10000, 11000));
    assert_months(&trial, "b", SIDE_COST, MONTHS(10000, 15000));
}

/* 120 kr a year, 10 % in April: 3 months of 10 kr and 9 of 11 kr. */
static void a_yearly_amount_takes_each_month_at_its_level(void **state)
{
    struct trial trial = year_of(state, "[index i]\nrate = 10 %\nmonth = 4\n"
                                        "[cost a]\namount = 120 kr/year\nindex = i\n"
                                        "[cost b]\namount = 100 kr once\nindex = i\nmonth = 2021-05\n");
    assert_months(&trial, "a", SIDE_COST,
                  MONTHS(1000, 1000, 1000, 1100, 1100, 1100, 1100, 1100, 1100, 1100, 1100, 1100));
    assert_months(&trial, "b", SIDE_COST, MONTHS(0, 0, 0, 0, 11000));
}

/* 300,00 × 1,02 = 306,00; restated to 310,00 in June, whose own step does not apply; × 1,03. */
static void a_dated_salary_restates_the_level(void **state)
{
    struct trial trial = year_of(state, "[index i]\n2021-04 = 2 %\n2021-06 = 5 %\n2021-09 = 3 %\n"
                                        "[staff a]\nmonthly_salary = 300 kr\nindex = i\n"
                                        "monthly_salary.2021-06 = 310 kr\nto = 2021-10\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(30000, 30000, 30000, 30600, 30600, 31000, 31000, 31000, 31930, 31930));
}

/* R(3333302 × 0,375 × 1,4615) = 1826858; with the share rounded first it would be
   R(R(3333302 × 0,375) × 1,4615) = 1826857. */
static void salary_share_and_rate_are_rounded_once(void **state)
{
    struct trial trial = year_of(state, "[staff a]\nmonthly_salary = 33 333,02 kr\nshare = 37,5 %\n"
                                        "employer_rate = 46,15 %\nto = 2021-01\n");
    assert_months(&trial, "a", SIDE_COST, MONTHS(1826858));
}

/* 1 000 kr: × 1,50 in 2021 and × 1,40 in 2022; the share 50 % becomes 80 % in February 2022. */
static void rates_go_by_year_and_shares_by_month(void **state)
{
    struct trial trial = trial_new("[project]\nstart = 2021-11\nend = 2022-03\n"
                                   "[rate r]\n2022 = 40 %\n2021 = 50 %\n"
                                   "[staff a]\nmonthly_salary = 1 000 kr\nemployer_rate = r\nshare = 50 %\n"
                                   "share.2022-02 = 80 %\n",
                                   *state);
    assert_months(&trial, "a", SIDE_COST, MONTHS(75000, 75000, 70000, 112000, 112000));
}

static void costs_take_every_form(void **state)
{
    struct trial trial = trial_new("[project]\nstart = 2021-11\nend = 2022-04\n"
                                   "[cost once]\namount = 5 kr once\n"
                                   "[cost late]\namount = 5 kr once\nmonth = 2022-04\nfrom = 2021-12\n"
                                   "[cost month]\namount = -2 kr/month\n"
                                   "[cost years]\n2021 = 1,01 kr\n2022 = 4 kr\nfrom = 2021-11\n"
                                   "[cost months]\n2022-02 = 7 kr\n2021-12 = 3 kr\n",
                                   *state);
    assert_months(&trial, "once", SIDE_COST, MONTHS(500));
    assert_months(&trial, "late", SIDE_COST, MONTHS(0, 0, 0, 0, 0, 500));
    assert_months(&trial, "month", SIDE_COST, MONTHS(-200, -200, -200, -200, -200, -200));
    /* A year's amount falls on its active months: R(101/2) = 51, then 50; 4 kr on four. */
    assert_months(&trial, "years", SIDE_COST, MONTHS(51, 50, 100, 100, 100, 100));
    assert_months(&trial, "months", SIDE_COST, MONTHS(0, 300, 0, 700));
}

static void funders_pay_as_costs_are_spread(void **state)
{
    struct trial trial = trial_new("[project]\nstart = 2021-11\nend = 2022-02\n"
                                   "[funder year]\nstatus = granted\namount = 120 kr/year\n"
                                   "[funder total]\nstatus = sökt\namount = 100 kr total\nfrom = 2021-12\n"
                                   "[funder years]\nstatus = granted\n2022 = 3 kr\n",
                                   *state);
    assert_months(&trial, "year", SIDE_FINANCING, MONTHS(1000, 1000, 1000, 1000));
    /* R(10000/3) = 3333, R(20000/3) = 6667. */
    assert_months(&trial, "total", SIDE_FINANCING, MONTHS(0, 3333, 3334, 3333));
    assert_months(&trial, "years", SIDE_FINANCING, MONTHS(0, 0, 150, 150));
}

static const char BORNE[] = "[cost rent]\namount = 12 kr total\nin_kind_by = x\nto = 2021-03\n"
                            "[cost paid]\namount = 2 kr/month\nto = 2021-02\n"
                            "[funder x]\nstatus = %s\namount = 3 kr total\nto = 2021-03\n";

static void in_kind_stands_on_both_sides(void **state)
{
    struct trial trial = year_of(state, arena_text(*state, BORNE, "decided"));
    assert_months(&trial, "rent", SIDE_COST, MONTHS(400, 400, 400));
    assert_months(&trial, "rent", SIDE_FINANCING, MONTHS(400, 400, 400));
    assert_months(&trial, "x", SIDE_FINANCING, MONTHS(100, 100, 100));
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND }, borne = {
        .side = FINANCING_SIDE, .form = IN_KIND, .payer = project_find(trial.project, SECTION_FUNDER, "x")
    };
    assert_int_equal(plan_sum(trial.plan, &in_kind, 0, INT32_MAX).amount, 1200);
    assert_int_equal(plan_sum(trial.plan, &borne, 0, INT32_MAX).amount, 1200);
    assert_int_equal(total(&trial, SIDE_COST, 2021), 1600);
    assert_int_equal(total(&trial, SIDE_FINANCING, 2021), 1500);
}

static void in_kind_falls_away_with_its_funder(void **state)
{
    struct trial trial = year_of(state, arena_text(*state, BORNE, "rejected"));
    assert_months(&trial, "rent", SIDE_COST, 0, NULL);
    assert_months(&trial, "rent", SIDE_FINANCING, 0, NULL);
    assert_months(&trial, "x", SIDE_FINANCING, 0, NULL);
    assert_months(&trial, "paid", SIDE_COST, MONTHS(200, 200));
}

/* Cost 100 100 100 1000 kr, the region 100 kr a month: match to date 100 … 600, half of the
   cost to date 50 100 150 650 650 650. April's cost makes up for what the first months held
   back: 150 kr drawn on 300 kr of match become 350, the sum applied for. */
#define MATCHED                                                                                                        \
    "[cost a]\n2021-01 = 100 kr\n2021-02 = 100 kr\n2021-03 = 100 kr\n2021-04 = 1 000 kr\n"                             \
    "[funder region]\nstatus = decided\namount = 600 kr total\nto = 2021-06\n"                                         \
    "[funder grant]\nstatus = applied\nmatches = region\nmax_share = 50 %\nto = 2021-06\n"

static void later_costs_make_up_for_what_a_match_held_back(void **state)
{
    struct trial trial = year_of(state, MATCHED "amount = 350 kr total\n");
    assert_months(&trial, "grant", SIDE_FINANCING, MONTHS(5000, 5000, 5000, 20000));
}

/* Without a ceiling the ratio binds from April: 400, 500, 600 kr to date. */
static void a_match_follows_what_binds(void **state)
{
    struct trial trial = year_of(state, MATCHED);
    assert_months(&trial, "grant", SIDE_FINANCING, MONTHS(5000, 5000, 5000, 25000, 10000, 10000));
}

/* Costs of 100 kr, then a refund of 300 kr: half of 100 200 −100 200 kr to date. What is
   drawn to date stays at 100 kr until half of the cost is more. */
static void what_a_match_has_drawn_never_falls(void **state)
{
    struct trial trial =
        year_of(state, "[cost a]\n2021-01 = 100 kr\n2021-02 = 100 kr\n2021-03 = -300 kr\n2021-04 = 300 kr\n"
                       "2021-05 = 1,01 kr\n[funder region]\nstatus = decided\namount = 100 kr/month\n"
                       "[funder grant]\nstatus = applied\nmatches = region\nmax_share = 50 %\n");
    /* R(20101/2) = 10051. */
    assert_months(&trial, "grant", SIDE_FINANCING, MONTHS(5000, 5000, 0, 0, 51));
}

/* Region 10 kr cash and 6 kr in kind a month: ratio 3:2 on 16 and on 10 kr, and half of the
   eligible cost with in kind, 6 + 20, or of the cash alone, 20; 40 kr are not eligible. */
static void a_match_counts_what_its_terms_say(void **state)
{
    struct trial trial =
        year_of(state, "[cost hall]\namount = 6 kr/month\nin_kind_by = region\nto = 2021-01\n"
                       "[cost paid]\namount = 20 kr/month\nto = 2021-01\n"
                       "[cost food]\namount = 40 kr/month\neligible = no\nto = 2021-01\n"
                       "[funder region]\nstatus = decided\namount = 10 kr/month\nto = 2021-01\n"
                       "[funder all]\nstatus = granted\nmatches = region\nratio = 3:2\nto = 2021-01\n"
                       "[funder cash]\nstatus = granted\nmatches = region\nratio = 3:2\ncounts_in_kind = no\n"
                       "[funder half]\nstatus = granted\nmatches = region, all\nmax_share = 50 %\n"
                       "[funder half-cash]\nstatus = granted\nmatches = region, all\nmax_share = 50 %\nbasis = cash\n"
                       "[funder off]\nstatus = rejected\nmatches = region\n"
                       "[funder on-off]\nstatus = granted\nmatches = off\n");
    assert_months(&trial, "all", SIDE_FINANCING, MONTHS(2400));
    assert_months(&trial, "cash", SIDE_FINANCING, MONTHS(1500));
    assert_months(&trial, "half", SIDE_FINANCING, MONTHS(1300));
    assert_months(&trial, "half-cash", SIDE_FINANCING, MONTHS(1000));
    assert_months(&trial, "off", SIDE_FINANCING, 0, NULL);
    assert_months(&trial, "on-off", SIDE_FINANCING, 0, NULL);
}

static const char HALF_POST[] = "[project]\nstart = 2021-01\nend = 2023-12\n"
                                "[rate po]\n2021 = 46,15 %\n2022 = 45,22 %\n2023 = 52,28 %\n"
                                "[index w]\n2021-04 = 2,0 %\n2022-04 = 2,0 %\n2023-04 = 4,1 %\n"
                                "[staff p]\nmonthly_salary = 45 000 kr\nemployer_rate = po\nshare = 50 %\n"
                                "index = w\n"
                                "[funder region]\nstatus = decided\namount = 1 185 000 kr total\n";

/* The half post of 2021–2023. python3: s = 4500000, then R(s × 1,02) = 4590000, R(× 1,02) =
   4681800, R(× 1,041) = 4873754 in April of each year; a month is R(s/2 × (1 + rate of the
   year)): 40052412, 40593492 and 44092053 a year, 124737957 in all. */
static void a_half_post_over_three_years(void **state)
{
    struct trial trial = trial_new(HALF_POST, *state);
    assert_int_equal(booked(&trial, "p", SIDE_COST, month_of(2021, 3)).amount, 3288375);
    assert_int_equal(booked(&trial, "p", SIDE_COST, month_of(2021, 4)).amount, 3354143);
    assert_int_equal(booked(&trial, "p", SIDE_COST, month_of(2023, 12)).amount, 3710876);
    assert_int_equal(total(&trial, SIDE_COST, 2021), 40052412);
    assert_int_equal(total(&trial, SIDE_COST, 2022), 40593492);
    assert_int_equal(total(&trial, SIDE_COST, 2023), 44092053);
    assert_int_equal(total(&trial, SIDE_FINANCING, 2022), 39500000);
    const struct selection cost = { .side = COST_SIDE };
    assert_int_equal(plan_sum(trial.plan, &cost, trial.plan->first, plan_last(trial.plan)).amount, 124737957);
}

/* Opening 500 kr, then 100 kr of income and 130 kr of cost a month. */
static void equity_is_what_income_has_exceeded_cost_by(void **state)
{
    struct trial trial = trial_new("[project]\nstart = 2021-01\nend = 2021-03\nopening_equity = 500 kr\n"
                                   "[cost a]\namount = 130 kr/month\n"
                                   "[funder x]\nstatus = granted\namount = 100 kr/month\n",
                                   *state);
    assert_int_equal(plan_equity(trial.plan, month_of(2021, 1)).amount, 47000);
    assert_int_equal(plan_equity(trial.plan, month_of(2021, 3)).amount, 41000);
    trial_set(&trial, "project.opening_equity = ?");
    trial_build(&trial);
    assert_false(cell_is_known(plan_equity(trial.plan, month_of(2021, 1))));
}

static void unknowns_reach_what_needs_them_and_no_more(void **state)
{
    struct trial trial = trial_new("[project]\nstart = 2021-11\nend = 2022-02\n"
                                   "[rate r]\n2022 = ?\n2021 = 0 %\n"
                                   "[staff a]\nmonthly_salary = 1 kr\nemployer_rate = r\n"
                                   "[funder y]\nstatus = granted\n2022 = ?\n2021 = ?\n"
                                   "[funder z]\nstatus = rejected\namount = ? total\n"
                                   "[funder m]\nstatus = granted\nmatches = y, z\n",
                                   *state);
    assert_int_equal(trial.project->unknown_count, 4);
    assert_true(cell_is_known(booked(&trial, "a", SIDE_COST, month_of(2021, 12))));
    struct cell post = booked(&trial, "a", SIDE_COST, month_of(2022, 1));
    struct cell first = booked(&trial, "y", SIDE_FINANCING, month_of(2021, 12));
    assert_int_equal(needs_count(post.needs), 1);
    assert_int_equal(needs_count(first.needs), 1);
    for (int i = 0; i < trial.project->unknown_count; i++) {
        const char *path = statement_path(*state, trial.project->unknowns[i], LANGUAGE_EN);
        assert_true(needs_has(post.needs, i) == (strcmp(path, "rate.r.2022") == 0));
        assert_true(needs_has(first.needs, i) == (strcmp(path, "funder.y.2021") == 0));
    }
    assert_true(cell_is_known(booked(&trial, "z", SIDE_FINANCING, month_of(2022, 1))));
    /* Drawn to date needs both years of what it matches, and nothing of the rejected. */
    assert_int_equal(needs_count(booked(&trial, "m", SIDE_FINANCING, month_of(2021, 12)).needs), 1);
    assert_int_equal(needs_count(booked(&trial, "m", SIDE_FINANCING, month_of(2022, 2)).needs), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_total_is_spread_over_its_months),
        ARENA_TEST(half_a_year_of_a_yearly_amount_costs_half),
        ARENA_TEST(an_index_rounds_step_by_step),
        ARENA_TEST(steps_at_or_before_the_first_month_do_not_apply),
        ARENA_TEST(a_yearly_amount_takes_each_month_at_its_level),
        ARENA_TEST(a_dated_salary_restates_the_level),
        ARENA_TEST(salary_share_and_rate_are_rounded_once),
        ARENA_TEST(rates_go_by_year_and_shares_by_month),
        ARENA_TEST(costs_take_every_form),
        ARENA_TEST(funders_pay_as_costs_are_spread),
        ARENA_TEST(in_kind_stands_on_both_sides),
        ARENA_TEST(in_kind_falls_away_with_its_funder),
        ARENA_TEST(later_costs_make_up_for_what_a_match_held_back),
        ARENA_TEST(a_match_follows_what_binds),
        ARENA_TEST(what_a_match_has_drawn_never_falls),
        ARENA_TEST(a_match_counts_what_its_terms_say),
        ARENA_TEST(a_half_post_over_three_years),
        ARENA_TEST(equity_is_what_income_has_exceeded_cost_by),
        ARENA_TEST(unknowns_reach_what_needs_them_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
