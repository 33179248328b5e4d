#include "price_level.h"

static const struct series *steps_of(const struct fact *index)
{
    if (!index->value.count)
        return NULL;
    const struct index *named = (const struct index *)*index->sections;
    return named->every_year.count ? &named->every_year : &named->steps;
}

/* The statement that sets the level of a month, and the month from which it holds. */
static const struct fact *base_of(const struct price_level *level, month at, month *since)
{
    const struct fact *base = level->stated;
    *since = level->first;
    for (int i = 0; level->restated && i < level->restated->count; i++) {
        const struct dated *restated = &level->restated->items[i];
        if (restated->at > at)
            break;
        base = &restated->fact;
        *since = restated->at;
    }
    return base;
}

bool price_level_turns(const struct price_level *level, month at)
{
    const struct series *steps = steps_of(level->index);
    return (steps && series_exactly(steps, at)) || (level->restated && series_exactly(level->restated, at));
}

struct cell cell_revised(const struct plan *plan, struct cell cell, const struct fact *index, month since, month at)
{
    const struct series *steps = steps_of(index);
    for (int i = 0; steps && i < steps->count && steps->items[i].at <= at; i++) {
        if (steps->items[i].at <= since)
            continue;
        struct cell step = fact_cell(plan, &steps->items[i].fact);
        cell.amount = money_times(cell.amount, SHARE_ONE + step.amount);
        cell.needs = needs_union(plan->arena, cell.needs, step.needs);
    }
    return cell;
}

struct cell price_level_cell(const struct plan *plan, const struct price_level *level, month at)
{
    month since;
    struct cell cell = fact_cell(plan, base_of(level, at, &since));
    return cell_revised(plan, cell, level->index, since, at);
}

const struct derivation *derive_revised(const struct derivation *derived, const struct fact *index, month since,
                                        month at, struct arena *arena)
{
    const struct series *steps = steps_of(index);
    for (int i = 0; steps && i < steps->count; i++)
        if (steps->items[i].at > since && steps->items[i].at <= at)
            derived = derive(arena, DERIVE_STEP, derived->measure, N_("revised by index"), derived,
                             derive_fact(arena, *index->sections, &steps->items[i].fact, MEASURE_SHARE));
    return derived;
}

const struct derivation *price_level_derivation(const struct plan *plan, const struct price_level *level, month at,
                                                struct arena *arena)
{
    (void)plan;
    month since;
    const struct fact *base = base_of(level, at, &since);
    return derive_revised(derive_fact(arena, level->section, base, MEASURE_MONEY), level->index, since, at, arena);
}

static node stepped(const struct plan_nodes *nodes, node of, enum kind kind, const struct fact *index,
                    const struct fact *step)
{
    const struct section *named = *index->sections;
    return graph_of(nodes->graph, OP_STEP, kind, N_("revised by index"), of, share_leaf(nodes, named, step));
}

node revised_node(const struct plan_nodes *nodes, node of, enum kind kind, const struct fact *index, month since,
                  month at)
{
    const struct series *steps = steps_of(index);
    for (int i = 0; steps && i < steps->count && steps->items[i].at <= at; i++)
        if (steps->items[i].at > since)
            of = stepped(nodes, of, kind, index, &steps->items[i].fact);
    return of;
}

node price_level_node(const struct plan_nodes *nodes, const struct price_level *level, month at, node before)
{
    month since;
    const struct fact *base = base_of(level, at, &since);
    const struct series *steps = steps_of(level->index);
    if (!before || since == at)
        return revised_node(nodes, money_leaf(nodes, level->section, base), KIND_MONEY, level->index, since, at);
    const struct fact *step = steps ? series_exactly(steps, at) : NULL;
    return step ? stepped(nodes, before, KIND_MONEY, level->index, step) : before;
}
