/* What a number must be: on margins of a few steps, and for the one amount of a project that
   is unknown. Worked by hand, in öre. */

#include "../properties/trial.h"

#include <medfin/whatif/solve.h>
#include <medfin/whatif/unknown.h>

struct straight_line {
    int64_t slope, zero;
    int looks;
};

static int64_t line_margin(void *context, int64_t number)
{
    struct straight_line *line = context;
    line->looks++;
    return line->slope * (number - line->zero);
}

static void the_least_number_is_exact(void **state)
{
    (void)state;
    struct straight_line line = { 3, 12345, 0 };
    const struct solve_question question = { line_margin, &line, NULL, 0 };
    assert_int_equal(solve_least(&question, 0, 1000000), 12345);
    assert_int_equal(solve_least(&question, 12344, 12345), 12345);
    line.zero = -INT64_C(999999999999999);
    assert_int_equal(solve_least(&question, -MONEY_LIMIT, MONEY_LIMIT), -INT64_C(999999999999999));
    line.zero = MONEY_LIMIT;
    assert_int_equal(solve_least(&question, -MONEY_LIMIT, MONEY_LIMIT), MONEY_LIMIT);
}

static int64_t stairs_margin(void *context, int64_t number)
{
    (void)context;
    return number < 70 ? -5 : number < 71 ? -1 : number < 90 ? 0 : 1000000000;
}

static void a_margin_may_rise_in_steps(void **state)
{
    (void)state;
    const struct solve_question question = { stairs_margin, NULL, NULL, 0 };
    assert_int_equal(solve_least(&question, 0, 100), 71);
    assert_int_equal(solve_least(&question, 70, INT64_C(1) << 50), 71);
}

/* A straight margin is found in a few looks where halving would take fifty. */
static void a_straight_margin_takes_few_looks(void **state)
{
    (void)state;
    struct straight_line line = { 7, INT64_C(123456789012345), 0 };
    const struct solve_question question = { line_margin, &line, NULL, 0 };
    assert_int_equal(solve_least(&question, -MONEY_LIMIT, MONEY_LIMIT), line.zero);
    assert_true(line.looks < 20);
}

/* Half an öre for each, from −5 000: 0 first at 10 000, whatever is rounded away on the way. */
static int64_t half_margin(void *context, int64_t number)
{
    ++*(int *)context;
    return (number - 10000) / 2 - (number < 10000 && number % 2);
}

/* Straight on from 0 and the first number: a few looks, where doubling from 1 takes fifteen and then the narrowing. */
static void what_goes_straight_on_is_found_straight_on(void **state)
{
    (void)state;
    int looks = 0;
    struct solve_question question = { half_margin, &looks, NULL, -5000 };
    assert_int_equal(solve_first(&question, 1, MONEY_LIMIT), 10000);
    assert_true(looks < 15);
    question.at_zero = 0;
    assert_int_equal(solve_first(&question, 1, MONEY_LIMIT), 10000);
    assert_int_equal(solve_first(&question, 1, 9999), 0);
    question.at_zero = -5000;
    assert_int_equal(solve_first(&question, 1, 9999), 0);
    assert_int_equal(solve_first(&question, 1, 10000), 10000);
}

/* Flat up to 4 000 and refused above 5 000. */
static int64_t bent_margin(void *context, int64_t number)
{
    (void)context;
    return number > 5000 ? SOLVE_REFUSED : number < 4000 ? -700 : number - 4700;
}

static int64_t short_margin(void *context, int64_t number)
{
    (void)context;
    return number > 5000 ? SOLVE_REFUSED : number - 5001;
}

static void a_bend_and_a_refusal_are_gone_around(void **state)
{
    (void)state;
    struct solve_question question = { bent_margin, NULL, NULL, -700 };
    assert_int_equal(solve_first(&question, 1, MONEY_LIMIT), 4700);
    assert_int_equal(solve_first(&question, 100, MONEY_LIMIT), 4700);
    assert_int_equal(solve_first(&question, 6000, MONEY_LIMIT), 4700);
    question = (struct solve_question){ short_margin, NULL, NULL, -5001 };
    assert_int_equal(solve_first(&question, 1, MONEY_LIMIT), 0);
}

struct answer_case {
    const char *rule;
    enum unknown_outcome outcome;
    int64_t number;
    const char *sections;
    const char *scenario;
};

#define TWO_YEARS "[project]\nstart = 2021-01\nend = 2022-12\n"
#define EVEN      "[cost a]\namount = 100 kr/year\n"
#define SHARED    EVEN "[funder x]\nstatus = granted\namount = 50 kr/year\n"
#define WANTED    "[funder y]\nstatus = granted\namount = ? total\n"
#define REST      "[funder rest]\nstatus = granted\nremainder = yes\n"
#define GRANT     "[funder grant]\nstatus = granted\nmatches = y\n"

static const struct answer_case answers[] = {
    /* 200 kr of cost less 100 kr of x; spread as x is, each year balances. */
    { "balance", UNKNOWN_IS, 10000, SHARED WANTED, NULL },
    { "balance", UNKNOWN_IS, 5000, SHARED "[funder y]\nstatus = granted\namount = ?/year\n", NULL },
    /* What a scenario adds to an unknown amount leaves it unknown: the answer is the amount in all. */
    { "balance", UNKNOWN_IS, 10000, SHARED WANTED, "[scenario]\n[funder y]\namount += 7 kr\n" },
    /* A cost: x alone pays 300 kr, of which 200 kr are taken. */
    { "balance", UNKNOWN_IS, 10000,
      EVEN "[funder x]\nstatus = granted\namount = 300 kr total\n[cost b]\namount = ? total\n", NULL },
    /* A remainder pays what y leaves of 200 kr; of 100 and 300 kr a half of y fits in the first year up
       to 200 kr, and of 20 001 öre it gets R(20001/2) = 10001. */
    { "balance", UNKNOWN_AT_MOST, 20000, EVEN REST WANTED, NULL },
    { "balance", UNKNOWN_AT_MOST, 20000, "[cost a]\n2021 = 100 kr\n2022 = 300 kr\n" REST WANTED, NULL },
    /* Each krona of y brings another: 50 of 100 kr. */
    { "balance", UNKNOWN_IS, 5000, SHARED WANTED GRANT, NULL },
    /* 100 and 300 kr of cost: 400 kr balance the whole, spread evenly no single year. */
    { "balance", UNKNOWN_NOT_SINGLE, 40000, "[cost a]\n2021 = 100 kr\n2022 = 300 kr\n" WANTED, NULL },
    /* Drawn is y/2, to the öre: R(39999/2) = 20000. */
    { "match", UNKNOWN_AT_LEAST, 39999, EVEN WANTED GRANT "amount = 200 kr total\nratio = 1:2\n", NULL },
    /* 100 kr of match, to the öre. */
    { "match", UNKNOWN_AT_MOST, 10000,
      EVEN "[funder y]\nstatus = granted\namount = 100 kr total\n" GRANT "amount = ? total\n", NULL },
    /* x ≤ R((30000 + x)/2): 30001, whose half with 30000 is 30000,5. */
    { "secured", UNKNOWN_AT_MOST, 30001,
      "[rules]\nunsecured = fail 50 %\n[funder x]\nstatus = granted\namount = 300 kr total\n"
      "[funder y]\nstatus = applied\namount = ? total\n",
      NULL },
    { "staffing", UNKNOWN_AT_MOST, 400000000,
      "[staff a]\nmonthly_salary = 1 kr\nperson = A\nshare = 60 %\n"
      "[staff b]\nmonthly_salary = 1 kr\nperson = A\nshare = ?\n",
      NULL },
};

struct settled_case {
    const char *rule;
    enum verdict verdict;
    const char *sections;
};

/* What no amount changes. */
static const struct settled_case settled[] = {
    { "balance", VERDICT_PASS, EVEN REST "[cost b]\namount = ? total\n" },
    /* Nothing is missing, and any more would be too much, which warns; too much already. */
    { "balance", VERDICT_WARN, EVEN "[funder x]\nstatus = granted\namount = 200 kr total\n" WANTED },
    { "balance", VERDICT_WARN, EVEN "[funder x]\nstatus = granted\namount = 300 kr total\n" WANTED },
    /* The ceiling of a grant that has nothing to match. */
    { "balance", VERDICT_PASS,
      EVEN "[funder x]\nstatus = granted\namount = 100 kr/year\n"
           "[funder y]\nstatus = granted\namount = 0 kr total\n" GRANT "amount = ? total\n" },
    /* Half of 200 kr of cost is all that it may draw, however much is matched. */
    { "match", VERDICT_FAIL, EVEN WANTED GRANT "amount = 150 kr total\nmax_share = 50 %\n" },
    { "staffing", VERDICT_PASS, "[staff b]\nmonthly_salary = 1 kr\nshare = ?\n" },
    /* Half of each by a share, the rest by a remainder: of any salary, two of them at once. */
    { "balance", VERDICT_PASS,
      "[staff a]\nmonthly_salary = ?\nshare = 50 %\n[staff b]\nmonthly_salary = ?\n"
      "[funder s]\nstatus = granted\nshare = 50 %\n" REST },
    { "overlap", VERDICT_PASS, "[staff a]\nmonthly_salary = ?\n[funder s]\nstatus = granted\nshare = 50 %\n" REST },
    { "share", VERDICT_PASS,
      "[staff a]\nmonthly_salary = ?\n" REST "[funder s]\nstatus = granted\nshare = 40 %\nmax_share = 50 %\n" },
};

static void what_no_amount_changes_is_the_verdict(void **state)
{
    for (size_t i = 0; i < sizeof settled / sizeof *settled; i++) {
        struct trial trial = trial_new(arena_text(*state, TWO_YEARS "%s", settled[i].sections), *state);
        finding_list findings = { 0 };
        rules_run(trial.plan, &findings, *state);
        int at = 0;
        while (strcmp(findings.items[at].rule->id, settled[i].rule) != 0)
            at++;
        if (findings.items[at].verdict != settled[i].verdict)
            fail_msg("%s: %s for\n%s", settled[i].rule, verdict_id(findings.items[at].verdict), settled[i].sections);
    }
}

static void check_answer(void **state, const struct answer_case *expected)
{
    struct trial trial = trial_new(arena_text(*state, TWO_YEARS "%s", expected->sections), *state);
    if (expected->scenario) {
        trial_read(&trial, expected->scenario, 1);
        trial_build(&trial);
    }
    finding_list findings = { 0 };
    rules_run(trial.plan, &findings, *state);
    int at = 0;
    while (strcmp(findings.items[at].rule->id, expected->rule) != 0)
        at++;
    if (!finding_asks(&findings.items[at]))
        fail_msg("%s: %s for\n%s", expected->rule, verdict_id(findings.items[at].verdict), expected->sections);
    const struct unknown_answer answer = solve_unknown(&trial.statements, trial.project, &findings, at, *state);
    if (answer.outcome != expected->outcome || answer.number != expected->number)
        fail_msg("%s: outcome %d, %lld for\n%s", expected->rule, (int)answer.outcome, (long long)answer.number,
                 expected->sections);
    assert_true(answer.unknown->value.unknown);
    bool holds =
        answer.outcome == UNKNOWN_IS || answer.outcome == UNKNOWN_AT_LEAST || answer.outcome == UNKNOWN_AT_MOST;
    if (holds)
        assert_int_equal(answer.finding.verdict, VERDICT_PASS);
}

static void what_one_unknown_must_be(void **state)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        check_answer(state, &answers[i]);
}

static void a_finding_asks_for_one_unknown_alone(void **state)
{
    struct trial trial = trial_new(TWO_YEARS SHARED WANTED "[cost b]\namount = ? total\n", *state);
    finding_list findings = { 0 };
    rules_run(trial.plan, &findings, *state);
    assert_int_equal(findings.items[0].verdict, VERDICT_UNDETERMINED);
    assert_false(finding_asks(&findings.items[0]));
    struct trial known = trial_new(TWO_YEARS SHARED, *state);
    finding_list told = { 0 };
    rules_run(known.plan, &told, *state);
    assert_false(finding_asks(&told.items[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_least_number_is_exact),
        ARENA_TEST(a_margin_may_rise_in_steps),
        ARENA_TEST(a_straight_margin_takes_few_looks),
        ARENA_TEST(what_goes_straight_on_is_found_straight_on),
        ARENA_TEST(a_bend_and_a_refusal_are_gone_around),
        ARENA_TEST(what_one_unknown_must_be),
        ARENA_TEST(what_no_amount_changes_is_the_verdict),
        ARENA_TEST(a_finding_asks_for_one_unknown_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
