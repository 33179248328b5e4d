/* Figures by their paths, worked by hand, in öre and parts per billion. */

#include "figures.h"
#include <medfin/figures/figure_path.h>

/* 100 kr rent and 50 kr travel a month are paid, and work for 30 kr is given. What pays for it comes a month late. */
#define SHOP                                                                                                           \
    "opening_equity = 1 000 kr\n"                                                                                      \
    "[cost hyra]\namount = 100 kr/month\ncategory = premises\n"                                                        \
    "[cost resa]\namount = 600 kr/year\ncategory = travel\n"                                                           \
    "[cost tid]\namount = 30 kr/month\nin_kind_by = b\n"                                                               \
    "[funder a]\nstatus = decided\nown = yes\namount = 1 800 kr/year\npayment_lag = 1\n"                               \
    "[funder b]\nstatus = decided\n"

static const struct figure_case {
    const char *path;
    int64_t number;
} cases[] = {
    { "cost", 432000 },
    { "total.cost.total", 432000 },
    { "cost.cash", 360000 },
    { "years.2022.cost.in_kind", 36000 },
    { "quarters.2021-Q1.cost.cash", 45000 },
    { "cost.by_category.travel", 120000 },
    { "kostnad.resor", 120000 },
    { "cost.hyra", 240000 },
    { "months.2022-03.cost.by_line.cost.hyra", 10000 },
    { "månader.2022-03.rader.cost.tid", 3000 },
    { "financing.by_funder.b.in_kind", 72000 },
    { "funder.a", 360000 },
    { "years.2022.financing.a", 180000 },
    { "gap", 0 },
    { "equity", 100000 },
    { "years.2021.cash", 85000 },
    { "months.2023-01.cash", 100000 },
    { "lägsta_kassa", 85000 },
    { "years.2021.received", 165000 },
    { "paid_out", 360000 },
    { "prefinanced", 15000 },
    { "receivable.by_funder.a", 15000 },
    { "payments.a.24.amount", 15000 },
    { "funders.a.of_financing", 833333333 },
    { "leverage.in_kind", 200000000 },
};

static void each_path_is_its_figure(void **state)
{
    const struct trial trial = project_of(state, TWO_YEARS, SHOP);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct figure figure;
        if (figure_find(trial.plan, cases[i].path, &figure) != FIGURE_FOUND)
            fail_msg("%s: not found", cases[i].path);
        const struct cell cell = figure_cell(trial.plan, &figure);
        if (!cell_is_known(cell) || cell.amount != cases[i].number)
            fail_msg("%s: %lld instead of %lld", cases[i].path, (long long)cell.amount, (long long)cases[i].number);
    }
}

/* 1 200 kr of rent. Of a grant of 3 000 counts the rent, so 1 800 are owed. Two of 1 200 count whole, and are together
   2 400 for 1 200; both at once: 1 200 + 1 200 for 1 200, beside the 1 800. What is kept is owed to nobody, and a cost
   that is not eligible leaves all of it to be paid back. */
static void what_is_owed_back_is_told_by_funder(void **state)
{
    static const struct {
        const char *sections;
        money x, y, together;
    } owed[] = {
        { "[funder x]\nstatus = granted\namount = 3 000 kr total\n", 180000, 0, 0 },
        { "[funder x]\nstatus = granted\namount = 1 200 kr total\n[funder y]\nstatus = granted\namount = 1 200 kr total\n",
          0, 0, 120000 },
        { "[funder x]\nstatus = granted\namount = 3 000 kr total\n[funder y]\nstatus = granted\namount = 1 200 kr total\n",
          180000, 0, 120000 },
        { "[funder x]\nstatus = granted\namount = 3 000 kr total\nsurplus = kept\n", 0, 0, 0 },
        { "eligible = no\n[funder x]\nstatus = granted\namount = 3 000 kr total\n", 300000, 0, 0 },
    };
    for (size_t i = 0; i < sizeof owed / sizeof *owed; i++) {
        const struct trial trial =
            project_of(state, YEAR, arena_text(*state, "[cost rent]\namount = 100 kr/month\n%s", owed[i].sections));
        const struct {
            const char *path;
            money amount;
        } told[] = { { "owed_back.by_funder.x", owed[i].x },
                     { "owed_back.by_funder.y", owed[i].y },
                     { "owed_back.together", owed[i].together },
                     { "owed_back", owed[i].x + owed[i].y + owed[i].together } };
        for (size_t t = 0; t < sizeof told / sizeof *told; t++) {
            struct figure figure;
            if (figure_find(trial.plan, told[t].path, &figure) == FIGURE_FOUND)
                assert_int_equal(figure_cell(trial.plan, &figure).amount, told[t].amount);
            else
                assert_string_equal(told[t].path, "owed_back.by_funder.y");
        }
    }
}

static const struct fault_case {
    const char *path;
    enum figure_fault fault;
} faults[] = {
    { "cots", FIGURE_UNKNOWN },
    { "cost.by_line.cost.hyre", FIGURE_UNKNOWN },
    { "effort", FIGURE_UNKNOWN },
    { "years.2023.cost", FIGURE_OUTSIDE },
    { "months.2023-02.cash", FIGURE_OUTSIDE },
    { "years.2021.prefinanced", FIGURE_OTHER_TIME },
    { "outcome.gap", FIGURE_UNKNOWN },
    { "forecast.cost", FIGURE_UNKNOWN },
    { "partners.a.cost", FIGURE_UNKNOWN },
};

static void what_is_no_figure_says_why(void **state)
{
    const struct trial trial = project_of(state, TWO_YEARS, SHOP);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct figure figure;
        if (figure_find(trial.plan, faults[i].path, &figure) != faults[i].fault)
            fail_msg("%s: another fault", faults[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_path_is_its_figure),
        ARENA_TEST(what_is_owed_back_is_told_by_funder),
        ARENA_TEST(what_is_no_figure_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
