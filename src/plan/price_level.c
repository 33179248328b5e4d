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

const struct derivation *derive_revised(const struct derivation *node, const struct fact *index, month since, month at,
                                        struct arena *arena)
{
    const struct series *steps = steps_of(index);
    for (int i = 0; steps && i < steps->count; i++)
        if (steps->items[i].at > since && steps->items[i].at <= at)
            node = derive(arena, DERIVE_STEP, node->measure, N_("revised by index"), node,
                          derive_fact(arena, *index->sections, &steps->items[i].fact, MEASURE_SHARE));
    return node;
}

const struct derivation *price_level_derivation(const struct plan *plan, const struct price_level *level, month at,
                                                struct arena *arena)
{
    (void)plan;
    month since;
    const struct fact *base = base_of(level, at, &since);
    return derive_revised(derive_fact(arena, level->section, base, MEASURE_MONEY), level->index, since, at, arena);
}
