#ifndef MEDFIN_SIMULATE_CURVE_H
#define MEDFIN_SIMULATE_CURVE_H

/* Curves of cubics through which slow functions are drawn. A quantile curve is laid over a
   random word so that the pieces halve towards both tails; a score curve evenly over normal
   scores. Each piece has the function's own value and slope at its ends (Hermite). */

#include <medfin/simulate/sampling.h>

static const double word_size = 0x1p32; /* a word w stands for the level (w + ½) / 2³² */

typedef double curve_value(const void *of, double tail, bool upper); /* the quantile of a tail */
typedef double curve_slope(const void *of, double value);            /* the density there */

struct cubic {
    double coefficients[4];
};

struct curve {
    struct cubic *pieces;
};

/* Room for a curve, which is laid in two halves, by the lower and by the upper tail: over a word,
   or over a normal score. */
struct curve *curve_new(struct arena *arena);
void curve_over_words(struct curve *curve, curve_value *value, curve_slope *density, const void *of, bool upper);
void curve_over_scores(struct curve *curve, curve_value *value, curve_slope *density, const void *of, bool upper);

void curve_at_words(const struct curve *curve, const uint32_t *words, double *out);
void curve_at_scores(const struct curve *curve, const double *scores, double *out);

#endif
