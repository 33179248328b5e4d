#include "drivers.h"

#include <math.h>
#include <string.h>

#include "ranking.h"
#include "thread_pool.h"

/* Equity at the end of the plan. */
static const struct simulated_figure *last_equity(const struct simulation *answer)
{
    const struct simulated_figure *last = NULL;
    for (int i = 0; i < answer->figure_count; i++)
        if (answer->figures[i].fan == FAN_EQUITY && answer->figures[i].is_year)
            last = &answer->figures[i];
    return last;
}

struct ranked *ranked_new(const struct simulator *simulator, struct arena *arena)
{
    const struct simulation *answer = &simulator->answer;
    const struct simulated_figure *equity = last_equity(answer);
    struct ranked *ranked = arena_take(arena, 1, sizeof *ranked);
    *ranked = (struct ranked){ .simulator = simulator, .equity_watched = equity ? equity->reading.watched : -1 };
    ranked->values =
        arena_take(arena, (size_t)(answer->value_count + answer->leaving_count) + 1, sizeof *ranked->values);
    ranked->worst = arena_take(arena, (size_t)answer->rule_count + 1, sizeof *ranked->worst);
    ranked->equity = arena_take(arena, RANKED, sizeof *ranked->equity);
    return ranked;
}

/* How often the members of a tariff chose to leave, in each trial of the block. */
static void count_leaving(const struct simulator *simulator, const struct section *tariff, const struct bench *bench,
                          double *leaving)
{
    memset(leaving, 0, BLOCK * sizeof *leaving);
    for (int i = 0; i < simulator->leaving->count; i++) {
        const struct leaving_year *year = &simulator->leaving->items[i];
        for (int d = 0; year->tariff == tariff && d < year->count; d++)
            for (int t = 0; t < BLOCK; t++)
                leaving[t] += 1 - bench_draws(bench, year->first + d)[t];
    }
}

static const double parts = 64; /* of an öre: margins that differ by less are one */

void ranked_keep(struct ranked *ranked, int block, const struct bench *bench, const struct rule_state *states)
{
    const struct simulator *simulator = ranked->simulator;
    const struct simulation *answer = &simulator->answer;
    size_t at = (size_t)block * BLOCK;
    for (int r = 0; r < answer->rule_count; r++)
        for (int t = 0; t < BLOCK; t++)
            ranked->worst[r][at + (size_t)t] = round(states[r].worst[t] * parts) / parts;
    for (int v = 0; v < answer->value_count; v++)
        memcpy(ranked->values[v] + at, bench_draws(bench, v), BLOCK * sizeof(double));
    for (int t = 0; t < answer->leaving_count; t++)
        count_leaving(simulator, answer->leaving[t], bench, ranked->values[answer->value_count + t] + at);
}

/* What one member of the pool ranks in. */
struct ranker {
    double ranks[RANKED];
    uint64_t keys[RANKED], room[RANKED];
};

struct ranking {
    const struct ranked *ranked;
    const struct simulation *answer;
    double (*values)[RANKED]; /* ranks, by value */
    int count;                /* of values */
    struct ranker *rankers;
    double **drivers; /* by rule, then of equity; NULL where nobody asks */
};

static void rank_value(void *context, int member, int64_t value)
{
    struct ranking *ranking = context;
    struct ranker *ranker = &ranking->rankers[member];
    ranks_find(ranking->ranked->values[value], RANKED, ranking->values[value], ranker->keys, ranker->room);
}

static void find_drivers(void *context, int member, int64_t rule)
{
    struct ranking *ranking = context;
    struct ranker *ranker = &ranking->rankers[member];
    const double *numbers = rule < ranking->answer->rule_count ? ranking->ranked->worst[rule] : ranking->ranked->equity;
    if (!ranking->drivers[rule])
        return;
    ranks_find(numbers, RANKED, ranker->ranks, ranker->keys, ranker->room);
    for (int v = 0; v < ranking->count; v++)
        ranking->drivers[rule][v] = rank_correlation(ranking->values[v], ranker->ranks, RANKED);
}

/* Room for the drivers of what is neither certain nor unknown. */
static void ask_for(struct ranking *ranking, struct arena *arena)
{
    const struct simulation *answer = ranking->answer;
    for (int r = 0; r <= answer->rule_count; r++) {
        bool is_asked = r < answer->rule_count ? !answer->rules[r].certain && !answer->rules[r].unknown
                                               : ranking->ranked->equity_watched >= 0;
        ranking->drivers[r] = is_asked ? arena_take(arena, (size_t)ranking->count + 1, sizeof(double)) : NULL;
    }
}

void drivers_find(const struct ranked *ranked, int threads, struct simulation *answer, struct arena *arena)
{
    struct arena *own = arena_like(arena);
    struct ranking ranking = { .ranked = ranked,
                               .answer = answer,
                               .count = answer->value_count + answer->leaving_count };
    ranking.values = arena_take(own, (size_t)ranking.count + 1, sizeof *ranking.values);
    ranking.rankers = arena_take(own, (size_t)threads, sizeof *ranking.rankers);
    ranking.drivers = arena_take(own, (size_t)answer->rule_count + 1, sizeof *ranking.drivers);
    ask_for(&ranking, arena);
    thread_pool_run(threads, 0, ranking.count, rank_value, &ranking);
    thread_pool_run(threads, 0, answer->rule_count + 1, find_drivers, &ranking);
    for (int r = 0; r < answer->rule_count; r++)
        answer->rules[r].drivers = ranking.drivers[r];
    answer->drivers = ranking.drivers[answer->rule_count];
    for (int v = 0; answer->drivers && v < ranking.count; v++)
        answer->drivers[v] *= last_equity(answer)->reading.factor < 0 ? -1 : 1;
    arena_free(own);
}
