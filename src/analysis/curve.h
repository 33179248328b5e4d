#ifndef MEDFIN_ANALYSIS_CURVE_H
#define MEDFIN_ANALYSIS_CURVE_H

/* Curves of cubics through which slow functions are drawn. A quantile curve is laid over a
   random word so that the pieces halve towards both tails; a score curve evenly over normal
   scores. Each piece has the function's own value and slope at its ends (Hermite). */

#include <medfin/analysis/draw.h>

typedef double curve_value(const void *of, double tail, bool upper); /* the quantile of a tail */
typedef double curve_slope(const void *of, double value);           /* the density there */

struct cubic {
    double coefficients[4];
};

struct curve {
    const struct cubic *pieces;
};

/* Of a quantile function over a word. */
const struct curve *curve_of_words(curve_value *value, curve_slope *density, const void *of, struct arena *arena);
/* Of a quantile function over a normal score. */
const struct curve *curve_of_scores(curve_value *value, curve_slope *density, const void *of, struct arena *arena);

void curve_at_words(const struct curve *curve, const uint32_t *words, double *out);
void curve_at_scores(const struct curve *curve, const double *scores, double *out);

#endif
