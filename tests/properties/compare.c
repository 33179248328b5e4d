/* Comparisons of random projects with random overlays: causes add up to the difference, of
   each figure in all and by year; the other way round they are the same with the opposite
   sign; an overlay on itself changes nothing; and the outcomes of n undecided funders are 2ⁿ,
   the one where all say yes the project as it stands. */

#include <medfin/model/payer.h>
#include <medfin/whatif/compare.h>
#include <medfin/whatif/outcomes.h>

#include "random_project.h"

enum { PROJECTS = 60, FIRST = 2021, LAST = 2028, YEARS = LAST - FIRST + 1 };

static bool is_figure(const struct statement *statement)
{
    return statement->key && !statement->value.count && value_kinds[statement->key->kind].is_figure &&
           (statement->key->kind == VALUE_MONEY || statement->key->kind == VALUE_MONEY_OVER_TIME ||
            statement->key->kind == VALUE_MONEY_WITH_STATUS || statement->key->kind == VALUE_PERCENT ||
            statement->key->kind == VALUE_PERCENT_OR_NAME);
}

/* Some of the project's figures, otherwise; at times unknown or as they were, and at times a new
   line that is only valid with all of its values. */
static const char *random_overlay(const struct trial *trial, struct dice *dice, const char *name, bool with_unknown)
{
    struct text out = text_new(trial->arena);
    text_add(&out, "[scenario]\n");
    for (int i = 0; i < trial->statements.count; i++) {
        const struct statement *statement = &trial->statements.items[i];
        if (!statement->key)
            trial_header(&out, statement);
        if (!is_figure(statement) || !one_in(dice, 4))
            continue;
        struct value value = statement->value;
        value.unknown = with_unknown && statement->key->flags & KEY_MAY_BE_UNKNOWN && one_in(dice, 8);
        value.number = one_in(dice, 4) ? value.number : roll(dice, SHARE_ONE / 10);
        text_addf(&out, "%s = %s\n", trial_key(trial, statement),
                  value_text(trial->arena, &value, statement->key->words, LANGUAGE_EN));
    }
    if (one_in(dice, 2))
        text_addf(&out, "\n[cost new-%s]\nnew = yes\ncategory = travel\namount = %d kr/month\n", name,
                  (int)roll(dice, 1000));
    return out.bytes;
}

static struct scenario_case case_of(const struct trial *trial, const char *overlay)
{
    struct trial read = trial_copy(trial);
    if (overlay)
        trial_read(&read, overlay, 1);
    struct scenario_case scenario = { .statements = read.statements, .settings = read.statements.count };
    scenario.trial = trial_run(&scenario.statements, NULL, trial->arena);
    if (!scenario.trial.project)
        trial_fails(trial, "an overlay makes no project");
    return scenario;
}

/* By all that scenarios are compared by. */
static const struct comparison *compared(const struct trial *trial)
{
    struct comparison *comparison = arena_take(trial->arena, 1, sizeof *comparison);
    comparison->figures = compared_figures(trial->arena);
    return comparison;
}

static struct cell figure_of(const struct comparison *comparison, const struct scenario_case *scenario, int column,
                             int figure)
{
    struct figure of = compared_in(comparison, figure, column < YEARS ? FIRST + column : 0);
    return node_cell(scenario->trial.plan, figure_node(scenario->trial.plan, &of));
}

/* The changes of all causes added up anew; unknown when one is. */
static struct cell added(const struct comparison *comparison, const cause_list *causes, int column, int figure)
{
    struct cell sum = { 0 };
    for (int i = 0; i < causes->count; i++) {
        struct cell change =
            measured_change(comparison, &causes->items[i].before, &causes->items[i].after, column, figure);
        sum.amount += change.amount;
        sum.needs = sum.needs ? sum.needs : change.needs;
    }
    return sum;
}

/* `all`: nothing may be unknown. */
static void must_add_up(const struct trial *trial, const struct comparison *comparison,
                        const struct scenario_case *from, const struct scenario_case *to, const cause_list *causes,
                        bool all)
{
    for (int column = 0; column <= YEARS; column++)
        for (int f = 0; f < comparison->figures.count; f++) {
            struct cell was = figure_of(comparison, from, column, f), is = figure_of(comparison, to, column, f);
            struct cell sum = added(comparison, causes, column, f);
            if (all && !cell_is_known(sum))
                trial_fails(trial, "a change is unknown though nothing is");
            if (cell_is_known(was) && cell_is_known(is) && cell_is_known(sum) && sum.amount != is.amount - was.amount)
                trial_fails(trial, arena_text(trial->arena, "causes do not add up to the change of %s",
                                              comparison->figures.items[f].row->path));
        }
}

static void must_be_opposite(const struct trial *trial, const struct comparison *comparison, const cause_list *there,
                             const cause_list *back)
{
    if (there->count != back->count)
        trial_fails(trial, "there are other causes one way than the other");
    for (int i = 0; i < there->count; i++) {
        const struct cause *one = &there->items[i], *other = &back->items[back->count - 1 - i];
        for (int column = 0; column <= YEARS; column++)
            for (int f = 0; f < comparison->figures.count; f++) {
                struct cell a = measured_change(comparison, &one->before, &one->after, column, f);
                struct cell b = measured_change(comparison, &other->before, &other->after, column, f);
                if (cell_is_known(a) != cell_is_known(b) || (cell_is_known(a) && a.amount != -b.amount))
                    trial_fails(trial, "a cause taken back is not its opposite");
            }
    }
}

static void try_two(struct trial *trial, struct dice *dice, bool with_unknown)
{
    const struct scenario_case base = case_of(trial, NULL),
                               one = case_of(trial, random_overlay(trial, dice, "a", with_unknown)),
                               two = case_of(trial, random_overlay(trial, dice, "b", with_unknown));
    const struct comparison *comparison = compared(trial);
    const cause_list on = compare_causes(comparison, &base, &one, (struct years){ FIRST, LAST }, trial->arena);
    const cause_list off = compare_causes(comparison, &one, &base, (struct years){ FIRST, LAST }, trial->arena);
    const cause_list over = compare_causes(comparison, &one, &two, (struct years){ FIRST, LAST }, trial->arena);
    must_add_up(trial, comparison, &base, &one, &on, !with_unknown);
    must_add_up(trial, comparison, &one, &base, &off, !with_unknown);
    must_add_up(trial, comparison, &one, &two, &over, !with_unknown);
    must_be_opposite(trial, comparison, &on, &off);
    for (int i = 0; i < off.count; i++)
        if (!off.items[i].is_back || on.items[i].is_back)
            trial_fails(trial, "a cause goes the wrong way");
}

static void two_known(struct trial *trial, struct dice *dice)
{
    try_two(trial, dice, false);
}

static void two_with_unknown(struct trial *trial, struct dice *dice)
{
    try_two(trial, dice, true);
}

static void causes_add_up_and_turn_round(void **state)
{
    try_projects(state, PROJECTS, 21, ALL_KNOWN, two_known);
    try_projects(state, PROJECTS, 24, SOME_UNKNOWN, two_with_unknown);
}

/* The overlay's own values, said once more in a layer above. */
static const char *said_again(const struct trial *trial, const struct scenario_case *scenario)
{
    struct text again = text_new(trial->arena);
    text_add(&again, "[scenario]\n");
    for (int i = trial->statements.count + 1; i < scenario->settings; i++) {
        const struct statement *statement = &scenario->statements.items[i];
        if (!statement->key)
            trial_header(&again, statement);
        else if (strcmp(statement->key->name, "new") != 0)
            text_addf(&again, "%s = %s\n", trial_key(trial, statement),
                      value_text(trial->arena, &statement->value, statement->key->words, LANGUAGE_SV));
    }
    return again.bytes;
}

static void nothing_changes(struct trial *trial, struct dice *dice)
{
    const char *overlay = random_overlay(trial, dice, "a", true);
    const struct comparison *comparison = compared(trial);
    const struct scenario_case one = case_of(trial, overlay), same = case_of(trial, overlay);
    assert_int_equal(compare_causes(comparison, &one, &same, (struct years){ FIRST, LAST }, trial->arena).count, 0);
    struct trial twice = trial_copy(trial);
    trial_read(&twice, overlay, 1);
    trial_read(&twice, said_again(trial, &one), 2);
    struct scenario_case on_itself = { .statements = twice.statements, .settings = twice.statements.count };
    on_itself.trial = trial_run(&on_itself.statements, NULL, trial->arena);
    if (!on_itself.trial.project)
        trial_fails(trial, "an overlay makes no project on itself");
    if (compare_causes(comparison, &one, &on_itself, (struct years){ FIRST, LAST }, trial->arena).count)
        trial_fails(trial, "an overlay on itself changes something");
}

static void an_overlay_on_itself_changes_nothing(void **state)
{
    try_projects(state, PROJECTS, 22, SOME_UNKNOWN, nothing_changes);
}

static bool fails(const finding_list *findings, const struct rule *rule)
{
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].rule == rule && findings->items[i].verdict == VERDICT_FAIL)
            return true;
    return false;
}

/* The combination of refusals as a number of two digits. */
static int number_of(const struct outcome *outcome)
{
    int number = 0;
    for (int i = MOST_UNDECIDED - 1; i >= 0; i--)
        number = 2 * number + outcome->refused[i];
    return number;
}

static void must_be_case(const struct trial *trial, const struct outcome *outcome, const struct rerun *is,
                         const char *which)
{
    const struct figure of = { .row = figure_row("gap") };
    struct cell gap = figure_cell(is->plan, &of);
    bool same =
        cell_is_known(gap) == cell_is_known(outcome->gap) && (!cell_is_known(gap) || gap.amount == outcome->gap.amount);
    for (int r = 0; r < rule_count; r++)
        same = same && fails(&is->findings, &rule_rows[r]) == outcome->failing[r];
    if (!same)
        trial_fails(trial, which);
}

static void outcomes_of(struct trial *trial, struct dice *dice)
{
    (void)dice;
    int undecided = outcomes_undecided(trial->project);
    const struct outcomes outcomes = outcomes_find(&trial->statements, trial->project, NULL, trial->arena);
    assert_int_equal(outcomes.count, 1 << undecided);
    struct trial secured = trial_copy(trial);
    project_secured_only(trial->project, &secured.statements, trial->arena);
    const struct rerun all_yes = trial_run(&trial->statements, NULL, trial->arena);
    const struct rerun all_no = trial_run(&secured.statements, NULL, trial->arena);
    int seen = 0;
    for (int i = 0; i < outcomes.count; i++) {
        const struct outcome *outcome = &outcomes.rows[i];
        seen += number_of(outcome);
        if (!outcome->refused_count)
            must_be_case(trial, outcome, &all_yes, "a yes from all is not the project as it stands");
        if (outcome->refused_count == undecided)
            must_be_case(trial, outcome, &all_no, "a no from all is not what is secured");
    }
    /* 0 + 1 + … + (2ⁿ − 1): each combination once. */
    assert_int_equal(seen, outcomes.count * (outcomes.count - 1) / 2);
}

static void outcomes_are_all_there(void **state)
{
    try_projects(state, PROJECTS, 23, SOME_UNKNOWN, outcomes_of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(causes_add_up_and_turn_round),
        ARENA_TEST(an_overlay_on_itself_changes_nothing),
        ARENA_TEST(outcomes_are_all_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
