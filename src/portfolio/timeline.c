#include <medfin/portfolio/timeline.h>

#include <string.h>

bool sum_join(struct sum *sum, struct sum part)
{
    const wide known = (wide)sum->known + part.known;
    if (known > MONEY_LIMIT || known < -MONEY_LIMIT)
        return false;
    sum->known = (int64_t)known;
    sum->unknown += part.unknown;
    return true;
}

bool sum_add(struct sum *sum, struct cell part)
{
    const bool is_known = cell_is_known(part);
    return sum_join(sum, (struct sum){ is_known ? part.amount : 0, !is_known });
}

/* Room before what there is, for a project that begins earlier than those before it. */
static void begin_at(struct timeline *timeline, int at, struct arena *arena)
{
    const int more = timeline->first - at, count = timeline->count;
    list_reserve(timeline, more, arena);
    memmove(timeline->items + more, timeline->items, (size_t)count * sizeof *timeline->items);
    memset(timeline->items, 0, (size_t)more * sizeof *timeline->items);
    timeline->first = at;
    timeline->count += more;
}

struct sum *timeline_at(struct timeline *timeline, int at, struct arena *arena)
{
    if (!timeline->count)
        timeline->first = at;
    if (at < timeline->first)
        begin_at(timeline, at, arena);
    while (at >= timeline_end(timeline))
        *list_add(timeline, arena) = (struct sum){ 0 };
    return &timeline->items[at - timeline->first];
}

struct sum timeline_get(const struct timeline *timeline, int at)
{
    const bool is_there = at >= timeline->first && at < timeline_end(timeline);
    return is_there ? timeline->items[at - timeline->first] : (struct sum){ 0 };
}
