#ifndef MEDFIN_TESTS_RANDOM_VALUES_H
#define MEDFIN_TESTS_RANDOM_VALUES_H

/* Values of random projects, and a project being written: the same for the same seed. */

#include <medfin/base/text.h>

#include "trial.h"

struct dice {
    uint64_t state;
};

/* splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
static inline uint64_t dice_next(struct dice *dice)
{
    uint64_t word = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    word = (word ^ word >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    word = (word ^ word >> 27) * UINT64_C(0x94d049bb133111eb);
    return word ^ word >> 31;
}

/* 0 ≤ roll < sides. */
static inline int64_t roll(struct dice *dice, int64_t sides)
{
    return (int64_t)(dice_next(dice) % (uint64_t)sides);
}

static inline bool one_in(struct dice *dice, int sides)
{
    return roll(dice, sides) == 0;
}

static inline int64_t between(struct dice *dice, int64_t low, int64_t high)
{
    return low + roll(dice, high - low + 1);
}

enum wish {
    ALL_KNOWN,
    SOME_UNKNOWN,
    ONE_WANTED /* the amount of the first funder, f0, alone is unknown */
};

enum { MOST_FUNDERS = 5, MOST_DATES = 4, LONGEST = 60 };

/* A project being written. */
struct sketch {
    struct dice *dice;
    struct text text;
    enum wish wish;
    month first, last;
    int indices, rates, posts, costs, activities, travels, overheads, funders;
    enum funder_kind kinds[MOST_FUNDERS];
    bool bears_lines[MOST_FUNDERS]; /* lines may name it */
    int gross;                      /* percents of it that funders bear in kind, at most 60 in all */
};

static inline struct arena *sketch_arena(struct sketch *sketch)
{
    return sketch->text.arena;
}

/* True for a value that is to be `?`. */
static inline bool is_left_open(struct sketch *sketch)
{
    return sketch->wish == SOME_UNKNOWN && one_in(sketch->dice, 16);
}

static inline const char *random_money(struct sketch *sketch)
{
    static const int64_t sizes[] = { 1, 100, 10000, 5000000, 100000000, 1000000000 };
    money amount = roll(sketch->dice, sizes[roll(sketch->dice, sizeof sizes / sizeof *sizes)]);
    return is_left_open(sketch)
               ? "?"
               : arena_text(sketch_arena(sketch), "%s kr", money_plain(sketch_arena(sketch), amount, ','));
}

/* As random_money, at times less than nothing: a cost may be a refund. */
static inline const char *random_cost(struct sketch *sketch)
{
    const char *amount = random_money(sketch);
    bool is_refund = *amount != '?' && one_in(sketch->dice, 12);
    return is_refund ? arena_text(sketch_arena(sketch), "-%s", amount) : amount;
}

/* Of `low` to `high` parts per billion, in whole percents or to the last decimal. */
static inline const char *random_percent(struct sketch *sketch, share low, share high)
{
    const share percent = SHARE_ONE / 100;
    share part = between(sketch->dice, low, high);
    if (one_in(sketch->dice, 2))
        part -= part % percent;
    return is_left_open(sketch) ? "?" : share_text(sketch_arena(sketch), part, LANGUAGE_EN);
}

static inline struct months random_span(struct sketch *sketch)
{
    struct months span = { sketch->first, sketch->last };
    if (one_in(sketch->dice, 3))
        span.first = (month)between(sketch->dice, span.first, span.last);
    if (one_in(sketch->dice, 3))
        span.last = (month)between(sketch->dice, span.first, span.last);
    return span;
}

static inline void write_span(struct sketch *sketch, struct months span)
{
    struct arena *arena = sketch_arena(sketch);
    if (span.first > sketch->first)
        text_addf(&sketch->text, "from = %s\n", month_text(arena, span.first));
    if (span.last < sketch->last)
        text_addf(&sketch->text, "to = %s\n", month_text(arena, span.last));
}

/* Different months of a span, in either order; how many. */
static inline int random_dates(struct sketch *sketch, struct months span, int step, month *dates)
{
    int count = 0;
    month at = (month)between(sketch->dice, span.first, span.last);
    for (; at <= span.last && count < MOST_DATES; at += step * (month)between(sketch->dice, 1, 6))
        dates[count++] = at;
    for (int i = 0; one_in(sketch->dice, 2) && i < count / 2; i++) {
        month swapped = dates[i];
        dates[i] = dates[count - 1 - i];
        dates[count - 1 - i] = swapped;
    }
    return count;
}

/* "word, word": some of the words, at least one. */
static inline const char *some_of(struct sketch *sketch, const char *const *words, int count)
{
    struct text list = text_new(sketch_arena(sketch));
    int least = (int)roll(sketch->dice, count);
    for (int i = 0; i < count; i++)
        if (i == least || one_in(sketch->dice, 3))
            text_addf(&list, "%s%s", list.size ? ", " : "", words[i]);
    return list.bytes;
}

#endif
