#include <medfin/graph/need_sets.h>

#include <string.h>

enum { LEAST_ROOM = 16 }; /* a power of two, as any room is */

struct need_sets need_sets_new(int unknowns, struct arena *arena)
{
    struct need_sets sets = { .arena = arena, .words = (unknowns + 63) / 64 };
    *list_add(&sets.own, arena) = NULL;
    return sets;
}

struct need_sets need_sets_above(const struct need_sets *below, struct arena *arena)
{
    return (struct need_sets){ .arena = arena, .below = below, .words = below->words };
}

static int count_below(const struct need_sets *sets)
{
    return sets->below ? need_sets_count(sets->below) : 0;
}

int need_sets_count(const struct need_sets *sets)
{
    return count_below(sets) + sets->own.count;
}

const struct needs *need_set(const struct need_sets *sets, uint32_t set)
{
    while ((int)set < count_below(sets))
        sets = sets->below;
    return sets->own.items[(int)set - count_below(sets)];
}

static uint32_t hash_of(const struct need_sets *sets, const uint64_t *bits)
{
    uint64_t hash = 0;
    for (int i = 0; i < sets->words; i++)
        hash = ((hash ^ bits[i]) * UINT64_C(0x9e3779b97f4a7c15)) ^ (hash >> 29);
    return (uint32_t)(hash >> 32);
}

/* Where its number stands among the sets' own, or would; NULL: they have none. */
static uint32_t *place_of(const struct need_sets *sets, const uint64_t *bits)
{
    for (uint32_t at = hash_of(sets, bits); sets->room; at++) {
        uint32_t *entry = &sets->table[at & (sets->room - 1)];
        if (!*entry || memcmp(need_set(sets, *entry)->bits, bits, (size_t)sets->words * sizeof *bits) == 0)
            return entry;
    }
    return NULL;
}

/* At most half of the table is taken. */
static void make_room(struct need_sets *sets)
{
    if (2 * (uint32_t)sets->own.count < sets->room)
        return;
    sets->room = sets->room ? 2 * sets->room : LEAST_ROOM;
    sets->table = arena_take(sets->arena, sets->room, sizeof *sets->table);
    for (int i = 0; i < sets->own.count; i++)
        if (sets->own.items[i])
            *place_of(sets, sets->own.items[i]->bits) = (uint32_t)(count_below(sets) + i);
}

/* The number of the set with these bits. They are copied where they are new. */
static uint32_t number_of(struct need_sets *sets, const uint64_t *bits)
{
    for (const struct need_sets *some = sets; some; some = some->below) {
        const uint32_t *entry = place_of(some, bits);
        if (entry && *entry)
            return *entry;
    }
    size_t size = (size_t)sets->words * sizeof *bits;
    struct needs *copy = arena_take(sets->arena, 1, sizeof *copy + size);
    copy->words = sets->words;
    memcpy(copy->bits, bits, size);
    make_room(sets);
    uint32_t number = *place_of(sets, bits) = (uint32_t)need_sets_count(sets);
    *list_add(&sets->own, sets->arena) = copy;
    return number;
}

uint32_t need_set_of(struct need_sets *sets, int unknown)
{
    uint64_t bits[sets->words];
    memset(bits, 0, sizeof bits);
    bits[unknown / 64] = UINT64_C(1) << unknown % 64;
    return number_of(sets, bits);
}

uint32_t need_set_union(struct need_sets *sets, uint32_t a, uint32_t b)
{
    if (!b || a == b)
        return a;
    if (!a)
        return b;
    const struct needs *one = need_set(sets, a), *other = need_set(sets, b);
    uint64_t both[sets->words];
    for (int i = 0; i < sets->words; i++)
        both[i] = one->bits[i] | other->bits[i];
    return number_of(sets, both);
}
