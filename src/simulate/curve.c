#include "curve.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* A word w stands for the tail (r + ½) / 2³², where r is w or its complement, whichever is
   less. r + ½ runs from ½ to 2³¹: 32 octaves, cut by the first bits of its fraction. */
enum {
    OCTAVES = 32,
    CUT_BITS = 3,
    PIECES = OCTAVES << CUT_BITS, /* of one half */
    SHIFT = 52 - CUT_BITS,
    SCORE_PIECES = 512, /* from −8 to 8 */
    ALL_PIECES = 2 * PIECES
};

static_assert(SCORE_PIECES <= ALL_PIECES, "either kind of curve has room");

static const double score_end = 8;

static uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static double number_of(uint64_t bits)
{
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static const uint64_t first_piece = UINT64_C(0x3FE) << CUT_BITS; /* of ½ */

/* With slopes of at most three times the rise between its ends a cubic only rises, or only falls (Fritsch and Carlson,
   SIAM J. Numer. Anal. 17, 1980): a far tail goes beyond no end. */
static double within_rise(double slope, double rise)
{
    return rise > 0 ? fmax(0, fmin(slope, 3 * rise)) : fmin(0, fmax(slope, 3 * rise));
}

/* The cubic with these values at the ends of a piece of that width, and with these slopes. */
static struct cubic hermite(double from, double to, double slope_from, double slope_to, double width)
{
    double rise = (to - from) / width;
    slope_from = within_rise(slope_from, rise);
    slope_to = within_rise(slope_to, rise);
    double bend = (3 * rise - 2 * slope_from - slope_to) / width;
    double turn = (slope_from + slope_to - 2 * rise) / (width * width);
    return (struct cubic){ { from, slope_from, bend, turn } };
}

/* A density of nothing or without end belongs to a distribution of one value, or to an end
   where the curve is flat: there is no slope. */
static double slope_of(double rate, double density)
{
    double slope = rate / density;
    return density > 0 && isfinite(slope) ? slope : 0;
}

struct curve *curve_new(struct arena *arena)
{
    struct curve *curve = arena_take(arena, 1, sizeof *curve);
    curve->pieces = arena_take(arena, ALL_PIECES, sizeof *curve->pieces);
    return curve;
}

void curve_over_words(struct curve *curve, curve_value *value, curve_slope *density, const void *of, bool upper)
{
    struct cubic *pieces = curve->pieces + (upper ? PIECES : 0);
    double sign = upper ? -1 : 1;
    double at = number_of(first_piece << SHIFT), here = value(of, at / word_size, upper);
    for (int i = 0; i < PIECES; i++) {
        double next = number_of((first_piece + (uint64_t)i + 1) << SHIFT);
        double there = value(of, next / word_size, upper);
        /* In the piece the place is what the fraction adds to its octave's one. */
        double octave = exp2(floor(log2(at))), rate = sign * octave / word_size;
        pieces[i] = hermite(here, there, slope_of(rate, density(of, here)), slope_of(rate, density(of, there)),
                            (next - at) / octave);
        at = next;
        here = there;
    }
}

void curve_over_scores(struct curve *curve, curve_value *value, curve_slope *density, const void *of, bool upper)
{
    const double width = 2 * score_end / SCORE_PIECES;
    const int first = upper ? SCORE_PIECES / 2 : 0;
    for (int i = first; i < first + SCORE_PIECES / 2; i++) {
        double ends[2], slopes[2];
        for (int end = 0; end < 2; end++) {
            double score = -score_end + (i + end) * width;
            bool is_upper = score > 0;
            ends[end] = value(of, is_upper ? gsl_cdf_ugaussian_Q(score) : gsl_cdf_ugaussian_P(score), is_upper);
            slopes[end] = slope_of(gsl_ran_ugaussian_pdf(score), density(of, ends[end]));
        }
        curve->pieces[i] = hermite(ends[0], ends[1], slopes[0], slopes[1], width);
    }
}

static double cubic_at(const struct cubic *cubic, double place)
{
    const double *c = cubic->coefficients;
    return c[0] + place * (c[1] + place * (c[2] + place * c[3]));
}

void curve_at_words(const struct curve *curve, const uint32_t *words, double *out)
{
    const uint64_t rest = (UINT64_C(1) << SHIFT) - 1, one = UINT64_C(0x3FF) << 52;
    for (int i = 0; i < BLOCK; i++) {
        uint32_t upper = words[i] >> 31, r = upper ? ~words[i] : words[i];
        uint64_t bits = bits_of(r + 0.5);
        uint64_t piece = (bits >> SHIFT) - first_piece + upper * PIECES;
        out[i] = cubic_at(&curve->pieces[piece], number_of(one | (bits & rest)) - 1);
    }
}

void curve_at_scores(const struct curve *curve, const double *scores, double *out)
{
    const double per_score = SCORE_PIECES / (2 * score_end);
    for (int i = 0; i < BLOCK; i++) {
        double score = scores[i] > -score_end ? scores[i] : -score_end;
        double place = (score + score_end) * per_score;
        place = place < SCORE_PIECES ? place : SCORE_PIECES;
        int piece = (int)place;
        piece = piece < SCORE_PIECES ? piece : SCORE_PIECES - 1;
        out[i] = cubic_at(&curve->pieces[piece], (place - piece) / per_score);
    }
}
