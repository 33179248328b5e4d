#ifndef MEDFIN_SIMULATE_HISTOGRAM_H
#define MEDFIN_SIMULATE_HISTOGRAM_H

/* Quantiles without keeping samples: whole counts in bins whose places a pilot fixes. Counts
   merge by addition, in any order, so threads change nothing. The bins lie close where the
   quantiles are looked for; what falls beyond them is only counted. */

#include <stdbool.h>
#include <stdint.h>

enum { QUANTILES = 5, BINS = 2048, COARSE_CELLS = 64 };

extern const double quantile_levels[QUANTILES]; /* 0.05 … 0.95 */

/* The bins of a stretch of values: those from `first` to `last`, rounded down. */
struct bin_cell {
    double origin, scale; /* where bin 0 would begin; bins per unit */
    double first, last;
};

/* Even bins will do for most figures. One with several modes or with values that come again
   and again has a table of cells, each with as many bins as it needs; one that reaches far beyond most of its values
   has cells that hold equally many of the sample. */
struct binning {
    double low, high;
    double scale; /* even: bins per unit; else cells per unit */
    double same;  /* values that are nearer to one another are one */
    bool is_even, is_ranked;
    double starts[COARSE_CELLS]; /* ranked: where each cell begins; of the first nobody asks */
    struct bin_cell cells[COARSE_CELLS];
    double common[QUANTILES]; /* where a quantile is one value that comes again and again … */
    bool is_common[QUANTILES];
};

/* Fixes the bins by a sample, which is sorted in place; at least 256 values. `room` holds twice
   as many, as it does below. Values nearer to one another than `same` are one. */
void binning_fix(struct binning *binning, double *samples, int count, double same, uint64_t *room);

/* Adds so many values to the counts, BINS of them; narrow ones, which stay where a processor
   reaches quickest, so that somebody must add them up before MOST_COUNTED values are counted. */
enum { MOST_COUNTED = UINT16_MAX };
void binning_count(const struct binning *binning, const double *values, int count, uint16_t *counts);
void counts_add(const uint16_t *counts, uint32_t *sums);

/* The values at the levels, between order statistics as numpy's default does it. */
void binning_quantiles(const struct binning *binning, const uint32_t *counts, double *quantiles);

/* The same of all samples, once they are sorted. */
void samples_sort(double *samples, int64_t count, uint64_t *room);
double samples_quantile(const double *sorted, int64_t count, double level);

#endif
