/* Activities, travel and overheads, month by month. Worked by hand or, where a comment says
   so, by python3 with fractions; R(x) is x rounded half away from zero. In öre. */

#include "figures.h"

/* R(0,15 × 3178763·k) − R(0,15 × 3178763·(k−1)), k = 1..12; python3. Twelve months rounded
   by themselves would be 476814 each, 5721768 in all. */
static void overhead_is_a_percent_of_the_year(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[staff a]\nmonthly_salary = 31 787,63 kr\n"
                                    "[overhead oh]\nrate = 15 %\nbase = staff\n");
    assert_months(
        &trial, "overhead.oh", COST,
        MONTHS(476814, 476815, 476814, 476815, 476814, 476815, 476814, 476815, 476814, 476815, 476814, 476814));
    assert_int_equal(in_all(&trial, "overhead.oh", COST), 5721773);
}

/* 7,5 % of 3 333,33 kr from July: R(0,075 × 333333·k) is 25000 a month, 150000 of 1 999 998. */
static void overhead_follows_its_base_over_half_a_year(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[staff a]\nmonthly_salary = 3 333,33 kr\nfrom = 2021-07\n"
                                    "[overhead oh]\nrate = 7,5 %\nbase = staff\n");
    assert_months(&trial, "overhead.oh", COST, MONTHS(0, 0, 0, 0, 0, 0, 25000, 25000, 25000, 25000, 25000, 25000));
}

/* python3: 15 % of 1 000,01 to date; 4 % of that and the base; 10 % of both overheads, which
   the category names, itself left out. */
static void overheads_stand_on_earlier_ones(void **state)
{
    struct trial trial = project_of(state, "[project]\nstart = 2021-01\nend = 2021-04\n",
                                    "[staff a]\nmonthly_salary = 1 000,01 kr\n"
                                    "[overhead first]\nrate = 15 %\nbase = staff\n"
                                    "[overhead second]\nrate = 4 %\nbase = staff, first\n"
                                    "[overhead third]\nrate = 10 %\nbase = overhead\n");
    assert_months(&trial, "overhead.first", COST, MONTHS(15000, 15000, 15000, 15001));
    assert_months(&trial, "overhead.second", COST, MONTHS(4600, 4600, 4600, 4600));
    assert_months(&trial, "overhead.third", COST, MONTHS(1960, 1960, 1960, 1960));
}

/* A line that is named and whose category is named counts once. */
static void a_base_counts_each_line_once(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[cost a]\namount = 100 kr once\n[cost b]\namount = 10 kr once\n"
                                    "[overhead oh]\nrate = 50 %\nbase = other, cost.a, a\n");
    assert_months(&trial, "overhead.oh", COST, MONTHS(5500));
}

#define BASES                                                                                                          \
    "[cost paid]\namount = 100 kr once\n"                                                                              \
    "[cost borne]\namount = 30 kr once\nin_kind_by = x\n"                                                              \
    "[activity met]\nmonth = 2021-01\namount = 7 kr\n"                                                                 \
    "[travel gone]\nmonth = 2021-01\ntrips = 1\ncost_per_trip = 5 kr\n"                                                \
    "[funder x]\nstatus = %s\nin_kind = 30 kr total\n"                                                                 \
    "[funder y]\nstatus = granted\nin_kind = 500 kr total\nin_kind_category = other\n"                                 \
    "[overhead oh]\nrate = 100 %%\nbase = %s\n"

/* In kind of a category counts only if it is asked for, that of a rejected funder is
   nothing, and what a funder certifies itself is in no base. */
static void a_base_takes_in_kind_only_when_told(void **state)
{
    static const struct {
        const char *status, *base;
        money overhead;
    } cases[] = {
        { "granted", "other", 10000 },
        { "granted", "other\ninclude_in_kind = yes", 13000 },
        { "rejected", "other\ninclude_in_kind = yes", 10000 },
        { "granted", "cost.borne", 3000 },
        { "granted", "activities, travel", 1200 },
        { "granted", "met, övrigt", 10700 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = project_of(state, YEAR, arena_text(*state, BASES, cases[i].status, cases[i].base));
        assert_months(&trial, "overhead.oh", COST, MONTHS(cases[i].overhead));
    }
}

/* Half of 1 öre and 3 öre to date: 1, then 2. */
static void overhead_rounds_half_away_from_zero(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[cost a]\n2021-01 = 1 öre\n2021-02 = 2 öre\n2021-03 = -4 öre\n"
                                    "[overhead oh]\nrate = 50 %\nbase = other\n");
    assert_months(&trial, "overhead.oh", COST, MONTHS(1, 1, -3));
}

/* An overhead to date needs what its base has needed so far. */
static void unknowns_reach_overheads_from_their_month_on(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[cost a]\namount = 5 kr/month\n[cost b]\n2021-04 = ?\n"
                                    "[overhead oh]\nrate = 10 %\nbase = other\n"
                                    "[overhead open]\nrate = ?\nbase = cost.a\n");
    month april = month_of(2021, 4);
    assert_int_equal(needed(&trial, "overhead.oh", COST, month_of(2021, 1), april - 1), 0);
    assert_int_equal(needed(&trial, "overhead.oh", COST, april, april), 1);
    assert_int_equal(needed(&trial, "overhead.oh", COST, april + 1, april + 1), 1);
    assert_int_equal(needed(&trial, "overhead.open", COST, month_of(2021, 1), month_of(2021, 1)), 1);
}

/* 40 × 450 kr and 10 000 kr each time. */
static void an_activity_costs_each_time(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[activity a]\nmonths = 2021-03, 2021-01, 2021-06\nparticipants = 40\n"
                                    "unit_cost = 450 kr\namount = 10 000 kr\n"
                                    "[activity b]\nmonth = 2021-02\nparticipants = 3\nunit_cost = 33,33 kr\n"
                                    "[activity c]\nmonth = 2021-02, 2021-04\namount = 7 öre\n"
                                    "[activity d]\nmonth = 2021-02\nparticipants = 9\n"
                                    "[activity e]\nparticipants = 9\nhours = 2,5\n");
    assert_months(&trial, "activity.a", COST, MONTHS(2800000, 0, 2800000, 0, 0, 2800000));
    assert_months(&trial, "activity.b", COST, MONTHS(0, 9999));
    assert_months(&trial, "activity.c", COST, MONTHS(0, 7, 0, 7));
    assert_months(&trial, "activity.d", COST, 0, NULL);
    assert_months(&trial, "activity.e", COST, 0, NULL);
}

static void cancelled_and_dormant_activities_cost_nothing(void **state)
{
    static const struct {
        const char *status;
        money cost;
    } cases[] = { { "planned", 100 },
                  { "Klart", 100 },
                  { "ej inställd", 100 },
                  { "inställd", 0 },
                  { "Inställd p.g.a. sjukdom", 0 },
                  { "Cancelled", 0 },
                  { "vilande", 0 },
                  { "Vilande till hösten", 0 },
                  { "DORMANT until May", 0 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = project_of(
            state, YEAR,
            arena_text(*state, "[activity a]\nmonth = 2021-01\namount = 1 kr\nstatus = %s\n", cases[i].status));
        assert_months(&trial, "activity.a", COST, MONTHS(cases[i].cost));
    }
    struct trial open = project_of(state, YEAR, "[activity a]\namount = 1 kr\nstatus = vilande\n");
    assert_months(&open, "activity.a", COST, 0, NULL);
}

static void unknowns_reach_an_activity_in_its_months(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[activity a]\nmonth = 2021-02\nparticipants = 40\nunit_cost = ?\n"
                                    "amount = ?\n[activity b]\nmonth = 2021-02\nunit_cost = ?\n"
                                    "participants = 2\nstatus = inställd\n");
    month february = month_of(2021, 2);
    assert_int_equal(needed(&trial, "activity.a", COST, february, february), 2);
    assert_int_equal(needed(&trial, "activity.a", COST, month_of(2021, 3), month_of(2021, 6)), 0);
    assert_int_equal(needed(&trial, "activity.b", COST, february, february), 0);
}

static void an_activity_may_be_in_kind(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[activity a]\nmonths = 2021-02, 2021-04\namount = 9 kr\nin_kind_by = x\n"
                                    "[funder x]\nstatus = granted\namount = 1 kr/month\nto = 2021-02\n");
    assert_months(&trial, "activity.a", COST, MONTHS(0, 900, 0, 900));
    assert_months(&trial, "funder.x", IN_KIND_MONEY, MONTHS(0, 900, 0, 900));
    assert_months(&trial, "funder.x", MONEY, MONTHS(100, 100));
}

/* Tickets 3 × 4 999,99 = 14 999,97. Emissions 3 × 1287,5 × 0,1149 kg = 443,80125 kg; at
   1 475,50 kr a tonne R(65482,8744…) = 65483 öre. 7,5 % of 2 × 3 777,77: R(56666,55). */
static void flights_are_compensated_by_tonne_or_percent(void **state)
{
    struct trial trial =
        project_of(state, HALF_YEAR,
                   "[travel tonne]\nmonth = 2021-02\ntrips = 3\ncost_per_trip = 4 999,99 kr\nmode = flight\n"
                   "distance_km = 1 287,5\nkg_co2e_per_km = 0,1149\ncompensation = 1 475,50 kr/tonne\n"
                   "[travel percent]\nmonths = 2021-01, 2021-03\ntrips = 2\ncost_per_trip = 3 777,77 kr\nmode = flyg\n"
                   "compensation = 7,5 %\n"
                   "[travel bare]\nmonth = 2021-01\ntrips = 2\ncost_per_trip = 100 kr\nmode = flight\n"
                   "[travel train]\nmonths = 2021-05\ntrips = 12\ncost_per_trip = 100,01 kr\nmode = train\n"
                   "[travel none]\nmonths = 2021-05\ntrips = 0\ncost_per_trip = 100,01 kr\n");
    assert_months(&trial, "travel.tonne", COST, MONTHS(0, 1499997 + 65483));
    assert_months(&trial, "travel.percent", COST, MONTHS(755554 + 56667, 0, 755554 + 56667));
    assert_months(&trial, "travel.bare", COST, MONTHS(20000));
    assert_months(&trial, "travel.train", COST, MONTHS(0, 0, 0, 0, 120012));
    assert_months(&trial, "travel.none", COST, 0, NULL);
}

/* 5 trips × 1 km × 0,1 kg at 1 kr a tonne: 5 × 0,1 / 1000 × 100 öre = 0,05, and ten times
   that is 0,5, which is one öre. */
static void compensation_is_rounded_once(void **state)
{
    struct trial trial =
        project_of(state, HALF_YEAR,
                   "[travel a]\nmonth = 2021-01\ntrips = 5\ncost_per_trip = 0 kr\nmode = flight\ndistance_km = 1\n"
                   "kg_co2e_per_km = 0,1\ncompensation = 1 kr/tonne\n"
                   "[travel b]\nmonth = 2021-01\ntrips = 50\ncost_per_trip = 0 kr\nmode = flight\ndistance_km = 1\n"
                   "kg_co2e_per_km = 0,1\ncompensation = 1 kr/tonne\n"
                   "[travel c]\nmonth = 2021-01\ntrips = 1\ncost_per_trip = 1 öre\nmode = flight\ncompensation = 50 "
                   "%\n");
    assert_months(&trial, "travel.a", COST, 0, NULL);
    assert_months(&trial, "travel.b", COST, MONTHS(1));
    assert_months(&trial, "travel.c", COST, MONTHS(2));
}

static void an_unknown_ticket_leaves_its_months_open(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[travel a]\nmonth = 2021-02\ntrips = 3\ncost_per_trip = ?\nmode = flight\n"
                                    "compensation = 10 %\n");
    assert_int_equal(needed(&trial, "travel.a", COST, month_of(2021, 2), month_of(2021, 2)), 1);
    assert_int_equal(needed(&trial, "travel.a", COST, month_of(2021, 3), month_of(2021, 6)), 0);
}

/* Each kind of line falls in a category of its own unless another is stated. */
static void lines_have_categories_of_their_own(void **state)
{
    struct trial trial = project_of(state, HALF_YEAR,
                                    "[activity a]\nmonth = 2021-01\namount = 1 kr\n"
                                    "[activity a2]\nmonth = 2021-01\namount = 2 kr\ncategory = travel\n"
                                    "[travel t]\nmonth = 2021-01\ntrips = 1\ncost_per_trip = 4 kr\n"
                                    "[overhead o]\nrate = 200 %\nbase = resor\n"
                                    "[funder x]\nstatus = granted\nin_kind = 32 kr total\n");
    static const struct {
        const char *path;
        money cost;
    } categories[] = { { "category.activities", 100 },
                       { "category.travel", 600 },
                       { "category.overhead", 1200 },
                       { "category.in-kind", 3200 } };
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        const struct selection of = { .side = COST_SIDE,
                                      .category = (const struct category *)section_at(&trial, categories[i].path) };
        assert_int_equal(plan_sum(trial.plan, &of, trial.plan->first, plan_last(trial.plan)).amount,
                         categories[i].cost);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(overhead_is_a_percent_of_the_year),
        ARENA_TEST(overhead_follows_its_base_over_half_a_year),
        ARENA_TEST(overheads_stand_on_earlier_ones),
        ARENA_TEST(a_base_counts_each_line_once),
        ARENA_TEST(a_base_takes_in_kind_only_when_told),
        ARENA_TEST(overhead_rounds_half_away_from_zero),
        ARENA_TEST(unknowns_reach_overheads_from_their_month_on),
        ARENA_TEST(an_activity_costs_each_time),
        ARENA_TEST(cancelled_and_dormant_activities_cost_nothing),
        ARENA_TEST(unknowns_reach_an_activity_in_its_months),
        ARENA_TEST(an_activity_may_be_in_kind),
        ARENA_TEST(flights_are_compensated_by_tonne_or_percent),
        ARENA_TEST(compensation_is_rounded_once),
        ARENA_TEST(an_unknown_ticket_leaves_its_months_open),
        ARENA_TEST(lines_have_categories_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
