/* The model of simulate.ini as a straightforward loop in C with GSL: one trial after another, all
   samples kept, each month sorted for its quantiles. Prints some of them in kronor. */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

enum { MONTHS = 36, CASH_MONTHS = 38, FANS = 4, LEVELS = 5 };

static gsl_rng *rng;

static double pert(double mode, double low, double high)
{
    double width = high - low;
    return low + width * gsl_ran_beta(rng, 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width);
}

static double triangular(double low, double mode, double high)
{
    double u = gsl_rng_uniform(rng), turn = (mode - low) / (high - low);
    return u < turn ? low + sqrt(u * (high - low) * (mode - low)) : high - sqrt((1 - u) * (high - low) * (high - mode));
}

static void find_costs(double *cost)
{
    static const double means[] = { .022, .024, .039 }, deviations[] = { .003, .005, .008 };
    static const double lows[] = { .45, .44, .45 }, modes[] = { .4615, .4522, .5228 }, highs[] = { .47, .49, .54 };
    static const double salaries[] = { 46e3, 41e3, 37.5e3, 43e3 }, shares[] = { .5, .75, .4, .2 };
    double wages[3], rates[3], prices[2];
    for (int i = 0; i < 3; i++) {
        wages[i] = means[i] + gsl_ran_gaussian(rng, deviations[i]);
        rates[i] = triangular(lows[i], modes[i], highs[i]);
    }
    prices[0] = gsl_ran_flat(rng, .01, .06);
    prices[1] = gsl_ran_flat(rng, .01, .08);
    double kickoff = pert(60e3, 40e3, 110e3), council = pert(22e3, 15e3, 40e3), course = triangular(25e3, 35e3, 60e3);
    double study = 90e3 * exp(gsl_ran_gaussian(rng, log(150.0 / 90) / 1.6448536269514722));
    double campaign = pert(70e3, 50e3, 100e3), last = triangular(60e3, 80e3, 140e3);
    for (int m = 0; m < MONTHS; m++) {
        double level = 1, price = 9e3;
        cost[m] = 0;
        for (int y = 0; y < 3; y++) {
            level *= m >= 12 * y + 3 ? 1 + wages[y] : 1;
            price *= y && m >= 12 * y ? 1 + prices[y - 1] : 1;
        }
        for (int s = 0; s < 4; s++)
            cost[m] += 1.15 * salaries[s] * shares[s] * level * (1 + rates[m / 12]);
        cost[m] += price;
    }
    cost[2] += kickoff;
    for (int m = 5; m < MONTHS; m += 6)
        cost[m] += council;
    for (int m = 8; m < 30; m += 6)
        cost[m] += course;
    cost[13] += study;
    cost[16] += campaign;
    cost[28] += campaign;
    cost[34] += last;
}

/* fans[f][m] of one trial. */
static void run_trial(double (*fans)[CASH_MONTHS])
{
    double drawn[MONTHS], upto = 0, before = 0, given = 0, received = 0;
    find_costs(fans[0]);
    double board = gsl_ran_flat(rng, 500e3, 700e3);
    bool granted = gsl_rng_uniform(rng) < .7;
    for (int m = 0; m < CASH_MONTHS; m++) {
        int at = m < MONTHS ? m : MONTHS - 1;
        double match = (2.4e6 + board) * (at + 1) / 36;
        if (m < MONTHS) {
            upto += fans[0][m];
            before = fmax(before, fmin(3e6, fmin(match, .5 * upto)));
            drawn[m] = granted ? before : 0;
            fans[1][m] = match + drawn[m] - given;
            given = match + drawn[m];
            fans[2][m] = 400e3 + given - upto;
        }
        if (m % 3 == 1 && m > 3)
            received = drawn[m - 2];
        fans[3][m] = 400e3 + match - upto + received;
    }
}

int main(int count, char **words)
{
    static const double levels[LEVELS] = { .05, .25, .5, .75, .95 };
    static const char *const names[FANS] = { "cost", "financing", "equity", "cash" };
    static const int shown[FANS][3] = { { 34 }, { 34 }, { 11, 23, 35 }, { 11, 37 } };
    size_t trials = count > 1 ? (size_t)atol(words[1]) : 1000;
    double(*fans)[CASH_MONTHS] = calloc(FANS, sizeof *fans), *samples[FANS][CASH_MONTHS];
    rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int f = 0; f < FANS; f++)
        for (int m = 0; m < CASH_MONTHS; m++)
            samples[f][m] = malloc(trials * sizeof(double));
    for (size_t t = 0; t < trials; t++) {
        run_trial(fans);
        for (int f = 0; f < FANS; f++)
            for (int m = 0; m < (f == 3 ? CASH_MONTHS : MONTHS); m++)
                samples[f][m][t] = fans[f][m];
    }
    for (int f = 0; f < FANS; f++)
        for (int m = 0; m < (f == 3 ? CASH_MONTHS : MONTHS); m++)
            gsl_sort(samples[f][m], 1, trials);
    for (int f = 0; f < FANS; f++)
        for (int i = 0; i < 3 && (shown[f][i] || !i); i++) {
            printf("%s %d-%02d", names[f], 2021 + shown[f][i] / 12, shown[f][i] % 12 + 1);
            for (int q = 0; q < LEVELS; q++)
                printf(" %.2f", gsl_stats_quantile_from_sorted_data(samples[f][shown[f][i]], 1, trials, levels[q]));
            printf("\n");
        }
    return 0;
}
