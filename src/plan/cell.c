#include <medfin/plan/cell.h>

#include <string.h>

const struct needs *needs_one(struct arena *arena, int number, int count)
{
    if (number < 0)
        return NULL;
    int words = (count + 63) / 64;
    struct needs *needs = arena_take(arena, 1, sizeof *needs + (size_t)words * sizeof *needs->bits);
    needs->words = words;
    needs->bits[number / 64] = UINT64_C(1) << number % 64;
    return needs;
}

static bool contains(const struct needs *all, const struct needs *some)
{
    for (int i = 0; i < some->words; i++)
        if (some->bits[i] & ~all->bits[i])
            return false;
    return true;
}

const struct needs *needs_join(struct arena *arena, const struct needs *a, const struct needs *b)
{
    if (contains(b, a))
        return b;
    if (contains(a, b))
        return a;
    struct needs *both = arena_take(arena, 1, sizeof *both + (size_t)a->words * sizeof *both->bits);
    both->words = a->words;
    for (int i = 0; i < a->words; i++)
        both->bits[i] = a->bits[i] | b->bits[i];
    return both;
}

void needs_add(struct cell_sum *sum, const struct needs *more)
{
    size_t size = sizeof *more + (size_t)more->words * sizeof *more->bits;
    if (!sum->of.needs) {
        sum->of.needs = more;
        return;
    }
    if (!sum->own)
        sum->of.needs = sum->own = memcpy(arena_take(sum->arena, 1, size), sum->of.needs, size);
    for (int i = 0; i < more->words; i++)
        sum->own->bits[i] |= more->bits[i];
}

bool needs_has(const struct needs *needs, int number)
{
    return needs && needs->bits[number / 64] >> number % 64 & 1;
}

int needs_count(const struct needs *needs)
{
    int count = 0;
    for (int i = 0; needs && i < needs->words; i++)
        count += __builtin_popcountll(needs->bits[i]);
    return count;
}
