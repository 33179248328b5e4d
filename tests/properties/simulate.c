/* The simulator is the same plan: what it says of a trial is what the exact plan says of the
   trial's values, within the bound that it states. Tried on random projects of every kind of
   line, with random uncertainty. */

#include "random_spreads.h"
#include "random_terms.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>

#include <medfin/plan/cash.h>
#include <medfin/plan/sums.h>
#include <medfin/rules/rules.h>
#include <medfin/simulate/simulate.h>
#include <medfin/simulate/simulator.h>

enum { TRIALS = 3 };

static int projects = 100; /* of each property; the heavy tests say more */
static int tried;

static struct simulation_request request_of(const struct trial *trial, uint64_t seed)
{
    return (struct simulation_request){
        .statements = &trial->statements, .project = trial->project, .seed = seed, .trials = 1, .by_payer = true
    };
}

static struct simulator *simulate(const struct trial *trial, uint64_t seed)
{
    const struct simulation_request request = request_of(trial, seed);
    return simulator_new(&request, trial->arena);
}

/* The trial's values said as statements; false if the project takes no such values. */
static bool write_back(const struct trial *trial, const struct simulation *simulation, const struct trial_block *block,
                       int at, struct trial *exact)
{
    int count = trial->statements.count;
    *exact = trial_copy(trial);
    for (int v = 0; v < simulation->value_count; v++) {
        struct statement *set = list_add(&exact->statements, exact->arena);
        *set = *simulation->values[v].fact->by;
        set->layer = 1 + count;
        set->is_setting = true;
        set->value.spread = NULL;
        set->value.number = (int64_t)block->values[v][at];
        if (set->value.kind == VALUE_STATUS)
            set->value.number = block->values[v][at] > 0 ? STATUS_GRANTED : STATUS_REJECTED;
    }
    exact->project =
        project_build(exact->statements.items, exact->statements.count, exact->arena, diags_new(exact->arena));
    exact->plan = exact->project ? plan_build(exact->project, exact->arena) : NULL;
    return exact->project;
}

static money exact_figure(const struct trial *exact, const struct cash *cash, const struct simulated_figure *figure)
{
    const struct plan *plan = exact->plan;
    month first = figure->is_year ? month_of(month_year(figure->at), 1) : figure->at;
    const struct section *payer =
        figure->payer ? project_find(exact->project, figure->payer->kind, figure->payer->id) : NULL;
    const struct selection of = { .side = figure->fan == FAN_COST ? COST_SIDE : FINANCING_SIDE, .payer = payer };
    if (figure->fan == FAN_EQUITY)
        return plan_equity(plan, figure->at).amount;
    if (figure->fan == FAN_CASH) {
        int at = figure->at - plan->first;
        return cash->balance[at < cash->count ? at : cash->count - 1].amount;
    }
    return plan_sum(plan, &of, first, figure->at).amount;
}

static void check(const struct trial *exact, const char *what, month at, double simulated, double known, double bound)
{
    if (!(fabs(simulated - known) <= bound))
        fail_msg("%s %s: simulated %.4f, exact %.0f, bound %.4f in\n%s", what, month_text(exact->arena, at), simulated,
                 known, bound, exact->text);
}

static void check_figures(const struct trial *exact, const struct simulation *simulation,
                          const struct trial_block *block, int at)
{
    static const char *const fans[FANS] = { "cost", "financing", "equity", "cash", "funder" };
    const struct cash *cash = cash_build(exact->plan, exact->arena);
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        const char *name = figure->payer ? figure->payer->id : fans[figure->fan];
        assert_false(figure->reading.unknown);
        if (!figure->reading.jumps || !block->jumped[at])
            check(exact, name, figure->at, reading_in(&figure->reading, block, at),
                  (double)exact_figure(exact, cash, figure), figure->reading.bound);
    }
}

static const char *subject_of(const struct section *subject)
{
    return subject ? subject->id : "";
}

/* The margin that the finding compares, without its tolerance and over the whole; false if it
   does not apply in this trial. */
static bool exact_margin(const struct finding *finding, double *margin)
{
    const char *id = finding->rule->id;
    double held = 0, limit = 0, gap = MONEY_LIMIT;
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (strcmp(figure->key, "money") == 0)
            held = (double)figure->number;
        if (strcmp(figure->key, "limit") == 0)
            limit = (double)figure->number;
        /* The years, where there are any, and not their total. */
        bool is_gap = strstr(figure->key, "gap") && (figure->year || !finding->year);
        if (is_gap && (double)figure->number < gap)
            gap = (double)figure->number;
    }
    *margin = strcmp(id, "share") == 0 ? limit - held : strcmp(id, "balance") == 0 ? gap : (double)finding->margin;
    return finding->has_margin;
}

/* What the file says of its sources is no draw: a grant that is written back has no reference. */
static bool is_of_file(const struct rule *rule)
{
    return strcmp(rule->id, "evidence") == 0;
}

static void check_rule(const struct trial *exact, const struct simulated_rule *rule, const finding_list *findings,
                       const struct trial_block *block, int at)
{
    double worst = 2.0 * MONEY_LIMIT, bound = 0, known;
    for (int p = 0; p < rule->place_count; p++) {
        worst = fmin(worst, reading_in(&rule->places[p].reading, block, at));
        bound = fmax(bound, rule->places[p].reading.bound);
    }
    if (rule->rule->forgives)
        worst -= (double)exact->project->rules->tolerance->value.number;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool is_its =
            finding->rule == rule->rule && strcmp(subject_of(finding->subject), subject_of(rule->subject)) == 0;
        /* Eligibility names the funder of the tightest place; in a trial a rejected one has a place too, that lacks
           nothing. */
        bool is_any = strcmp(rule->rule->id, "eligibility") == 0;
        is_its = is_its || (finding->rule == rule->rule && is_any);
        if (is_its && is_any && finding->margin >= 0 && worst >= -bound)
            continue;
        if (is_its && !is_of_file(rule->rule) && exact_margin(finding, &known))
            check(exact, rule->rule->id, rule->places[0].at, worst, known, bound);
    }
}

static void agree(struct trial *trial, struct dice *dice)
{
    make_uncertain(trial, dice, 1 + (int)roll(dice, 6));
    uint64_t seed = dice_next(dice);
    struct simulator *simulator = simulate(trial, seed);
    const struct simulation *simulation = simulator_answer(simulator);
    const struct trial_block block = simulator_block(simulator, 0);
    for (int t = 0; t < TRIALS; t++) {
        struct trial exact;
        int at = (int)roll(dice, BLOCK);
        if (!write_back(trial, simulation, &block, at, &exact))
            continue;
        check_figures(&exact, simulation, &block, at);
        finding_list findings = { 0 };
        rules_run(exact.plan, &findings, exact.arena);
        for (int r = 0; r < simulation->rule_count; r++)
            check_rule(&exact, &simulation->rules[r], &findings, &block, at);
    }
}

static void test_trials_are_the_exact_plan(void **state)
{
    try_projects(state, projects, 71, ALL_KNOWN, agree);
}

/* Without uncertainty both are the same öre, and nothing varies. */
static void same_ore(struct trial *trial, struct dice *dice)
{
    (void)dice;
    struct simulator *simulator = simulate(trial, 1);
    const struct simulation *simulation = simulator_answer(simulator);
    const struct trial_block block = { 0 };
    for (int i = 0; i < simulation->figure_count; i++) {
        assert_int_equal(simulation->figures[i].reading.watched, -1);
        assert_true(simulation->figures[i].reading.bound == 0);
    }
    for (int r = 0; r < simulation->rule_count; r++)
        assert_true(simulation->rules[r].certain);
    check_figures(trial, simulation, &block, 0);
}

static void test_without_uncertainty_it_is_the_plan(void **state)
{
    try_projects(state, projects, 72, ALL_KNOWN, same_ore);
}

/* What the rule finds there, at its gravest. */
static enum verdict verdict_of(const finding_list *findings, const struct simulated_rule *rule)
{
    enum verdict gravest = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool is_its = finding->rule == rule->rule && strcmp(subject_of(finding->about), subject_of(rule->subject)) == 0;
        is_its = is_its && strcmp(finding->person ? finding->person : "", rule->person ? rule->person : "") == 0;
        if (is_its && finding->verdict > gravest)
            gravest = finding->verdict;
    }
    return gravest;
}

/* Without uncertainty a rule holds in every trial if its verdict holds, and else in none. */
static void hold_alike(struct trial *trial, struct dice *dice)
{
    (void)dice;
    const struct simulation_request request = request_of(trial, 1);
    struct simulator *simulator = simulator_new(&request, trial->arena);
    const struct simulation *simulation = simulator_answer(simulator);
    finding_list findings = { 0 };
    simulator_run(simulator, &request);
    rules_run(trial->plan, &findings, trial->arena);
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        if (verdict_holds(verdict_of(&findings, rule)) != !rule->broken)
            fail_msg("%s: %s", rule->rule->id, verdict_id(verdict_of(&findings, rule)));
    }
}

static void test_what_holds_is_what_check_says(void **state)
{
    try_projects(state, projects, 73, ALL_KNOWN, hold_alike);
}

/* A rule is broken in as many trials as the exact plan breaks it in, each built anew with the trial's values. */
static void break_alike(struct trial *trial, struct dice *dice)
{
    put_on_top(trial, dice, one_in(dice, 2), one_in(dice, 2));
    make_uncertain(trial, dice, 1 + (int)roll(dice, 6));
    struct simulation_request request = request_of(trial, dice_next(dice));
    request.trials = TRIALS;
    struct simulator *simulator = simulator_new(&request, trial->arena);
    const struct simulation *simulation = simulator_answer(simulator);
    const struct trial_block block = simulator_block(simulator, 0);
    int64_t *broken = arena_take(trial->arena, (size_t)simulation->rule_count + 1, sizeof *broken);
    for (int t = 0; t < TRIALS; t++) {
        struct trial exact;
        finding_list findings = { 0 };
        if (simulation->leaving_count || !write_back(trial, simulation, &block, t, &exact))
            return;
        rules_run(exact.plan, &findings, exact.arena);
        for (int r = 0; r < simulation->rule_count; r++)
            broken[r] += !verdict_holds(verdict_of(&findings, &simulation->rules[r]));
    }
    simulator_run(simulator, &request);
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        if (!rule->unknown && !is_of_file(rule->rule) && rule->broken != broken[r])
            fail_msg("%s %s: broken in %d trials, the exact plan in %d, in\n%s", rule->rule->id,
                     subject_of(rule->subject), (int)rule->broken, (int)broken[r], trial->text);
    }
    tried++;
}

static void test_rules_break_as_the_exact_plan_does(void **state)
{
    tried = 0;
    try_projects(state, projects, 74, ALL_KNOWN, break_alike);
    assert_in_range(tried, projects / 2, projects);
}

/* With a spread of nothing every rule has the verdict of check, in all trials, and every mean is the plan's. */
static void settle_alike(struct trial *trial, struct dice *dice)
{
    put_on_top(trial, dice, one_in(dice, 2), one_in(dice, 2));
    make_spread(trial, dice, 1 + (int)roll(dice, 3), true);
    struct simulation_request request = request_of(trial, dice_next(dice));
    request.trials = TRIALS;
    struct simulator *simulator = simulator_new(&request, trial->arena);
    const struct simulation *simulation = simulator_answer(simulator);
    if (simulation->leaving_count)
        return;
    finding_list findings = { 0 };
    simulator_run(simulator, &request);
    rules_run(trial->plan, &findings, trial->arena);
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        bool holds = verdict_holds(verdict_of(&findings, rule));
        if (rule->broken != (holds ? 0 : TRIALS))
            fail_msg("%s %s: broken in %d of %d trials in\n%s", rule->rule->id, subject_of(rule->subject),
                     (int)rule->broken, TRIALS, trial->text);
    }
    const struct cash *cash = cash_build(trial->plan, trial->arena);
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        if (figure->is_year)
            check(trial, "mean", figure->at, figure->mean, (double)exact_figure(trial, cash, figure), 0);
    }
    tried++;
}

static void test_a_spread_of_nothing_is_the_plan(void **state)
{
    tried = 0;
    try_projects(state, projects, 75, ALL_KNOWN, settle_alike);
    assert_in_range(tried, projects / 2, projects);
}

int main(int argc, char **argv)
{
    projects = argc > 1 ? atoi(argv[1]) : projects;
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_trials_are_the_exact_plan),       ARENA_TEST(test_without_uncertainty_it_is_the_plan),
        ARENA_TEST(test_what_holds_is_what_check_says),   ARENA_TEST(test_rules_break_as_the_exact_plan_does),
        ARENA_TEST(test_a_spread_of_nothing_is_the_plan),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("simulate", tests, NULL, NULL);
}
