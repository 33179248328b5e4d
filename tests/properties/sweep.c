/* Sweeps on random projects: whatever the paths and the order of the values, each try gives
   the plan, the findings and the figures of the project that is built from scratch with
   those values set, to the öre. */

#include "random_terms.h"

#include <medfin/whatif/sweep.h>

enum { PROJECTS = 200, TRIES = 8, ROUND = 3 };

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
        bool is_share = value.is_share || value.kind == VALUE_PERCENT || value.kind == VALUE_PERCENT_OR_NAME ||
                        value.kind == VALUE_ADVANCE || value.kind == VALUE_PER_YEAR;
        int64_t most = is_share                    ? SHARE_ONE - 1
                       : value.kind == VALUE_COUNT ? 12
                       : one_in(dice, 30)          ? MONEY_LIMIT / 50
                                                   : 100000000;
        value.number = within(statement->key, one_in(dice, 4) ? most / 1000 * roll(dice, 1000) : roll(dice, most));
        if (value.kind == VALUE_ADVANCE)
            value.second = one_in(dice, 3) ? -1 : roll(dice, 40000000);
        if (value.kind == VALUE_MONEY_WITH_STATUS && one_in(dice, 3))
            value.status = (enum status)between(dice, STATUS_GRANTED, STATUS_REJECTED);
        if (value.period && one_in(dice, 8))
            value.period = (enum period)between(dice, PERIOD_MONTH, PERIOD_TOTAL);
    }
    return value;
}

static const struct statement *some_varied(const struct trial *trial, struct dice *dice)
{
    /* Half of the time from what stands on top, which is little. */
    int on_top = 0, count = trial->statements.count;
    while (trial->statements.items[count - 1 - on_top].layer)
        on_top++;
    for (;;) {
        int last = on_top && one_in(dice, 2) ? on_top : count;
        const struct statement *statement = &trial->statements.items[count - 1 - roll(dice, last)];
        if (may_vary(statement))
            return statement;
    }
}

static const char *setting_of(const struct trial *trial, const struct statement *varied, const struct value *value)
{
    return arena_text(trial->arena, "%s = %s", statement_path(trial->arena, varied, LANGUAGE_EN),
                      value_text(trial->arena, value, varied->key->words, LANGUAGE_SV));
}

static void differs(const struct trial *trial, const struct statement *varied, const struct value *values, int count,
                    const char *what)
{
    for (int i = 0; i < count; i++)
        print_error("%s\n", setting_of(trial, &varied[i], &values[i]));
    trial_fails(trial, what);
}

static bool same_cell(struct cell a, struct cell b)
{
    return needs_count(a.needs) == needs_count(b.needs) && (a.needs || a.amount == b.amount);
}

static bool same_findings(const finding_list *a, const finding_list *b)
{
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        const struct finding *x = &a->items[i], *y = &b->items[i];
        same = x->rule == y->rule && x->verdict == y->verdict && x->has_margin == y->has_margin &&
               x->margin == y->margin && x->year == y->year && x->at == y->at && x->since == y->since;
    }
    return same;
}

static const char *other_figure(const struct trial *trial, const struct cell *tried, const struct asked_of_try *asked,
                                const struct plan *plan)
{
    for (int i = 0; i < asked->figure_count; i++)
        if (!same_cell(tried[i], node_cell(plan, asked_figure_node(plan, &asked->figures[i]))))
            return asked_figure_path(trial->arena, &asked->figures[i]);
    return NULL;
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

static void must_equal(const struct trial *trial, struct variant *variant, const struct asked_of_try *asked,
                       const struct statement *varied, const struct value *values, int count)
{
    const struct tried swept = variant_try(variant, values);
    const struct project *project = from_scratch(trial, varied, values, count);
    if (!project != !swept.project)
        differs(trial, varied, values, count, "the sweep and --set disagree on whether the project stands");
    if (!project)
        return;
    const struct plan *plan = plan_build(project, trial->arena);
    finding_list findings = { 0 };
    rules_run(plan, &findings, trial->arena);
    if (!same_findings(&swept.findings, &findings))
        differs(trial, varied, values, count, "a swept finding is not what --set gives");
    const char *other = other_figure(trial, swept.figures, asked, plan);
    if (other)
        differs(trial, varied, values, count, arena_text(trial->arena, "the swept %s is not what --set gives", other));
}

/* Different paths; values come back in any order, one or both changed at a time. */
static int choose_varied(const struct trial *trial, struct dice *dice, struct statement *varied)
{
    varied[0] = *some_varied(trial, dice);
    varied[1] = *some_varied(trial, dice);
    bool is_same =
        varied[0].key == varied[1].key && varied[0].at == varied[1].at && strcmp(varied[0].id, varied[1].id) == 0;
    return is_same || one_in(dice, 3) ? 1 : MOST_AXES;
}

/* Every figure of the table in all, some of them in a year too, and all rules. */
static struct asked_of_try all_of(const struct trial *trial)
{
    const plan_figure_list all = plan_figures(trial->plan, trial->arena);
    struct asked_figure *figures = arena_take(trial->arena, 2 * (size_t)all.count, sizeof *figures);
    bool *rules = arena_take(trial->arena, (size_t)rule_count, sizeof *rules);
    int count = 0;
    for (int i = 0; i < all.count; i++) {
        figures[count++].of = all.items[i];
        if (all.items[i].row->only_total || i % 3)
            continue;
        figures[count].of = all.items[i];
        figures[count].of.time = TIME_YEAR;
        figures[count++].of.first = month_january(trial->plan->first);
    }
    for (int r = 0; r < rule_count; r++)
        rules[r] = true;
    return (struct asked_of_try){ .figures = figures, .figure_count = count, .rules = rules };
}

/* Values that make another graph, or come near what amounts may be: in turn, each as --set gives it. */
static void values_of_another_form(void **state)
{
    static const char *const project = "[project]\nstart = 2021-01\nend = 2022-12\n"
                                       "[cost c]\namount = 100 000 kr/year\n"
                                       "[funder f]\namount = 150 000 kr total\nstatus = granted\npaid = claims\n"
                                       "claim_every = 6\npayment_lag = 2\nadvance = 50 %, at most 10 000 kr\n"
                                       "[funder k]\nstatus = granted\nin_kind = 10 % of gross\n"
                                       "[tariff t]\nfixed = 4 000 kr\nper_inhabitant = 30 öre\ninhabitants = 9 999\n"
                                       "count = 3\nround_to = 1 kr nearest\n";
    static const char *const settings[][ROUND] = {
        { "funder.f.advance = 50 %, at most 20 000 kr", "funder.f.advance = 50 %", "funder.f.advance = 60 %" },
        { "funder.k.in_kind = 0,2 % of gross", "funder.k.in_kind = 0,1 % of gross",
          "funder.k.in_kind = 99,9 % of gross" },
        { "funder.k.in_kind = 10 % of gross", "funder.k.in_kind = 99,999999 % of gross",
          "funder.k.in_kind = 60 % of gross" },
        { "tariff.t.round_to = 10 000 000 000 kr up", "tariff.t.round_to = 100 kr down",
          "tariff.t.round_to = 10 000 000 000 kr nearest" },
        { "cost.c.amount = 100 000 000 000 kr/year", "cost.c.amount = 1 kr/year", "cost.c.amount = 9 000 000 kr/year" },
    };
    for (int i = 0; i < (int)(sizeof settings / sizeof *settings); i++) {
        struct trial trial = trial_new(project, arena_anew(state));
        struct trial set = trial_copy(&trial);
        struct value values[ROUND];
        for (int v = 0; v < ROUND; v++) {
            trial_set(&set, settings[i][v]);
            values[v] = set.statements.items[set.statements.count - 1].value;
        }
        const struct statement varied = set.statements.items[set.statements.count - 1];
        const struct asked_of_try asked = all_of(&trial);
        struct variant *variant = variant_new(&trial.statements, &varied, 1, &asked, trial.arena);
        for (int v = 0; v < 2 * ROUND; v++)
            must_equal(&trial, variant, &asked, &varied, &values[v % ROUND], 1);
        variant_free(variant);
    }
}

static void tries_equal_settings(struct trial *trial, struct dice *dice)
{
    struct statement varied[MOST_AXES];
    struct value choices[MOST_AXES][ROUND], values[MOST_AXES];
    if (one_in(dice, 2))
        put_on_top(trial, dice, one_in(dice, 2), one_in(dice, 2));
    int count = choose_varied(trial, dice, varied);
    for (int i = 0; i < count; i++)
        for (int c = 0; c < ROUND; c++)
            choices[i][c] = other_value(&varied[i], dice);
    const struct asked_of_try asked = all_of(trial);
    struct variant *variant = variant_new(&trial->statements, varied, count, &asked, trial->arena);
    for (int i = 0; i < TRIES; i++) {
        for (int v = 0; v < count; v++)
            values[v] = choices[v][roll(dice, ROUND)];
        must_equal(trial, variant, &asked, varied, values, count);
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
    struct statement varied[MOST_AXES];
    struct value choices[MOST_AXES][ROUND];
    struct sweep_axis axes[MOST_AXES];
    int count = choose_varied(trial, dice, varied);
    for (int i = 0; i < count; i++) {
        for (int c = 0; c < ROUND; c++)
            choices[i][c] = other_value(&varied[i], dice);
        axes[i] = (struct sweep_axis){ varied[i], choices[i], ROUND };
    }
    const struct asked_figure gap = { .of.row = figure_row("gap"), .kind = KIND_MONEY };
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
        struct cell cell = node_cell(plan, asked_figure_node(plan, &gap)), swept = sweep.points[p].figures[0];
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
        ARENA_TEST(values_of_another_form),
        ARENA_TEST(each_try_is_what_set_gives),
        ARENA_TEST(each_try_is_what_set_gives_with_unknowns),
        ARENA_TEST(each_point_is_what_set_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
