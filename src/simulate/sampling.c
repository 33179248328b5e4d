#include <medfin/simulate/sampling.h>

#include <math.h>
#include <string.h>

#include <medfin/base/sort.h>

#include "draw_kinds.h"
#include "hot.h"
#include "thread_pool.h"

static double within(const struct draw *draw, double value)
{
    return value < draw->low ? draw->low : value > draw->high ? draw->high : value;
}

double draw_quantile(const struct draw *draw, double level)
{
    bool upper = level > 0.5;
    return within(draw, draw_kinds[draw->kind].quantile(draw, upper ? 1 - level : level, upper));
}

int64_t draw_settled(const struct draw *draw, double value)
{
    return (int64_t)round(within(draw, value));
}

struct uncertain uncertain_of(const struct fact *fact)
{
    const struct key *key = fact->by->key;
    struct uncertain value = { .spread = fact->value.spread ? *fact->value.spread : (struct spread){ 0 },
                               .stated = fact->value.number,
                               .low = key->low,
                               .high = key->high };
    if (fact->value.is_share) {
        /* In kind of the gross leaves something for cash. */
        value.low = 0;
        value.high = SHARE_ONE - (fact->value.kind == VALUE_IN_KIND);
    }
    return value;
}

uint64_t draw_stream(const char *path)
{
    /* FNV-1a, and the last step of splitmix64: like paths have unlike streams. */
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *path; path++)
        hash = (hash ^ (unsigned char)*path) * UINT64_C(0x100000001b3);
    hash = (hash ^ hash >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ hash >> 27) * UINT64_C(0x94d049bb133111eb);
    return hash ^ hash >> 31;
}

static int by_number(const void *a, const void *b)
{
    int64_t one = ((const struct likely *)a)->number, other = ((const struct likely *)b)->number;
    return (one > other) - (one < other);
}

static void take_likely(struct draw *draw, const struct spread *spread, struct arena *arena)
{
    double below = 0;
    draw->likely_count = spread->likely_count;
    draw->likely = arena_take(arena, (size_t)spread->likely_count + 1, sizeof *draw->likely);
    draw->below = arena_take(arena, (size_t)spread->likely_count + 1, sizeof *draw->below);
    for (int i = 0; i < spread->likely_count; i++)
        draw->likely[i] = spread->likely[i];
    sort_array(draw->likely, spread->likely_count, by_number, arena);
    for (int i = 0; i < spread->likely_count; i++) {
        draw->below[i] = below;
        below += (double)draw->likely[i].chance;
    }
}

static struct draw draw_of(const struct uncertain *value, struct arena *arena)
{
    bool ranged = value->low || value->high, is_chance = value->spread.kind == DISTRIBUTION_CHANCE;
    struct draw draw = { .kind = value->spread.kind,
                         .stated = (double)value->stated,
                         .first = (double)value->spread.first,
                         .second = (double)value->spread.second,
                         .low = is_chance ? 0
                                : ranged  ? (double)value->low
                                          : -(double)MONEY_LIMIT,
                         .high = is_chance ? 1
                                 : ranged  ? (double)value->high
                                           : (double)MONEY_LIMIT,
                         .is_fixed = value->is_fixed,
                         .stream = value->stream,
                         .score = -1 };
    if (value->is_fixed)
        return draw;
    if (value->spread.kind == DISTRIBUTION_ONE_OF)
        take_likely(&draw, &value->spread, arena);
    const double last = 0.5 / word_size;
    double least = draw_kinds[draw.kind].quantile(&draw, last, false),
           most = draw_kinds[draw.kind].quantile(&draw, last, true);
    draw.may_leave = round(least) < draw.low || round(most) > draw.high;
    draw.least = round(within(&draw, least));
    draw.most = round(within(&draw, most));
    return draw;
}

/* What is left of a column below `own`, which is all that its value has apart from those before it. */
static bool column_find(double *factor, int size, int column, double own)
{
    const double chance = 1e-4; /* what rounding leaves where there should be nothing */
    for (int i = column + 1; i < size; i++) {
        double left = factor[i * size + column];
        for (int k = 0; k < column; k++)
            left -= factor[i * size + k] * factor[column * size + k];
        if (own == 0 && fabs(left) > chance)
            return false;
        factor[i * size + column] = own > 0 ? left / own : 0;
    }
    return true;
}

/* Cholesky's factor in place of the matrix, also of one in which a value follows wholly from
   others, as with the correlation 1; false if nothing can have these correlations. */
static bool factor_find(double *factor, int size)
{
    const double nothing = 1e-9;
    for (int j = 0; j < size; j++) {
        double left = factor[j * size + j];
        for (int k = 0; k < j; k++)
            left -= factor[j * size + k] * factor[j * size + k];
        double own = left > nothing ? sqrt(left) : 0;
        if (left < -nothing || !column_find(factor, size, j, own))
            return false;
        factor[j * size + j] = own;
    }
    return true;
}

/* The lower factor of the correlation matrix of all that move together. */
static bool factor_make(struct draws *draws, const struct correlated *pairs, int pair_count, struct arena *arena)
{
    int size = draws->score_count;
    double *factor = arena_take(arena, (size_t)(size * size), sizeof *factor);
    for (int i = 0; i < size; i++)
        factor[i * size + i] = 1;
    for (int i = 0; i < pair_count; i++) {
        int a = draws->items[pairs[i].a].score, b = draws->items[pairs[i].b].score;
        factor[a * size + b] = factor[b * size + a] = pairs[i].correlation;
    }
    draws->factor = factor;
    return factor_find(factor, size);
}

bool draws_make(const struct uncertain *values, int count, const struct correlated *pairs, int pair_count,
                uint64_t seed, struct draws *draws, struct arena *arena)
{
    *draws = (struct draws){ .seed = seed, .count = count };
    draws->items = arena_take(arena, (size_t)count + 1, sizeof *draws->items);
    for (int i = 0; i < count; i++)
        draws->items[i] = draw_of(&values[i], arena);
    int *scored = arena_take(arena, 2 * (size_t)pair_count + 1, sizeof *scored);
    draws->scored = scored;
    for (int i = 0; i < 2 * pair_count; i++) {
        const int number = i % 2 ? pairs[i / 2].b : pairs[i / 2].a;
        struct draw *draw = &draws->items[number];
        if (draw->score >= 0)
            continue;
        draw->score = draws->score_count++;
        scored[draw->score] = number;
    }
    return !pair_count || factor_make(draws, pairs, pair_count, arena);
}

/* A curve that is to be laid. */
struct laying {
    const struct draw *draw;
    struct curve *curve;
    bool over_scores;
};

typedef LIST(struct laying) laying_list;

static void lay_half(void *context, int member, int64_t half)
{
    (void)member;
    const laying_list *layings = context;
    const struct laying *laying = &layings->items[half / 2];
    const struct draw *draw = laying->draw;
    (laying->over_scores ? curve_over_scores : curve_over_words)(laying->curve, draw_kinds[draw->kind].quantile,
                                                                 draw_kinds[draw->kind].density, draw, half % 2);
}

static const struct curve *add_laying(laying_list *layings, const struct draw *draw, bool over_scores,
                                      struct arena *arena)
{
    struct laying *laying = list_add(layings, arena);
    *laying = (struct laying){ draw, curve_new(arena), over_scores };
    return laying->curve;
}

void draws_lay(struct draws *draws, int threads, struct arena *arena)
{
    static const struct draw standard = { .kind = DISTRIBUTION_NORMAL, .first = 1 };
    laying_list layings = { 0 };
    bool any_scores = draws->score_count > 0;
    for (int i = 0; i < draws->count; i++) {
        struct draw *draw = &draws->items[i];
        bool is_by_curve = !draw_kinds[draw->kind].at_scores && (draw->score >= 0 || !draw_kinds[draw->kind].block);
        if (is_by_curve && !draw->is_fixed)
            draw->curve = add_laying(&layings, draw, draw->score >= 0, arena);
        any_scores = any_scores || (!draw->curve && !draw_kinds[draw->kind].block);
    }
    if (any_scores)
        draws->normal = add_laying(&layings, &standard, false, arena);
    thread_pool_run(threads, 0, 2 * layings.count, lay_half, &layings);
}

/* Rounded by adding and taking away a number so large that no fraction is left. */
HOT static int64_t settle(const struct draw *draw, double *out, int count)
{
    const double large = 0x1.8p52, low = draw->low, high = draw->high;
    int32_t moved = 0;
    for (int i = 0; i < BLOCK; i++) {
        double whole = out[i] + large - large;
        double kept = whole > low ? whole : low;
        kept = kept < high ? kept : high;
        moved += (i < count) & (kept != whole);
        out[i] = kept;
    }
    return moved;
}

HOT static void add_scaled(const double *from, double factor, double *to)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] += factor * from[i];
}

/* Independent scores, each where its value comes out, move together with those before them: the last first, whom no
   other needs. */
static void scores_block(const struct draws *draws, uint64_t first, double (*out)[BLOCK])
{
    for (int s = 0; s < draws->score_count; s++) {
        uint32_t words[BLOCK];
        philox_block(draws->seed, first, draws->items[draws->scored[s]].stream, words);
        curve_at_words(draws->normal, words, out[draws->scored[s]]);
    }
    for (int s = draws->score_count - 1; s >= 0; s--) {
        const double *row = draws->factor + (size_t)s * (size_t)draws->score_count;
        double sum[BLOCK] = { 0 };
        for (int i = 0; i <= s; i++)
            add_scaled(out[draws->scored[i]], row[i], sum);
        memcpy(out[draws->scored[s]], sum, sizeof sum);
    }
}

static void at_scores(const struct draw *draw, double *out)
{
    if (draw->curve)
        curve_at_scores(draw->curve, out, out);
    else
        draw_kinds[draw->kind].at_scores(draw, out);
}

/* A value that moves with no other. */
static void draw_alone(const struct draws *draws, const struct draw *draw, uint64_t first, double *out)
{
    uint32_t words[BLOCK];
    philox_block(draws->seed, first, draw->stream, words);
    if (draw->curve) {
        curve_at_words(draw->curve, words, out);
    } else if (draw_kinds[draw->kind].block) {
        draw_kinds[draw->kind].block(draw, words, out);
    } else {
        curve_at_words(draws->normal, words, out);
        at_scores(draw, out);
    }
}

void draws_block(const struct draws *draws, uint64_t first, double (*out)[BLOCK], int count, int64_t *clipped)
{
    scores_block(draws, first, out);
    for (int i = 0; i < draws->count; i++) {
        const struct draw *draw = &draws->items[i];
        if (draw->is_fixed)
            continue;
        if (draw->score >= 0) {
            at_scores(draw, out[i]);
        } else {
            draw_alone(draws, draw, first, out[i]);
        }
        if (draw->kind == DISTRIBUTION_CHANCE)
            continue;
        int64_t moved = settle(draw, out[i], count);
        if (clipped)
            clipped[i] += moved;
    }
}
