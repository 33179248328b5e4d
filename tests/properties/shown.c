/* What random plans show in kr, tkr and mnkr. Rows, categories and funders by year, years and wholes are one of the two
   units next to the exact figure, counted here once more; sums of rows are those of what is shown of them, whatever
   they are called; quarters and months add up to their year. */

#include <medfin/figures/figure_path.h>
#include <medfin/figures/shown.h>

#include "random_project.h"

enum { PROJECTS = 150 };

static const money units[] = { KRONA, 1000 * KRONA, 100000 * KRONA };

struct tried {
    const struct trial *trial;
    struct shown *shown;
    money unit;
};

/* Within a unit; within two where sums stand before nearness: a group that meets what several funders bear in kind, and
   months and quarters, which add up to a year that is shown. Unknown shows nothing. */
static int64_t check(const struct tried *tried, const struct selection *of, struct months over)
{
    const struct plan *plan = tried->trial->plan;
    const struct cell exact = plan_sum(plan, of, over.first, over.last);
    if (!cell_is_known(exact))
        return 0;
    int64_t whole = shown_sum(tried->shown, of, over), off = whole * tried->unit - exact.amount;
    bool is_part = over.first != plan->first && over.first != month_january(over.first);
    is_part = is_part || (over.last != plan_last(plan) && over.last != month_december(over.last));
    int64_t reach = of->category || of->payer || is_part ? 2 * tried->unit : tried->unit;
    if (off <= -reach || off >= reach)
        trial_fails(tried->trial, arena_text(tried->trial->arena, "%lld shown as %lld units of %lld",
                                             (long long)exact.amount, (long long)whole, (long long)tried->unit));
    return whole;
}

static bool is_known(const struct plan *plan, const struct selection *of)
{
    return cell_is_known(plan_sum(plan, of, plan->first, plan_last(plan)));
}

/* Over the years and in all; years make the whole. */
static void check_over_time(const struct tried *tried, const struct selection *of)
{
    const struct plan *plan = tried->trial->plan;
    const struct years years = plan_years(plan);
    int64_t sum = 0;
    for (int year = years.first; year <= years.last; year++)
        sum += check(tried, of, months_of_year(year));
    int64_t whole = check(tried, of, plan_months(plan));
    if (is_known(plan, of))
        assert_int_equal(sum, whole);
}

/* What is left over or lacks is within a unit too: nothing where cost and financing are equal. */
static void check_gap(const struct tried *tried, struct months over)
{
    const struct plan *plan = tried->trial->plan;
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct cell gap = cell_minus(plan->arena, plan_sum(plan, &financing, over.first, over.last),
                                       plan_sum(plan, &cost, over.first, over.last));
    int64_t whole = shown_sum(tried->shown, &financing, over) - shown_sum(tried->shown, &cost, over);
    if (cell_is_known(gap))
        assert_true(llabs(whole * tried->unit - gap.amount) < tried->unit);
}

static void check_sides(const struct tried *tried)
{
    const struct plan *plan = tried->trial->plan;
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct years years = plan_years(plan);
    check_over_time(tried, &cost);
    check_over_time(tried, &financing);
    for (int year = years.first; year <= years.last; year++)
        check_gap(tried, months_of_year(year));
    for (int i = 0; i < plan->count; i++)
        check_gap(tried, (struct months){ plan->first + i, plan->first + i });
}

static void check_groups(const struct tried *tried)
{
    const struct project *project = tried->trial->project;
    for (int i = 0; i < project->of[SECTION_CATEGORY].count; i++) {
        const struct selection of = { .side = COST_SIDE,
                                      .category = (const struct category *)project->of[SECTION_CATEGORY].items[i] };
        check_over_time(tried, &of);
    }
    for (int i = 0; i < project->payers.count; i++) {
        const struct selection of = { .side = FINANCING_SIDE, .payer = project->payers.items[i] };
        check_over_time(tried, &of);
    }
}

/* The months of each year, and each month within a unit. */
static void check_rows(const struct tried *tried)
{
    const struct plan *plan = tried->trial->plan;
    for (int r = 0; r < plan->row_count; r++) {
        const struct row *row = &plan->rows[r];
        const struct selection of = { .line = row->line,
                                      .side = row->side == SIDE_COST ? COST_SIDE : FINANCING_SIDE,
                                      .form = row->in_kind ? IN_KIND : IN_CASH };
        int64_t months = 0;
        check_over_time(tried, &of);
        for (int i = 0; i < plan->count && is_known(plan, &of); i++)
            months += check(tried, &of, (struct months){ plan->first + i, plan->first + i });
        assert_int_equal(months, is_known(plan, &of) ? shown_sum(tried->shown, &of, plan_months(plan)) : 0);
    }
}

/* A cost in kind is what its funder is shown to bear. */
static void check_in_kind(const struct tried *tried)
{
    const struct plan *plan = tried->trial->plan;
    const struct selection cost = { .side = COST_SIDE, .form = IN_KIND };
    const struct selection financing = { .side = FINANCING_SIDE, .form = IN_KIND };
    for (int i = 0; i < plan->count; i++) {
        const struct months over = { plan->first + i, plan->first + i };
        if (is_known(plan, &cost))
            assert_int_equal(shown_sum(tried->shown, &cost, over), shown_sum(tried->shown, &financing, over));
    }
}

static void figures_are_shown_once(struct trial *trial, struct dice *dice)
{
    (void)dice;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const struct tried tried = { trial, shown_new(trial->plan, units[i], trial->arena), units[i] };
        check_sides(&tried);
        check_groups(&tried);
        check_rows(&tried);
        check_in_kind(&tried);
    }
}

static void known_figures_are_shown_once(void **state)
{
    try_projects(state, PROJECTS, 21, ALL_KNOWN, figures_are_shown_once);
}

/* What is unknown is in no sum; all others stand. */
static void figures_beside_unknown_ones_are_too(void **state)
{
    try_projects(state, PROJECTS, 22, SOME_UNKNOWN, figures_are_shown_once);
}

static int64_t shown_by(struct trial *trial, struct shown *shown, const char *path)
{
    struct figure figure;
    if (figure_find(trial->plan, path, &figure) != FIGURE_FOUND)
        trial_fails(trial, path);
    return shown_figure(shown, &figure);
}

/* By hand. Two lines of 100,50 and 0,50 a year are 101 each year: the first figure of a half is raised, the second
   year's then is not, and the other line does the opposite. Of 0,60 kr at the beginning 0,30 kr is paid in each of two
   months: cash shows its nearest, 0 and 0 behind 1, so that the first month shows 1 paid and the second 0. */
static void the_cases_worked_by_hand(void **state)
{
    static const struct {
        const char *path;
        int64_t whole;
    } cases[] = {
        { "years.2021.cost.by_line.cost.a", 101 },
        { "years.2022.cost.by_line.cost.a", 100 },
        { "total.cost.by_line.cost.a", 201 },
        { "years.2021.cost.by_line.cost.b", 0 },
        { "years.2022.cost.by_line.cost.b", 1 },
        { "total.cost.by_line.cost.b", 1 },
        { "years.2021.cost", 101 },
        { "years.2022.financing", 101 },
        { "total.gap", 0 },
    };
    struct trial trial = trial_new("[project]\nstart = 2021-01\nend = 2022-12\n"
                                   "[cost a]\ncategory = other\namount = 100,50 kr/year\n"
                                   "[cost b]\ncategory = other\namount = 0,50 kr/year\n"
                                   "[funder f]\nstatus = decided\namount = 101 kr/year\n",
                                   *state);
    struct shown *shown = shown_new(trial.plan, KRONA, *state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(shown_by(&trial, shown, cases[i].path), cases[i].whole);
    struct trial cash = trial_new("[project]\nstart = 2021-01\nend = 2021-02\nopening_cash = 0,60 kr\n"
                                  "[cost a]\ncategory = other\namount = 0,30 kr/month\n",
                                  *state);
    shown = shown_new(cash.plan, KRONA, *state);
    assert_int_equal(shown_by(&cash, shown, "opening_cash"), 1);
    assert_int_equal(shown_by(&cash, shown, "months.2021-01.paid_out"), 1);
    assert_int_equal(shown_by(&cash, shown, "months.2021-02.paid_out"), 0);
    assert_int_equal(shown_by(&cash, shown, "months.2021-02.cash"), 0);
    assert_int_equal(shown_by(&cash, shown, "lowest_cash"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_cases_worked_by_hand),
        ARENA_TEST(known_figures_are_shown_once),
        ARENA_TEST(figures_beside_unknown_ones_are_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
