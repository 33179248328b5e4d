/* What the simulator says of a trial is what its own graph says of it, with the drawn values in the place of the stated
   ones, within the bound that each form states. Tried on random projects with random uncertainty. */

#include "random_spreads.h"

#include <math.h>

#include <gsl/gsl_errno.h>

#include <medfin/graph/attempt.h>
#include <medfin/model/stated_values.h>
#include <medfin/simulate/simulator.h>

enum { PROJECTS = 400, TRIALS = 8 };

static int proved; /* places in trials */

/* The leaves of what is drawn, and which draw each has. */
struct drawn_leaves {
    node *leaves;
    int *values;
    int count;
};

static void add_leaf(struct drawn_leaves *drawn, const struct graph *graph, const struct fact *fact, enum field field,
                     int value)
{
    node leaf = graph_leaf(graph, fact->stated, field);
    if (!leaf)
        return;
    drawn->leaves[drawn->count] = leaf;
    drawn->values[drawn->count++] = value;
}

static struct drawn_leaves leaves_of(const struct simulation *simulation, struct arena *arena)
{
    const struct graph *graph = simulation->plan->graph;
    struct drawn_leaves drawn = { 0 };
    size_t room = 2 * (size_t)simulation->value_count + 1;
    drawn.leaves = arena_take(arena, room, sizeof *drawn.leaves);
    drawn.values = arena_take(arena, room, sizeof *drawn.values);
    for (int i = 0; i < simulation->value_count; i++) {
        const struct fact *fact = project_fact(simulation->plan->project, simulation->values[i].fact->by, arena);
        if (fact->value.kind == VALUE_STATUS) {
            add_leaf(&drawn, graph, fact, FIELD_PAYS, i);
            add_leaf(&drawn, graph, fact, FIELD_SETTLED, i);
        } else {
            add_leaf(&drawn, graph, fact, FIELD_NUMBER, i);
        }
    }
    return drawn;
}

/* What is proved to hold whatever is drawn lacks nothing in the exact plan of a trial either. */
static void hold_proved(const struct trial *trial, const struct attempt *attempt, const char *rule,
                        const struct simulated_place *place)
{
    int64_t spare = attempt_value(attempt, place->margin) + attempt_value(attempt, place->tolerance);
    if (spare < 0)
        fail_msg("%s %s: proved to hold, and lacks %d in\n%s", rule, month_text(trial->arena, place->at), (int)-spare,
                 trial->text);
    proved++;
}

/* Of a figure, or of a margin and its tolerance. */
static void hold(const struct trial *trial, const struct attempt *attempt, const char *what, month at,
                 const struct reading *reading, node of, node more, const struct trial_block *block, int number)
{
    /* Node 0 is of a rule that breaks whatever its margin is. */
    if (reading->unknown || !of)
        return;
    const struct needs *needs, *needed;
    attempt_read(attempt, of, &needs);
    attempt_read(attempt, more, &needed);
    if (needs || needed)
        fail_msg("%s %s is unknown in\n%s", what, month_text(trial->arena, at), trial->text);
    if (reading->jumps && block->jumped[number])
        return;
    double simulated = reading_in(reading, block, number);
    double known = (double)(attempt_value(attempt, of) + attempt_value(attempt, more));
    if (!(fabs(simulated - known) <= reading->bound))
        fail_msg("%s %s: simulated %.4f, exact %.0f, bound %.4f in\n%s", what, month_text(trial->arena, at), simulated,
                 known, reading->bound, trial->text);
}

static void hold_all(const struct trial *trial, const struct simulation *simulation, const struct attempt *attempt,
                     const struct trial_block *block, int number)
{
    static const char *const fans[FANS] = { "cost", "financing", "equity", "cash", "payer" };
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        hold(trial, attempt, fans[figure->fan], figure->at, &figure->reading, figure->of, 0, block, number);
    }
    for (int r = 0; r < simulation->rule_count; r++)
        for (int p = 0; p < simulation->rules[r].place_count; p++) {
            const struct simulated_place *place = &simulation->rules[r].places[p];
            hold(trial, attempt, simulation->rules[r].rule->id, place->at, &place->reading, place->margin,
                 place->tolerance, block, number);
            if (place->holds)
                hold_proved(trial, attempt, simulation->rules[r].rule->id, place);
        }
}

static void hold_trials(const struct trial *trial, uint64_t seed, int trials)
{
    const struct simulation_request request = {
        .statements = &trial->statements, .project = trial->project, .seed = seed, .trials = 1, .by_payer = true
    };
    struct simulator *simulator = simulator_new(&request, trial->arena);
    const struct simulation *simulation = simulator_answer(simulator);
    const struct drawn_leaves drawn = leaves_of(simulation, trial->arena);
    struct attempt *attempt =
        attempt_new(users_new(simulation->plan->graph, trial->arena), drawn.leaves, drawn.count, NULL, 0, trial->arena);
    const struct trial_block block = simulator_block(simulator, 0);
    for (int t = 0; t < trials; t++) {
        for (int i = 0; i < drawn.count; i++)
            attempt_put(attempt, i, (int64_t)block.values[drawn.values[i]][t]);
        attempt_run(attempt);
        hold_all(trial, simulation, attempt, &block, t);
    }
}

static void hold_random(struct trial *trial, struct dice *dice)
{
    make_uncertain(trial, dice, 1 + (int)roll(dice, 6));
    hold_trials(trial, dice_next(dice), TRIALS);
}

static void test_forms_are_the_graph(void **state)
{
    proved = 0;
    try_projects(state, PROJECTS, 81, ALL_KNOWN, hold_random);
    assert_true(proved > PROJECTS);
}

static void test_forms_are_the_graph_where_some_is_unknown(void **state)
{
    try_projects(state, PROJECTS, 82, SOME_UNKNOWN, hold_random);
}

/* The shares of both funders are all of the cost, so that nothing uncertain is left of equity and cash; each share of
   each month is rounded all the same. */
static void test_what_cancels_is_not_exact(void **state)
{
    const struct trial trial = trial_new("[project]\n"
                                         "start = 2021-01\n"
                                         "end = 2022-12\n"
                                         "opening_equity = 1000 kr\n"
                                         "[cost rent]\n"
                                         "amount = 1234,57 kr/month ~ uniform(1000 kr, 1500 kr)\n"
                                         "[funder small]\n"
                                         "status = granted\n"
                                         "share = 33,3333333 %\n"
                                         "[funder large]\n"
                                         "status = granted\n"
                                         "share = 66,6666667 %\n",
                                         *state);
    hold_trials(&trial, 1, BLOCK);
}

/* How many equal members there are, of whom some are new in a year of more. */
static void test_members_vary(void **state)
{
    const struct trial trial = trial_new("[project]\n"
                                         "start = 2021-03\n"
                                         "end = 2023-10\n"
                                         "[cost rent]\n"
                                         "amount = 30 000 kr/month\n"
                                         "[tariff network]\n"
                                         "fixed = 4 000,37 kr ~ uniform(3500 kr, 4500 kr)\n"
                                         "first_year = half\n"
                                         "round_to = 10 kr down\n"
                                         "count = 30 ~ uniform(10, 50)\n"
                                         "count.2022 = 33 ~ triangular(20, 45)\n"
                                         "count.2023 = 31\n",
                                         *state);
    hold_trials(&trial, 3, BLOCK);
}

/* A match draws to its highest share and no further, and a grant that is refused draws nothing: both lie within what is
   rounded in some trials, and hold by the terms themselves, so that none of them asks the exact plan. Whether the grant
   draws all that it applies for is left to the draws. */
static void test_what_the_terms_see_to_is_proved(void **state)
{
    const struct trial trial = trial_new("[project]\n"
                                         "start = 2021-01\n"
                                         "end = 2022-12\n"
                                         "opening_equity = 90 000 kr\n"
                                         "[index wages]\n"
                                         "2021-04 = 2,2 % ~ normal(0,3 %)\n"
                                         "[staff manager]\n"
                                         "monthly_salary = 46 000 kr\n"
                                         "employer_rate = 46,15 %\n"
                                         "share = 50 %\n"
                                         "index = wages\n"
                                         "[overhead oh]\n"
                                         "rate = 15 %\n"
                                         "base = staff\n"
                                         "[funder board]\n"
                                         "amount = 600 000 kr total ~ uniform(300 000 kr, 900 000 kr)\n"
                                         "status = granted\n"
                                         "[funder grant]\n"
                                         "matches = board\n"
                                         "ratio = 1:1\n"
                                         "max_share = 50 %\n"
                                         "amount = 3 000 000 kr total\n"
                                         "status = applied ~ 70 %\n"
                                         "[rules]\n"
                                         "tolerance = 0 kr\n",
                                         *state);
    struct simulation_request request = {
        .statements = &trial.statements, .project = trial.project, .seed = 1, .trials = 4 * BLOCK
    };
    struct simulator *simulator = simulator_new(&request, trial.arena);
    const struct simulation *simulation = simulator_answer(simulator);
    int seen = 0;
    simulator_run(simulator, &request);
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        if (strcmp(rule->rule->id, "share") == 0 || strcmp(rule->rule->id, "eligibility") == 0) {
            assert_int_equal(rule->decided, 0);
            assert_int_equal(rule->broken, 0);
            seen++;
        }
        if (strcmp(rule->rule->id, "match") == 0) {
            assert_true(rule->broken > 0 && rule->broken < simulation->trials);
            seen++;
        }
    }
    assert_int_equal(seen, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_forms_are_the_graph),
        ARENA_TEST(test_forms_are_the_graph_where_some_is_unknown),
        ARENA_TEST(test_what_cancels_is_not_exact),
        ARENA_TEST(test_members_vary),
        ARENA_TEST(test_what_the_terms_see_to_is_proved),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
