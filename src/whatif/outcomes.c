#include <medfin/whatif/outcomes.h>

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>
#include <medfin/plan/sums.h>

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

static struct cell year_gap(const struct plan *plan, int year)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    return cell_minus(plan->arena, plan_sum(plan, &financing, year_first(year), year_last(year)),
                      plan_sum(plan, &cost, year_first(year), year_last(year)));
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

static struct outcome measure(const struct outcomes *outcomes, const struct plan *plan, const bool *refused,
                              const struct needs *unknown)
{
    struct outcome outcome = { .probability = chance_of(outcomes, refused) };
    memcpy(outcome.refused, refused, sizeof outcome.refused);
    outcome.refused_count = marks_count(refused, outcomes->undecided_count);
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        struct cell gap = year_gap(plan, year);
        outcome.gap = cell_plus(plan->arena, outcome.gap, gap);
        bool first = year == years.first;
        outcome.worst_year = first ? gap : cell_least(plan->arena, outcome.worst_year, gap);
    }
    const struct cash *cash = cash_build(plan, plan->arena);
    month lowest = cash_lowest(cash);
    outcome.lowest_cash = lowest < 0 ? (struct cell){ 0, cash_needs(cash) } : cash_at(cash, lowest);
    outcome.gap = kept(outcome.gap, unknown);
    outcome.worst_year = kept(outcome.worst_year, unknown);
    outcome.lowest_cash = kept(outcome.lowest_cash, unknown);
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

static struct rerun refuse(const statement_list *statements, const struct project *project,
                           const struct outcomes *outcomes, const bool *refused, struct arena *arena)
{
    int layer;
    statement_list tried = trial_statements(statements, &layer, arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (refused[i])
            payer_refuse(project, outcomes->undecided[i], layer, &tried, arena);
    return trial_run(&tried, NULL, arena);
}

struct outcomes outcomes_find(const statement_list *statements, const struct project *project, struct arena *arena)
{
    struct outcomes outcomes = { 0 };
    for (int i = 0; i < project->payers.count; i++)
        if (payer_is_undecided(project->payers.items[i]))
            outcomes.undecided[outcomes.undecided_count++] = project->payers.items[i];
    LIST(struct outcome) rows = { 0 };
    const struct needs *unknown = needs_one(arena, 0, 1);
    bool refused[MOST_UNDECIDED] = { 0 };
    do {
        struct arena *own = arena_like(arena);
        const struct rerun trial = refuse(statements, project, &outcomes, refused, own);
        assert(trial.project);
        struct outcome *row = list_add(&rows, arena);
        *row = measure(&outcomes, trial.plan, refused, unknown);
        judge(row, &trial.findings, arena);
        arena_free(own);
    } while (marks_next(refused, outcomes.undecided_count));
    qsort(rows.items, (size_t)rows.count, sizeof *rows.items, by_gravity);
    outcomes.rows = rows.items;
    outcomes.count = rows.count;
    outcomes.holds = chance_to_hold(&outcomes);
    return outcomes;
}
