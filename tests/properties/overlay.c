/* Scenarios on random projects: one that says what the project says changes nothing, one
   read twice says no more than once, and a change that is taken back leaves no trace. */

#include "random_project.h"

#include <medfin/rules/rules.h>

enum { PROJECTS = 300 };

/* Everything that is computed is the same: cells, what they need, and the rules' verdicts. */
static void must_be_same(const struct trial *was, const struct trial *is, const char *scenario)
{
    bool same = was->plan->row_count == is->plan->row_count && was->plan->count == is->plan->count;
    for (int row = 0; same && row < was->plan->row_count; row++)
        for (int i = 0; i < was->plan->count; i++) {
            struct cell a = cell_at(was->plan, row, i), b = cell_at(is->plan, row, i);
            same = same && needs_count(a.needs) == needs_count(b.needs) && (a.needs || a.amount == b.amount);
        }
    finding_list before = { 0 }, after = { 0 };
    rules_run(was->plan, &before, was->arena);
    rules_run(is->plan, &after, is->arena);
    same = same && before.count == after.count;
    for (int i = 0; same && i < before.count; i++)
        same = before.items[i].verdict == after.items[i].verdict && before.items[i].margin == after.items[i].margin;
    if (!same)
        fail_msg("the plan is not the same behind\n%s\non\n%s", scenario, was->text);
}

static const char *stated(const struct trial *trial, const struct statement *statement, const struct value *value,
                          enum language language)
{
    return value_text(trial->arena, value, statement->key->words, language);
}

static void restating_is_nothing(struct trial *trial, struct dice *dice)
{
    struct text out = text_new(trial->arena);
    enum language language = one_in(dice, 2) ? LANGUAGE_SV : LANGUAGE_EN;
    text_add(&out, "[scenario]\n");
    for (int i = 0; i < trial->statements.count; i++) {
        const struct statement *statement = &trial->statements.items[i];
        if (!statement->key)
            trial_header(&out, statement);
        else
            text_addf(&out, "%s = %s\n", trial_key(trial, statement),
                      stated(trial, statement, &statement->value, language));
    }
    struct trial restated = trial_copy(trial);
    trial_read(&restated, out.bytes, 1);
    trial_build(&restated);
    must_be_same(trial, &restated, out.bytes);
}

static void restating_a_project_changes_nothing(void **state)
{
    try_projects(state, PROJECTS, 11, SOME_UNKNOWN, restating_is_nothing);
}

static bool is_figure(const struct statement *statement)
{
    if (!statement->key || statement->value.count)
        return false;
    enum value_kind kind = statement->key->kind;
    return kind == VALUE_MONEY || kind == VALUE_MONEY_OVER_TIME || kind == VALUE_MONEY_WITH_STATUS ||
           kind == VALUE_PERCENT || kind == VALUE_PERCENT_OR_NAME;
}

/* Sections whose figures a scenario may touch, each figure by `write`. */
static const char *scenario_of(const struct trial *trial, struct dice *dice,
                               void (*write)(const struct trial *, struct dice *, const struct statement *,
                                             struct text *))
{
    struct text out = text_new(trial->arena);
    text_add(&out, "[scenario]\n");
    for (int i = 0; i < trial->statements.count; i++) {
        const struct statement *statement = &trial->statements.items[i];
        if (!statement->key)
            trial_header(&out, statement);
        else if (is_figure(statement) && one_in(dice, 3))
            write(trial, dice, statement, &out);
    }
    return out.bytes;
}

static void write_other(const struct trial *trial, struct dice *dice, const struct statement *statement,
                        struct text *out)
{
    struct value value = statement->value;
    value.unknown = false;
    value.number = roll(dice, SHARE_ONE / 10);
    text_addf(out, "%s = %s\n", trial_key(trial, statement), stated(trial, statement, &value, LANGUAGE_SV));
}

static void twice_is_once(struct trial *trial, struct dice *dice)
{
    const char *scenario = scenario_of(trial, dice, write_other);
    struct trial once = trial_copy(trial), twice = trial_copy(trial);
    trial_read(&once, scenario, 1);
    trial_build(&once);
    trial_read(&twice, scenario, 1);
    trial_read(&twice, scenario, 2);
    trial_build(&twice);
    must_be_same(&once, &twice, scenario);
}

static void a_scenario_on_itself_changes_nothing(void **state)
{
    try_projects(state, PROJECTS, 12, SOME_UNKNOWN, twice_is_once);
}

/* How much may be added to a figure and stay what it may be; less than 0: taken away. */
static int64_t room_for(const struct statement *statement, struct dice *dice)
{
    const struct key *key = statement->key;
    int64_t number = statement->value.unknown ? 0 : statement->value.number;
    int64_t most = roll(dice, 2) ? SHARE_ONE / 1000 : SHARE_ONE / 20;
    bool any = key->low == 0 && key->high == 0;
    if (!any && number + most > key->high)
        return -between(dice, 0, most < number - key->low ? most : number - key->low);
    return between(dice, 0, most);
}

/* A change of some figures, and in `*back` what takes it back. */
static const char *change_and_back(const struct trial *trial, struct dice *dice, const char **back)
{
    struct text there = text_new(trial->arena), again = text_new(trial->arena);
    text_add(&there, "[scenario]\n");
    text_add(&again, "[scenario]\n");
    for (int i = 0; i < trial->statements.count; i++) {
        const struct statement *statement = &trial->statements.items[i];
        if (!statement->key) {
            trial_header(&there, statement);
            trial_header(&again, statement);
        } else if (is_figure(statement) && one_in(dice, 2)) {
            struct value value = statement->value;
            int64_t added = room_for(statement, dice);
            value.unknown = false;
            value.number = added < 0 ? -added : added;
            const char *amount = stated(trial, statement, &value, LANGUAGE_SV);
            const char *key = trial_key(trial, statement);
            text_addf(&there, "%s %s %s\n", key, added < 0 ? "-=" : "+=", amount);
            text_addf(&again, "%s %s %s\n", key, added < 0 ? "+=" : "-=", amount);
        }
    }
    *back = again.bytes;
    return there.bytes;
}

static void back_is_where_it_was(struct trial *trial, struct dice *dice)
{
    const char *back, *change = change_and_back(trial, dice, &back);
    struct trial returned = trial_copy(trial);
    trial_read(&returned, change, 1);
    trial_build(&returned);
    trial_read(&returned, back, 2);
    trial_build(&returned);
    must_be_same(trial, &returned, change);
}

static void adding_and_taking_away_changes_nothing(void **state)
{
    try_projects(state, PROJECTS, 13, SOME_UNKNOWN, back_is_where_it_was);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(restating_a_project_changes_nothing),
        ARENA_TEST(a_scenario_on_itself_changes_nothing),
        ARENA_TEST(adding_and_taking_away_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
