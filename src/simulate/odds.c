#include <medfin/simulate/odds.h>

#include <math.h>
#include <string.h>

/* Marks the trials in which any finding of the rule is broken. */
static struct rule_odds odds_of(const struct simulation *simulation, const struct rule *rule, bool *broken)
{
    struct rule_odds odds = { 0 };
    memset(broken, 0, (size_t)simulation->trials * sizeof *broken);
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *own = &simulation->rules[r];
        if (own->rule != rule)
            continue;
        odds.applies = true;
        odds.unknown = odds.unknown || own->unknown;
        for (int64_t t = 0; t < simulation->trials; t++)
            broken[t] = broken[t] || own->breaches[t];
    }
    for (int64_t t = 0; t < simulation->trials; t++)
        odds.broken += broken[t];
    return odds;
}

const struct rule_odds *odds_find(const struct simulation *const *simulations, int count, struct arena *arena)
{
    const size_t trials = (size_t)simulations[0]->trials;
    struct rule_odds *all = arena_take(arena, (size_t)(rule_count * count), sizeof *all);
    struct arena *own = arena_like(arena);
    bool *first = arena_take(own, trials, sizeof *first), *other = arena_take(own, trials, sizeof *other);
    for (int r = 0; r < rule_count; r++)
        for (int s = 0; s < count; s++) {
            struct rule_odds *odds = &all[r * count + s];
            *odds = odds_of(simulations[s], &rule_rows[r], s ? other : first);
            for (size_t t = 0; s && t < trials; t++) {
                odds->alone += other[t] && !first[t];
                odds->spared += first[t] && !other[t];
            }
        }
    arena_free(own);
    return all;
}

/* Of paired trials each difference is 1, 0 or −1. */
share odds_difference_error(const struct rule_odds *odds, int64_t trials)
{
    const double count = (double)trials, mean = (double)(odds->alone - odds->spared) / count;
    const double square = (double)(odds->alone + odds->spared) / count;
    return (share)llround(sqrt((square - mean * mean) / count) * SHARE_ONE);
}
