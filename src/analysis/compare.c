#include <medfin/analysis/compare.h>

#include <assert.h>
#include <string.h>

#include <medfin/plan/reserve.h>

static struct cell whole(const struct plan *plan, const struct selection *selection)
{
    return plan_sum(plan, selection, plan->first, plan_last(plan));
}

static struct cell measure_cost(const struct plan *plan)
{
    const struct selection cost = { .side = COST_SIDE };
    return whole(plan, &cost);
}

static struct cell measure_financing(const struct plan *plan)
{
    const struct selection financing = { .side = FINANCING_SIDE };
    return whole(plan, &financing);
}

static struct cell measure_gap(const struct plan *plan)
{
    return cell_minus(plan->arena, measure_financing(plan), measure_cost(plan));
}

static struct cell measure_equity(const struct plan *plan)
{
    return plan_equity(plan, plan_last(plan));
}

/* Free equity less what the reading that decides requires, in the last month. */
static struct cell measure_reserve(const struct plan *plan)
{
    const struct reserve_state state = reserve_at(plan, plan_last(plan));
    return cell_minus(plan->arena, state.free_equity, state.required[plan->project->reserve->basis.value.number]);
}

static struct cell measure_cash(const struct plan *plan)
{
    const struct cash *cash = cash_build(plan, plan->arena);
    month lowest = cash_lowest(cash);
    return lowest < 0 ? (struct cell){ 0, cash_needs(cash) } : cash_at(cash, lowest);
}

const struct compared_figure compared_figures[] = {
    { "cost", N_("cost"), measure_cost },
    { "financing", N_("financing"), measure_financing },
    { "gap", N_("financing less cost"), measure_gap },
    { "equity", N_("equity at the end"), measure_equity },
    { "reserve", N_("reserve margin at the end"), measure_reserve },
    { "lowest_cash", N_("lowest cash"), measure_cash },
};

const int compared_figure_count = sizeof compared_figures / sizeof *compared_figures;

static bool states_figure(const struct statement *statement)
{
    return statement->key && !(statement->key->flags & KEY_DESCRIBES) && strcmp(statement->key->name, "new") != 0;
}

/* The figures of the first `count` statements; false if they make no project. */
static bool measure_all(const struct scenario_case *scenario, int count, struct cell *cells, struct arena *arena)
{
    statement_list some = scenario->statements;
    some.count = count;
    const struct rerun trial = trial_run(&some, &rule_rows[0], arena);
    for (int i = 0; trial.project && i < compared_figure_count; i++)
        cells[i] = compared_figures[i].measure(trial.plan);
    return trial.project != NULL;
}

/* The change of a figure; unknown on either side makes it unknown. */
static struct cell *changes_between(const struct cell *before, const struct cell *after, struct arena *arena)
{
    struct cell *changes = arena_take(arena, (size_t)compared_figure_count, sizeof *changes);
    for (int i = 0; i < compared_figure_count; i++) {
        changes[i].amount = after[i].amount - before[i].amount;
        changes[i].needs = after[i].needs ? after[i].needs : before[i].needs;
    }
    return changes;
}

cause_list compare_causes(const struct scenario_case *scenario, struct arena *arena)
{
    cause_list causes = { 0 };
    size_t room = (size_t)compared_figure_count;
    struct cell *before = arena_take(arena, room, sizeof *before), *after = arena_take(arena, room, sizeof *after);
    bool stands = measure_all(scenario, scenario->own, before, arena);
    assert(stands);
    struct cause cause = { 0 };
    for (int i = scenario->own; i < scenario->statements.count; i++) {
        const struct statement *statement = &scenario->statements.items[i];
        /* An amount tells more than the words that stand before it. */
        bool tells = states_figure(statement) && (!cause.first || (value_kinds[statement->value.kind].is_figure &&
                                                                   !value_kinds[cause.first->value.kind].is_figure));
        cause.first = tells ? statement : cause.first;
        cause.figures += states_figure(statement);
        if (!cause.figures || !measure_all(scenario, i + 1, after, arena))
            continue;
        cause.changes = changes_between(before, after, arena);
        *list_add(&causes, arena) = cause;
        cause = (struct cause){ 0 };
        memcpy(before, after, room * sizeof *before);
    }
    return causes;
}
