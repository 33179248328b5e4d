#include "drawn_plan.h"

#include <assert.h>

#include <medfin/graph/attempt.h>
#include <medfin/model/funder.h>
#include <medfin/whatif/trial.h>

/* Nothing is left to chance. */
static bool is_settled(const struct draw *draw)
{
    return draw->least == draw->most;
}

/* What the value is where nothing of it varies, and a status whatever is drawn: granted, if it ever is. */
static int64_t number_at_most(const struct fact *fact, const struct draw *draw)
{
    if (fact->value.kind == VALUE_STATUS)
        return draw->most > 0 ? STATUS_GRANTED : STATUS_REJECTED;
    return is_settled(draw) ? (int64_t)draw->most : fact->value.number;
}

/* The project with every status that has a chance granted, and with what chance leaves no choice of. */
static const struct project *granted(const statement_list *statements, const struct figure_list *values,
                                     const struct draws *draws, struct arena *arena)
{
    int layer;
    statement_list all = trial_statements(statements, values->count, &layer, arena);
    for (int i = 0; i < values->count; i++) {
        const struct fact *fact = values->items[i].fact;
        const int64_t number = number_at_most(fact, &draws->items[i]);
        if (number == fact->value.number)
            continue;
        struct statement *set = list_add(&all, arena);
        *set = *fact->by;
        set->layer = layer;
        set->is_setting = true;
        set->operation = OPERATION_SET;
        set->value = fact->value;
        set->value.number = number;
        set->value.spread = NULL;
    }
    return project_build(all.items, all.count, arena, diags_new(arena));
}

struct drawn_plan drawn_plan_build(const statement_list *statements, const struct figure_list *values,
                                   const struct draws *draws, struct arena *arena)
{
    struct drawn_plan drawn = { .project = granted(statements, values, draws, arena) };
    assert(drawn.project);
    drawn.plan = plan_build(drawn.project, arena);
    drawn.cash = cash_nodes_build(drawn.plan);
    return drawn;
}

/* No figure need rest on it. */
static void vary(const struct drawn_plan *drawn, struct fold *fold, const struct fact *fact, enum field field,
                 struct affine form)
{
    node leaf = graph_leaf(drawn->plan->graph, fact->stated, field);
    if (leaf)
        fold_vary(fold, leaf, form);
}

/* Of each fee those that are still there. */
static void vary_payers(const struct plan *plan, struct fold *fold, const struct tariff *tariff,
                        const leaving_list *leaving, struct program *program, struct arena *arena)
{
    const fee_list fees = tariff_fees(plan, tariff, arena);
    for (int i = 0; i < fees.count; i++) {
        const struct affine form =
            fees.items[i].those_left ? leaving_payers(program, leaving, &fees, i) : affine_constant(0);
        if (!affine_is_certain(&form))
            fold_vary(fold, fees.items[i].those_left, form);
    }
}

struct fold *drawn_plan_fold(const struct drawn_plan *drawn, const struct figure_list *values,
                             const leaving_list *leaving, struct program *program, struct arena *arena)
{
    struct fold *fold = fold_new(drawn->plan->graph, program, arena);
    for (int i = 0; i < values->count; i++) {
        if (is_settled(&program->draws->items[i]))
            continue;
        const struct affine draw = affine_draw(program, i);
        const struct fact *fact = project_fact(drawn->project, values->items[i].fact->by, arena);
        assert(fact);
        if (fact->value.kind == VALUE_STATUS) {
            /* What is granted is settled. */
            vary(drawn, fold, fact, FIELD_PAYS, draw);
            vary(drawn, fold, fact, FIELD_SETTLED, draw);
        } else {
            vary(drawn, fold, fact, FIELD_NUMBER, draw);
        }
    }
    const struct section_list *tariffs = &drawn->project->of[SECTION_TARIFF];
    for (int i = 0; i < tariffs->count; i++)
        vary_payers(drawn->plan, fold, (const struct tariff *)tariffs->items[i], leaving, program, arena);
    return fold;
}

int64_t drawn_plan_stated(const struct drawn_plan *drawn, const struct figure_list *values, node of,
                          struct arena *arena)
{
    const struct graph *graph = drawn->plan->graph;
    struct arena *own = arena_like(arena);
    LIST(node) leaves = { 0 };
    LIST(bool) stated = { 0 };
    for (int i = 0; i < values->count; i++) {
        const struct fact *fact = values->items[i].fact;
        if (fact->value.kind != VALUE_STATUS)
            continue;
        const enum status status = (enum status)fact->value.number;
        int number = project_fact(drawn->project, fact->by, own)->stated;
        for (enum field field = FIELD_PAYS; field <= FIELD_SETTLED; field++) {
            if (!graph_leaf(graph, number, field))
                continue;
            *list_add(&leaves, own) = graph_leaf(graph, number, field);
            *list_add(&stated, own) = field == FIELD_PAYS ? status != STATUS_REJECTED : status_is_secured(status);
        }
    }
    struct attempt *attempt = attempt_new(users_new(graph, own), leaves.items, leaves.count, &of, 1, own);
    for (int i = 0; i < leaves.count; i++)
        attempt_put(attempt, i, stated.items[i]);
    attempt_run(attempt);
    int64_t value = attempt_value(attempt, of);
    arena_free(own);
    return value;
}
