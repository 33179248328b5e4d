#include <medfin/whatif/outcomes.h>

#include <assert.h>
#include <stdlib.h>

#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>

int outcomes_undecided(const struct project *project)
{
    int count = 0;
    for (int i = 0; i < project->payers.count; i++)
        count += payer_is_undecided(project->payers.items[i]);
    return count;
}

static share chance_of(const struct outcomes *outcomes, unsigned refused)
{
    share chance = SHARE_ONE;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct spread *spread = payer_status(outcomes->undecided[i])->value.spread;
        if (!spread)
            return -1;
        chance = money_times(chance, refused >> i & 1 ? SHARE_ONE - spread->first : spread->first);
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

static unsigned rules_with(const finding_list *findings, enum verdict verdict)
{
    unsigned rules = 0;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict == verdict)
            rules |= 1u << (findings->items[i].rule - rule_rows);
    return rules;
}

static struct outcome measure(const struct outcomes *outcomes, const struct rerun *trial, unsigned refused,
                              const struct needs *unknown)
{
    const struct plan *plan = trial->plan;
    struct outcome outcome = { .refused = refused, .probability = chance_of(outcomes, refused) };
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
    outcome.failing = rules_with(&trial->findings, VERDICT_FAIL);
    outcome.undetermined = rules_with(&trial->findings, VERDICT_UNDETERMINED) & ~outcome.failing;
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
    int a_fails = __builtin_popcount(a->failing), b_fails = __builtin_popcount(b->failing);
    if (a_fails != b_fails)
        return b_fails - a_fails;
    return a->refused < b->refused ? 1 : -1;
}

const struct outcome *outcome_of(const struct outcomes *outcomes, unsigned refused)
{
    const struct outcome *row = outcomes->rows;
    while (row->refused != refused)
        row++;
    return row;
}

static share chance_to_hold(const struct outcomes *outcomes)
{
    share sum = 0;
    for (int i = 0; i < outcomes->count; i++) {
        if (outcomes->rows[i].probability < 0)
            return -1;
        bool holds = !outcomes->rows[i].failing && !outcomes->rows[i].undetermined;
        sum += holds ? outcomes->rows[i].probability : 0;
    }
    return sum;
}

struct outcomes outcomes_find(const statement_list *statements, const struct project *project, struct arena *arena)
{
    struct outcomes outcomes = { 0 };
    for (int i = 0; i < project->payers.count; i++)
        if (payer_is_undecided(project->payers.items[i]))
            outcomes.undecided[outcomes.undecided_count++] = project->payers.items[i];
    outcomes.count = 1 << outcomes.undecided_count;
    struct outcome *rows = arena_take(arena, (size_t)outcomes.count, sizeof *rows);
    const struct needs *unknown = needs_one(arena, 0, 1);
    for (unsigned refused = 0; refused < (unsigned)outcomes.count; refused++) {
        struct arena *own = arena_like(arena);
        int layer;
        statement_list tried = trial_statements(statements, &layer, own);
        for (int i = 0; i < outcomes.undecided_count; i++)
            if (refused >> i & 1)
                payer_refuse(project, outcomes.undecided[i], layer, &tried, own);
        const struct rerun trial = trial_run(&tried, NULL, own);
        assert(trial.project);
        rows[refused] = measure(&outcomes, &trial, refused, unknown);
        arena_free(own);
    }
    qsort(rows, (size_t)outcomes.count, sizeof *rows, by_gravity);
    outcomes.rows = rows;
    outcomes.holds = chance_to_hold(&outcomes);
    return outcomes;
}
