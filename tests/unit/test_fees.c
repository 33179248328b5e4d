/* Fees: every shape of a tariff, its steps, members who come and go, and when fees are paid.
   Figures of real networks are worked from each network's own text (named beside them) by hand
   or with exact decimals; R(x) is x rounded half away from zero. In öre unless a text says kr. */

#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/fees.h>

#include "../properties/recompute.h"
#include "figures.h"

static void fails(const void *trial, const char *why)
{
    trial_fails(trial, why);
}

/* The fee of one equal member of so many inhabitants in the plan's first year. */
static money fee_of(void **state, const char *tariff, int64_t inhabitants)
{
    struct trial trial = project_of(
        state, YEAR,
        arena_text(*state, "[tariff x]\n%s\ncount = 1\ninhabitants = %lld\n", tariff, (long long)inhabitants));
    const struct tariff *x = (const struct tariff *)section_at(&trial, "tariff.x");
    const fee_list fees = tariff_fees(trial.plan, x, trial.arena);
    assert_int_equal(fees.count, 1);
    const struct recomputing of = { trial.plan, trial.arena, fails, &trial };
    const struct derivation *told = cell_derivation(trial.plan, trial.plan->rows, trial.plan->first, trial.arena);
    assert_int_equal(recompute(&of, told).value, money_spread(fees.items[0].amount.amount, 1, 12));
    assert_int_equal(in_all(&trial, "tariff.x", MONEY), fees.items[0].amount.amount);
    return fees.items[0].amount.amount;
}

struct worked {
    int64_t inhabitants;
    const char *kronor;
};

static void assert_fees(void **state, const char *tariff, int count, const struct worked *cases)
{
    for (int i = 0; i < count; i++) {
        money fee = fee_of(state, tariff, cases[i].inhabitants);
        const char *kronor = money_plain(*state, fee, '.');
        if (strcmp(kronor, cases[i].kronor) != 0)
            fail_msg("%lld inhabitants pay %s, not %s, by\n%s", (long long)cases[i].inhabitants, kronor,
                     cases[i].kronor, tariff);
    }
}

#define FEES(state, tariff, ...)                                                                                       \
    assert_fees((state), (tariff), (int)(sizeof((const struct worked[]){ __VA_ARGS__ }) / sizeof(struct worked)),      \
                (const struct worked[]){ __VA_ARGS__ })

#define SEKOM "fixed = 4 000 kr\nper_inhabitant = 0,30 kr\ninhabitants_cap = 150 000"

/* Sveriges Ekokommuner 2021: 4 000 kr + 0,30 kr per inhabitant counted to 150 000; regions 25 000 kr. */
static void a_fixed_part_and_inhabitants_up_to_a_cap(void **state)
{
    FEES(state, SEKOM, { 0, "4000.00" }, { 1, "4000.30" }, { 2498, "4749.40" }, { 9999, "6999.70" },
         { 10001, "7000.30" }, { 13980, "8194.00" }, { 42000, "16600.00" }, { 66515, "23954.50" },
         { 113714, "38114.20" }, { 149999, "48999.70" }, { 150000, "49000.00" }, { 150001, "49000.00" },
         { 480000, "49000.00" }, { 975551, "49000.00" });
    FEES(state, "fixed = 25 000 kr", { 1, "25000.00" }, { 159000, "25000.00" });
}

/* Klimatkommunerna 2018: the cap of 36 000 kr is on the fee, not on the basis: reached at
   128 000 inhabitants by municipalities and at 320 000 by regions. */
static void a_cap_on_the_fee_is_no_cap_on_the_basis(void **state)
{
    FEES(state, "fixed = 4 000 kr\nper_inhabitant = 0,25 kr\nmaximum = 36 000 kr", { 122948, "34737.00" },
         { 127999, "35999.75" }, { 128000, "36000.00" }, { 128001, "36000.00" });
    FEES(state, "fixed = 4 000 kr\nper_inhabitant = 10 öre\nmaximum = 36 000 kr", { 319999, "35999.90" },
         { 320000, "36000.00" }, { 320001, "36000.00" });
    /* Klimatkommunerna 2023 has Sekom's. */
    FEES(state, SEKOM, { 130288, "43086.40" });
    FEES(state, "fixed = 49 000 kr", { 1, "49000.00" });
}

/* Sveriges miljökommuner 2018; Fairtrade City 2021, its last class from 100 000 on. */
static void one_amount_per_class(void **state)
{
    FEES(state,
         "classes = 0–9 999: 1 000 kr\n 10 000–29 999: 1 800 kr\n 30 000–49 999: 2 200 kr\n"
         " 50 000–99 999: 2 800 kr\n 100 000–: 4 800 kr",
         { 9999, "1000.00" }, { 10000, "1800.00" }, { 29999, "1800.00" }, { 30000, "2200.00" }, { 49999, "2200.00" },
         { 50000, "2800.00" }, { 99999, "2800.00" }, { 100000, "4800.00" });
    FEES(state,
         "classes = 0–9 999: 5 000 kr\n 10 000–29 999: 10 000 kr\n 30 000–59 999: 15 000 kr\n"
         " 60 000–99 999: 20 000 kr\n 100 000–: 25 000 kr",
         { 9999, "5000.00" }, { 10000, "10000.00" }, { 59999, "15000.00" }, { 60000, "20000.00" },
         { 99999, "20000.00" }, { 100000, "25000.00" });
}

/* ZHMaO as a rate by class, its lowest class of one amount being a floor. Read as bands, 50 001
   pay 1 001 × 0 + 49 000 × 0,03 + 1 × 0,02 above the first amount: 1 470,02 by bands alone. */
static void a_rate_by_class_and_marginal_bands_differ(void **state)
{
    FEES(state,
         "class_rates = 0–1 000: 0 kr\n 1 001–50 000: 3 öre\n 50 001–100 000: 2 öre\n 100 001–: 1 öre\nminimum = 20 kr",
         { 1000, "20.00" }, { 1001, "30.03" }, { 50000, "1500.00" }, { 50001, "1000.02" }, { 100001, "1000.01" });
    FEES(state, "bands = 0–1 000: 0 kr\n 1 001–50 000: 3 öre\n 50 001–100 000: 2 öre\n 100 001–: 1 öre", { 0, "0.00" },
         { 1000, "0.00" }, { 1001, "0.03" }, { 50000, "1470.00" }, { 50001, "1470.02" }, { 100001, "2470.01" });
    FEES(state, "bands = 1–50 000: 30 öre\n 50 001–: 20,5 öre", { 1, "0.30" }, { 50002, "15000.41" });
}

/* Energikontor Östergötland, VA-Forsk 2003, Svenskt Vatten 2022, Climate Alliance (0,0077 and
   0,0085 each, at least 231 or 250, at most 15 000): 30 001 × 0,0077 = 231,0077. */
static void inhabitants_alone_with_floor_and_ceiling(void **state)
{
    FEES(state, "per_inhabitant = 2 kr", { 20000, "40000.00" });
    FEES(state, "per_inhabitant = 1,05 kr", { 20000, "21000.00" });
    FEES(state, "per_inhabitant = 2,17 kr", { 1, "2.17" });
    FEES(state, "per_inhabitant = 0,0077 kr\nminimum = 231 kr\nmaximum = 15 000 kr", { 29999, "231.00" },
         { 30000, "231.00" }, { 30001, "231.01" }, { 2000000, "15000.00" });
    FEES(state, "per_inhabitant = 0,0085 kr\nminimum = 250 kr\nmaximum = 15 000 kr", { 29411, "250.00" },
         { 29412, "250.00" }, { 29413, "250.01" }, { 2000000, "15000.00" });
    /* Half an öre goes up: 1 × 0,005. */
    FEES(state, "per_inhabitant = 0,0050 kr", { 1, "0.01" }, { 2, "0.01" }, { 3, "0.02" });
    FEES(state, "per_inhabitant = 0,000000001 kr", { 4999999, "0.00" }, { 5000000, "0.01" });
}

/* 23 954,50 by each way of rounding; 24 000 is a whole 100 kr already. */
static void the_fee_is_rounded_once(void **state)
{
    FEES(state, SEKOM "\nround_to = 1 kr nearest", { 66515, "23955.00" }, { 66514, "23954.00" });
    FEES(state, SEKOM "\nround_to = 100 kr nearest", { 66515, "24000.00" }, { 66500, "24000.00" },
         { 66499, "23900.00" });
    FEES(state, SEKOM "\nround_to = 100 kr up", { 66515, "24000.00" }, { 66667, "24100.00" }, { 42000, "16600.00" });
    FEES(state, SEKOM "\nround_to = 100 kr nedåt", { 66515, "23900.00" }, { 42000, "16600.00" });
    FEES(state, "per_inhabitant = 0,0049 kr\nround_to = 1 öre up", { 1, "0.01" });
}

#define MEMBER(terms) "[member a]\ninhabitants = 42 000\n" terms

static void assert_members(void **state, const char *terms, const char *member, int years, const money *expected)
{
    struct trial trial = project_of(state, "[project]\nstart = 2021-01\nend = 2023-12\n",
                                    arena_text(*state, "[tariff x]\n" SEKOM "\n%s%s", terms, member));
    assert_years(&trial, "tariff.x", MONEY, years, expected);
}

/* 16 600 kr a year. Joining in July leaves half a year, half of the quarters, and six months. */
static void the_first_year_follows_its_rule(void **state)
{
    static const struct {
        const char *rule, *joined;
        money first;
    } cases[] = {
        { "full", "2021-07", 1660000 },    { "half", "2021-07", 830000 },    { "half", "2021-06", 1660000 },
        { "quarter", "2021-07", 830000 },  { "quarter", "2021-09", 830000 }, { "quarter", "2021-10", 415000 },
        { "quarter", "2021-03", 1660000 }, { "month", "2021-07", 830000 },   { "month", "2021-12", 138333 },
        { "month", "2021-01", 1660000 },   { "free", "2021-01", 0 },         { "fri", "2021-12", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_members(state, arena_text(*state, "first_year = %s\n", cases[i].rule),
                       arena_text(*state, MEMBER("joined = %s\n"), cases[i].joined), 3,
                       (const money[]){ cases[i].first, 1660000, 1660000 });
    /* Who was a member before the project has no first year in it. */
    assert_members(state, "first_year = month\n", MEMBER("joined = 2020-12\n"), 1, (const money[]){ 1660000 });
    assert_members(state, "first_year = month\n", MEMBER(""), 1, (const money[]){ 1660000 });
}

/* Who leaves pays the full year, spread over its months of membership, and nothing after. */
static void who_leaves_pays_the_full_year(void **state)
{
    assert_members(state, "", MEMBER("left = 2022-03\n"), 3, (const money[]){ 1660000, 1660000, 0 });
    assert_members(state, "", MEMBER("left = 2020-12\n"), 3, (const money[]){ 0, 0, 0 });
    struct trial trial =
        project_of(state, TWO_YEARS, "[tariff x]\nfixed = 100 kr\n" MEMBER("joined = 2021-10\nleft = 2022-01\n"));
    assert_months(&trial, "tariff.x", MONEY, MONTHS(0, 0, 0, 0, 0, 0, 0, 0, 0, 3333, 3334, 3333, 10000));
}

/* Of a project that starts in July, the months before it are left out: 12 000 kr a year. */
static void months_outside_the_plan_are_left_out(void **state)
{
    struct trial trial =
        project_of(state, "[project]\nstart = 2021-07\nend = 2022-03\n", "[tariff x]\nfixed = 12 000 kr\ncount = 2\n");
    assert_years(&trial, "tariff.x", MONEY, 2, (const money[]){ 1200000, 600000 });
}

/* Counts by year; the two that come in 2022 are free in that year. */
static void equal_members_come_and_go(void **state)
{
    static const char terms[] = "[tariff x]\nfixed = 100 kr\ncount = 30\ncount.2022 = 32\ncount.2023 = 29\n";
    struct trial trial = project_of(state, "[project]\nstart = 2021-01\nend = 2024-12\n", terms);
    assert_years(&trial, "tariff.x", MONEY, 4, (const money[]){ 300000, 320000, 290000, 290000 });
    trial = project_of(state, "[project]\nstart = 2021-01\nend = 2024-12\n",
                       arena_text(*state, "%sfirst_year = free\n", terms));
    assert_years(&trial, "tariff.x", MONEY, 4, (const money[]){ 300000, 300000, 290000, 290000 });
    trial = project_of(state, TWO_YEARS, "[tariff x]\nfixed = 100 kr\ncount.2022 = 2\n");
    assert_years(&trial, "tariff.x", MONEY, 2, (const money[]){ 0, 20000 });
}

/* The basis is of the year before unless the tariff says otherwise; behind the table's last year
   its last figure stands. */
static void inhabitants_have_a_date(void **state)
{
    static const char sections[] = "[tariff x]\nper_inhabitant = 1 kr\n%s[member 1080]\n"
                                   "[population 1080]\ntitle = Karlskrona\n2019 = 100\n2020 = 110\n2021 = 120\n";
    struct trial trial = project_of(state, TWO_YEARS, arena_text(*state, sections, ""));
    assert_years(&trial, "tariff.x", MONEY, 2, (const money[]){ 11000, 12000 });
    trial = project_of(state, TWO_YEARS, arena_text(*state, sections, "basis_year = -2\n"));
    assert_years(&trial, "tariff.x", MONEY, 2, (const money[]){ 10000, 11000 });
    trial = project_of(state, TWO_YEARS, arena_text(*state, sections, "basis_year = 0\n"));
    assert_years(&trial, "tariff.x", MONEY, 2, (const money[]){ 12000, 12000 });
    trial = project_of(state, YEAR,
                       "[tariff x]\nper_inhabitant = 1 kr\n[member m]\ntitle = karlskrona Kommun\n"
                       "[population 1080]\ntitle = Karlskrona\n2020 = 110\n");
    assert_int_equal(in_all(&trial, "tariff.x", MONEY), 11000);
}

/* Each pays by its category, which is the tariff's id unless it says another. */
static void members_pay_by_their_category(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[tariff kommun]\nfixed = 1 kr\n[tariff y]\ncategory = Region\nfixed = 100 kr\n"
                                    "[member a]\ncategory = Kommun\n[member b]\ncategory = kommun\n"
                                    "[member c]\ncategory = region\n");
    assert_int_equal(in_all(&trial, "tariff.kommun", MONEY), 200);
    assert_int_equal(in_all(&trial, "tariff.y", MONEY), 10000);
}

/* As of January: steps of 2022-01 hold for 2022, of 2022-02 for 2023. 16 600 × 1,02 = 16 932;
   × 1,025 = 17 355,30. The step of the project's first month does not apply. */
static void fees_follow_their_index_as_of_january(void **state)
{
    assert_members(state, "index = kpi\n", MEMBER("[index kpi]\n2021-01 = 5 %\n2022-01 = 2 %\n2022-02 = 2,5 %\n"), 3,
                   (const money[]){ 1660000, 1693200, 1735530 });
    /* Rounded once: 231,0077 × 1,02 = 235,627854, × 1,02 = 240,34041108. */
    struct trial trial =
        project_of(state, "[project]\nstart = 2021-01\nend = 2023-12\n",
                   "[index i]\nrate = 2 %\n[tariff x]\nper_inhabitant = 0,0077 kr\nindex = i\ncount = 1\n"
                   "inhabitants = 30 001\n");
    assert_years(&trial, "tariff.x", MONEY, 3, (const money[]){ 23101, 23563, 24034 });
}

static void assert_received(const struct trial *trial, month at, money expected)
{
    const struct cash *cash = cash_build(trial->plan, trial->arena);
    money received = at - trial->plan->first < cash->count ? cash->received[at - trial->plan->first].amount : 0;
    if (received != expected)
        fail_msg("%s: %lld received, not %lld\n%s", month_text(trial->arena, at), (long long)received,
                 (long long)expected, trial->text);
}

/* Invoiced in February and paid a month later; one that joins in July pays then. */
static void fees_are_paid_a_year_at_a_time(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    "[tariff x]\nfixed = 1 200 kr\ncount = 2\ninvoice_month = 2\npayment_lag = 1\n"
                                    "[member a]\njoined = 2021-07\n");
    assert_received(&trial, month_of(2021, 3), 240000);
    assert_received(&trial, month_of(2021, 8), 120000);
    assert_received(&trial, month_of(2022, 3), 360000);
    assert_received(&trial, month_of(2022, 8), 0);
    /* Invoiced before the plan: what falls in it comes in its first month. */
    trial =
        project_of(state, "[project]\nstart = 2021-07\nend = 2021-12\n", "[tariff x]\nfixed = 1 200 kr\ncount = 1\n");
    assert_received(&trial, month_of(2021, 7), 60000);
}

/* Fees are matched, and are no external money; a tariff's own status makes them unsecured. */
static void fees_are_financing(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[cost a]\namount = 2 400 kr total\n[tariff x]\nfixed = 1 200 kr\ncount = 1\n"
                                    "[funder m]\nstatus = granted\nmatches = tariff.x\namount = 1 200 kr total\n");
    assert_int_equal(in_all(&trial, "funder.m", MONEY), 120000);
    assert_verdict(&trial, "balance", "project", VERDICT_PASS, 0);
    assert_verdict(&trial, "match", "m", VERDICT_PASS, 0);
    assert_verdict(&trial, "secured", "project", VERDICT_PASS, 0);
    assert_figure(finding_of(&trial, "overlap", "project"), "external", 120000);
    trial_set(&trial, "tariff.x.status = estimated");
    trial_build(&trial);
    assert_verdict(&trial, "secured", "project", VERDICT_WARN, -120000);
    trial_set(&trial, "tariff.x.status = rejected");
    trial_build(&trial);
    assert_int_equal(in_all(&trial, "tariff.x", MONEY), 0);
    assert_int_equal(in_all(&trial, "funder.m", MONEY), 0);
}

static void an_unsecured_tariff_pays_nothing_in_the_scenario_secured(void **state)
{
    struct trial trial = project_of(
        state, YEAR, "[tariff x]\nfixed = 1 kr\ncount = 1\nstatus = proposed\n[tariff y]\nfixed = 2 kr\ncount = 1\n");
    project_secured_only(trial.project, &trial.statements, *state);
    trial_build(&trial);
    assert_int_equal(in_all(&trial, "tariff.x", MONEY), 0);
    assert_int_equal(in_all(&trial, "tariff.y", MONEY), 200);
}

/* What is not known yet is needed by the fee, and by no fee of a free year. */
static void an_unknown_fee_is_not_zero(void **state)
{
    struct trial trial = project_of(state, YEAR, "[tariff x]\nfixed = ?\nper_inhabitant = ?\n" MEMBER(""));
    assert_int_equal(needed(&trial, "tariff.x", MONEY, trial.plan->first, plan_last(trial.plan)), 2);
    trial = project_of(state, YEAR, "[tariff x]\nfixed = ?\nfirst_year = free\n" MEMBER("joined = 2021-02\n"));
    assert_int_equal(in_all(&trial, "tariff.x", MONEY), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_fixed_part_and_inhabitants_up_to_a_cap),
        ARENA_TEST(a_cap_on_the_fee_is_no_cap_on_the_basis),
        ARENA_TEST(one_amount_per_class),
        ARENA_TEST(a_rate_by_class_and_marginal_bands_differ),
        ARENA_TEST(inhabitants_alone_with_floor_and_ceiling),
        ARENA_TEST(the_fee_is_rounded_once),
        ARENA_TEST(the_first_year_follows_its_rule),
        ARENA_TEST(who_leaves_pays_the_full_year),
        ARENA_TEST(months_outside_the_plan_are_left_out),
        ARENA_TEST(equal_members_come_and_go),
        ARENA_TEST(inhabitants_have_a_date),
        ARENA_TEST(members_pay_by_their_category),
        ARENA_TEST(fees_follow_their_index_as_of_january),
        ARENA_TEST(fees_are_paid_a_year_at_a_time),
        ARENA_TEST(fees_are_financing),
        ARENA_TEST(an_unsecured_tariff_pays_nothing_in_the_scenario_secured),
        ARENA_TEST(an_unknown_fee_is_not_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
