/* From statements to a project: layers that change values, names that become sections, and
   every fault that only shows when values are held against one another. */

#include "../properties/trial.h"

#include "faults.h"

#define COUNT(of) ((int)(sizeof(of) / sizeof *(of)))
#define PROJECT   "[project]\nstart = 2021-01\nend = 2022-12\n"

/* A project with scenarios on top, in their order. */
#define ON_TOP(state, project, ...) on_top((state), (project), (const char *const[]){ __VA_ARGS__, NULL })

static struct trial on_top(void **state, const char *project, const char *const *scenarios)
{
    struct trial trial = trial_new(project, *state);
    for (int i = 0; scenarios[i]; i++)
        trial_read(&trial, arena_text(*state, "[scenario]\n%s", scenarios[i]), i + 1);
    trial_build(&trial);
    return trial;
}

static const struct staff *staff_a(const struct trial *trial)
{
    return (const struct staff *)project_find(trial->project, SECTION_STAFF, "a");
}

static const struct cost *cost_a(const struct trial *trial)
{
    return (const struct cost *)project_find(trial->project, SECTION_COST, "a");
}

static const char POST[] = PROJECT "[staff a]\nmonthly_salary = 300,01 kr\nshare.2022-02 = 75 %\n"
                                   "employer_rate = 43,5 %\n"
                                   "[cost a]\namount = 100 kr/month\n";

static void a_scenario_sets_adds_and_multiplies(void **state)
{
    struct trial trial = ON_TOP(state, POST,
                                "[staff a]\nmonthly_salary *= 1,5\nshare.2022-02 += 12,5 %\n"
                                "employer_rate *= 0,333333333\n[cost a]\namount -= 130 kr\n");
    /* 30001 × 1,5 = 45001,5: half away from zero. */
    assert_int_equal(staff_a(&trial)->monthly_salary->value.number, 45002);
    assert_int_equal(staff_a(&trial)->shares.items[0].fact.value.number, 875000000);
    /* 435000000 × 0,333333333 = 144999999,855. */
    assert_int_equal(staff_a(&trial)->employer_rate->value.number, 145000000);
    assert_int_equal(cost_a(&trial)->amount->value.number, -3000);
    assert_int_equal(cost_a(&trial)->amount->value.period, PERIOD_MONTH);

    trial = ON_TOP(state, POST, "[cost a]\namount = 7 kr/year\n");
    assert_int_equal(cost_a(&trial)->amount->value.number, 700);
    assert_int_equal(cost_a(&trial)->amount->value.period, PERIOD_YEAR);
}

static void a_default_may_be_changed_too(void **state)
{
    struct trial trial = ON_TOP(state, POST, "[staff a]\nshare -= 25 %\n");
    assert_int_equal(staff_a(&trial)->share->value.number, 750000000);
    assert_true(fact_is_stated(staff_a(&trial)->share));
}

static void later_scenarios_stand_on_earlier_ones(void **state)
{
    struct trial trial = ON_TOP(state, POST, "[cost a]\namount = 50 kr/month\n", "[cost a]\namount *= 2\n",
                                "[cost a]\namount += 1 kr/month\n");
    assert_int_equal(cost_a(&trial)->amount->value.number, 10100);
    assert_int_equal(place_line(cost_a(&trial)->amount->by->place), 3);
    assert_int_equal(cost_a(&trial)->amount->by->layer, 3);
}

static void none_takes_a_value_away(void **state)
{
    struct trial trial = ON_TOP(state, POST,
                                "[staff a]\nshare.2022-02 = none\nemployer_rate = none\n"
                                "[cost a]\namount = none\n2021 = 5 kr\n");
    assert_int_equal(staff_a(&trial)->shares.count, 0);
    assert_int_equal(staff_a(&trial)->employer_rate->value.number, 0);
    assert_false(fact_is_stated(staff_a(&trial)->employer_rate));
    assert_int_equal(cost_a(&trial)->years.count, 1);
}

static void sections_come_and_go(void **state)
{
    struct trial trial = ON_TOP(state, POST, "[cost b]\nnew = yes\namount = 5 kr total\n[staff a]\nactive = no\n");
    assert_non_null(project_find(trial.project, SECTION_COST, "b"));
    assert_null(project_find(trial.project, SECTION_STAFF, "a"));
    assert_int_equal(trial.project->of[SECTION_COST].count, 2);
    trial = ON_TOP(state, POST, "[staff a]\nactive = no\n", "[staff a]\nactive = yes\nshare = 10 %\n");
    assert_int_equal(staff_a(&trial)->share->value.number, 100000000);
}

static const struct spread *spread_behind(void **state, const char *value, const char *change)
{
    const char *text = arena_text(*state, PROJECT "[cost a]\namount = %s\n", value);
    struct trial trial = ON_TOP(state, text, arena_text(*state, "[cost a]\namount %s\n", change));
    return cost_a(&trial)->amount->value.spread;
}

static void uncertainty_goes_with_its_value(void **state)
{
    const struct spread *spread = spread_behind(state, "60 kr/year ~ pert(50, 90)", "*= 2");
    assert_int_equal(spread->first, 10000);
    assert_int_equal(spread->second, 18000);
    spread = spread_behind(state, "60 kr/year ~ pert(50, 90)", "-= 5 kr");
    assert_int_equal(spread->first, 4500);
    assert_int_equal(spread->second, 8500);
    spread = spread_behind(state, "60 kr/year ~ normal(10)", "+= 5 kr");
    assert_int_equal(spread->first, 1000);
    spread = spread_behind(state, "60 kr/year ~ normal(10)", "*= 0,5");
    assert_int_equal(spread->first, 500);
    assert_int_equal(spread->second, 0);
    /* A highest value of nothing is a value too. */
    spread = spread_behind(state, "-5 kr/year ~ uniform(-9, 0)", "+= 10 kr");
    assert_int_equal(spread->first, 100);
    assert_int_equal(spread->second, 1000);
    spread = spread_behind(state, "60 kr/year ~ p10(50) p90(90)", "*= 2");
    assert_int_equal(spread->first, 10000);
    assert_int_equal(spread->second, 18000);
    spread = spread_behind(state, "60 kr/year ~ one_of(30: 20 %, 60: 80 %)", "*= 2");
    assert_int_equal(spread->likely_count, 2);
    assert_int_equal(spread->likely[0].number, 6000);
    assert_int_equal(spread->likely[1].number, 12000);
    assert_int_equal(spread->likely[1].chance, 800000000);
    assert_int_equal(spread_behind(state, "60 kr/year ~ one_of(30: 20 %, 60: 80 %)", "-= 5 kr")->likely[0].number,
                     2500);
    assert_null(spread_behind(state, "60 kr/year ~ pert(50, 90)", "= 70 kr/year"));
}

static void what_is_unknown_stays_so_when_it_is_changed(void **state)
{
    struct trial trial =
        ON_TOP(state, PROJECT "[staff a]\nmonthly_salary = ?\n", "[staff a]\nmonthly_salary += 10 000 000 000 000 kr\n",
               "[staff a]\nmonthly_salary *= 2\n");
    assert_true(staff_a(&trial)->monthly_salary->value.unknown);
    assert_int_equal(trial.project->unknown_count, 1);
    trial_set(&trial, "staff.a.monthly_salary = 5 kr");
    trial_build(&trial);
    assert_false(staff_a(&trial)->monthly_salary->value.unknown);
    assert_int_equal(trial.project->unknown_count, 0);
}

static void names_become_sections(void **state)
{
    struct trial trial = trial_new(PROJECT "[category konsult]\n[cost a]\namount = 1 kr total\ncategory = LOKALER\n"
                                           "[cost b]\namount = 1 kr total\ncategory = konsult\nin_kind_by = funder.x\n"
                                           "[cost x]\namount = 1 kr total\n"
                                           "[funder x]\nstatus = granted\namount = 1 kr total\n"
                                           "[funder y]\nstatus = granted\namount = 1 kr total\nactive = no\n"
                                           "[funder z]\nstatus = granted\nmatches = x, y\n",
                                   *state);
    assert_string_equal((*cost_a(&trial)->line.category->sections)->id, "premises");
    const struct cost *b = (const struct cost *)project_find(trial.project, SECTION_COST, "b");
    assert_string_equal((*b->line.category->sections)->id, "konsult");
    assert_ptr_equal(*b->line.in_kind_by->sections, project_find(trial.project, SECTION_FUNDER, "x"));
    const struct cost *x = (const struct cost *)project_find(trial.project, SECTION_COST, "x");
    assert_string_equal((*x->line.category->sections)->id, "other");
    /* In a list, one that is left out is passed over. */
    const struct funder *z = (const struct funder *)project_find(trial.project, SECTION_FUNDER, "z");
    assert_int_equal(z->matches->value.count, 1);
}

static void running_follows_the_form_unless_stated(void **state)
{
    static const struct {
        const char *keys;
        bool running;
    } cases[] = { { "amount = 1 kr/month", true },
                  { "amount = 1 kr/year", true },
                  { "2021 = 1 kr", true },
                  { "amount = 1 kr total", false },
                  { "amount = 1 kr once", false },
                  { "2021-02 = 1 kr", false },
                  { "amount = 1 kr once\nrunning = yes", true },
                  { "amount = 1 kr/year\nrunning = nej", false } };
    for (int i = 0; i < COUNT(cases); i++) {
        struct trial trial = trial_new(arena_text(*state, PROJECT "[cost a]\n%s\n", cases[i].keys), *state);
        assert_true(line_is_running(&cost_a(&trial)->line) == cases[i].running);
    }
}

struct fault_case {
    enum diag_id id;
    int line, column; /* of the first fault, in the scenario if there is one */
    const char *project, *scenario;
};

#define FUNDER "[funder x]\nstatus = granted\n"
#define FIXED  FUNDER "amount = 1 kr total\n"
#define COST   "[cost a]\namount = 1 kr total\n"
#define TRIP   "[travel a]\ntrips = 1\ncost_per_trip = 5 kr\n"

/* Lines of the project count from its fourth: what stands before is PROJECT. */
/* clang-format off */
static const struct fault_case faults[] = {
    { DIAG_ID_IS_CATEGORY, 4, 1, "[cost staff]\namount = 1 kr total\n", NULL },
    { DIAG_DUPLICATE_SECTION, 6, 1, COST COST, NULL },
    { DIAG_DUPLICATE_KEY, 6, 1, COST "amount = 2 kr total\n", NULL },
    { DIAG_NO_SUCH_SECTION, 2, 1, COST, "[cost b]\namount = 1 kr total\n" },
    { DIAG_NOT_NEW, 2, 1, COST, "[cost a]\nnew = yes\n" },
    { DIAG_NOT_STATED, 3, 1, COST, "[cost a]\nindex = none\n" },
    { DIAG_NOT_STATED, 3, 1, COST, "[cost a]\n2021 += 5 kr\n" },
    { DIAG_PERIODS_DIFFER, 3, 11, COST, "[cost a]\namount += 5 kr/month\n" },
    { DIAG_PERIODS_DIFFER, 3, 18,
      "[rate r]\n2021 = 1 %\n2022 = 1 %\n[staff a]\nmonthly_salary = 1 kr\nemployer_rate = r\n",
      "[staff a]\nemployer_rate += 5 %\n" },
    { DIAG_RESULT_RANGE, 3, 11, FIXED, "[funder x]\namount -= 2 kr\n" },
    { DIAG_RESULT_RANGE, 3, 10, "[staff a]\nmonthly_salary = 1 kr\n", "[staff a]\nshare += 1 %\n" },
    { DIAG_DATED_REMAINS, 3, 1, "[staff a]\nmonthly_salary = 1 kr\nshare.2021-03 = 5 %\n",
      "[staff a]\nshare = 10 %\n" },
    { DIAG_MISSING_KEY, 4, 1, "[staff a]\nshare = 5 %\n", NULL },
    { DIAG_MISSING_KEY, 4, 1, "[funder x]\namount = 1 kr total\n", NULL },
    { DIAG_NO_SUCH_CATEGORY, 6, 12, COST "category = arkiv\n", NULL },
    { DIAG_CATEGORY_NEAR, 6, 12, COST "category = lokal\n", NULL },
    { DIAG_AMBIGUOUS_CATEGORY, 8, 8, "[cost resor]\namount = 5 kr total\n[overhead o]\nrate = 10 %\nbase = resor\n", NULL },
    { DIAG_NO_NAME_NEAR, 6, 11, FUNDER "matches = y\n", NULL },
    { DIAG_NO_SUCH_NAME, 6, 11, FUNDER "matches = funder.y\n", NULL },
    { DIAG_AMBIGUOUS_NAME, 11, 11,
      FIXED "[tariff x]\nactive = no\n[funder y]\nstatus = granted\nmatches = x\n", NULL },
    { DIAG_PROJECT_INACTIVE, 4, 10, "active = no\n", NULL },
    { DIAG_INACTIVE_NAME, 6, 14, COST "in_kind_by = x\n" FIXED "active = no\n", NULL },
    { DIAG_END_BEFORE_START, 3, 7, "", "[project]\nend = 2020-12\n" },
    { DIAG_TOO_LONG, 3, 7, "", "[project]\nend = 2121-01\n" },
    { DIAG_DECIDED_DATE, 4, 11, "decided = 24/11 2026\n", NULL },
    { DIAG_MONTH_OUTSIDE, 6, 8, COST "from = 2020-12\n", NULL },
    { DIAG_MONTH_OUTSIDE, 6, 6, COST "to = 2023-01\n", NULL },
    { DIAG_MONTH_OUTSIDE, 7, 8, FIXED "from = 2023-01\n", NULL },
    { DIAG_MONTH_OUTSIDE_LINE, 6, 9, "[cost a]\namount = 1 kr once\nmonth = 2021-03\nfrom = 2021-04\n", NULL },
    { DIAG_TO_BEFORE_FROM, 7, 6, COST "from = 2021-05\nto = 2021-04\n", NULL },
    { DIAG_DATE_WITHOUT_EFFECT, 6, 1, "[staff a]\nmonthly_salary = 1 kr\nshare.2023-03 = 5 %\n", NULL },
    { DIAG_YEAR_WITHOUT_RATE, 8, 17,
      "[rate r]\n2021 = 1 %\n[staff a]\nmonthly_salary = 1 kr\nemployer_rate = r\n", NULL },
    { DIAG_NO_AMOUNT, 4, 1, "[cost a]\n", NULL },
    { DIAG_NO_AMOUNT, 4, 1, FUNDER, NULL },
    { DIAG_TWO_AMOUNTS, 4, 1, COST "2021 = 1 kr\n", NULL },
    { DIAG_TWO_AMOUNTS, 4, 1, FIXED "2021 = 1 kr\n", NULL },
    { DIAG_TWO_AMOUNTS, 4, 1, "[cost a]\n2021 = 1 kr\n2021-02 = 1 kr\n", NULL },
    { DIAG_AMOUNT_OUTSIDE, 6, 1, "[cost a]\nfrom = 2022-01\n2021 = 1 kr\n", NULL },
    { DIAG_AMOUNT_OUTSIDE, 5, 1, "[cost a]\n2023-01 = 1 kr\n", NULL },
    { DIAG_AMOUNT_OUTSIDE, 6, 1, FUNDER "2023 = 1 kr\n", NULL },
    { DIAG_MONTH_NEEDS_ONCE, 6, 9, COST "month = 2021-02\n", NULL },
    { DIAG_INDEX_WITHOUT_LEVEL, 6, 9, COST "index = i\n[index i]\nrate = 1 %\n", NULL },
    { DIAG_INDEX_WITHOUT_LEVEL, 6, 9, "[cost a]\n2021 = 1 kr\nindex = i\n[index i]\nrate = 1 %\n", NULL },
    { DIAG_TWO_WAYS_OF_INDEX, 5, 8, "[index i]\nrate = 1 %\n2021-02 = 1 %\n", NULL },
    { DIAG_EMPTY_INDEX, 4, 1, "[index i]\nmonth = 3\n", NULL },
    { DIAG_MATCH_CIRCLE, 6, 11, FUNDER "matches = x\n", NULL },
    { DIAG_MATCH_CIRCLE, 6, 11, FUNDER "matches = y\n[funder y]\nstatus = granted\nmatches = x\n", NULL },
    { DIAG_MATCH_ORDER, 6, 11,
      FUNDER "matches = y\n[funder y]\nstatus = granted\nmatches = z\n[funder z]\nstatus = granted\namount = "
             "1 kr total\n",
      NULL },
    { DIAG_BASIS_OF_DRAW, 10, 9, FIXED "[funder y]\nstatus = granted\nmatches = x\nbasis = public\n", NULL },
    { DIAG_CEILING_PERIOD, 10, 10, FIXED "[funder y]\nstatus = granted\nmatches = x\namount = 1 kr/year\n",
      NULL },
    { DIAG_MONTH_AND_MONTHS, 5, 9, "[activity a]\nmonth = 2021-02\nmonths = 2021-03\n", NULL },
    { DIAG_MONTH_OUTSIDE, 5, 10, "[activity a]\nmonths = 2020-02\n", NULL },
    { DIAG_NO_MONTH, 4, 1, "[activity a]\namount = 5 kr\n", NULL },
    { DIAG_NO_MONTH, 4, 1, TRIP, NULL },
    { DIAG_HOURS_AND_DAYS, 7, 8, "[activity a]\nmonth = 2021-02\nhours = 6\ndays = 1\n", NULL },
    { DIAG_NO_PARTICIPANTS, 6, 13, "[activity a]\nmonth = 2021-02\nunit_cost = 5 kr\n", NULL },
    { DIAG_COMPENSATION_OF_FLIGHT, 8, 16, TRIP "month = 2021-02\ncompensation = 5 %\n", NULL },
    { DIAG_COMPENSATION_NEEDS_DISTANCE, 9, 16,
      TRIP "month = 2021-02\nmode = flight\ncompensation = 5 kr/tonne\n", NULL },
    { DIAG_OVERHEAD_ORDER, 6, 8,
      "[overhead a]\nrate = 1 %\nbase = b\n[overhead b]\nrate = 1 %\nbase = staff\n", NULL },
    { DIAG_NO_LIMIT, 4, 1, "[group g]\n", NULL },
    { DIAG_NO_LIMIT, 4, 1, "[frame f]\n", NULL },
    { DIAG_YEARLY_AMOUNT, 5, 10, "[activities]\nbudget = 5 kr total\n", NULL },
    { DIAG_FEE_OF_MEMBER, 4, 1, "[membership]\n", NULL },
    { DIAG_FEE_WITHOUT_SIZE, 5, 10, "[membership]\ntariff = t\n[tariff t]\nper_inhabitant = 1 kr\n", NULL },
    { DIAG_HOURS_WITHOUT_COST, 6, 13, "[membership]\nfee = 5 kr/year\nown_hours = 5\n", NULL },
    { DIAG_FRAME_PERIOD, 5, 10, "[frame f]\namount = 5 kr total\n", NULL },
    { DIAG_YEAR_WITHOUT_FRAME, 4, 1, "[frame f]\n2021 = 5 kr\n", NULL },
    { DIAG_TWO_KINDS, 10, 11, FIXED "[funder y]\nstatus = granted\nshare = 5 %\nmatches = x\n", NULL },
    { DIAG_TWO_KINDS, 7, 10, FUNDER "remainder = yes\namount = 5 kr total\n", NULL },
    { DIAG_TWO_REMAINDERS, 9, 13, FUNDER "remainder = yes\n[funder y]\nstatus = granted\nremainder = yes\n",
      NULL },
    { DIAG_MATCH_OF_REMAINDER, 9, 11, FUNDER "remainder = yes\n[funder y]\nstatus = granted\nmatches = x\n",
      NULL },
    { DIAG_MATCH_OF_REMAINDER_AMONG, 9, 11,
      FUNDER "remainder = yes\n[funder y]\nstatus = granted\nmatches = x\nfrom = 2021-02\n", NULL },
    { DIAG_CARRY_OVER_OF_DRAW, 7, 14, FIXED "carry_over = yes\n", NULL },
    { DIAG_KEY_NEEDS_CLAIMS, 7, 15, FIXED "claim_every = 3\n", NULL },
    { DIAG_CLAIMS_WITHOUT_PERIOD, 7, 8, FIXED "paid = claims\n", NULL },
    { DIAG_GROSS_OF_LINES, 6, 11, FUNDER "in_kind = 10 % of gross\n[cost a]\namount = 1 kr total\nin_kind_by = x\n", NULL },
    { DIAG_IN_KIND_OF_ALL, 6, 11, FUNDER "in_kind = 100 % of gross\n", NULL },
    { DIAG_KEY_NEEDS_MATCHES, 7, 9, FIXED "ratio = 1:1\n", NULL },
    { DIAG_KEY_NEEDS_MATCHES, 7, 18, FIXED "counts_in_kind = no\n", NULL },
    { DIAG_NO_FEE, 4, 1, "[tariff a]\nminimum = 1 kr\n", NULL },
    { DIAG_CLASS_GAP_OF_ONE, 5, 11, "[tariff a]\nclasses = 0-9: 1 kr\n 11-: 2 kr\n", NULL },
    { DIAG_CLASS_GAP_OF_ONE, 5, 15, "[tariff a]\nclass_rates = 2-9: 1 kr\n", NULL },
    { DIAG_CLASS_GAP, 5, 9, "[tariff a]\nbands = 12-: 1 kr\n 0-9: 2 kr\n", NULL },
    { DIAG_CLASS_OVERLAP, 5, 11, "[tariff a]\nclasses = 0-9: 1 kr\n 9-: 2 kr\n", NULL },
    { DIAG_CLASS_OVERLAP, 5, 11, "[tariff a]\nclasses = 0-: 1 kr\n 5-9: 2 kr\n", NULL },
    { DIAG_FEE_FALLS, 5, 11, "[tariff a]\nclasses = 0-9: 2 kr\n 10-: 1 kr\n", NULL },
    { DIAG_FEE_FALLS, 5, 15, "[tariff a]\nclass_rates = 0-9: 2 öre\n 10-: 1 öre\n", NULL },
    { DIAG_FLOOR_ABOVE_CEILING, 6, 11, "[tariff a]\nfixed = 1 kr\nminimum = 5 kr\nmaximum = 4 kr\n", NULL },
    { DIAG_NO_CLASS, 7, 15, "[tariff a]\nclasses = 0-9: 2 kr\ncount = 1\ninhabitants = 10\n", NULL },
    { DIAG_NO_CLASS, 7, 15, "[tariff a]\nbands = 0-9: 2 kr\n[member b]\ninhabitants = 10\n", NULL },
    { DIAG_COUNT_WITHOUT_SIZE, 4, 1, "[tariff a]\nper_inhabitant = 1 kr\ncount = 1\n", NULL },
    { DIAG_COUNT_WITHOUT_SIZE, 4, 1, "[tariff a]\nbands = 0-: 1 kr\ncount.2022 = 1\n", NULL },
    { DIAG_SIZE_WITHOUT_COUNT, 6, 15, "[tariff a]\nfixed = 1 kr\ninhabitants = 10\n", NULL },
    { DIAG_DATE_WITHOUT_EFFECT, 6, 1, "[tariff a]\nfixed = 1 kr\ncount.2023 = 1\n", NULL },
    { DIAG_MEMBERS_WITHOUT_TARIFF, 4, 1, "[member a]\n[member b]\n", NULL },
    { DIAG_NO_CATEGORY, 8, 1, "[tariff a]\nfixed = 1 kr\n[tariff b]\nfixed = 1 kr\n[member c]\n", NULL },
    { DIAG_NO_CATEGORY, 7, 1, "[tariff a]\nfixed = 1 kr\ncategory = x\n[member c]\n", NULL },
    { DIAG_NO_TARIFF, 8, 12, "[tariff a]\nfixed = 1 kr\ncategory = x\n[member c]\ncategory = a\n", NULL },
    { DIAG_CATEGORY_TAKEN, 9, 12, "[tariff a]\nfixed = 1 kr\n[member b]\ncategory = a\n[member c]\ncategory = d\n", NULL },
    { DIAG_TWO_TARIFFS, 10, 12,
      "[tariff a]\nfixed = 1 kr\n[tariff b]\nfixed = 1 kr\ncategory = A\n[member c]\ncategory = a\n", NULL },
    { DIAG_MEMBER_UNKNOWN, 6, 1, "[tariff a]\nper_inhabitant = 1 kr\n[member b]\n", NULL },
    { DIAG_MEMBER_TWICE, 7, 1, "[tariff a]\nfixed = 1 kr\n[member b]\n[member B]\n[population b]\n2020 = 1\n", NULL },
    { DIAG_MEMBER_NAMED_OTHERWISE, 10, 9,
      "[tariff a]\nper_inhabitant = 1 kr\n[population b]\n2020 = 1\n2021 = 1\n[member b]\ntitle = c\n", NULL },
    { DIAG_INHABITANTS_MISSING, 6, 1, "[tariff a]\nper_inhabitant = 1 kr\n[member b]\n[population b]\n2021 = 1\n", NULL },
    { DIAG_INHABITANTS_MISSING, 6, 1,
      "[tariff a]\nper_inhabitant = 1 kr\n[member b]\n[population b]\n2020 = 1\n2022 = 1\n", NULL },
    { DIAG_INHABITANTS_HELD, 7, 1, "[tariff a]\nper_inhabitant = 1 kr\n[member b]\n[population b]\n2020 = 1\n", NULL },
    { DIAG_INHABITANTS_DIFFER, 7, 15, "[tariff a]\nper_inhabitant = 1 kr\n[member b]\ninhabitants = 2\n[population b]\n2020 = 1\n", NULL },
    { DIAG_LEFT_BEFORE_JOINED, 8, 8, "[tariff a]\nfixed = 1 kr\n[member b]\njoined = 2021-03\nleft = 2021-02\n", NULL },
    { DIAG_AMOUNTS_TOO_LARGE, 4, 1,
      "[tariff a]\nper_inhabitant = 1 000 000 kr\ninhabitants = 100 000 000\ncount = 1\nmaximum = 1 kr\n", NULL },
    { DIAG_AMOUNTS_TOO_LARGE, 4, 1, "[cost a]\namount = 10 000 000 000 000 kr/year\n", NULL },
    { DIAG_AMOUNTS_TOO_LARGE, 7, 1,
      FUNDER "amount = 1 mnkr total\n[funder y]\nstatus = granted\nmatches = x\nratio = 1 000 000 000:1\n",
      NULL },
    { DIAG_AMOUNTS_TOO_LARGE, 7, 1,
      FUNDER
      "amount = 10 000 000 000 kr total\n[funder y]\nstatus = granted\nmatches = x\nratio = 1 000 000 000:1\n"
      "amount = 5 kr total\n",
      NULL },
};
/* clang-format on */

static const char *report_of(void **state, const struct fault_case *fault)
{
    struct diags *diags = diags_new(*state);
    statement_list statements = { 0 };
    const char *project = arena_text(*state, PROJECT "%s", fault->project);
    read_bytes("t", project, strlen(project), 0, &statements, *state, diags);
    const char *scenario = arena_text(*state, "[scenario]\n%s", fault->scenario ? fault->scenario : "");
    if (fault->scenario)
        read_bytes("t", scenario, strlen(scenario), 1, &statements, *state, diags);
    if (diags_errors(diags))
        fail_msg("%s: %s", diag_rows[fault->id].name, diags_text(diags, LANGUAGE_EN, true, *state));
    bool is_error = diag_rows[fault->id].class != DIAG_WARNING;
    bool is_built = project_build(statements.items, statements.count, *state, diags);
    if (is_built == is_error)
        fail_msg("%s: built %d", diag_rows[fault->id].name, is_built);
    return diags_text(diags, LANGUAGE_EN, true, *state);
}

static void faults_are_told_with_their_place(void **state)
{
    for (int i = 0; i < COUNT(faults); i++) {
        const struct fault_case *fault = &faults[i];
        const struct diag_row *row = &diag_rows[fault->id];
        const char *said = report_of(state, fault);
        const char *head = arena_text(*state, "t:%d:%d: %s: ", fault->line, fault->column,
                                      row->class == DIAG_WARNING ? "warning" : "error");
        const char *end = strchr(said, '\n');
        bool fits = end && strncmp(said, head, strlen(head)) == 0;
        const char *sentence = fits ? arena_copy(*state, said + strlen(head), (size_t)(end - said) - strlen(head)) : "";
        if (!fits || !is_sentence(text_with_plain_spaces(*state, row->sentence), sentence))
            fail_msg("expected %s%s, got\n%s", head, row->name, said);
    }
}

/* The rows of the table that the model adds, from the first to the last. */
static void every_fault_of_the_model_is_tried(void **state)
{
    (void)state;
    for (int id = DIAG_ID_IS_CATEGORY; id <= DIAG_AMOUNTS_TOO_LARGE; id++) {
        bool is_tried = id == DIAG_SECTIONS_MANY || id == DIAG_UNKNOWNS_MANY; /* of two thousand: below */
        for (int i = 0; i < COUNT(faults); i++)
            is_tried = is_tried || faults[i].id == (enum diag_id)id;
        if (!is_tried)
            fail_msg("no case for %s", diag_rows[id].name);
    }
}

static bool builds(void **state, const char *sections)
{
    struct diags *diags = diags_new(*state);
    statement_list statements = { 0 };
    const char *text = arena_text(*state, PROJECT "%s", sections);
    assert_true(read_bytes("t", text, strlen(text), 0, &statements, *state, diags));
    return project_build(statements.items, statements.count, *state, diags) != NULL;
}

/* So many sections of two lines are taken; of one more it is told where in it. */
static void are_at_most_two_thousand(void **state, const char *section, const char *amount, int line, int column,
                                     const char *what)
{
    enum { MOST = 2000, LINES_BEFORE = 4 };
    for (int count = MOST; count <= MOST + 1; count++) {
        struct text project = text_new(*state);
        text_add(&project, "[project]\ntitle = P\nstart = 2021-01\nend = 2021-12\n");
        for (int i = 0; i < count; i++)
            text_addf(&project, "[%s g%d]\namount = %s\n", section, i, amount);
        struct diags *diags = diags_new(*state);
        statement_list statements = { 0 };
        read_bytes("t", project.bytes, project.size, 0, &statements, *state, diags);
        bool is_built = project_build(statements.items, statements.count, *state, diags);
        assert_int_equal(is_built, count == MOST);
        const char *said = diags_text(diags, LANGUAGE_EN, true, *state);
        const char *head = arena_text(*state, "t:%d:%d: error: a project has at most 2 000 %s\n",
                                      LINES_BEFORE + 2 * MOST + line, column, what);
        assert_int_equal(strncmp(said, head, strlen(head)) == 0, count > MOST);
    }
}

static void kinds_held_against_one_another_are_bounded(void **state)
{
    are_at_most_two_thousand(state, "group", "1 kr", 1, 1, "sections of the kind [group]");
}

static void a_project_has_at_most_so_many_unknown_values(void **state)
{
    are_at_most_two_thousand(state, "cost", "?/month", 2, 10, "unknown values");
}

/* The limit itself is taken, one öre more is not, and neither is what an index makes of it. */
static void amounts_up_to_the_limit_are_taken(void **state)
{
    const char *most = "[cost a]\namount = 10 000 000 000 000 kr total\n";
    assert_true(builds(state, most));
    assert_false(builds(state, arena_text(*state, "%s[cost b]\namount = -1 öre total\n", most)));
    /* A share or a remainder may pay all of it once more. */
    static const char of_cost[] = "[cost a]\namount = 5 000 000 000 000%s kr total\n" FUNDER "%s\n";
    assert_true(builds(state, arena_text(*state, of_cost, "", "share = 1 %")));
    assert_false(builds(state, arena_text(*state, of_cost, ",01", "share = 1 %")));
    assert_true(builds(state, arena_text(*state, of_cost, "", "remainder = yes")));
    assert_false(builds(state, arena_text(*state, of_cost, ",01", "remainder = yes")));
    const char *half = "[cost a]\namount = 6 000 000 000 000 kr once\n";
    assert_true(builds(state, half));
    assert_false(builds(state, arena_text(*state, "%sindex = i\n[index i]\n2021-02 = 100 %%\n", half)));
    assert_true(builds(state, FUNDER "amount = 1 mnkr total\n"
                                     "[funder y]\nstatus = granted\nmatches = x\nratio = 1000:1\n"));
}

static void statements_without_a_project_build_nothing(void **state)
{
    struct diags *diags = diags_new(*state);
    assert_null(project_build(NULL, 0, *state, diags));
    assert_true(is_sentence(arena_text(*state, "medfin: error: %s\nhint: %s\n", diag_rows[DIAG_NO_PROJECT].sentence,
                                       diag_rows[DIAG_NO_PROJECT].hint),
                            diags_text(diags, LANGUAGE_EN, true, *state)));
}

/* Forty funders, each of which would match all that stand behind it: an order, no circle. */
static void matches_in_the_wrong_order_are_refused_in_time(void **state)
{
    struct text text = text_new(*state);
    enum { FUNDERS = 40 };
    text_add(&text, PROJECT);
    for (int i = 0; i < FUNDERS; i++) {
        text_addf(&text, "[funder f%d]\nstatus = granted\namount = 1 kr total\n", i);
        for (int j = i + 1; j < FUNDERS; j++)
            text_addf(&text, "%sf%d", j == i + 1 ? "matches = " : ", ", j);
        text_add(&text, "\n");
    }
    struct diags *diags = diags_new(*state);
    statement_list statements = { 0 };
    assert_true(read_bytes("t", text.bytes, text.size, 0, &statements, *state, diags));
    assert_null(project_build(statements.items, statements.count, *state, diags));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_scenario_sets_adds_and_multiplies),
        ARENA_TEST(a_default_may_be_changed_too),
        ARENA_TEST(later_scenarios_stand_on_earlier_ones),
        ARENA_TEST(none_takes_a_value_away),
        ARENA_TEST(sections_come_and_go),
        ARENA_TEST(uncertainty_goes_with_its_value),
        ARENA_TEST(what_is_unknown_stays_so_when_it_is_changed),
        ARENA_TEST(names_become_sections),
        ARENA_TEST(running_follows_the_form_unless_stated),
        ARENA_TEST(faults_are_told_with_their_place),
        ARENA_TEST(every_fault_of_the_model_is_tried),
        ARENA_TEST(kinds_held_against_one_another_are_bounded),
        ARENA_TEST(a_project_has_at_most_so_many_unknown_values),
        ARENA_TEST(amounts_up_to_the_limit_are_taken),
        ARENA_TEST(statements_without_a_project_build_nothing),
        ARENA_TEST(matches_in_the_wrong_order_are_refused_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
