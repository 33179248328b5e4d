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
        *spread = (struct spread){ DISTRIBUTION_CHANCE, roll(dice, SHARE_ONE + 1), 0 };
        return spread;
    }
    int64_t low = number - roll(dice, reach), high = number + roll(dice, reach);
    bool ranged = key->low || key->high || value->is_share;
    low = ranged && low < key->low ? key->low : low;
    high = ranged && !value->is_share && high > key->high ? key->high : high;
    *spread = (struct spread){ (enum distribution)roll(dice, DISTRIBUTION_CHANCE), low, high };
    if (spread->kind == DISTRIBUTION_NORMAL)
        spread->first = roll(dice, reach);
    if (spread->kind == DISTRIBUTION_LOGNORMAL && number > 0)
        spread->first = number + roll(dice, reach);
    else if (spread->kind == DISTRIBUTION_LOGNORMAL)
        return NULL;
    return spread;
}

/* Some of what may be uncertain is. */
static inline void make_uncertain(struct trial *trial, struct dice *dice, int one_of)
{
    for (int i = 0; i < trial->statements.count; i++) {
        struct statement *statement = &trial->statements.items[i];
        bool may_be = statement->key && statement->key->flags & KEY_MAY_BE_UNCERTAIN && !statement->value.unknown &&
                      !statement->value.count;
        if (may_be && one_in(dice, one_of))
            statement->value.spread = random_spread(dice, &statement->value, statement->key, trial->arena);
    }
    trial_build(trial);
}

#endif
