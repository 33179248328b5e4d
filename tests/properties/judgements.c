/* Judged once, read many times: of random projects with any stated value at another value, and any payer's or year's
   other answer, each finding that is read through an attempt is that of the project built anew. */

#include "random_project.h"

#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/rules/judgement.h>
#include <medfin/rules/rules.h>

#include "restated.h"

enum { PROJECTS = 90, CHANGES = 6, ENOUGH = 800 };

static int tried;

struct judged_plan {
    struct judgements judgements;
    const struct users *users;
};

static struct judged_plan judge(const struct trial *trial)
{
    struct judged_plan judged = { 0 };
    for (int i = 0; i < rule_count; i++)
        rule_rows[i].make(trial->plan, &rule_rows[i], &judged.judgements);
    judged.users = users_new(trial->plan->graph, trial->arena);
    return judged;
}

static bool need_the_same(const struct needs *a, const struct needs *b)
{
    return a == b || (a && b && a->words == b->words && memcmp(a->bits, b->bits, (size_t)a->words * 8) == 0);
}

static const char *text_or_none(const char *text)
{
    return text ? text : "";
}

static bool are_same_figures(const struct rule_figure *a, const struct rule_figure *b)
{
    return a->key == b->key && a->label == b->label && a->reading == b->reading && a->year == b->year &&
           a->at == b->at && a->is_between == b->is_between && a->kind == b->kind && a->none == b->none &&
           need_the_same(a->needs, b->needs) && a->number == b->number;
}

static bool are_same(const struct finding *a, const struct finding *b, struct arena *arena)
{
    bool same = a->rule == b->rule && a->verdict == b->verdict && a->has_margin == b->has_margin &&
                a->kind == b->kind && a->margin == b->margin && a->year == b->year && a->at == b->at &&
                a->since == b->since && a->since_margin == b->since_margin && a->since_coverage == b->since_coverage &&
                a->because == b->because && need_the_same(a->needs, b->needs) && a->deciding == b->deciding &&
                a->deviation.amount == b->deviation.amount && a->figure_count == b->figure_count &&
                !a->subject == !b->subject && strcmp(text_or_none(a->person), text_or_none(b->person)) == 0;
    same = same && (!a->subject || strcmp(section_path(arena, a->subject, LANGUAGE_EN),
                                          section_path(arena, b->subject, LANGUAGE_EN)) == 0);
    for (int i = 0; same && i < a->figure_count; i++)
        same = are_same_figures(&a->figures[i], &b->figures[i]);
    return same;
}

static void must_be_findings(const struct trial *trial, const finding_list *read, const finding_list *built,
                             const struct fact *fact)
{
    const char *change = statement_path(trial->arena, fact->by, LANGUAGE_EN);
    if (read->count != built->count)
        fail_msg("%s: %d findings, %d built anew\n%s", change, read->count, built->count, trial->text);
    for (int i = 0; i < read->count; i++)
        if (!are_same(&read->items[i], &built->items[i], trial->arena))
            fail_msg("%s: %s is %s %lld, built anew %s %lld\n%s", change, read->items[i].rule->id,
                     verdict_id(read->items[i].verdict), (long long)read->items[i].margin,
                     verdict_id(built->items[i].verdict), (long long)built->items[i].margin, trial->text);
}

/* What a leaf of the fact has. */
struct other {
    enum field field;
    int64_t number;
};

/* A value is one leaf, a status is two: each has what the other value says. */
static void try_value(const struct trial *trial, const struct judged_plan *judged, const struct fact *fact,
                      const struct value *value, const struct other *others, int other_count)
{
    node leaves[FIELD_COUNT];
    int64_t values[FIELD_COUNT];
    int count = 0;
    for (int i = 0; fact->stated && i < other_count; i++) {
        node leaf = graph_leaf(trial->plan->graph, fact->stated, others[i].field);
        if (leaf) {
            leaves[count] = leaf;
            values[count++] = others[i].number;
        }
    }
    const struct plan *plan = count && !fact->value.unknown ? plan_restated(trial, fact->by, value) : NULL;
    if (!plan)
        return;
    finding_list read = { 0 }, built = { 0 };
    struct attempt *attempt = attempt_new(judged->users, leaves, count, NULL, 0, trial->arena);
    const struct plan through = plan_through(trial->plan, attempt);
    for (int i = 0; i < count; i++)
        attempt_put(attempt, i, values[i]);
    attempt_run(attempt);
    findings_read(&judged->judgements, &through, &read, trial->arena);
    rules_run(plan, &built, trial->arena);
    must_be_findings(trial, &read, &built, fact);
    tried++;
}

static void try_number(const struct trial *trial, const struct judged_plan *judged, const struct fact *fact,
                       struct dice *dice)
{
    struct value value = fact->value;
    value.number = another_number(dice, value.number);
    const struct other other = { FIELD_NUMBER, value.number };
    try_value(trial, judged, fact, &value, &other, 1);
}

static void try_statuses(const struct trial *trial, const struct judged_plan *judged, const struct fact *fact,
                         bool is_of_year)
{
    static const enum status statuses[] = { STATUS_REJECTED, STATUS_APPLIED, STATUS_GRANTED };
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        struct value value = fact->value;
        const struct other others[] = {
            { is_of_year ? FIELD_YEAR_PAYS : FIELD_PAYS, statuses[i] != STATUS_REJECTED },
            { is_of_year ? FIELD_YEAR_SETTLED : FIELD_SETTLED, status_is_secured(statuses[i]) },
        };
        if (is_of_year)
            value.status = statuses[i];
        else
            value.number = statuses[i];
        try_value(trial, judged, fact, &value, others, 2);
    }
}

static void try_payer(const struct trial *trial, const struct judged_plan *judged, const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    try_statuses(trial, judged, payer_status(payer), false);
    for (int i = 0; funder && i < funder->years.count; i++)
        if (funder->years.items[i].fact.value.status != STATUS_NONE)
            try_statuses(trial, judged, &funder->years.items[i].fact, true);
}

/* What random projects have none of, with every rule's terms. */
static void say_more(struct trial *trial, struct dice *dice)
{
    struct text more = text_new(trial->arena);
    text_add(&more, "[scenario]\n");
    if (one_in(dice, 2))
        text_add(&more, "[tariff avgift]\nnew = yes\nfixed = 1 200 kr\nminimum = 900 kr\ncount = 4\nstatus = applied\n"
                        "[membership]\ntariff = avgift\nown_hours = 12\nhourly_cost = 310 kr\nhours_saved = 14\n"
                        "share_used = 80 %\navoided_purchases = 2 000 kr/year\n");
    if (one_in(dice, 2))
        text_add(&more, "[activities]\nbudget = 20 000 kr/year\n");
    text_addf(&more, "[rules]\ntolerance = %s\nliquidity_limit = 1 000 kr\nunsecured = %s\n",
              one_in(dice, 2) ? "1 kr" : "400 kr", one_in(dice, 2) ? "fail 0 %" : "warn 20 %");
    if (one_in(dice, 2))
        text_addf(&more, "in_kind_limit = %s\n", one_in(dice, 2) ? "12 %" : "cash");
    trial_read(trial, more.bytes, 1);
    trial_build(trial);
}

static void try_project(struct trial *trial, struct dice *dice)
{
    say_more(trial, dice);
    const struct judged_plan judged = judge(trial);
    const struct rules *rules = trial->project->rules;
    const struct figure_list stated = project_figures(trial->project, trial->arena);
    for (int i = 0; i < CHANGES && stated.count; i++)
        try_number(trial, &judged, stated.items[roll(dice, stated.count)].fact, dice);
    try_number(trial, &judged, rules->tolerance, dice);
    try_number(trial, &judged, rules->unsecured, dice);
    try_number(trial, &judged, rules->in_kind_limit, dice);
    for (int i = 0; i < trial->project->payers.count; i++)
        try_payer(trial, &judged, trial->project->payers.items[i]);
}

static void findings_of_an_attempt_are_those_of_a_project_built_anew(void **state)
{
    try_projects(state, PROJECTS, 17, ALL_KNOWN, try_project);
    try_projects(state, PROJECTS, 18, SOME_UNKNOWN, try_project);
    assert_in_range(tried, ENOUGH, INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(findings_of_an_attempt_are_those_of_a_project_built_anew) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
