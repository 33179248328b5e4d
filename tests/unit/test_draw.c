/* Draws: the published words of Philox, each distribution against GSL's own distribution
   function, and what is exact. */

#include "unit.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sort.h>

#include <medfin/simulate/sampling.h>

enum { BLOCKS = 400, DRAWN = BLOCKS * BLOCK };

/* Random123's kat_vectors, "philox4x32 10". */
static void test_known_answers(void **state)
{
    (void)state;
    static const struct {
        uint32_t counter[4], key[2], words[4];
    } known[] = {
        { { 0, 0, 0, 0 }, { 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
        { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
          { 0xffffffff, 0xffffffff },
          { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
        { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
          { 0xa4093822, 0x299f31d0 },
          { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        uint32_t words[PHILOX_WORDS];
        philox_words(known[i].counter, known[i].key, words);
        assert_memory_equal(words, known[i].words, sizeof words);
    }
}

static void test_block_is_the_words(void **state)
{
    (void)state;
    const uint64_t seed = UINT64_C(0x299f31d0a4093822), first = UINT64_C(0x3fffffff) * BLOCK;
    static uint32_t words[BLOCK];
    philox_block(seed, first, UINT64_C(0x500000007), words);
    for (int i = 0; i < BLOCK / PHILOX_WORDS; i++) {
        uint64_t number = first / PHILOX_WORDS + (uint64_t)i;
        uint32_t single[PHILOX_WORDS];
        philox_words((const uint32_t[]){ (uint32_t)number, (uint32_t)(number >> 32), 7, 5 },
                     (const uint32_t[]){ 0xa4093822, 0x299f31d0 }, single);
        for (int w = 0; w < PHILOX_WORDS; w++)
            assert_int_equal(words[w * BLOCK / PHILOX_WORDS + i], single[w]);
    }
}

/* Each value has the stream of its place. */
static struct draws make_moving(struct arena *arena, const struct uncertain *values, int count,
                                const struct correlated *pairs, int pair_count)
{
    struct draws draws;
    struct uncertain *own = arena_take(arena, (size_t)count, sizeof *own);
    for (int i = 0; i < count; i++) {
        own[i] = values[i];
        own[i].stream = (uint64_t)i;
    }
    assert_true(draws_make(own, count, pairs, pair_count, 1, &draws, arena));
    draws_lay(&draws, 2, arena);
    return draws;
}

static struct draws make(struct arena *arena, const struct uncertain *values, int count)
{
    return make_moving(arena, values, count, NULL, 0);
}

/* DRAWN draws of one value; the draws of each of several stand one after another. */
static double *drawn(struct arena *arena, const struct draws *draws, int64_t *clipped)
{
    double *all = arena_take(arena, (size_t)draws->count * DRAWN, sizeof *all);
    double(*out)[BLOCK] = arena_take(arena, (size_t)draws->count, sizeof *out);
    for (int b = 0; b < BLOCKS; b++) {
        draws_block(draws, (uint64_t)b * BLOCK, out, BLOCK, clipped);
        for (int v = 0; v < draws->count; v++)
            memcpy(all + v * DRAWN + b * BLOCK, out[v], sizeof *out);
    }
    return all;
}

static double normal_below(double x)
{
    return gsl_cdf_gaussian_P(x - 4e11, 1e11);
}

static double uniform_below(double x)
{
    return gsl_cdf_flat_P(x, 1e11, 9e11);
}

/* (x − a)² / ((b − a)(m − a)) up to the mode, and the mirror image above it. */
static double triangular_below(double x)
{
    const double a = 1e11, m = 4e11, b = 9e11;
    return x < m ? (x - a) * (x - a) / ((b - a) * (m - a)) : 1 - (b - x) * (b - x) / ((b - a) * (b - m));
}

/* Mode 3/8 of the way: 1 + 4 · 3/8 and 1 + 4 · 5/8. */
static double pert_below(double x)
{
    return gsl_cdf_beta_P((x - 1e11) / 8e11, 2.5, 3.5);
}

static double lognormal_below(double x)
{
    return gsl_cdf_lognormal_P(x, log(4e11), log(9e11 / 4e11) / 1.6448536269514722);
}

/* One deviation is what takes the half to its percentile, 1,2816 of them. */
static double halves_below(double x)
{
    const double p10 = 1e11, median = 4e11, p90 = 9e11, score = 1.2815515655446004;
    return gsl_cdf_ugaussian_P(score * (x - median) / (x < median ? median - p10 : p90 - median));
}

static const int64_t middle = INT64_C(400000000000), low_end = INT64_C(100000000000), high_end = INT64_C(900000000000);

static const struct {
    enum distribution kind;
    int64_t first, second;
    double (*below)(double);
} subjects[] = {
    { DISTRIBUTION_NORMAL, 100000000000, 0, normal_below },
    { DISTRIBUTION_UNIFORM, 100000000000, 900000000000, uniform_below },
    { DISTRIBUTION_TRIANGULAR, 100000000000, 900000000000, triangular_below },
    { DISTRIBUTION_PERT, 100000000000, 900000000000, pert_below },
    { DISTRIBUTION_LOGNORMAL, 900000000000, 0, lognormal_below },
    { DISTRIBUTION_HALVES, 100000000000, 900000000000, halves_below },
};

enum { SUBJECTS = sizeof subjects / sizeof *subjects };

static void fill_subjects(struct uncertain *values)
{
    for (int i = 0; i < SUBJECTS; i++)
        values[i] = (struct uncertain){
            .spread = { .kind = subjects[i].kind, .first = subjects[i].first, .second = subjects[i].second },
            .stated = middle
        };
}

/* Kolmogorov's D √n is above 1,95 once in a thousand samples. */
static void assert_fits(double *sample, double (*below)(double), const char *name)
{
    double most = 0;
    gsl_sort(sample, 1, DRAWN);
    for (int i = 0; i < DRAWN; i++) {
        double level = below(sample[i]);
        most = fmax(most, fmax((i + 1.0) / DRAWN - level, level - (double)i / DRAWN));
    }
    if (most * sqrt(DRAWN) > 1.95)
        fail_msg("%s: D √n is %f", name, most * sqrt(DRAWN));
}

static void test_draws_fit(void **state)
{
    struct uncertain values[SUBJECTS];
    fill_subjects(values);
    const struct draws draws = make(*state, values, SUBJECTS);
    double *all = drawn(*state, &draws, NULL);
    for (int i = 0; i < SUBJECTS; i++)
        assert_fits(all + i * DRAWN, subjects[i].below, distributions[subjects[i].kind].name);
}

/* The same when they go over normal scores, since something moves together with them. */
static void test_correlated_draws_fit(void **state)
{
    struct uncertain values[SUBJECTS];
    fill_subjects(values);
    const struct correlated pairs[] = { { 0, 1, 0.6 }, { 2, 3, -0.5 }, { 0, 4, 0.3 }, { 1, 5, 0.4 } };
    const struct draws draws = make_moving(*state, values, SUBJECTS, pairs, 4);
    double *all = drawn(*state, &draws, NULL);
    for (int i = 0; i < SUBJECTS; i++)
        assert_fits(all + i * DRAWN, subjects[i].below, distributions[subjects[i].kind].name);
}

/* Of normal scores, made from the draws by GSL: within four standard errors. */
static void test_scores_correlate(void **state)
{
    struct uncertain values[SUBJECTS];
    fill_subjects(values);
    const struct draws draws = make_moving(*state, values, SUBJECTS, (const struct correlated[]){ { 0, 3, 0.6 } }, 1);
    const double *all = drawn(*state, &draws, NULL);
    double sum = 0, wages = 0, prices = 0;
    for (int i = 0; i < DRAWN; i++) {
        double a = gsl_cdf_ugaussian_Pinv(normal_below(all[i]));
        double b = gsl_cdf_ugaussian_Pinv(pert_below(all[3 * DRAWN + i]));
        sum += a * b;
        wages += a * a;
        prices += b * b;
    }
    assert_true(fabs(sum / sqrt(wages * prices) - 0.6) < 4 * (1 - 0.36) / sqrt(DRAWN));
}

static void test_impossible_correlations_are_refused(void **state)
{
    struct uncertain values[SUBJECTS];
    struct draws draws;
    fill_subjects(values);
    const struct correlated pairs[] = { { 0, 1, 0.9 }, { 1, 2, 0.9 }, { 0, 2, -0.9 } };
    assert_false(draws_make(values, SUBJECTS, pairs, 3, 1, &draws, *state));
}

/* Each draw is GSL's quantile of its word, but for what the curve's cubics and whole öre leave:
   here a hundred-thousandth of a deviation. */
static void test_draws_follow_the_quantiles(void **state)
{
    struct uncertain values[SUBJECTS];
    fill_subjects(values);
    const struct draws draws = make(*state, values, SUBJECTS);
    double out[SUBJECTS][BLOCK];
    for (uint64_t first = 0; first < 40 * BLOCK; first += BLOCK) {
        draws_block(&draws, first, out, BLOCK, NULL);
        for (int v = 0; v < SUBJECTS; v++) {
            uint32_t words[BLOCK];
            philox_block(1, first, (uint64_t)v, words);
            for (int i = 0; i < BLOCK; i++) {
                double level = (words[i] + 0.5) / 0x1p32;
                if (fabs(out[v][i] - draw_quantile(&draws.items[v], level)) > 1e6)
                    fail_msg("%s at %.12f: %f", distributions[subjects[v].kind].name, level,
                             out[v][i] - draw_quantile(&draws.items[v], level));
            }
        }
    }
}

static void test_draws_are_whole(void **state)
{
    const struct uncertain wage = { .spread = { .kind = DISTRIBUTION_NORMAL, .first = 3 }, .stated = 10 };
    const struct draws draws = make(*state, &wage, 1);
    const double *all = drawn(*state, &draws, NULL);
    for (int i = 0; i < DRAWN; i++)
        assert_true(all[i] == floor(all[i]));
}

/* 0 % is never, 100 % always; of 30 % within four standard errors. */
static void test_chances(void **state)
{
    const struct uncertain values[] = {
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = 0 } },
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = SHARE_ONE } },
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = 3 * (SHARE_ONE / 10) } },
    };
    const struct draws draws = make(*state, values, 3);
    const double *all = drawn(*state, &draws, NULL);
    double sums[3] = { 0 };
    for (int v = 0; v < 3; v++)
        for (int i = 0; i < DRAWN; i++)
            sums[v] += all[v * DRAWN + i];
    assert_true(sums[0] == 0);
    assert_true(sums[1] == DRAWN);
    assert_true(fabs(sums[2] / DRAWN - 0.3) < 4 * sqrt(0.3 * 0.7 / DRAWN));
}

static void test_correlated_chances(void **state)
{
    const struct uncertain values[] = {
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = 0 } },
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = SHARE_ONE } },
        { .spread = { .kind = DISTRIBUTION_CHANCE, .first = 3 * (SHARE_ONE / 10) } },
    };
    const struct correlated pairs[] = { { 0, 1, 0.5 }, { 1, 2, 0.5 } };
    const struct draws draws = make_moving(*state, values, 3, pairs, 2);
    const double *all = drawn(*state, &draws, NULL);
    double sums[3] = { 0 };
    for (int v = 0; v < 3; v++)
        for (int i = 0; i < DRAWN; i++)
            sums[v] += all[v * DRAWN + i];
    assert_true(sums[0] == 0);
    assert_true(sums[1] == DRAWN);
    assert_true(fabs(sums[2] / DRAWN - 0.3) < 4 * sqrt(0.3 * 0.7 / DRAWN));
}

/* Of four values, one of them never, each as often as its chance says, within four standard errors; alone, and moving
   with another. */
static void test_one_of_several(void **state)
{
    static const struct likely likely[] = {
        { 60, 5 * (SHARE_ONE / 10) }, { -30, 2 * (SHARE_ONE / 10) }, { 10, 0 }, { 20, 3 * (SHARE_ONE / 10) }
    };
    const struct uncertain one_of = { .spread = { .kind = DISTRIBUTION_ONE_OF, .likely = likely, .likely_count = 4 },
                                      .stated = 60 };
    const struct uncertain values[] = { one_of, one_of, { .spread = { .kind = DISTRIBUTION_NORMAL, .first = 5 } } };
    const struct draws draws = make_moving(*state, values, 3, (const struct correlated[]){ { 1, 2, 0.8 } }, 1);
    const double *all = drawn(*state, &draws, NULL);
    for (int v = 0; v < 2; v++)
        for (int l = 0; l < 4; l++) {
            const double chance = (double)likely[l].chance / SHARE_ONE;
            int times = 0;
            for (int i = 0; i < DRAWN; i++)
                times += all[v * DRAWN + i] == (double)likely[l].number;
            assert_true(fabs((double)times / DRAWN - chance) <= 4 * sqrt(chance * (1 - chance) / DRAWN));
        }
    assert_true(draw_quantile(&draws.items[0], 0.19) == -30 && draw_quantile(&draws.items[0], 0.21) == 20);
    assert_true(draw_quantile(&draws.items[0], 0.49) == 20 && draw_quantile(&draws.items[0], 0.51) == 60);
    assert_true(draws.items[0].least == -30 && draws.items[0].most == 60);
}

/* A value is drawn alike whatever is drawn beside it, and whether what it moves with is certain now. */
static void test_draws_follow_their_streams(void **state)
{
    struct uncertain values[SUBJECTS + 1];
    fill_subjects(values);
    for (int v = 0; v < SUBJECTS; v++)
        values[v].stream = draw_stream(arena_text(*state, "cost.c%d.amount", v));
    values[SUBJECTS] = (struct uncertain){ .stream = values[1].stream, .is_fixed = true };
    const struct correlated all_pairs[] = { { 1, 0, 0.6 }, { 0, 2, 0.3 } }, fewer[] = { { 2, 0, 0.6 }, { 0, 1, 0.3 } };
    struct draws draws, others;
    assert_true(draws_make(values, SUBJECTS, all_pairs, 2, 1, &draws, *state));
    /* The first and third, and the second fixed. */
    const struct uncertain left[] = { values[0], values[2], values[SUBJECTS] };
    assert_true(draws_make(left, 3, fewer, 2, 1, &others, *state));
    draws_lay(&draws, 1, *state);
    draws_lay(&others, 1, *state);
    double out[SUBJECTS][BLOCK], again[3][BLOCK];
    draws_block(&draws, BLOCK, out, BLOCK, NULL);
    draws_block(&others, BLOCK, again, BLOCK, NULL);
    assert_memory_equal(out[0], again[0], sizeof out[0]);
    assert_memory_equal(out[2], again[1], sizeof out[2]);
}

/* 100 with a deviation of 100, but never below 0 nor above 250: 15,87 % and 6,68 % are moved
   (a normal distribution's table at −1 and at 1,5; half a unit beyond either end is not). */
static void test_draws_stay_where_the_value_can_be(void **state)
{
    const struct uncertain value = {
        .spread = { .kind = DISTRIBUTION_NORMAL, .first = 100000 }, .stated = 100000, .low = 0, .high = 250000
    };
    const struct draws draws = make(*state, &value, 1);
    int64_t clipped = 0;
    const double *all = drawn(*state, &draws, &clipped);
    for (int i = 0; i < DRAWN; i++)
        assert_true(all[i] >= 0 && all[i] <= 250000);
    assert_true(draws.items[0].may_leave);
    assert_true(fabs((double)clipped / DRAWN - 0.22546) < 4 * sqrt(0.22546 * 0.77454 / DRAWN));
}

/* One value: no deviation, both ends the same. */
static void test_a_spread_of_nothing(void **state)
{
    const struct uncertain values[] = {
        { .spread = { .kind = DISTRIBUTION_NORMAL, .first = 0 }, .stated = 5 },
        { .spread = { .kind = DISTRIBUTION_UNIFORM, .first = 5, .second = 5 }, .stated = 5 },
        { .spread = { .kind = DISTRIBUTION_TRIANGULAR, .first = 5, .second = 5 }, .stated = 5 },
        { .spread = { .kind = DISTRIBUTION_PERT, .first = 5, .second = 5 }, .stated = 5 },
        { .spread = { .kind = DISTRIBUTION_LOGNORMAL, .first = 5 }, .stated = 5 },
    };
    const struct draws draws = make(*state, values, 5);
    const double *all = drawn(*state, &draws, NULL);
    for (int i = 0; i < 5 * DRAWN; i++)
        assert_true(all[i] == 5);
}

/* A mode at an end: the curve of the other tail alone. */
static void test_modes_at_the_ends(void **state)
{
    const struct uncertain values[] = {
        { .spread = { .kind = DISTRIBUTION_TRIANGULAR, .first = low_end, .second = high_end }, .stated = low_end },
        { .spread = { .kind = DISTRIBUTION_TRIANGULAR, .first = low_end, .second = high_end }, .stated = high_end },
        { .spread = { .kind = DISTRIBUTION_PERT, .first = low_end, .second = high_end }, .stated = low_end },
        { .spread = { .kind = DISTRIBUTION_PERT, .first = low_end, .second = high_end }, .stated = high_end },
    };
    const struct draws draws = make(*state, values, 4);
    double *all = drawn(*state, &draws, NULL);
    for (int v = 0; v < 4; v++)
        for (int i = 0; i < DRAWN; i++)
            assert_true(all[v * DRAWN + i] >= low_end && all[v * DRAWN + i] <= high_end);
    /* Means: (a + m + b) / 3 and (a + 4 m + b) / 6. */
    const double means[] = { 1.1e12 / 3, 1.9e12 / 3, 1.4e12 / 6, 4.6e12 / 6 };
    for (int v = 0; v < 4; v++) {
        double sum = 0;
        for (int i = 0; i < DRAWN; i++)
            sum += all[v * DRAWN + i];
        assert_true(fabs(sum / DRAWN - means[v]) < 4 * 1.9e11 / sqrt(DRAWN));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_answers),
        cmocka_unit_test(test_block_is_the_words),
        ARENA_TEST(test_draws_fit),
        ARENA_TEST(test_correlated_draws_fit),
        ARENA_TEST(test_scores_correlate),
        ARENA_TEST(test_impossible_correlations_are_refused),
        ARENA_TEST(test_draws_follow_the_quantiles),
        ARENA_TEST(test_draws_are_whole),
        ARENA_TEST(test_chances),
        ARENA_TEST(test_correlated_chances),
        ARENA_TEST(test_one_of_several),
        ARENA_TEST(test_draws_follow_their_streams),
        ARENA_TEST(test_draws_stay_where_the_value_can_be),
        ARENA_TEST(test_a_spread_of_nothing),
        ARENA_TEST(test_modes_at_the_ends),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("draw", tests, NULL, NULL);
}
