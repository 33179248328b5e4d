/* Liquidity: the tightest month, where it fails first, what was compared and what would cure
   it. The worked case, by hand: 50 000 kr a month for a year, half of it granted and claimed
   each quarter, paid two months later. By December seven and a half months of cost are out of
   pocket: 600 000 − 3 × 75 000 = 375 000 kr. In öre. */

#include <medfin/plan/cash_nodes.h>

#include "figures.h"

#define COST_PER_MONTH "[cost a]\namount = 50 000 kr/month\n"
#define GRANT(keys)    "[funder x]\nstatus = granted\npaid = claims\nclaim_every = 3\n" keys
#define CLAIMED        COST_PER_MONTH GRANT("share = 50 %\npayment_lag = 2\n")

struct month_case {
    enum verdict verdict;
    int64_t margin;
    int at; /* of the year's months and those after, from 1; 0: none */
    const char *sections;
};

/* clang-format off */
static const struct month_case cases[] = {
    { VERDICT_FAIL, -37500000, 12, CLAIMED },
    { VERDICT_FAIL, -45000000, 12, COST_PER_MONTH GRANT("share = 50 %\npayment_lag = 4\n") },
    { VERDICT_FAIL, -52500000, 12,
      COST_PER_MONTH GRANT("share = 50 %\npayment_lag = 4\none_open_claim = yes\n") },
    /* What is paid in the month in which the next period ends is not open then: 11 × 50 000 less 2 × 75 000. */
    { VERDICT_FAIL, -40000000, 11,
      COST_PER_MONTH GRANT("share = 50 %\npayment_lag = 3\none_open_claim = yes\n") },
    /* Exactly enough, a krona too little, which is forgiven, and more; a credit is a limit below zero. */
    { VERDICT_PASS, 0, 12, "opening_cash = 375 000 kr\n" CLAIMED },
    { VERDICT_PASS, -100, 12, "opening_cash = 374 999 kr\n" CLAIMED },
    { VERDICT_FAIL, -101, 12, "opening_cash = 374 998,99 kr\n" CLAIMED },
    { VERDICT_FAIL, -1, 12, "opening_cash = 374 999,99 kr\n" CLAIMED "[rules]\ntolerance = 0 kr\n" },
    { VERDICT_PASS, 0, 12, CLAIMED "[rules]\nliquidity_limit = -375 000 kr\n" },
    { VERDICT_FAIL, -10000000, 12,
      "opening_cash = 375 000 kr\n" CLAIMED "[rules]\nliquidity_limit = 100 000 kr\n" },
    /* Opening cash is opening equity unless stated. */
    { VERDICT_FAIL, -30000000, 12, "opening_equity = 75 000 kr\n" CLAIMED },
    { VERDICT_FAIL, -37500000, 12, "opening_equity = 75 000 kr\nopening_cash = 0 kr\n" CLAIMED },
    /* Of equal months the first; work in kind is not paid. */
    { VERDICT_PASS, 0, 1, "" },
    { VERDICT_PASS, 0, 1, "[cost b]\namount = 9 kr/month\nin_kind_by = y\n[funder y]\nstatus = granted\n" },
    { VERDICT_PASS, 100, 1,
      "[cost b]\namount = 8 kr/month\n[funder y]\nstatus = granted\namount = 9 kr/month\n" },
    /* Four known months break it, whatever the claim in the fifth brings; with money in hand
       that claim decides. */
    { VERDICT_FAIL, -20000000, 4, COST_PER_MONTH GRANT("share = ?\npayment_lag = 2\n") },
    { VERDICT_UNDETERMINED, 0, 0,
      "opening_cash = 500 000 kr\n" COST_PER_MONTH GRANT("share = ?\npayment_lag = 2\n") },
    { VERDICT_UNDETERMINED, 0, 0, "opening_cash = ?\n" CLAIMED },
    { VERDICT_FAIL, WHATEVER, 0, CLAIMED "[rules]\nliquidity_limit = ?\n" },
    { VERDICT_UNDETERMINED, 0, 0, "opening_cash = 400 000 kr\n" CLAIMED "[rules]\nliquidity_limit = ?\n" },
};
/* clang-format on */

static void cash_stays_at_its_limit_in_every_month(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = project_of(state, YEAR, cases[i].sections);
        assert_verdict(&trial, "liquidity", "project", cases[i].verdict, cases[i].margin);
        if (cases[i].at)
            assert_int_equal(finding_of(&trial, "liquidity", "project")->at, month_of(2021, cases[i].at));
    }
}

/* 100 kr a month from March on, paid for a quarter, and for the year, as soon as it begins. */
static void an_advance_is_not_paid_before_its_funder_begins(void **state)
{
    static const char sections[] = "[cost a]\namount = 100 kr/month\nfrom = 2021-03\n"
                                   "[funder x]\nstatus = granted\namount = 100 kr/month\nfrom = 2021-03\npaid = %s\n";
    static const char *const ways[] = { "quarterly_in_advance", "yearly_in_advance" };
    static const money lowest[][4] = { { 0, 0, 0, 20000 }, { 0, 0, 90000, 80000 } };
    for (int way = 0; way < 2; way++) {
        struct trial trial = project_of(state, YEAR, arena_text(*state, sections, ways[way]));
        const struct cash_nodes *cash = cash_nodes_build(trial.plan);
        for (int i = 0; i < 4; i++)
            assert_int_equal(node_cell(trial.plan, cash->balance[i]).amount, lowest[way][i]);
    }
}

static void it_tells_where_it_fails_first_and_what_it_compared(void **state)
{
    struct trial trial = project_of(state, YEAR, "opening_cash = 120 000 kr\n" CLAIMED);
    const struct finding *finding = finding_of(&trial, "liquidity", "project");
    assert_says(finding, "stays there"); /* half of 600 000 kr is never financed: −180 000 at the end */
    assert_int_equal(finding->since, month_of(2021, 3));
    assert_int_equal(finding->since_margin, -3000000);
    assert_figure(finding, "opening_cash", 12000000);
    assert_figure(finding, "lowest_cash", -25500000);
    assert_figure(finding, "limit", 0);
    assert_figure(finding, "receivable", 7500000);
}

/* 100 kr in January and its financing in March: 100 kr short until then, nothing at the end. */
static void it_tells_late_money_from_missing_money(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[cost a]\namount = 100 kr once\n[funder x]\nstatus = granted\n"
                                    "amount = 100 kr once\npayment_lag = 2\n");
    assert_verdict(&trial, "liquidity", "project", VERDICT_FAIL, -10000);
    assert_says(finding_of(&trial, "liquidity", "project"), "before the financing comes");
}

static void what_is_unknown_is_named(void **state)
{
    struct trial trial = project_of(state, YEAR, "opening_cash = ?\n" CLAIMED);
    const struct finding *finding = finding_of(&trial, "liquidity", "project");
    assert_int_equal(needs_count(finding->needs), 1);
    assert_int_equal(needs_count(figure_of(finding, "lowest_cash")->needs), 1);
    assert_figure(finding, "receivable", 7500000);
}

/* Where opening cash is not stated, the cure states it and leaves the equity as it is. */
static void cash_before_the_first_month_cures_it(void **state)
{
    static const struct {
        const char *sections;
        money enough;
    } failing[] = { { CLAIMED, 37500000 },
                    { "opening_equity = 75 000 kr\n" CLAIMED, 30000000 },
                    { "opening_equity = 75 000 kr\nopening_cash = 100 kr\n" CLAIMED, 37490000 } };
    for (size_t i = 0; i < sizeof failing / sizeof *failing; i++) {
        struct trial trial = project_of(state, YEAR, failing[i].sections);
        const cure_list cures = cures_of(&trial, "liquidity", "project");
        assert_int_equal(cures.count, 1);
        assert_cure(&cures, 0, "opening-cash", failing[i].enough);
        assert_int_equal(cures.items[0].neighbour, -1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(cash_stays_at_its_limit_in_every_month),
        ARENA_TEST(an_advance_is_not_paid_before_its_funder_begins),
        ARENA_TEST(it_tells_where_it_fails_first_and_what_it_compared),
        ARENA_TEST(it_tells_late_money_from_missing_money),
        ARENA_TEST(what_is_unknown_is_named),
        ARENA_TEST(cash_before_the_first_month_cures_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
