#include <medfin/simulate/histogram.h>

#include <assert.h>
#include <math.h>

#include "hot.h"
#include "ranking.h"

const double quantile_levels[QUANTILES] = { 0.05, 0.25, 0.50, 0.75, 0.95 };

enum {
    EVEN_BINS = BINS - 2, /* and one on either side */
    DEVIATIONS = 6,       /* of its sampling error that a quantile's place by the pilot reaches */
    NEAR = 32,            /* samples of the pilot that stand together */
    EMPTY = 12,           /* steps between its samples without one: there is nothing, as good as surely */
    PIECE = 256           /* values that are worked on together */
};

/* Of p (1 − p): what a bin may hold, so that where in it a quantile lies matters less than a
   tenth of its sampling error. */
static const double most_held = 0.0256;

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

/* The pilot sorted, and where in it each quantile lies. */
struct pilot {
    const double *sorted;
    int count;
    double same; /* values that are nearer to one another are one */
    struct reach reaches[QUANTILES];
};

static struct reach reach_of(double level, int count)
{
    int deviation = (int)(DEVIATIONS * sqrt(level * (1 - level) * count)) + 1, at = (int)(level * count);
    return (struct reach){ at - deviation < 0 ? 0 : at - deviation,
                           at + deviation > count - 1 ? count - 1 : at + deviation };
}

/* Even bins keep the samples near each quantile apart. */
static bool even_will_do(const struct pilot *pilot, double width)
{
    for (int q = 0; q < QUANTILES; q++) {
        double level = quantile_levels[q];
        double bins = (double)NEAR / pilot->count / (most_held * level * (1 - level));
        const struct reach *reach = &pilot->reaches[q];
        for (int i = reach->from; i + NEAR <= reach->to; i += NEAR)
            if (pilot->sorted[i + NEAR] - pilot->sorted[i] < bins * width)
                return false;
    }
    return true;
}

/* How many bins the samples from … to − 1 are worth: those that lie where a quantile may, the more
   the less of them a bin may hold. */
static double sought(const struct pilot *pilot, int from, int to)
{
    double inside = 0;
    for (int q = 0; q < QUANTILES; q++) {
        int first = from > pilot->reaches[q].from ? from : pilot->reaches[q].from;
        int last = to <= pilot->reaches[q].to ? to - 1 : pilot->reaches[q].to;
        double level = quantile_levels[q];
        inside += last >= first ? (last - first + 1) / (level * (1 - level)) : 0;
        from = last >= first ? last + 1 : from; /* reaches may overlap */
    }
    return inside;
}

/* The bins of a cell lie where its samples of the pilot do, and so far beyond that nothing more
   can be expected: what is there is counted at the end of a bin much narrower than where it
   lies. Few samples do not tell where. */
static struct bin_cell cell_of(const struct pilot *pilot, int from, int to, double low, double high, int bins,
                               int first)
{
    if (to - from >= NEAR) {
        double least = pilot->sorted[from], most = pilot->sorted[to - 1];
        double more = fmax(EMPTY * (most - least) / (to - from), pilot->same);
        low = fmax(least - more, low);
        high = fmin(most + more, high);
    }
    double scale = bins / (high - low);
    double last = first + bins - 0.5;
    return (struct bin_cell){ .origin = low - first / scale, .scale = scale, .first = first, .last = last };
}

/* The cell that a value is counted in. */
static int ranked_cell_number(const struct binning *binning, double value)
{
    int cell = 0;
    for (int step = COARSE_CELLS / 2; step; step /= 2)
        cell += value >= binning->starts[cell + step] ? step : 0;
    return cell;
}

static int even_cell_number(const struct binning *binning, double value)
{
    double cell = (value - binning->low) * binning->scale, most = COARSE_CELLS - 1;
    cell = cell > 0 ? cell : 0;
    return (int)(cell < most ? cell : most);
}

static int cell_number(const struct binning *binning, double value)
{
    return binning->is_ranked ? ranked_cell_number(binning, value) : even_cell_number(binning, value);
}

/* Where a cell begins; where the last ends. */
static double cell_start(const struct binning *binning, int cell)
{
    if (!binning->is_ranked)
        return binning->low + cell * (binning->high - binning->low) / COARSE_CELLS;
    return cell == 0 ? binning->low : cell == COARSE_CELLS ? binning->high : binning->starts[cell];
}

static void make_cells(struct binning *binning, const struct pilot *pilot)
{
    const double all = sought(pilot, 0, pilot->count);
    int count = pilot->count, first = 0, from = 0;
    binning->scale = COARSE_CELLS / (binning->high - binning->low);
    for (int c = 0; c < COARSE_CELLS; c++) {
        const double low = cell_start(binning, c), high = fmax(cell_start(binning, c + 1), low + pilot->same);
        int to = from;
        while (to < count && cell_number(binning, pilot->sorted[to]) <= c)
            to++;
        int bins = 1 + (int)(sought(pilot, from, to) * (BINS - COARSE_CELLS) / all);
        binning->cells[c] = cell_of(pilot, from, to, low, high, bins, first);
        first += bins;
        from = to;
    }
    assert(first <= BINS);
}

/* The cells keep the samples near each quantile apart, or nearly so. */
static bool cells_will_do(const struct binning *binning, const struct pilot *pilot)
{
    const double enough = 4; /* times too wide */
    for (int q = 0; q < QUANTILES; q++) {
        double level = quantile_levels[q];
        double bins = (double)NEAR / pilot->count / (most_held * level * (1 - level));
        const struct reach *reach = &pilot->reaches[q];
        for (int i = reach->from; i + NEAR <= reach->to; i += NEAR) {
            int cell = cell_number(binning, pilot->sorted[i]);
            double stretch = pilot->sorted[i + NEAR] - pilot->sorted[i];
            bool is_one = stretch <= pilot->same || cell_number(binning, pilot->sorted[i + NEAR]) != cell;
            if (!is_one && enough * stretch < bins / binning->cells[cell].scale)
                return false;
        }
    }
    return true;
}

static void rank_cells(struct binning *binning, const struct pilot *pilot)
{
    binning->is_ranked = true;
    for (int c = 0; c < COARSE_CELLS; c++)
        binning->starts[c] = pilot->sorted[c * pilot->count / COARSE_CELLS];
    make_cells(binning, pilot);
}

static void find_common(struct binning *binning, const struct pilot *pilot)
{
    for (int q = 0; q < QUANTILES; q++) {
        double at = pilot->sorted[(int)(quantile_levels[q] * pilot->count)];
        int same = 0;
        for (int i = pilot->reaches[q].from; i <= pilot->reaches[q].to; i++)
            same += fabs(pilot->sorted[i] - at) < pilot->same;
        binning->is_common[q] = same > NEAR / 2;
        binning->common[q] = at;
    }
}

void binning_fix(struct binning *binning, double *samples, int count, double same, uint64_t *room)
{
    struct pilot pilot = { .sorted = samples, .count = count, .same = same };
    binning->same = same;
    samples_sort(samples, count, room);
    for (int q = 0; q < QUANTILES; q++)
        pilot.reaches[q] = reach_of(quantile_levels[q], count);
    find_common(binning, &pilot);
    double least = samples[pilot.reaches[0].from], most = samples[pilot.reaches[QUANTILES - 1].to];
    double edge = fmax((most - least) / NEAR, NEAR * same);
    binning->low = least - edge;
    binning->high = most + edge;
    binning->scale = EVEN_BINS / (binning->high - binning->low);
    binning->is_even = even_will_do(&pilot, 1 / binning->scale);
    binning->is_ranked = false;
    if (binning->is_even)
        return;
    make_cells(binning, &pilot);
    if (!cells_will_do(binning, &pilot))
        rank_cells(binning, &pilot);
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

HOT static void even_cell_numbers(const struct binning *binning, const double *values, int count, int32_t *cells)
{
    for (int i = 0; i < count; i++)
        cells[i] = even_cell_number(binning, values[i]);
}

static void ranked_cell_numbers(const struct binning *binning, const double *values, int count, int32_t *cells)
{
    for (int i = 0; i < count; i++)
        cells[i] = ranked_cell_number(binning, values[i]);
}

/* In three loops: the first and last are worked on several values at once, and no step of the
   middle one asks a question whose answer a processor would have to guess. */
static void cell_bins(const struct binning *binning, const double *values, int count, int32_t *bins)
{
    double places[PIECE];
    if (binning->is_ranked)
        ranked_cell_numbers(binning, values, count, bins);
    else
        even_cell_numbers(binning, values, count, bins);
    for (int i = 0; i < count; i++) {
        const struct bin_cell *cell = &binning->cells[bins[i]];
        const double first = cell->first, last = cell->last;
        double place = (values[i] - cell->origin) * cell->scale;
        place = place > first ? place : first;
        places[i] = place < last ? place : last;
    }
    whole_bins(places, count, bins);
}

void binning_count(const struct binning *binning, const double *values, int count, uint16_t *counts)
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

void counts_add(const uint16_t *counts, uint32_t *sums)
{
    for (int i = 0; i < BINS; i++)
        sums[i] += counts[i];
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
        if (binning->is_common[q] && binning->common[q] >= low - binning->same &&
            binning->common[q] <= high + binning->same) {
            *value = binning->common[q];
            return true;
        }
    return false;
}

/* Where in its bin the sample of that rank lies, `before` of them in the bins before. */
static double quantile_in(const struct binning *binning, int bin, double before, double held, double rank)
{
    double low, high, value;
    find_edges(binning, bin, &low, &high);
    if (find_common_in(binning, low, high, &value))
        return value;
    return low + (high - low) * (rank - before) / held;
}

void binning_quantiles(const struct binning *binning, const uint32_t *counts, double *quantiles)
{
    int64_t all = 0, before = 0;
    for (int i = 0; i < BINS; i++)
        all += counts[i];
    assert(all > 0);
    for (int q = 0, bin = 0; q < QUANTILES; q++) {
        double rank = quantile_levels[q] * (double)(all - 1) + 0.5;
        while (bin < BINS - 1 && (double)(before + counts[bin]) < rank)
            before += counts[bin++];
        quantiles[q] = quantile_in(binning, bin, (double)before, counts[bin], rank);
    }
}
