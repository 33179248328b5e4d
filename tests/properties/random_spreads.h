#ifndef MEDFIN_TESTS_RANDOM_SPREADS_H
#define MEDFIN_TESTS_RANDOM_SPREADS_H

/* Random uncertainty of random projects. */

#include "random_project.h"

static inline const struct spread *random_spread(struct dice *dice, const struct value *value, const struct key *key,
                                                 struct arena *arena)
{
    int64_t number = value->number, reach = (number < 0 ? -number : number) / between(dice, 2, 30) + 1;
    struct spread *spread = arena_take(arena, 1, sizeof *spread);
    if (value->kind == VALUE_STATUS) {
        *spread = (struct spread){ .kind = DISTRIBUTION_CHANCE, .first = roll(dice, SHARE_ONE + 1) };
        return spread;
    }
    int64_t low = number - roll(dice, reach), high = number + roll(dice, reach);
    bool ranged = key->low || key->high || value->is_share;
    low = ranged && low < key->low ? key->low : low;
    high = ranged && !value->is_share && high > key->high ? key->high : high;
    *spread =
        (struct spread){ .kind = (enum distribution)roll(dice, DISTRIBUTION_CHANCE), .first = low, .second = high };
    if (spread->kind == DISTRIBUTION_ONE_OF) {
        struct likely *likely = arena_take(arena, 3, sizeof *likely);
        const share chance = roll(dice, SHARE_ONE / 2);
        likely[0] = (struct likely){ high, chance };
        likely[1] = (struct likely){ number, SHARE_ONE - 2 * chance };
        likely[2] = (struct likely){ low, chance };
        *spread = (struct spread){ .kind = DISTRIBUTION_ONE_OF, .likely = likely, .likely_count = 3 };
    }
    if (spread->kind == DISTRIBUTION_NORMAL)
        spread->first = roll(dice, reach);
    if (spread->kind == DISTRIBUTION_LOGNORMAL && number > 0)
        spread->first = number + roll(dice, reach);
    else if (spread->kind == DISTRIBUTION_LOGNORMAL)
        return NULL;
    return spread;
}

/* A spread in which nothing is left to chance. */
static inline const struct spread *random_certainty(struct dice *dice, const struct value *value, struct arena *arena)
{
    struct spread *spread = arena_take(arena, 1, sizeof *spread);
    struct likely *likely = arena_take(arena, 1, sizeof *likely);
    *likely = (struct likely){ value->number, SHARE_ONE };
    *spread = (struct spread){ .kind = (enum distribution)roll(dice, DISTRIBUTION_CHANCE),
                               .first = value->number,
                               .second = value->number,
                               .likely = likely,
                               .likely_count = 1 };
    if (spread->kind == DISTRIBUTION_NORMAL)
        spread->first = 0;
    bool is_none = value->kind == VALUE_STATUS || (spread->kind == DISTRIBUTION_LOGNORMAL && value->number <= 0);
    return is_none ? NULL : spread;
}

static inline bool is_of_gross(const struct value *value)
{
    return value->kind == VALUE_IN_KIND && value->is_share;
}

/* Several percents of the gross have an end together: 60 % and half of that is less than all. */
static inline const struct spread *with_an_end(const struct trial *trial, const struct spread *spread)
{
    int count = 0;
    for (int i = 0; i < trial->statements.count; i++)
        count += is_of_gross(&trial->statements.items[i].value);
    bool has_end = spread->kind == DISTRIBUTION_UNIFORM || spread->kind == DISTRIBUTION_TRIANGULAR ||
                   spread->kind == DISTRIBUTION_PERT;
    return count < 2 || has_end ? spread : NULL;
}

/* Some of what may be uncertain is. */
static inline void make_spread(struct trial *trial, struct dice *dice, int one_of, bool is_certain)
{
    for (int i = 0; i < trial->statements.count; i++) {
        struct statement *statement = &trial->statements.items[i];
        bool may_be = statement->key && statement->key->flags & KEY_MAY_BE_UNCERTAIN && !statement->value.unknown &&
                      !statement->value.count;
        if (may_be && one_in(dice, one_of))
            statement->value.spread = is_certain ? random_certainty(dice, &statement->value, trial->arena)
                                                 : random_spread(dice, &statement->value, statement->key, trial->arena);
        if (statement->value.spread && is_of_gross(&statement->value))
            statement->value.spread = with_an_end(trial, statement->value.spread);
    }
    trial_build(trial);
}

static inline void make_uncertain(struct trial *trial, struct dice *dice, int one_of)
{
    make_spread(trial, dice, one_of, false);
}

#endif
