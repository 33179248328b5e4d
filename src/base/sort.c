#include <medfin/base/sort.h>

#include <stdbool.h>
#include <string.h>

static bool is_sorted(const char *items, size_t count, size_t size, sort_order *order)
{
    for (size_t i = 1; i < count; i++)
        if (order(items + (i - 1) * size, items + i * size) > 0)
            return false;
    return true;
}

/* Two sorted halves; `room` is for the left one. */
static void merge(char *items, size_t half, size_t count, size_t size, sort_order *order, char *room)
{
    memcpy(room, items, half * size);
    const char *left = room, *const left_end = room + half * size,
               *right = items + half * size, *const end = items + count * size;
    for (char *to = items; left < left_end; to += size) {
        bool is_right = right < end && order(left, right) > 0;
        memmove(to, is_right ? right : left, size);
        *(is_right ? &right : &left) += size;
    }
}

static void sort(char *items, size_t count, size_t size, sort_order *order, char *room)
{
    size_t half = count / 2;
    if (is_sorted(items, count, size, order))
        return;
    sort(items, half, size, order, room);
    sort(items + half * size, count - half, size, order, room);
    merge(items, half, count, size, order, room);
}

void *sort_find(const void *key, const void *items, int count, size_t size, sort_order *against)
{
    const char *from = items;
    size_t low = 0, high = (size_t)count; /* all before low come before the key, and none from high on does */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (against(key, from + middle * size) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < (size_t)count && against(key, from + low * size) == 0;
    return is_found ? (void *)(from + low * size) : NULL;
}

void sort_items(void *items, int count, size_t size, sort_order *order, struct arena *arena)
{
    if (is_sorted(items, (size_t)count, size, order))
        return;
    struct arena_mark mark = arena_mark(arena);
    sort(items, (size_t)count, size, order, arena_take(arena, (size_t)count / 2, size));
    arena_undo(arena, mark);
}
