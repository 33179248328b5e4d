/* Sweeps on random projects: whatever the paths and the order of the values, each try gives
   the plan, the findings and the figures of the project that is built from scratch with
   those values set, to the öre. */

#include "random_project.h"

#include <medfin/whatif/sweep.h>

enum { PROJECTS = 400, TRIES = 8, ROUND = 3 };

/* Statements whose value a path may set. */
static bool may_vary(const struct statement *statement)
{
    if (!statement->key || statement->value.count || statement->value.spread)
        return false;
    enum value_kind kind = statement->value.kind;
    return (value_kinds[kind].is_figure && kind != VALUE_RATIO) || kind == VALUE_RATIO || kind == VALUE_STATUS ||
           kind == VALUE_WORD;
}

static int64_t within(const struct key *key, int64_t number)
{
    if (!key->low && !key->high)
        return number;
    return number < key->low ? key->low : number > key->high ? key->high : number;
}

/* Another value of the same key: of a figure one that the key takes, at times a large one;
   now and then of another form, as a total where a yearly amount stood. */
static struct value other_value(const struct statement *statement, struct dice *dice)
{
    struct value value = statement->value;
    value.unknown = false;
    if (value.kind == VALUE_STATUS) {
        value.number = between(dice, STATUS_GRANTED, STATUS_REJECTED);
    } else if (value.kind == VALUE_WORD) {
        const struct word *words = statement->key->words;
        int count = 0;
        while (words[count].english)
            count++;
        value.number = words[roll(dice, count)].code;
    } else if (value.kind == VALUE_RATIO) {
        value.number = between(dice, 1, 5);
        value.second = between(dice, 1, 5);
    } else {
        bool is_share = value.is_share || value.kind == VALUE_PERCENT || value.kind == VALUE_PERCENT_OR_NAME;
        int64_t most = is_share                    ? SHARE_ONE - 1
                       : value.kind == VALUE_COUNT ? 12
                       : one_in(dice, 30)          ? MONEY_LIMIT / 50
                                                   : 100000000;
        value.number = within(statement->key, roll(dice, most));
        if (value.kind == VALUE_MONEY_WITH_STATUS && one_in(dice, 3))
            value.status = (enum status)between(dice, STATUS_GRANTED, STATUS_REJECTED);
        if (value.period && one_in(dice, 8))
            value.period = (enum period)between(dice, PERIOD_MONTH, PERIOD_TOTAL);
    }
    return value;
}

static const struct statement *some_varied(const struct trial *trial, struct dice *dice)
{
    for (;;) {
        const struct statement *statement = &trial->statements.items[roll(dice, trial->statements.count)];
        if (may_vary(statement))
            return statement;
    }
}

static const char *setting_of(const struct trial *trial, const struct statement *varied, const struct value *value)
{
    return arena_text(trial->arena, "%s = %s", statement_path(trial->arena, varied),
                      value_text(trial->arena, value, varied->key->words, LANGUAGE_SV));
}

static void differs(const struct trial *trial, const struct statement *varied, const struct value *values, int count,
                    const char *what)
{
    for (int i = 0; i < count; i++)
        print_error("%s\n", setting_of(trial, &varied[i], &values[i]));
    trial_fails(trial, what);
}

static bool same_plan(const struct plan *a, const struct plan *b)
{
    bool same = a->row_count == b->row_count && a->count == b->count;
    for (int row = 0; same && row < a->row_count; row++) {
        const struct row *x = &a->rows[row], *y = &b->rows[row];
        same = strcmp(x->line->id, y->line->id) == 0 && x->is_known == y->is_known;
        for (int i = 0; same && i < a->count; i++)
            same = needs_count(x->months[i].needs) == needs_count(y->months[i].needs) &&
                   (x->months[i].needs || x->months[i].amount == y->months[i].amount);
    }
    return same;
}

static bool same_findings(const finding_list *a, const finding_list *b)
{
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        const struct finding *x = &a->items[i], *y = &b->items[i];
        same = x->verdict == y->verdict && x->has_margin == y->has_margin && x->margin == y->margin &&
               x->figure_count == y->figure_count;
        for (int f = 0; same && f < x->figure_count; f++)
            same = needs_count(x->figures[f].needs) == needs_count(y->figures[f].needs) &&
                   (x->figures[f].needs || x->figures[f].number == y->figures[f].number);
    }
    return same;
}

static bool same_figures(const struct plan *a, const struct plan *b)
{
    for (int i = 0; i < compared_figure_count; i++) {
        struct cell x = figure_whole(&compared_figures[i], a), y = figure_whole(&compared_figures[i], b);
        if (!x.needs != !y.needs || (!x.needs && x.amount != y.amount))
            return false;
    }
    return true;
}

/* The project with the values read from settings, as the command line does. */
static const struct project *from_scratch(const struct trial *trial, const struct statement *varied,
                                          const struct value *values, int count)
{
    struct trial anew = trial_copy(trial);
    for (int i = 0; i < count; i++)
        trial_set(&anew, setting_of(trial, &varied[i], &values[i]));
    return project_build(anew.statements.items, anew.statements.count, trial->arena, diags_new(trial->arena));
}

static void must_equal(const struct trial *trial, struct variant *variant, const struct statement *varied,
                       const struct value *values, int count)
{
    const struct rerun swept = variant_judge(variant, values, NULL);
    const struct project *project = from_scratch(trial, varied, values, count);
    if (!project != !swept.project)
        differs(trial, varied, values, count, "the sweep and --set disagree on whether the project stands");
    if (!project)
        return;
    const struct plan *plan = plan_build(project, trial->arena);
    finding_list findings = { 0 };
    rules_run(plan, &findings, trial->arena);
    if (!same_plan(swept.plan, plan))
        differs(trial, varied, values, count, "a swept cell is not what --set gives");
    if (!same_findings(&swept.findings, &findings))
        differs(trial, varied, values, count, "a swept finding is not what --set gives");
    if (!same_figures(swept.plan, plan))
        differs(trial, varied, values, count, "a swept figure is not what --set gives");
}

/* Different paths; values come back in any order, one or both changed at a time. */
static int choose_varied(const struct trial *trial, struct dice *dice, struct statement *varied)
{
    varied[0] = *some_varied(trial, dice);
    varied[1] = *some_varied(trial, dice);
    bool is_same =
        varied[0].key == varied[1].key && varied[0].at == varied[1].at && strcmp(varied[0].id, varied[1].id) == 0;
    return is_same || one_in(dice, 3) ? 1 : MOST_VARIED;
}

static void set_bounds(struct variant *variant, const struct value (*choices)[ROUND], int count)
{
    for (int i = 0; i < count; i++) {
        const struct value *low = &choices[i][0], *high = low;
        for (int c = 1; c < ROUND; c++) {
            low = choices[i][c].number < low->number ? &choices[i][c] : low;
            high = choices[i][c].number > high->number ? &choices[i][c] : high;
        }
        variant_bound(variant, i, low, high);
    }
}

static void tries_equal_settings(struct trial *trial, struct dice *dice)
{
    struct statement varied[MOST_VARIED];
    struct value choices[MOST_VARIED][ROUND], values[MOST_VARIED];
    int count = choose_varied(trial, dice, varied);
    for (int i = 0; i < count; i++)
        for (int c = 0; c < ROUND; c++)
            choices[i][c] = other_value(&varied[i], dice);
    struct variant *variant = variant_new(&trial->statements, varied, count, trial->arena);
    if (one_in(dice, 2))
        set_bounds(variant, (const struct value(*)[ROUND])choices, count);
    for (int i = 0; i < TRIES; i++) {
        for (int v = 0; v < count; v++)
            values[v] = choices[v][roll(dice, ROUND)];
        must_equal(trial, variant, varied, values, count);
    }
    variant_free(variant);
}

static void each_try_is_what_set_gives(void **state)
{
    try_projects(state, PROJECTS, 41, ALL_KNOWN, tries_equal_settings);
}

static void each_try_is_what_set_gives_with_unknowns(void **state)
{
    try_projects(state, PROJECTS, 42, SOME_UNKNOWN, tries_equal_settings);
}

static void sweep_equals_settings(struct trial *trial, struct dice *dice)
{
    struct statement varied[MOST_VARIED];
    struct value choices[MOST_VARIED][ROUND];
    struct sweep_axis axes[MOST_AXES];
    int count = choose_varied(trial, dice, varied);
    for (int i = 0; i < count; i++) {
        for (int c = 0; c < ROUND; c++)
            choices[i][c] = other_value(&varied[i], dice);
        axes[i] = (struct sweep_axis){ varied[i], choices[i], ROUND };
    }
    const struct asked_figure gap = { &compared_figures[2], 0, "gap" };
    struct sweep sweep = { .axes = axes, .axis_count = count, .figures = &gap, .figure_count = 1, .judges = true };
    sweep_run(&sweep, &trial->statements, trial->arena);
    for (int p = 0; p < sweep.count; p++) {
        struct value values[] = { choices[0][count > 1 ? p / ROUND : p], choices[count - 1][p % ROUND] };
        const struct project *project = from_scratch(trial, varied, values, count);
        if (!project != !sweep.points[p].stands)
            differs(trial, varied, values, count, "the sweep and --set disagree on whether the project stands");
        if (!project)
            continue;
        const struct plan *plan = plan_build(project, trial->arena);
        finding_list findings = { 0 };
        rules_run(plan, &findings, trial->arena);
        struct cell cell = figure_asked(&gap, plan), swept = sweep.points[p].figures[0];
        if (!cell.needs != !swept.needs || (!cell.needs && cell.amount != swept.amount))
            differs(trial, varied, values, count, "a swept figure is not what --set gives");
        if (sweep.points[p].verdict != findings_verdict(&findings))
            differs(trial, varied, values, count, "a swept verdict is not what --set gives");
    }
}

static void each_point_is_what_set_gives(void **state)
{
    try_projects(state, PROJECTS, 43, SOME_UNKNOWN, sweep_equals_settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_try_is_what_set_gives),
        ARENA_TEST(each_try_is_what_set_gives_with_unknowns),
        ARENA_TEST(each_point_is_what_set_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
