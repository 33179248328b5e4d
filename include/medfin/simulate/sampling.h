#ifndef MEDFIN_SIMULATE_SAMPLING_H
#define MEDFIN_SIMULATE_SAMPLING_H

/* Uncertain values drawn: one random word each, through the inverse of its distribution
   function, rounded to the value's own unit (öre, billionth, one) and kept where the value
   can be. A status is drawn as 1, granted, or 0, rejected. A kind of distribution is a row of
   one table; GSL's functions fill the curves from which the slow ones are drawn. */

#include <medfin/base/arena.h>
#include <medfin/model/project.h>
#include <medfin/simulate/philox.h>

/* One uncertain value, as it is stated. */
struct uncertain {
    struct spread spread;
    int64_t stated;    /* what stands before the `~` */
    int64_t low, high; /* where the value can be; both 0: anywhere */
    uint64_t stream;   /* of its path: its draws are the same whatever else is drawn */
    bool is_fixed;     /* it is certain now, and others move with what it would be */
};

/* The stream of a value's path in English. */
uint64_t draw_stream(const char *path);

/* What a fact states, and where it can be; its spread means nothing if it is certain. */
struct uncertain uncertain_of(const struct fact *fact);

struct curve;

struct draw {
    enum distribution kind;
    double stated, first, second; /* of the spread, in the value's unit */
    double low, high;             /* where the value can be */
    double least, most;           /* what comes out at the ends of the words' range */
    bool may_leave;               /* some draws would lie outside, and are set to the limit */
    bool is_fixed;                /* nothing comes out */
    uint64_t stream;
    struct likely *likely; /* by rising value … */
    double *below;         /* … and the chance of less than each, in parts */
    int likely_count;
    int score;                 /* its number among those that move together; −1: alone */
    const struct curve *curve; /* NULL: drawn directly */
};

/* The correlation of the normal scores of two values, by their numbers. */
struct correlated {
    int a, b;
    double correlation;
};

struct draws {
    uint64_t seed;
    int count;
    struct draw *items;
    int score_count;
    const int *scored;    /* by score: the number of its value, in the order in which the pairs name them */
    const double *factor; /* of the correlation matrix: score_count², row by row, lower triangle */
    const struct curve *normal;
};

/* What is to be drawn; lives in the arena. False when the correlations contradict one
   another: no values could have them all. */
bool draws_make(const struct uncertain *values, int count, const struct correlated *pairs, int pair_count,
                uint64_t seed, struct draws *draws, struct arena *arena);

/* Lays the curves by which slow ones are drawn, on so many threads: before any block. */
void draws_lay(struct draws *draws, int threads, struct arena *arena);

/* The trials first … first + BLOCK − 1: out[value][i]. Where `clipped` is given, the number of
   draws of each value that were set to a limit in the first `count` of them is added to it. */
void draws_block(const struct draws *draws, uint64_t first, double (*out)[BLOCK], int count, int64_t *clipped);

/* The value's quantile, not rounded, but where the value can be; of a status 0 or 1. */
double draw_quantile(const struct draw *draw, double level);

/* Rounded to a whole unit, and where the value can be: what a draw would come to. */
int64_t draw_settled(const struct draw *draw, double value);

#endif
