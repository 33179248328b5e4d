#include <medfin/graph/need_sets.h>

#include <string.h>

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

/* The number of the set with these bits. They are copied where they are new. */
static uint32_t number_of(struct need_sets *sets, const uint64_t *bits)
{
    size_t size = (size_t)sets->words * sizeof *bits;
    int count = need_sets_count(sets);
    for (int i = 1; i < count; i++)
        if (memcmp(need_set(sets, (uint32_t)i)->bits, bits, size) == 0)
            return (uint32_t)i;
    struct needs *copy = arena_take(sets->arena, 1, sizeof *copy + size);
    copy->words = sets->words;
    memcpy(copy->bits, bits, size);
    *list_add(&sets->own, sets->arena) = copy;
    return (uint32_t)count;
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
