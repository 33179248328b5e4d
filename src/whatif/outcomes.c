#include <medfin/whatif/outcomes.h>

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/base/sort.h>
#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>
#include <medfin/whatif/figure.h>
#include <medfin/whatif/variant.h>

int outcomes_undecided(const struct project *project)
{
    int count = 0;
    for (int i = 0; i < project->payers.count; i++)
        count += payer_is_undecided(project->payers.items[i]);
    return count;
}

static share chance_of(const struct outcomes *outcomes, const bool *refused)
{
    share chance = SHARE_ONE;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct spread *spread = payer_status(outcomes->undecided[i])->value.spread;
        if (!spread)
            return -1;
        chance = money_times(chance, refused[i] ? SHARE_ONE - spread->first : spread->first);
    }
    return chance;
}

/* Figures of a trial whose arena goes away: what they need is copied by its emptiness alone. */
static struct cell kept(struct cell cell, const struct needs *unknown)
{
    return cell.needs ? (struct cell){ 0, unknown } : cell;
}

/* Each rule with such a finding and none of a verdict that is graver. */
static bool *rules_with(const finding_list *findings, enum verdict verdict, const bool *graver, struct arena *arena)
{
    bool *rules = arena_take(arena, (size_t)rule_count, sizeof *rules);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        ptrdiff_t rule = finding->rule - rule_rows;
        if (finding->verdict == verdict && !(graver && graver[rule]))
            rules[rule] = true;
    }
    return rules;
}

static void judge(struct outcome *outcome, const finding_list *findings, struct arena *arena)
{
    outcome->failing = rules_with(findings, VERDICT_FAIL, NULL, arena);
    outcome->undetermined = rules_with(findings, VERDICT_UNDETERMINED, outcome->failing, arena);
    outcome->failing_count = marks_count(outcome->failing, rule_count);
    outcome->undetermined_count = marks_count(outcome->undetermined, rule_count);
    outcome->holds = verdict_holds(findings_verdict(findings));
}

/* The gap of each year, then of them all, and the lowest cash. */
struct asked_figures {
    struct asked_figure *items;
    int years;
};

enum { GAP, LOWEST_CASH, BEHIND_YEARS };

static struct asked_figures figures_asked(const struct project *project, struct arena *arena)
{
    const struct years years = project_years(project);
    struct asked_figures asked = { .years = years_count(years) };
    asked.items = arena_take(arena, (size_t)asked.years + BEHIND_YEARS, sizeof *asked.items);
    for (int i = 0; i <= asked.years; i++)
        asked.items[i].of = (struct figure){ .row = figure_row("gap"),
                                             .time = i < asked.years ? TIME_YEAR : TIME_TOTAL,
                                             .first = i < asked.years ? year_first(years.first + i) : 0 };
    asked.items[asked.years + LOWEST_CASH].of.row = figure_row("lowest_cash");
    return asked;
}

static struct outcome measure(const struct outcomes *outcomes, const struct cell *cells, int years, const bool *refused,
                              const struct needs *unknown)
{
    struct outcome outcome = { .probability = chance_of(outcomes, refused) };
    memcpy(outcome.refused, refused, sizeof outcome.refused);
    outcome.refused_count = marks_count(refused, outcomes->undecided_count);
    outcome.worst_year = kept(cells[0], unknown);
    for (int i = 1; i < years; i++) {
        struct cell gap = kept(cells[i], unknown), worst = outcome.worst_year;
        outcome.worst_year = worst.needs || gap.needs    ? (struct cell){ 0, unknown }
                             : gap.amount < worst.amount ? gap
                                                         : worst;
    }
    outcome.gap = kept(cells[years + GAP], unknown);
    outcome.lowest_cash = kept(cells[years + LOWEST_CASH], unknown);
    return outcome;
}

static int by_gravity(const void *left, const void *right)
{
    const struct outcome *a = left, *b = right;
    if (a->gap.amount != b->gap.amount)
        return a->gap.amount < b->gap.amount ? -1 : 1;
    if (a->failing_count != b->failing_count)
        return b->failing_count - a->failing_count;
    int i = MOST_UNDECIDED - 1;
    while (i && a->refused[i] == b->refused[i])
        i--;
    return a->refused[i] ? -1 : 1;
}

static const struct outcome *with_refusals(const struct outcomes *outcomes, int refused_count)
{
    const struct outcome *row = outcomes->rows;
    while (row->refused_count != refused_count)
        row++;
    return row;
}

const struct outcome *outcome_all_yes(const struct outcomes *outcomes)
{
    return with_refusals(outcomes, 0);
}

const struct outcome *outcome_all_no(const struct outcomes *outcomes)
{
    return with_refusals(outcomes, outcomes->undecided_count);
}

const struct outcome *outcome_one_no(const struct outcomes *outcomes, int undecided)
{
    const struct outcome *row = outcomes->rows;
    while (row->refused_count != 1 || !row->refused[undecided])
        row++;
    return row;
}

static share chance_to_hold(const struct outcomes *outcomes)
{
    share sum = 0;
    for (int i = 0; i < outcomes->count; i++) {
        if (outcomes->rows[i].probability < 0)
            return -1;
        sum += outcomes->rows[i].holds ? outcomes->rows[i].probability : 0;
    }
    return sum;
}

/* Answers that are a status each vary on one graph; a refusal that takes lines away has a project built anew. */
struct answering {
    const statement_list *statements;
    const struct project *project;
    struct outcomes *outcomes;
    struct asked_figures figures;
    struct variant *variant;
    struct statement varied[MOST_UNDECIDED]; /* what a refusal says */
    struct value values[MOST_UNDECIDED];
    bool is_status[MOST_UNDECIDED];
    int count;
};

static void find_statuses(struct answering *answering, struct arena *arena)
{
    const struct outcomes *outcomes = answering->outcomes;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        statement_list refusal = { 0 };
        payer_refuse(answering->project, outcomes->undecided[i], 0, &refusal, arena);
        answering->is_status[i] = refusal.count == 1 && refusal.items[0].value.kind == VALUE_STATUS;
        if (answering->is_status[i])
            answering->varied[answering->count++] = refusal.items[0];
    }
}

static struct tried answer_again(const struct answering *answering, const bool *refused, struct arena *arena)
{
    int layer;
    const struct outcomes *outcomes = answering->outcomes;
    statement_list tried = trial_statements(answering->statements, outcomes->undecided_count, &layer, arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (refused[i])
            payer_refuse(answering->project, outcomes->undecided[i], layer, &tried, arena);
    const struct rerun trial = trial_run(&tried, NULL, arena);
    assert(trial.project);
    int count = answering->figures.years + BEHIND_YEARS;
    struct cell *cells = arena_take(arena, (size_t)count, sizeof *cells);
    for (int i = 0; i < count; i++)
        cells[i] = node_cell(trial.plan, asked_figure_node(trial.plan, &answering->figures.items[i]));
    return (struct tried){ trial.project, cells, trial.findings, arena };
}

static struct tried answer(struct answering *answering, const bool *refused, struct arena *arena)
{
    const struct outcomes *outcomes = answering->outcomes;
    int status = 0;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        if (!answering->is_status[i] && refused[i])
            return answer_again(answering, refused, arena);
        if (answering->is_status[i]) {
            answering->values[status] =
                refused[i] ? answering->varied[status].value : payer_status(outcomes->undecided[i])->value;
            answering->values[status++].spread = NULL;
        }
    }
    return answering->count ? variant_try(answering->variant, answering->values)
                            : answer_again(answering, refused, arena);
}

static void prepare(struct answering *answering, struct arena *arena)
{
    bool *rules = arena_take(arena, (size_t)rule_count, sizeof *rules);
    for (int r = 0; r < rule_count; r++)
        rules[r] = true;
    find_statuses(answering, arena);
    answering->figures = figures_asked(answering->project, arena);
    const struct asked_of_try asked = { .figures = answering->figures.items,
                                        .figure_count = answering->figures.years + BEHIND_YEARS,
                                        .rules = rules };
    if (answering->count)
        answering->variant = variant_new(answering->statements, answering->varied, answering->count, &asked, arena);
}

/* The answers behind these; false behind the last. */
typedef bool next_answers(bool *refused, int count);

/* A no from each alone, one after the other. */
static bool next_alone(bool *refused, int count)
{
    int at = 0;
    while (at < count && !refused[at])
        at++;
    int next = at < count ? at + 1 : 0;
    if (at < count)
        refused[at] = false;
    if (next == count)
        return false;
    refused[next] = true;
    return true;
}

/* Of the undecided that it names, each row that there is. */
static void find_rows(struct outcomes *outcomes, const statement_list *statements, const struct project *project,
                      next_answers *next, int all, const struct progress *progress, struct arena *arena)
{
    struct answering answering = { .statements = statements, .project = project, .outcomes = outcomes };
    prepare(&answering, arena);
    LIST(struct outcome) rows = { 0 };
    const struct needs *unknown = needs_one(arena, 0, 1);
    bool refused[MOST_UNDECIDED] = { 0 };
    do {
        struct arena *own = arena_like(arena);
        progress_tell(progress, rows.count, all);
        const struct tried tried = answer(&answering, refused, own);
        struct outcome *row = list_add(&rows, arena);
        *row = measure(outcomes, tried.figures, answering.figures.years, refused, unknown);
        judge(row, &tried.findings, arena);
        arena_free(own);
    } while (next(refused, outcomes->undecided_count));
    if (answering.variant)
        variant_free(answering.variant);
    outcomes->rows = rows.items;
    outcomes->count = rows.count;
    outcomes->holds = -1;
    sort_list(&rows, by_gravity, arena);
}

struct outcomes outcomes_find(const statement_list *statements, const struct project *project,
                              const struct progress *progress, struct arena *arena)
{
    struct outcomes outcomes = { 0 };
    int all = 1;
    for (int i = 0; i < project->payers.count; i++)
        if (payer_is_undecided(project->payers.items[i])) {
            outcomes.undecided[outcomes.undecided_count++] = project->payers.items[i];
            all *= 2;
        }
    find_rows(&outcomes, statements, project, marks_next, all, progress, arena);
    outcomes.holds = chance_to_hold(&outcomes);
    return outcomes;
}

int outcomes_largest(const struct plan *plan, const struct section *payers[MOST_UNDECIDED])
{
    money amounts[MOST_UNDECIDED];
    int count = 0;
    for (int i = 0; i < plan->project->payers.count; i++) {
        const struct section *payer = plan->project->payers.items[i];
        if (!payer_is_undecided(payer))
            continue;
        const struct selection of = { .side = FINANCING_SIDE, .payer = payer };
        const money amount = plan_sum(plan, &of, plan->first, plan_last(plan)).amount;
        int at = count < MOST_UNDECIDED ? count++ : MOST_UNDECIDED;
        for (; at > 0 && amounts[at - 1] < amount; at--)
            if (at < MOST_UNDECIDED) {
                amounts[at] = amounts[at - 1];
                payers[at] = payers[at - 1];
            }
        if (at < MOST_UNDECIDED) {
            amounts[at] = amount;
            payers[at] = payer;
        }
    }
    return count;
}

struct outcomes outcomes_alone(const statement_list *statements, const struct project *project,
                               const struct section *const *payers, int count, struct arena *arena)
{
    struct outcomes outcomes = { .undecided_count = count };
    assert(count <= MOST_UNDECIDED);
    memcpy(outcomes.undecided, payers, (size_t)count * sizeof *payers);
    find_rows(&outcomes, statements, project, next_alone, count + 1, NULL, arena);
    return outcomes;
}
