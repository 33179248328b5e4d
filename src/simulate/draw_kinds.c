#include "draw_kinds.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "hot.h"

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
/* Two half-normals that meet at the value. */
static double halves_at(const struct draw *draw, double score)
{
    const double tenth = 1.2815515655446004; /* the score of 90 % */
    return draw->stated + score / tenth * (score < 0 ? draw->stated - draw->first : draw->second - draw->stated);
}

static double halves_quantile(const void *of, double tail, bool upper)
{
    double score = gsl_cdf_ugaussian_Pinv(tail);
    return halves_at(of, upper ? -score : score);
}

static double one_of_quantile(const void *of, double tail, bool upper)
{
    const struct draw *draw = of;
    int at = 0;
    while (at + 1 < draw->likely_count &&
           (upper ? SHARE_ONE - draw->below[at + 1] >= SHARE_ONE * tail : draw->below[at + 1] <= SHARE_ONE * tail))
        at++;
    return (double)draw->likely[at].number;
}

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

/* From one value to the next where a word reaches it: the same comparison as of a chance. */
static void one_of_block(const struct draw *draw, const uint32_t *words, double *out)
{
    for (int i = 0; i < BLOCK; i++)
        out[i] = (double)draw->likely[0].number;
    for (int v = 1; v < draw->likely_count; v++) {
        const uint64_t below = (uint64_t)draw->below[v] << 32;
        const double step = (double)(draw->likely[v].number - draw->likely[v - 1].number);
        for (int i = 0; i < BLOCK; i++)
            out[i] += (uint64_t)words[i] * (uint64_t)SHARE_ONE >= below ? step : 0;
    }
}

/* In place of scores what they stand for; of kinds that no curve is laid of. */
static void halves_at_scores(const struct draw *draw, double *out)
{
    for (int i = 0; i < BLOCK; i++)
        out[i] = halves_at(draw, out[i]);
}

static void one_of_at_scores(const struct draw *draw, double *out)
{
    double scores[BLOCK];
    memcpy(scores, out, sizeof scores);
    for (int i = 0; i < BLOCK; i++)
        out[i] = (double)draw->likely[0].number;
    for (int v = 1; v < draw->likely_count; v++) {
        const double reached = gsl_cdf_ugaussian_Pinv(draw->below[v] / SHARE_ONE);
        const double step = (double)(draw->likely[v].number - draw->likely[v - 1].number);
        for (int i = 0; i < BLOCK; i++)
            out[i] += scores[i] >= reached ? step : 0;
    }
}

static void chance_at_scores(const struct draw *draw, double *out)
{
    const double refused = gsl_cdf_ugaussian_Qinv(draw->first / SHARE_ONE);
    for (int i = 0; i < BLOCK; i++)
        out[i] = out[i] >= refused;
}

const struct draw_kind draw_kinds[DISTRIBUTION_COUNT] = {
    [DISTRIBUTION_NORMAL] = { normal_quantile, normal_density, NULL, NULL },
    [DISTRIBUTION_UNIFORM] = { uniform_quantile, uniform_density, uniform_block, NULL },
    [DISTRIBUTION_TRIANGULAR] = { triangular_quantile, triangular_density, triangular_block, NULL },
    [DISTRIBUTION_PERT] = { pert_quantile, pert_density, NULL, NULL },
    [DISTRIBUTION_LOGNORMAL] = { lognormal_quantile, lognormal_density, NULL, NULL },
    [DISTRIBUTION_HALVES] = { halves_quantile, NULL, NULL, halves_at_scores },
    [DISTRIBUTION_ONE_OF] = { one_of_quantile, NULL, one_of_block, one_of_at_scores },
    [DISTRIBUTION_CHANCE] = { chance_quantile, NULL, chance_block, chance_at_scores },
};
