#include <medfin/simulate/sampling.h>

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "curve.h"
#include "hot.h"
#include "thread_pool.h"

static const double word_size = 0x1p32;

/* λ of a pert distribution: how much the mode weighs against both ends (Malcolm et al. 1959). */
enum { PERT_WEIGHT = 4 };

static double normal_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    double score = gsl_cdf_ugaussian_Pinv(tail);
    return draw->stated + (upper ? -score : score) * draw->first;
}

static double normal_density(const void *of, double value)
{
    const struct draw *draw = of;
    return gsl_ran_gaussian_pdf(value - draw->stated, draw->first);
}

/* The stated value is the median, and `first` the 95th percentile. */
static double log_deviation(const struct draw *draw)
{
    return log(draw->first / draw->stated) / gsl_cdf_ugaussian_Pinv(0.95);
}

static double lognormal_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    double score = gsl_cdf_ugaussian_Pinv(tail);
    return draw->stated * exp((upper ? -score : score) * log_deviation(draw));
}

static double lognormal_density(const void *of, double value)
{
    const struct draw *draw = of;
    double deviation = log_deviation(draw);
    return deviation > 0 ? gsl_ran_lognormal_pdf(value, log(draw->stated), deviation) : 0;
}

static double rising_weight(const struct draw *draw)
{
    return 1 + PERT_WEIGHT * (draw->stated - draw->first) / (draw->second - draw->first);
}

static double falling_weight(const struct draw *draw)
{
    return 1 + PERT_WEIGHT * (draw->second - draw->stated) / (draw->second - draw->first);
}

static double pert_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    double width = draw->second - draw->first;
    if (!(width > 0))
        return draw->stated;
    double a = rising_weight(draw), b = falling_weight(draw);
    return upper ? draw->second - width * gsl_cdf_beta_Pinv(tail, b, a)
                 : draw->first + width * gsl_cdf_beta_Pinv(tail, a, b);
}

static double pert_density(const void *of, double value)
{
    const struct draw *draw = of;
    double width = draw->second - draw->first;
    if (!(width > 0))
        return 0;
    return gsl_ran_beta_pdf((value - draw->first) / width, rising_weight(draw), falling_weight(draw)) / width;
}

static double uniform_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    double step = (draw->second - draw->first) * tail;
    return upper ? draw->second - step : draw->first + step;
}

static double uniform_density(const void *of, double value)
{
    const struct draw *draw = of;
    (void)value;
    return draw->second > draw->first ? 1 / (draw->second - draw->first) : 0;
}

static double triangular_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    double width = draw->second - draw->first, rise = draw->stated - draw->first;
    if (!(width > 0))
        return draw->stated;
    double level = upper ? 1 - tail : tail;
    if (level < rise / width)
        return draw->first + sqrt(level * width * rise);
    return draw->second - sqrt((upper ? tail : 1 - tail) * width * (width - rise));
}

static double triangular_density(const void *of, double value)
{
    const struct draw *draw = of;
    double width = draw->second - draw->first, rise = draw->stated - draw->first;
    if (value < draw->stated)
        return 2 * (value - draw->first) / (width * rise);
    return 2 * (draw->second - value) / (width * (width - rise));
}

/* A status is granted in the upper part of its range. */
static double chance_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    return (upper ? tail : 1 - tail) <= draw->first / SHARE_ONE ? 1 : 0;
}

HOT static void uniform_block(const struct draw *draw, const uint32_t *words, double *out)
{
    const double step = (draw->second - draw->first) / word_size, from = draw->first + step / 2;
    for (int i = 0; i < BLOCK; i++)
        out[i] = from + step * words[i];
}

HOT static void triangular_block(const struct draw *draw, const uint32_t *words, double *out)
{
    const double low = draw->first, high = draw->second, width = high - low, rise = draw->stated - low;
    const double turn = width > 0 ? rise / width : 1, up = width * rise, down = width * (width - rise);
    for (int i = 0; i < BLOCK; i++) {
        double level = (words[i] + 0.5) / word_size;
        double rising = low + sqrt(level * up), falling = high - sqrt((1 - level) * down);
        out[i] = level < turn ? rising : falling;
    }
}

/* Exact: 0 % is never and 100 % always. */
static void chance_block(const struct draw *draw, const uint32_t *words, double *out)
{
    const uint64_t refused = (uint64_t)(SHARE_ONE - (share)draw->first) << 32;
    for (int i = 0; i < BLOCK; i++)
        out[i] = (uint64_t)words[i] * (uint64_t)SHARE_ONE >= refused;
}

static const struct {
    curve_value *quantile;
    curve_slope *density;
    void (*block)(const struct draw *draw, const uint32_t *words, double *out); /* NULL: by its curve */
} kinds[DISTRIBUTION_COUNT] = {
    [DISTRIBUTION_NORMAL] = { normal_quantile, normal_density, NULL },
    [DISTRIBUTION_UNIFORM] = { uniform_quantile, uniform_density, uniform_block },
    [DISTRIBUTION_TRIANGULAR] = { triangular_quantile, triangular_density, triangular_block },
    [DISTRIBUTION_PERT] = { pert_quantile, pert_density, NULL },
    [DISTRIBUTION_LOGNORMAL] = { lognormal_quantile, lognormal_density, NULL },
    [DISTRIBUTION_CHANCE] = { chance_quantile, NULL, chance_block },
};

static double within(const struct draw *draw, double value)
{
    return value < draw->low ? draw->low : value > draw->high ? draw->high : value;
}

double draw_quantile(const struct draw *draw, double level)
{
    bool upper = level > 0.5;
    return within(draw, kinds[draw->kind].quantile(draw, upper ? 1 - level : level, upper));
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

static struct draw draw_of(const struct uncertain *value)
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
                         .score = -1 };
    const double last = 0.5 / word_size;
    double least = kinds[draw.kind].quantile(&draw, last, false), most = kinds[draw.kind].quantile(&draw, last, true);
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
        draws->items[i] = draw_of(&values[i]);
    for (int i = 0; i < 2 * pair_count; i++) {
        struct draw *draw = &draws->items[i % 2 ? pairs[i / 2].b : pairs[i / 2].a];
        draw->score = draw->score < 0 ? draws->score_count++ : draw->score;
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
    (laying->over_scores ? curve_over_scores : curve_over_words)(laying->curve, kinds[draw->kind].quantile,
                                                                 kinds[draw->kind].density, draw, half % 2);
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
    for (int i = 0; i < draws->count; i++) {
        struct draw *draw = &draws->items[i];
        if (draw->score < 0 ? !kinds[draw->kind].block : kinds[draw->kind].density != NULL)
            draw->curve = add_laying(&layings, draw, draw->score >= 0, arena);
    }
    if (draws->score_count)
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

/* A score that moves together with those before it, from scores that are independent. */
static void score_block(const struct draws *draws, int score, double (*alone)[BLOCK], double *out)
{
    const double *row = draws->factor + score * draws->score_count;
    for (int i = 0; i < BLOCK; i++)
        out[i] = 0;
    for (int i = 0; i <= score; i++)
        add_scaled(alone[i], row[i], out);
}

static void from_score(const struct draw *draw, double *out)
{
    if (draw->curve) {
        curve_at_scores(draw->curve, out, out);
        return;
    }
    double refused = gsl_cdf_ugaussian_Qinv(draw->first / SHARE_ONE);
    for (int i = 0; i < BLOCK; i++)
        out[i] = out[i] >= refused;
}

void draws_block(const struct draws *draws, uint64_t first, double (*out)[BLOCK], int count, int64_t *clipped)
{
    uint32_t words[PHILOX_WORDS][BLOCK];
    double alone[draws->score_count + 1][BLOCK];
    for (int i = 0; i < draws->count; i++) {
        const struct draw *draw = &draws->items[i];
        const uint32_t *own = words[i % PHILOX_WORDS];
        if (i % PHILOX_WORDS == 0)
            philox_block(draws->seed, first, (uint32_t)(i / PHILOX_WORDS), words);
        if (draw->score >= 0)
            curve_at_words(draws->normal, own, alone[draw->score]);
        else if (draw->curve)
            curve_at_words(draw->curve, own, out[i]);
        else
            kinds[draw->kind].block(draw, own, out[i]);
    }
    for (int i = 0; i < draws->count; i++) {
        const struct draw *draw = &draws->items[i];
        if (draw->score >= 0) {
            score_block(draws, draw->score, alone, out[i]);
            from_score(draw, out[i]);
        }
        if (draw->kind == DISTRIBUTION_CHANCE)
            continue;
        int64_t moved = settle(draw, out[i], count);
        if (clipped)
            clipped[i] += moved;
    }
}
