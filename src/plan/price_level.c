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

static node stepped(const struct plan *plan, node of, enum kind kind, const struct fact *index, const struct fact *step)
{
    const struct section *named = *index->sections;
    return graph_of(plan->graph, OP_STEP, kind, N_("revised by index"), of, share_leaf(plan, named, step));
}

node revised_node(const struct plan *plan, node of, enum kind kind, const struct fact *index, month since, month at)
{
    const struct series *steps = steps_of(index);
    for (int i = 0; steps && i < steps->count && steps->items[i].at <= at; i++)
        if (steps->items[i].at > since)
            of = stepped(plan, of, kind, index, &steps->items[i].fact);
    return of;
}

node price_level_node(const struct plan *plan, const struct price_level *level, month at, node before)
{
    month since;
    const struct fact *base = base_of(level, at, &since);
    const struct series *steps = steps_of(level->index);
    if (!before || since == at)
        return revised_node(plan, money_leaf(plan, level->section, base), KIND_MONEY, level->index, since, at);
    const struct fact *step = steps ? series_exactly(steps, at) : NULL;
    return step ? stepped(plan, before, KIND_MONEY, level->index, step) : before;
}
