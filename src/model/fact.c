#include <medfin/model/fact.h>

#include <medfin/model/section.h>

const struct fact *series_at(const struct series *series, month at)
{
    const struct fact *latest = NULL;
    for (int i = 0; i < series->count && series->items[i].at <= at; i++)
        latest = &series->items[i].fact;
    return latest;
}

const struct fact *series_exactly(const struct series *series, month at)
{
    for (int i = 0; i < series->count; i++)
        if (series->items[i].at == at)
            return &series->items[i].fact;
    return NULL;
}

bool fact_same(const struct fact *a, const struct fact *b)
{
    if (a == b || !a->by || !b->by)
        return a == b;
    return a->by->from_table && b->by->from_table && a->by->key == b->by->key &&
           a->by->place.source == b->by->place.source && a->by->place.offset == b->by->place.offset;
}

bool fact_names(const struct fact *fact, const struct section *section)
{
    for (int i = 0; i < fact->value.count; i++)
        if (fact->sections[i] == section)
            return true;
    return false;
}

struct place fact_place(const struct section *section, const struct fact *fact)
{
    return fact->by ? fact->by->place : section->place;
}
