/* The reserve: its three readings, when each is tested, how long it lasts, and what would cure
   it. Worked by hand in öre; R(x) is x rounded half away from zero. */

#include "figures.h"

#include <medfin/plan/reserve.h>

static const int64_t hundredth = SHARE_ONE / 100; /* of a month */

static money required(const struct trial *trial, enum reserve_basis reading, month at)
{
    const struct cell of = node_cell(trial->plan, reserve_at(trial->plan, at)->required[reading]);
    assert_true(cell_is_known(of));
    return of.amount;
}

/* 100 kr and 50 kr run each month with 3 and 1 months' notice, and all of it is paid. */
#define SHOP                                                                                                           \
    "opening_equity = %s kr\n[reserve]\nbasis = %s\nclosing_costs = 20 kr\n"                                           \
    "[staff a]\nmonthly_salary = 100 kr\nnotice_months = 3\n"                                                          \
    "[cost rent]\namount = 50 kr/month\nnotice_months = 1\n"                                                           \
    "[funder x]\nstatus = granted\namount = 150 kr/month\n"

static struct trial shop(void **state, const char *equity, const char *basis)
{
    return project_of(state, YEAR, arena_text(*state, SHOP, equity, basis));
}

/* Required 6 × 150 = 900 kr, the same of the months ahead, but 3 × 100 + 1 × 50 + 20 = 370 kr
   to wind down: one project with 400 kr passes one reading and fails the others. */
static void one_project_passes_one_reading_and_fails_another(void **state)
{
    struct trial trial = shop(state, "400", "winding_down");
    month december = month_of(2021, 12);
    assert_int_equal(required(&trial, RESERVE_RUNNING, december), 90000);
    assert_int_equal(required(&trial, RESERVE_FORWARD, december), 90000);
    assert_int_equal(required(&trial, RESERVE_WINDING_DOWN, december), 37000);
    assert_verdict(&trial, "reserve", "project", VERDICT_PASS, 3000);
    assert_says(finding_of(&trial, "reserve", "project"), "wind down");
    trial = shop(state, "400", "running");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -50000);
    assert_int_equal(finding_of(&trial, "reserve", "project")->at, december);
    assert_says(finding_of(&trial, "reserve", "project"), "the calendar year's running cost");
    trial = shop(state, "400", "forward");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -50000);
    assert_says(finding_of(&trial, "reserve", "project"), "the months ahead");
}

/* 400 kr of 150 a month last R(2,666…) months: 900 are required at what the year costs and at what
   the months ahead do, 370 to wind down. */
static void every_reading_is_shown_beside_the_one_that_decides(void **state)
{
    struct trial trial = shop(state, "400", "running");
    const struct finding *finding = finding_of(&trial, "reserve", "project");
    assert_string_equal(finding->deciding->id, "running");
    assert_figure(finding, "years.2021.equity", 40000);
    assert_figure(finding, "years.2021.free_equity", 40000);
    static const char *const alike[] = { "running", "forward" };
    for (int i = 0; i < 2; i++) {
        const char *path = arena_text(*state, "readings.%s.years.2021", alike[i]);
        assert_figure(finding, arena_text(*state, "%s.required", path), 90000);
        assert_figure(finding, arena_text(*state, "%s.free_equity", path), 40000);
        assert_figure(finding, arena_text(*state, "%s.margin", path), -50000);
        assert_figure(finding, arena_text(*state, "%s.coverage_months", path), 267 * hundredth);
        assert_figure(finding, arena_text(*state, "%s.verdict", path), VERDICT_FAIL);
        assert_true(figure_of(finding, arena_text(*state, "%s.tail", path))->none);
    }
    assert_int_equal(figure_of(finding, "readings.running.years.2021.coverage_months")->kind, KIND_DECIMAL);
    assert_figure(finding, "readings.winding_down.years.2021.required", 37000);
    assert_figure(finding, "readings.winding_down.years.2021.margin", 3000);
    assert_figure(finding, "readings.winding_down.years.2021.verdict", VERDICT_PASS);
    assert_figure(finding, "readings.winding_down.years.2021.tail", 0);
    assert_true(figure_of(finding, "readings.winding_down.years.2021.coverage_months")->none);
}

/* 100 kr a month run in 2021 and 200 in 2022: of 2 300 kr, 1 100 are left and then −1 300. The year's cost
   asks for 600 and then 1 200, the months ahead of both Decembers for 1 200: they fail a year before. */
static void readings_fail_at_dates_of_their_own(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS,
                                    "opening_equity = 2 300 kr\n[reserve]\nbasis = forward\n"
                                    "[cost a]\n2021 = 1 200 kr\n2022 = 2 400 kr\n");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -250000);
    const struct finding *finding = finding_of(&trial, "reserve", "project");
    assert_int_equal(finding->since, month_of(2021, 12));
    assert_int_equal(finding->since_margin, -10000);
    assert_int_equal(finding->since_coverage, 550 * hundredth);
    assert_string_equal(finding->deciding->id, "forward");
    assert_figure(finding, "readings.running.years.2021.margin", 50000);
    assert_figure(finding, "readings.running.years.2021.coverage_months", 1100 * hundredth);
    assert_figure(finding, "readings.running.years.2021.verdict", VERDICT_PASS);
    assert_figure(finding, "readings.running.verdict", VERDICT_FAIL);
    assert_figure(finding, "readings.running.margin", -250000);
    assert_figure(finding, "readings.running.month", month_of(2022, 12));
    assert_figure(finding, "readings.running.first_failing", month_of(2022, 12));
    assert_figure(finding, "readings.forward.years.2021.margin", -10000);
    assert_figure(finding, "readings.forward.years.2021.coverage_months", 550 * hundredth);
    assert_figure(finding, "readings.forward.first_failing", month_of(2021, 12));
    assert_figure(finding, "readings.forward.month", month_of(2022, 12));
}

static void equality_passes(void **state)
{
    struct trial trial = shop(state, "900", "running");
    assert_verdict(&trial, "reserve", "project", VERDICT_PASS, 0);
    trial = shop(state, "899,99", "running");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -1);
    trial = shop(state, "370", "winding_down");
    assert_verdict(&trial, "reserve", "project", VERDICT_PASS, 0);
    trial = shop(state, "369,99", "winding_down");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -1);
}

/* Bound equity is not free: 400 less 100 and 50 kr, which last R(166,66…) hundredths. */
static void earmarked_equity_and_fixed_assets_are_not_free(void **state)
{
    struct trial trial = shop(state, "400", "winding_down");
    trial_set(&trial, "project.earmarked_equity = 100 kr");
    trial_set(&trial, "project.fixed_assets = 50 kr");
    trial_build(&trial);
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -12000);
    assert_figure(finding_of(&trial, "reserve", "project"), "years.2021.equity", 40000);
    assert_figure(finding_of(&trial, "reserve", "project"), "years.2021.free_equity", 25000);
    assert_figure(finding_of(&trial, "reserve", "project"), "readings.running.years.2021.coverage_months",
                  167 * hundredth);
}

/* A month of lead: 4 × 100 + 2 × 50 + 20. Notice of 8 months runs 2 beyond the half-year, and
   a line without notice for all of it: 6 × 100 + 6 × 50 + 20, tail 2 × 100. */
static void winding_down_pays_each_line_for_its_notice(void **state)
{
    struct trial trial = shop(state, "400", "winding_down");
    month december = month_of(2021, 12);
    trial_set(&trial, "reserve.lead = 1");
    trial_build(&trial);
    assert_int_equal(required(&trial, RESERVE_WINDING_DOWN, december), 52000);
    assert_int_equal(node_cell(trial.plan, reserve_at(trial.plan, december)->tail).amount, 0);

    trial = project_of(state, YEAR,
                       "[reserve]\nclosing_costs = 20 kr\n[cost rent]\namount = 50 kr/month\n"
                       "[staff a]\nmonthly_salary = 100 kr\nnotice_months = 8\n");
    assert_int_equal(required(&trial, RESERVE_WINDING_DOWN, december), 92000);
    assert_int_equal(node_cell(trial.plan, reserve_at(trial.plan, december)->tail).amount, 20000);
    trial_set(&trial, "reserve.months = 8");
    trial_build(&trial);
    assert_int_equal(required(&trial, RESERVE_WINDING_DOWN, december), 122000);
    assert_int_equal(node_cell(trial.plan, reserve_at(trial.plan, december)->tail).amount, 0);
}

/* May 2021 to March 2022: 100 kr a month, then 300. By the year: 6 × 800/8 and 6 × 900/3. The
   months ahead of December are 3 × 300 and three of the average of all eleven, R(170000 × 3/11);
   past the end R(170000 × 6/11). */
static void broken_years_count_their_planned_months(void **state)
{
    struct trial trial = project_of(state, "[project]\nstart = 2021-05\nend = 2022-03\n",
                                    "[cost a]\namount = 100 kr/month\nto = 2021-12\n"
                                    "[cost b]\namount = 300 kr/month\nfrom = 2022-01\n");
    month december = month_of(2021, 12), march = month_of(2022, 3);
    assert_int_equal(required(&trial, RESERVE_RUNNING, december), 60000);
    assert_int_equal(required(&trial, RESERVE_RUNNING, march), 180000);
    assert_int_equal(required(&trial, RESERVE_FORWARD, december), 90000 + 46364);
    assert_int_equal(required(&trial, RESERVE_FORWARD, march), 92727);
    assert_int_equal(required(&trial, RESERVE_FORWARD, month_of(2021, 5)), 60000);
    assert_true(reserve_is_tested(trial.plan, december));
    assert_true(reserve_is_tested(trial.plan, march));
    assert_false(reserve_is_tested(trial.plan, month_of(2022, 2)));
    assert_int_equal(reserve_at(trial.plan, march)->planned_months, 3);
}

/* Past the plan's end a month counts as the average of the last twelve, 200 kr. */
static void months_past_the_end_count_as_the_last_twelve(void **state)
{
    struct trial trial = project_of(state, TWO_YEARS, "[cost a]\n2021 = 1 200 kr\n2022 = 2 400 kr\n");
    assert_int_equal(required(&trial, RESERVE_FORWARD, month_of(2021, 12)), 120000);
    assert_int_equal(required(&trial, RESERVE_FORWARD, month_of(2022, 9)), 120000);
    assert_int_equal(required(&trial, RESERVE_FORWARD, month_of(2022, 12)), 120000);
    assert_int_equal(required(&trial, RESERVE_FORWARD, month_of(2021, 9)), 3 * 10000 + 3 * 20000);
}

/* Money comes in December: in November 900 less 11 × 150 kr stand against 900. */
static void the_reserve_may_be_tested_every_month(void **state)
{
    static const char sections[] = "opening_equity = 900 kr\n[reserve]\n%s[cost rent]\namount = 150 kr/month\n"
                                   "[funder x]\nstatus = granted\namount = 1 800 kr total\nfrom = 2021-12\nown = yes\n";
    struct trial trial = project_of(state, YEAR, arena_text(*state, sections, ""));
    assert_verdict(&trial, "reserve", "project", VERDICT_PASS, 0);
    trial = project_of(state, YEAR, arena_text(*state, sections, "test = every_month\n"));
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -165000);
    const struct finding *finding = finding_of(&trial, "reserve", "project");
    assert_int_equal(finding->at, month_of(2021, 11));
    assert_figure(finding, "readings.running.months.2021-11.margin", -165000);
    assert_figure(finding, "readings.running.first_failing", month_of(2021, 1));
    assert_figure(finding, "readings.running.years.2021.margin", 0);
    /* A page passes over what is neither the first that fails, the tightest nor the end of a year. */
    assert_false(figure_of(finding, "readings.running.months.2021-01.margin")->is_between);
    assert_true(figure_of(finding, "readings.running.months.2021-10.margin")->is_between);
    assert_false(figure_of(finding, "readings.running.months.2021-11.margin")->is_between);
    assert_false(figure_of(finding, "readings.running.years.2021.margin")->is_between);
}

/* 100 kr of equity, rent of 1 200 and half of it required, 600. A grant of 3 000 kr fills the rent and no reserve, nor
   do two of 1 200; money that is kept does: 100 + 3 000 − 1 200 − 600. Work in kind leaves it as it is. */
static void what_is_owed_back_fills_no_reserve(void **state)
{
    static const char sections[] = "opening_equity = 100 kr\n[reserve]\n[cost rent]\namount = 100 kr/month\n"
                                   "[funder x]\nstatus = granted\n%s";
    static const char *const funders[] = { "amount = 3 000 kr total\n",
                                           "amount = 3 000 kr total\nin_kind = 500 kr total\n",
                                           "share = 100 %\n[funder y]\nstatus = granted\namount = 1 200 kr total\n",
                                           "amount = 3 000 kr total\nsurplus = kept\n" };
    static const money margins[] = { -50000, -50000, -50000, 130000 };
    for (int i = 0; i < 4; i++) {
        struct trial trial = project_of(state, YEAR, arena_text(*state, sections, funders[i]));
        assert_verdict(&trial, "reserve", "project", margins[i] < 0 ? VERDICT_FAIL : VERDICT_PASS, margins[i]);
    }
}

/* 700 kr of equity that shrink by 100 a month stand against 600: the second month is the first
   below, the last the tightest. Then 500 kr last 5 months. */
static void the_first_failing_date_is_told_beside_the_tightest(void **state)
{
    struct trial trial = project_of(state, "[project]\nstart = 2021-01\nend = 2021-04\n",
                                    "opening_equity = 700 kr\n[reserve]\ntest = every_month\n"
                                    "[cost rent]\namount = 100 kr/month\n");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -30000);
    const struct finding *finding = finding_of(&trial, "reserve", "project");
    assert_int_equal(finding->at, month_of(2021, 4));
    assert_int_equal(finding->since, month_of(2021, 2));
    assert_int_equal(finding->since_margin, -10000);
    assert_int_equal(finding->since_coverage, 500 * hundredth);
}

/* What runs unless the line says otherwise: 1 + 2 + 4 + 8 kr a month of cash, twice that as
   overhead, and what says so; in kind never does. Six months of it. */
static void running_costs_are_those_that_go_on(void **state)
{
    struct trial trial = project_of(
        state, YEAR,
        "[staff a]\nmonthly_salary = 1 kr\n[cost month]\namount = 2 kr/month\n[cost year]\namount = 48 "
        "kr/year\n"
        "[cost years]\n2021 = 96 kr\n[overhead oh]\nrate = 100 %\nbase = staff, month, cost.year, years\n"
        "[cost total]\namount = 1 200 kr total\n[cost once]\namount = 1 200 kr once\n"
        "[cost months]\n2021-03 = 1 200 kr\n[activity met]\nmonth = 2021-03\namount = 1 200 kr\n"
        "[travel t]\nmonth = 2021-03\ntrips = 1\ncost_per_trip = 1 200 kr\n"
        "[staff lent]\nmonthly_salary = 100 kr\nin_kind_by = x\n[cost said]\namount = 12 kr total\nrunning = "
        "yes\n"
        "[cost denied]\namount = 1 kr/month\nrunning = no\n[staff no]\nmonthly_salary = 5 kr\nrunning = no\n"
        "[funder x]\nstatus = granted\n[funder y]\nstatus = granted\nin_kind = 1 200 kr total\n");
    /* Staff is in the base by its category: 1 + 5 kr, so 2 + 4 + 8 + 6 of overhead. */
    assert_int_equal(required(&trial, RESERVE_RUNNING, month_of(2021, 12)), 6 * (1500 + 2000 + 100));
}

static void without_a_reserve_the_requirement_is_still_shown(void **state)
{
    static const char costs[] = "[cost rent]\namount = 150 kr/month\n";
    struct trial trial = project_of(state, YEAR, costs);
    assert_verdict(&trial, "reserve", "project", VERDICT_NOT_APPLICABLE, 0);
    assert_figure(finding_of(&trial, "reserve", "project"), "readings.running.years.2021.required", 90000);
    assert_says(finding_of(&trial, "reserve", "project"), "No [reserve]");
    assert_null(finding_of(&trial, "reserve", "project")->deciding);
    assert_null(figure_of(finding_of(&trial, "reserve", "project"), "readings.running.years.2021.margin"));
    trial = project_of(state, YEAR, arena_text(*state, "[reserve]\nactive = no\nmonths = 3\n%s", costs));
    assert_verdict(&trial, "reserve", "project", VERDICT_NOT_APPLICABLE, 0);
}

/* Where nothing runs nothing is required, and no length of time can be told. */
static void without_running_costs_there_is_no_coverage(void **state)
{
    struct trial trial = project_of(state, YEAR,
                                    "[reserve]\n[cost a]\namount = 5 kr once\n"
                                    "[funder x]\nstatus = granted\namount = 5 kr total\nto = 2021-01\n");
    assert_verdict(&trial, "reserve", "project", VERDICT_PASS, 0);
    const struct reserve_state *december = reserve_at(trial.plan, month_of(2021, 12));
    for (int i = 0; i < READINGS; i++)
        assert_true(reserve_coverage(trial.plan, december, (enum reserve_basis)i) == RESERVE_NO_COVERAGE);
    assert_true(
        figure_of(finding_of(&trial, "reserve", "project"), "readings.running.years.2021.coverage_months")->none);
}

static void unknowns_leave_open_what_needs_them(void **state)
{
    struct trial trial = shop(state, "400", "winding_down");
    trial_set(&trial, "reserve.closing_costs = ?");
    trial_build(&trial);
    assert_verdict(&trial, "reserve", "project", VERDICT_UNDETERMINED, 0);
    assert_int_equal(needs_count(finding_of(&trial, "reserve", "project")->needs), 1);
    trial = shop(state, "400", "running");
    trial_set(&trial, "reserve.closing_costs = ?");
    trial_build(&trial);
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -50000);
    /* Another reading stays open beside the one that decides. */
    const struct finding *finding = finding_of(&trial, "reserve", "project");
    assert_figure(finding, "readings.winding_down.verdict", VERDICT_UNDETERMINED);
    assert_figure(finding, "readings.winding_down.years.2021.verdict", VERDICT_UNDETERMINED);
    assert_non_null(figure_of(finding, "readings.winding_down.margin")->needs);
    assert_non_null(figure_of(finding, "readings.winding_down.years.2021.required")->needs);
    assert_int_equal(needs_count(finding->needs), 0);
    /* What is earmarked only takes away. */
    trial_set(&trial, "project.earmarked_equity = ?");
    trial_build(&trial);
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, WHATEVER);
    const struct reserve_state *december = reserve_at(trial.plan, month_of(2021, 12));
    assert_true(reserve_coverage(trial.plan, december, RESERVE_RUNNING) == RESERVE_NO_COVERAGE);
    assert_false(
        figure_of(finding_of(&trial, "reserve", "project"), "readings.running.years.2021.coverage_months")->none);
    /* A year that is known to fail settles it. */
    trial = project_of(state, TWO_YEARS, "[reserve]\n[cost a]\namount = 1 kr/month\n[cost b]\n2022 = ?\n");
    assert_verdict(&trial, "reserve", "project", VERDICT_FAIL, -1800);
    assert_int_equal(finding_of(&trial, "reserve", "project")->at, month_of(2021, 12));
}

/* The verdict with a scenario on top. */
static enum verdict verdict_with(const struct trial *trial, const char *scenario)
{
    struct trial changed = trial_copy(trial);
    trial_read(&changed, arena_text(trial->arena, "[scenario]\n%s", scenario), 1);
    trial_build(&changed);
    return finding_of(&changed, "reserve", "project")->verdict;
}

/* 500 kr are missing. Saved every year, x is owed back to x and lowers R((180000 − x) / 2) alone: 40000 against 40000
   with 1 000 kr, and against 40001 with one öre less. */
static void cures_are_exact(void **state)
{
    struct trial trial = shop(state, "400", "running");
    const cure_list cures = cures_of(&trial, "reserve", "project");
    assert_int_equal(cures.count, 2);
    assert_cure(&cures, 0, "one-off", 50000);
    assert_cure(&cures, 1, "yearly-saving", 100000);
    assert_int_equal(cures.items[0].neighbour, -1);
    assert_int_equal(cures.items[1].neighbour, -1);
    assert_int_equal(verdict_with(&trial, "[project]\nopening_equity += 500 kr\n"), VERDICT_PASS);
    assert_int_equal(verdict_with(&trial, "[project]\nopening_equity += 499,99 kr\n"), VERDICT_FAIL);
    static const char saving[] = "[cost saving]\nnew = yes\namount = -%s kr/year\n";
    assert_int_equal(verdict_with(&trial, arena_text(*state, saving, "1 000")), VERDICT_PASS);
    assert_int_equal(verdict_with(&trial, arena_text(*state, saving, "999,99")), VERDICT_FAIL);
    /* A line that is called so is no hindrance. */
    trial_read(&trial, "[scenario]\n[cost saving]\nnew = yes\namount = 0 kr/year\n", 1);
    trial_build(&trial);
    assert_int_equal(cures_of(&trial, "reserve", "project").count, 2);
    struct trial holds = shop(state, "900", "running");
    assert_int_equal(cures_of(&holds, "reserve", "project").count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(one_project_passes_one_reading_and_fails_another),
        ARENA_TEST(every_reading_is_shown_beside_the_one_that_decides),
        ARENA_TEST(readings_fail_at_dates_of_their_own),
        ARENA_TEST(equality_passes),
        ARENA_TEST(earmarked_equity_and_fixed_assets_are_not_free),
        ARENA_TEST(winding_down_pays_each_line_for_its_notice),
        ARENA_TEST(broken_years_count_their_planned_months),
        ARENA_TEST(months_past_the_end_count_as_the_last_twelve),
        ARENA_TEST(the_reserve_may_be_tested_every_month),
        ARENA_TEST(what_is_owed_back_fills_no_reserve),
        ARENA_TEST(the_first_failing_date_is_told_beside_the_tightest),
        ARENA_TEST(running_costs_are_those_that_go_on),
        ARENA_TEST(without_a_reserve_the_requirement_is_still_shown),
        ARENA_TEST(without_running_costs_there_is_no_coverage),
        ARENA_TEST(unknowns_leave_open_what_needs_them),
        ARENA_TEST(cures_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
