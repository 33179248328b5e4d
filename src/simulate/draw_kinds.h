#ifndef MEDFIN_SIMULATE_DRAW_KINDS_H
#define MEDFIN_SIMULATE_DRAW_KINDS_H

/* Distributions: how each is drawn from random words, and from normal scores where it moves together with others. */

#include "curve.h"

struct draw_kind {
    curve_value *quantile;
    curve_slope *density; /* NULL where no curve is laid */
    /* NULL: by its curve, or at a normal score. */
    void (*block)(const struct draw *draw, const uint32_t *words, double *out);
    void (*at_scores)(const struct draw *draw, double *out); /* in place of scores; NULL: by its curve */
};

extern const struct draw_kind draw_kinds[DISTRIBUTION_COUNT];

#endif
