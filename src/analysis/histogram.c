#include <medfin/analysis/histogram.h>

#include <assert.h>
#include <math.h>

#include "hot.h"
#include "order.h"

const double quantile_levels[QUANTILES] = { 0.05, 0.25, 0.50, 0.75, 0.95 };

enum {
    EVEN_BINS = BINS - 2, /* and one on either side */
    DEVIATIONS = 6,       /* of its sampling error that a quantile's place by the pilot reaches */
    NEAR = 32,            /* samples of the pilot that stand together */
    PIECE = 256           /* values that are worked on together */
};

/* Of p (1 − p): what a bin may hold, so that where in it a quantile lies matters less than a
   tenth of its sampling error. */
static const double most_held = 0.0256;
static const double same_value = 0.01; /* öre */

void samples_sort(double *samples, int64_t count, uint64_t *room)
{
    uint64_t *keys = room + count;
    for (int64_t i = 0; i < count; i++)
        keys[i] = order_key(samples[i]);
    keys_sort(keys, count, room);
    for (int64_t i = 0; i < count; i++)
        samples[i] = order_number(keys[i]);
}

double samples_quantile(const double *sorted, int64_t count, double level)
{
    double rank = level * (double)(count - 1);
    int64_t below = (int64_t)rank;
    double part = rank - (double)below;
    double above = below + 1 < count ? sorted[below + 1] : sorted[below];
    return sorted[below] + (above - sorted[below]) * part;
}

/* The samples of the pilot among which a quantile of the population lies, as good as surely. */
struct reach {
    int from, to;
};

static struct reach reach_of(double level, int count)
{
    int deviation = (int)(DEVIATIONS * sqrt(level * (1 - level) * count)) + 1, at = (int)(level * count);
    return (struct reach){ at - deviation < 0 ? 0 : at - deviation,
                           at + deviation > count - 1 ? count - 1 : at + deviation };
}

/* Even bins keep the samples near each quantile apart. */
static bool even_will_do(const double *pilot, int count, double width)
{
    for (int q = 0; q < QUANTILES; q++) {
        double level = quantile_levels[q];
        double bins = (double)NEAR / count / (most_held * level * (1 - level));
        const struct reach reach = reach_of(level, count);
        for (int i = reach.from; i + NEAR <= reach.to; i += NEAR)
            if (pilot[i + NEAR] - pilot[i] < bins * width)
                return false;
    }
    return true;
}

/* How many of the pilot's samples of a cell lie where a quantile may. */
static int sought(int from, int to, int count)
{
    int inside = 0;
    for (int i = from; i < to; i++) {
        bool is_near = false;
        for (int q = 0; q < QUANTILES && !is_near; q++) {
            const struct reach reach = reach_of(quantile_levels[q], count);
            is_near = i >= reach.from && i <= reach.to;
        }
        inside += is_near;
    }
    return inside;
}

/* The bins of a cell lie where its samples of the pilot do, and a little beyond; few samples
   do not tell where. */
static struct bin_cell cell_of(const double *pilot, int from, int to, double low, double high, int bins, int first)
{
    if (to - from >= NEAR) {
        double least = pilot[from], most = pilot[to - 1], more = fmax(4 * (most - least) / (to - from), same_value);
        low = fmax(least - more, low);
        high = fmin(most + more, high);
    }
    double scale = bins / (high - low);
    return (struct bin_cell){ .origin = low - first / scale, .scale = scale, .first = first, .last = first + bins - 0.5 };
}

static void make_cells(struct binning *binning, const double *pilot, int count)
{
    int all = sought(0, count, count), first = 0, from = 0;
    double width = (binning->high - binning->low) / COARSE_CELLS;
    binning->scale = COARSE_CELLS / (binning->high - binning->low);
    for (int c = 0; c < COARSE_CELLS; c++) {
        double low = binning->low + c * width;
        int to = from;
        while (to < count && (c == COARSE_CELLS - 1 || pilot[to] < low + width))
            to++;
        int bins = to > from ? 1 + sought(from, to, count) * (BINS - COARSE_CELLS) / all : 1;
        binning->cells[c] = cell_of(pilot, from, to, low, low + width, bins, first);
        first += bins;
        from = to;
    }
    assert(first <= BINS);
}

static void find_common(struct binning *binning, const double *pilot, int count)
{
    for (int q = 0; q < QUANTILES; q++) {
        const struct reach reach = reach_of(quantile_levels[q], count);
        int at = (int)(quantile_levels[q] * count), same = 0;
        for (int i = reach.from; i <= reach.to; i++)
            same += fabs(pilot[i] - pilot[at]) < same_value;
        binning->is_common[q] = same > NEAR / 2;
        binning->common[q] = pilot[at];
    }
}

void binning_fix(struct binning *binning, double *pilot, int count, uint64_t *room)
{
    *binning = (struct binning){ .is_even = true };
    samples_sort(pilot, count, room);
    find_common(binning, pilot, count);
    const struct reach low = reach_of(quantile_levels[0], count), high = reach_of(quantile_levels[QUANTILES - 1], count);
    double width = pilot[high.to] - pilot[low.from], edge = fmax(width / NEAR, 1);
    binning->low = pilot[low.from] - edge;
    binning->high = pilot[high.to] + edge;
    binning->scale = EVEN_BINS / (binning->high - binning->low);
    if (even_will_do(pilot, count, 1 / binning->scale))
        return;
    binning->is_even = false;
    make_cells(binning, pilot, count);
}

HOT static void even_bins(const struct binning *binning, const double *values, int count, int32_t *bins)
{
    const double low = binning->low, scale = binning->scale, most = EVEN_BINS + 1;
    for (int i = 0; i < count; i++) {
        double bin = (values[i] - low) * scale + 1;
        bin = bin > 0 ? bin : 0;
        bins[i] = (int32_t)(bin < most ? bin : most);
    }
}

HOT static void whole_bins(const double *places, int count, int32_t *bins)
{
    for (int i = 0; i < count; i++)
        bins[i] = (int32_t)places[i];
}

HOT static void cell_numbers(const struct binning *binning, const double *values, int count, int32_t *cells)
{
    const double low = binning->low, scale = binning->scale, most = COARSE_CELLS - 1;
    for (int i = 0; i < count; i++) {
        double cell = (values[i] - low) * scale;
        cell = cell > 0 ? cell : 0;
        cells[i] = (int32_t)(cell < most ? cell : most);
    }
}

/* In three loops: the first and last are worked on several values at once, and no step of the
   middle one asks a question whose answer a processor would have to guess. */
static void cell_bins(const struct binning *binning, const double *values, int count, int32_t *bins)
{
    double places[PIECE];
    cell_numbers(binning, values, count, bins);
    for (int i = 0; i < count; i++) {
        const struct bin_cell *cell = &binning->cells[bins[i]];
        const double first = cell->first, last = cell->last;
        double place = (values[i] - cell->origin) * cell->scale;
        place = place > first ? place : first;
        places[i] = place < last ? place : last;
    }
    whole_bins(places, count, bins);
}

void binning_count(const struct binning *binning, const double *values, int count, uint32_t *counts)
{
    int32_t bins[PIECE];
    for (int from = 0; from < count; from += PIECE) {
        int size = count - from < PIECE ? count - from : PIECE;
        if (binning->is_even)
            even_bins(binning, values + from, size, bins);
        else
            cell_bins(binning, values + from, size, bins);
        for (int i = 0; i < size; i++)
            counts[bins[i]]++;
    }
}

/* The stretch of values that a bin holds. */
static void find_edges(const struct binning *binning, int bin, double *low, double *high)
{
    if (binning->is_even) {
        double width = 1 / binning->scale;
        *low = bin ? binning->low + (bin - 1) * width : binning->low;
        *high = bin <= EVEN_BINS ? binning->low + bin * width : binning->high;
        return;
    }
    int c = COARSE_CELLS - 1;
    while (c && binning->cells[c].first > bin)
        c--;
    const struct bin_cell *cell = &binning->cells[c];
    *low = cell->origin + bin / cell->scale;
    *high = *low + 1 / cell->scale;
}

/* A value that comes again and again is what fills its bin. */
static bool find_common_in(const struct binning *binning, double low, double high, double *value)
{
    for (int q = 0; q < QUANTILES; q++)
        if (binning->is_common[q] && binning->common[q] >= low - same_value && binning->common[q] <= high + same_value) {
            *value = binning->common[q];
            return true;
        }
    return false;
}

double binning_quantile(const struct binning *binning, const uint32_t *counts, double level)
{
    int64_t all = 0, before = 0;
    for (int i = 0; i < BINS; i++)
        all += counts[i];
    assert(all > 0);
    double rank = level * (double)(all - 1) + 0.5, low, high, value;
    int bin = 0;
    while (bin < BINS - 1 && (double)(before + counts[bin]) < rank)
        before += counts[bin++];
    find_edges(binning, bin, &low, &high);
    if (find_common_in(binning, low, high, &value))
        return value;
    return low + (high - low) * (rank - (double)before) / counts[bin];
}
