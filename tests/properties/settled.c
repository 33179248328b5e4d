/* Where an unknown amount is needed and a rule has a verdict all the same, the verdict is the one with any amounts in
   the places of the unknowns: of random projects, filled in at random. */

#include "random_project.h"

#include <medfin/rules/rules.h>

enum { PROJECTS = 150, FILLINGS = 6 };

/* From nothing to what a key takes, as often small as large. */
static int64_t any_amount(const struct statement *statement, struct dice *dice)
{
    static const int64_t sizes[] = { 1, 1000, 1000000, 100000000, 10000000000 };
    const struct key *key = statement->key;
    int64_t most = statement->value.is_share || statement->value.kind == VALUE_PERCENT ? SHARE_ONE
                   : key->high                                                         ? key->high
                                                                                       : MONEY_LIMIT;
    int64_t size = sizes[roll(dice, sizeof sizes / sizeof *sizes)];
    return roll(dice, size < most ? size + 1 : most + 1);
}

/* NULL: these amounts make no project. */
static const struct plan *filled(const struct trial *trial, struct dice *dice)
{
    struct trial copy = trial_copy(trial);
    for (int i = 0; i < copy.statements.count; i++) {
        struct statement *statement = &copy.statements.items[i];
        if (!statement->value.unknown)
            continue;
        statement->value.unknown = false;
        statement->value.number = any_amount(statement, dice);
    }
    const struct project *project =
        project_build(copy.statements.items, copy.statements.count, copy.arena, diags_new(copy.arena));
    return project ? plan_build(project, copy.arena) : NULL;
}

static void compare(const struct trial *trial, const finding_list *told, const finding_list *known)
{
    if (told->count != known->count)
        return;
    for (int i = 0; i < told->count; i++) {
        const struct finding *finding = &told->items[i];
        bool is_settled = finding->verdict != VERDICT_NOT_APPLICABLE && finding->verdict != VERDICT_UNDETERMINED;
        enum verdict verdict = known->items[i].verdict;
        bool agrees = verdict_holds(finding->verdict) ? verdict <= finding->verdict : verdict == finding->verdict;
        if (is_settled && !finding->has_margin && !agrees)
            trial_fails(trial, arena_text(trial->arena, "%s: %s, and %s by %lld with amounts", finding->rule->id,
                                          verdict_id(finding->verdict), verdict_id(verdict),
                                          (long long)known->items[i].margin));
    }
}

static int settled;

static void verdicts_stand(struct trial *trial, struct dice *dice)
{
    finding_list told = { 0 };
    rules_run(trial->plan, &told, trial->arena);
    for (int i = 0; i < told.count; i++)
        settled += told.items[i].verdict != VERDICT_NOT_APPLICABLE && told.items[i].verdict != VERDICT_UNDETERMINED &&
                   !told.items[i].has_margin;
    for (int i = 0; i < FILLINGS; i++) {
        const struct plan *plan = filled(trial, dice);
        finding_list known = { 0 };
        if (plan)
            rules_run(plan, &known, trial->arena);
        compare(trial, &told, &known);
    }
}

static void what_is_settled_stands(void **state)
{
    try_projects(state, PROJECTS, 81, SOME_UNKNOWN, verdicts_stand);
    assert_true(settled > PROJECTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(what_is_settled_stands) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
