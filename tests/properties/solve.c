/* Questions answered backwards: the smallest number is found where a linear scan finds it,
   and an answer about an unknown amount holds where its neighbour does not. */

#include "random_project.h"

#include <medfin/plan/sums.h>
#include <medfin/whatif/solve.h>
#include <medfin/whatif/unknown.h>

enum { FUNCTIONS = 4000, PROJECTS = 300, MOST_STEPS = 12 };

/* A margin that rises by steps, each at its own number. */
struct stairs {
    int64_t start;
    int count;
    int64_t at[MOST_STEPS], rise[MOST_STEPS];
};

static int64_t height(void *context, int64_t number)
{
    const struct stairs *stairs = context;
    int64_t margin = stairs->start;
    for (int i = 0; i < stairs->count; i++)
        if (number >= stairs->at[i])
            margin += stairs->rise[i];
    return margin;
}

/* Stairs that are below zero at low and not at high. */
static struct stairs random_stairs(struct dice *dice, int64_t low, int64_t high)
{
    static const int64_t sizes[] = { 1, 100, 1000000, 1000000000000 };
    struct stairs stairs = { .count = (int)between(dice, 1, MOST_STEPS) };
    int64_t size = sizes[roll(dice, 4)], top = 0;
    for (int i = 0; i < stairs.count; i++) {
        stairs.at[i] = between(dice, low + 1, high);
        stairs.rise[i] = between(dice, 1, size);
        top += stairs.rise[i];
    }
    stairs.start = -between(dice, 1, top);
    return stairs;
}

static void the_least_is_where_a_scan_finds_it(void **state)
{
    (void)state;
    struct dice dice = { 21 };
    for (int i = 0; i < FUNCTIONS; i++) {
        int64_t far = one_in(&dice, 2) ? 0 : between(&dice, -MONEY_LIMIT, MONEY_LIMIT);
        int64_t low = far + between(&dice, -1000, 0), high = low + between(&dice, 1, 2000);
        struct stairs stairs = random_stairs(&dice, low, high);
        const struct solve_question question = { height, &stairs, NULL, 0 };
        int64_t scanned = low + 1;
        while (height(&stairs, scanned) < 0)
            scanned++;
        assert_int_equal(solve_least(&question, low, high), scanned);
    }
}

/* Too wide to scan: the number itself turns the sign and the one before does not. */
static void the_least_turns_the_sign_over_the_whole_range(void **state)
{
    (void)state;
    struct dice dice = { 22 };
    for (int i = 0; i < FUNCTIONS; i++) {
        struct stairs stairs = random_stairs(&dice, -MONEY_LIMIT, MONEY_LIMIT);
        const struct solve_question question = { height, &stairs, NULL, 0 };
        int64_t found = solve_least(&question, -MONEY_LIMIT, MONEY_LIMIT);
        assert_true(height(&stairs, found) >= 0);
        assert_true(height(&stairs, found - 1) < 0);
    }
}

/* Financing less cost of the whole project with an amount in place of the unknown. */
static money gap_with(const struct trial *trial, money amount)
{
    struct trial anew = trial_copy(trial);
    trial_set(&anew,
              arena_text(trial->arena, "funder.f0.amount = %s kr total", money_plain(trial->arena, amount, ',')));
    trial_build(&anew);
    const struct selection financing = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    month first = anew.plan->first, last = plan_last(anew.plan);
    return plan_sum(anew.plan, &financing, first, last).amount - plan_sum(anew.plan, &cost, first, last).amount;
}

static void answer_holds(struct trial *trial, struct dice *dice)
{
    (void)dice;
    finding_list findings = { 0 };
    rules_run(trial->plan, &findings, trial->arena);
    assert_string_equal(findings.items[0].rule->id, "balance");
    if (!finding_asks(&findings.items[0]))
        return;
    const struct unknown_answer answer = solve_unknown(&trial->statements, trial->project, &findings, 0, trial->arena);
    assert_string_equal(statement_path(trial->arena, answer.unknown, LANGUAGE_EN), "funder.f0.amount");
    bool is_amount = answer.outcome == UNKNOWN_IS || answer.outcome == UNKNOWN_NOT_SINGLE;
    if (!is_amount)
        assert_int_equal(answer.outcome, UNKNOWN_NONE);
    if (!is_amount && gap_with(trial, 0) <= KRONA)
        trial_fails(trial, "an amount balances the project, and none was found");
    if (is_amount && gap_with(trial, answer.number) < -KRONA)
        trial_fails(trial, "the answer leaves a deficit");
    if (is_amount && answer.number > 0 && gap_with(trial, answer.number - 1) >= 0)
        trial_fails(trial, "less than the answer would do");
    if (answer.outcome == UNKNOWN_IS)
        assert_int_equal(answer.finding.verdict, VERDICT_PASS);
}

static void an_answer_holds_and_its_neighbour_fails(void **state)
{
    try_projects(state, PROJECTS, 23, ONE_WANTED, answer_holds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_least_is_where_a_scan_finds_it),
        ARENA_TEST(the_least_turns_the_sign_over_the_whole_range),
        ARENA_TEST(an_answer_holds_and_its_neighbour_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
