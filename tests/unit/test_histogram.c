/* Quantiles by counting, against the quantiles of all samples. */

#include "unit.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <medfin/simulate/histogram.h>
#include <medfin/simulate/philox.h>

enum { PILOT = 1024, SAMPLES = 200 * BLOCK };

/* Values between 0 and 1, the same each time. */
static double *levels_of(struct arena *arena, uint64_t seed)
{
    static uint32_t words[BLOCK];
    double *levels = arena_take(arena, SAMPLES, sizeof *levels);
    for (int b = 0; b < SAMPLES / BLOCK; b++) {
        philox_block(seed, (uint64_t)b * BLOCK, 0, words);
        for (int i = 0; i < BLOCK; i++)
            levels[b * BLOCK + i] = (words[i] + 0.5) / 0x1p32;
    }
    return levels;
}

struct counted {
    struct binning binning;
    uint32_t counts[BINS];
};

static const struct counted *count(struct arena *arena, const double *samples)
{
    struct counted *counted = arena_take(arena, 1, sizeof *counted);
    double *pilot = arena_take(arena, PILOT, sizeof *pilot);
    memcpy(pilot, samples, PILOT * sizeof *pilot);
    binning_fix(&counted->binning, pilot, PILOT, 0.01, arena_take(arena, 2 * PILOT, sizeof(uint64_t)));
    uint16_t counts[BINS] = { 0 };
    binning_count(&counted->binning, samples, SAMPLES, counts);
    counts_add(counts, counted->counts);
    return counted;
}

/* Within a part of the sampling error √(p (1 − p) / n) / density, which is measured on the
   samples themselves: as many standard errors in rank to either side. Returns the squares of
   what they are off by, as parts of that error, added up. */
static double assert_near(struct arena *arena, double *samples, double part, const char *name)
{
    const struct counted *counted = count(arena, samples);
    double quantiles[QUANTILES], squares = 0;
    binning_quantiles(&counted->binning, counted->counts, quantiles);
    samples_sort(samples, SAMPLES, arena_take(arena, 2 * SAMPLES, sizeof(uint64_t)));
    for (int q = 0; q < QUANTILES; q++) {
        double level = quantile_levels[q], error = sqrt(level * (1 - level) / SAMPLES);
        double reach =
            samples_quantile(samples, SAMPLES, level + error) - samples_quantile(samples, SAMPLES, level - error);
        double off = quantiles[q] - samples_quantile(samples, SAMPLES, level);
        if (fabs(off) > reach / 2 * part + 0.01)
            fail_msg("%s at %f: off by %f of %f", name, level, off, reach / 2);
        squares += reach > 0 ? (off / (reach / 2)) * (off / (reach / 2)) : 0;
    }
    return squares;
}

static void assert_quantiles(struct arena *arena, double *samples, const char *name)
{
    assert_near(arena, samples, 0.1, name);
}

static void test_one_mode(void **state)
{
    double *samples = levels_of(*state, 1);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = 1e8 + 1e6 * gsl_cdf_ugaussian_Pinv(samples[i]);
    assert_quantiles(*state, samples, "normal");
}

static void test_a_long_tail(void **state)
{
    double *samples = levels_of(*state, 2);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = exp(gsl_cdf_ugaussian_Pinv(samples[i])) * 1e7;
    assert_quantiles(*state, samples, "lognormal");
}

/* So uncertain that nearly all of it lies in the first millionth of its reach: each quantile lies among the samples of
   all within three standard errors of its rank, and none is below 0. */
static void test_a_tail_without_end(void **state)
{
    double *samples = levels_of(*state, 8);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = exp(9 * gsl_cdf_ugaussian_Pinv(samples[i])) * 1e4;
    const struct counted *counted = count(*state, samples);
    double quantiles[QUANTILES];
    binning_quantiles(&counted->binning, counted->counts, quantiles);
    samples_sort(samples, SAMPLES, arena_take(*state, 2 * SAMPLES, sizeof(uint64_t)));
    for (int q = 0; q < QUANTILES; q++) {
        const double level = quantile_levels[q], error = 3 * sqrt(level * (1 - level) / SAMPLES);
        assert_true(quantiles[q] > 0);
        assert_true(quantiles[q] >= samples_quantile(samples, SAMPLES, level - error) - 0.01);
        assert_true(quantiles[q] <= samples_quantile(samples, SAMPLES, level + error) + 0.01);
    }
}

/* A grant that is refused three times in ten: two narrow modes far apart. */
static void test_two_modes(void **state)
{
    double *samples = levels_of(*state, 3), *grants = levels_of(*state, 4);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = 1e5 * gsl_cdf_ugaussian_Pinv(samples[i]) + (grants[i] < 0.3 ? 0 : 1e9);
    assert_near(*state, samples, 0.25, "two modes");
}

/* Of many figures one has a quantile where a cell of the bins ends and the pilot has no sample. Where in its bin a
   quantile lies is a matter of chance: a tenth is for all of them, and none may be far off. */
static void test_many_pilots(void **state)
{
    enum { PILOTS = 100, APART = 300 };
    double squares = 0;
    for (uint64_t seed = 10; seed < 10 + PILOTS; seed++) {
        double *samples = levels_of(*state, seed), *grants = levels_of(*state, seed + APART);
        for (int i = 0; i < SAMPLES; i++)
            samples[i] = 1e6 * gsl_cdf_ugaussian_Pinv(samples[i]) + (grants[i] < 0.3 ? 0 : 5e7);
        squares += assert_near(*state, samples, 0.25, arena_text(*state, "pilot %d", (int)seed));
    }
    assert_true(sqrt(squares / (PILOTS * QUANTILES)) < 0.1);
}

/* A grant under its ceiling: most values are one value, to the öre. */
static void test_a_ceiling(void **state)
{
    double *samples = levels_of(*state, 5);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = fmin(130500000, 131000000 + 1e6 * gsl_cdf_ugaussian_Pinv(samples[i]));
    assert_quantiles(*state, samples, "ceiling");
}

static void test_one_value(void **state)
{
    double *samples = levels_of(*state, 6);
    for (int i = 0; i < SAMPLES; i++)
        samples[i] = -12345678;
    const struct counted *counted = count(*state, samples);
    double quantiles[QUANTILES];
    binning_quantiles(&counted->binning, counted->counts, quantiles);
    for (int q = 0; q < QUANTILES; q++)
        assert_true(fabs(quantiles[q] + 12345678) < 0.01);
}

/* Counting in parts, in any order, is counting at once. */
static void test_counts_merge(void **state)
{
    struct arena *arena = *state;
    double *samples = levels_of(arena, 7);
    const struct counted *whole = count(arena, samples);
    uint16_t parts[2][BINS] = { 0 };
    uint32_t sums[BINS] = { 0 };
    binning_count(&whole->binning, samples + 1000, SAMPLES - 1000, parts[0]);
    binning_count(&whole->binning, samples, 1000, parts[1]);
    counts_add(parts[1], sums);
    counts_add(parts[0], sums);
    assert_memory_equal(sums, whole->counts, sizeof whole->counts);
}

/* numpy.quantile([1, 2, 4, 8], [.05, .5, .95]) is 1.15, 3, 7.4. */
static void test_quantiles_of_samples(void **state)
{
    (void)state;
    double samples[] = { 8, 1, 4, 2 }, below[] = { 0.5, -3, -0.25, -1e9 };
    uint64_t room[8];
    samples_sort(samples, 4, room);
    assert_true(fabs(samples_quantile(samples, 4, 0.05) - 1.15) < 1e-12);
    assert_true(fabs(samples_quantile(samples, 4, 0.5) - 3) < 1e-12);
    assert_true(fabs(samples_quantile(samples, 4, 0.95) - 7.4) < 1e-12);
    samples_sort(below, 4, room);
    assert_true(below[0] == -1e9 && below[1] == -3 && below[2] == -0.25 && below[3] == 0.5);
}

int main(void)
{
    /* clang-format off */
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_one_mode),   ARENA_TEST(test_a_long_tail), ARENA_TEST(test_a_tail_without_end),  ARENA_TEST(test_two_modes),
        ARENA_TEST(test_many_pilots), ARENA_TEST(test_a_ceiling),  ARENA_TEST(test_one_value),    ARENA_TEST(test_counts_merge),
        cmocka_unit_test(test_quantiles_of_samples),
    };
    /* clang-format on */
    return cmocka_run_group_tests_name("histogram", tests, NULL, NULL);
}
