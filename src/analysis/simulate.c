/* Many trials: a pilot that fixes the bins, then chunks of trials on all threads. What threads
   count is whole numbers, added in the end; sums are kept by chunk and added in their order. */

#include <medfin/analysis/simulate.h>

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "hot.h"
#include "order.h"
#include "simulator.h"

enum {
    PILOT_BLOCKS = 8,
    PILOT = PILOT_BLOCKS * BLOCK,
    CHUNK_BLOCKS = 16,
    CHUNK = CHUNK_BLOCKS * BLOCK
};

/* What one thread finds. */
struct tally {
    uint32_t (*counts)[BINS]; /* by counted */
    int64_t *clipped;         /* by value */
    int64_t *near;            /* by rule */
    int64_t **breaks;         /* by rule and place */
};

struct job {
    const struct simulator *simulator;
    const struct simulation_request *request;
    const struct binning *binnings; /* by counted */
    double *sums;                   /* by chunk and summed */
    double *samples;                /* exact: those of this pass, trial by trial … */
    int first_sampled, last_sampled; /* … of counted number first … last − 1 */
    atomic_llong next_chunk;
    int64_t chunks;
};

struct worker {
    struct job *job;
    struct bench *bench;
    struct rule_state *states;
    struct tally tally;
    int64_t first; /* trial of the block */
    int count;     /* of its trials that are asked for */
    double *sums;  /* of the chunk */
    bool is_caller;
};

static double sum_of(const double *numbers, int count)
{
    enum { LANES = 8 };
    double lanes[LANES] = { 0 };
    for (int i = 0; i < count; i++)
        lanes[i % LANES] += numbers[i];
    return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

static void count_watched(void *context, int watched, const double *numbers)
{
    struct worker *worker = context;
    const struct job *job = worker->job;
    const struct simulator *simulator = job->simulator;
    int counted = simulator->counts_of[watched], summed = simulator->sum_of[watched];
    if (counted >= 0 && job->binnings)
        binning_count(&job->binnings[counted], numbers, worker->count, worker->tally.counts[counted]);
    if (counted >= job->first_sampled && counted < job->last_sampled)
        memcpy(job->samples + (counted - job->first_sampled) * job->request->trials + worker->first, numbers,
               (size_t)worker->count * sizeof *numbers);
    if (summed >= 0)
        worker->sums[summed] += sum_of(numbers, worker->count);
    rule_states_test(simulator, worker->states, watched, numbers);
}

static void tally_rules(struct worker *worker)
{
    const struct simulation *answer = &worker->job->simulator->answer;
    for (int r = 0; r < answer->rule_count; r++) {
        const struct rule_state *state = &worker->states[r];
        double near = sum_of(state->near, worker->count);
        worker->tally.near[r] += (int64_t)near;
        for (int i = 0; i < worker->count; i++)
            worker->tally.breaks[r][(int)state->first[i]]++;
    }
}

static void run_chunk(struct worker *worker, int64_t chunk)
{
    const struct job *job = worker->job;
    const struct simulator *simulator = job->simulator;
    worker->sums = job->sums + chunk * simulator->summed;
    memset(worker->sums, 0, (size_t)simulator->summed * sizeof *worker->sums);
    for (int b = 0; b < CHUNK_BLOCKS; b++) {
        worker->first = chunk * CHUNK + b * BLOCK;
        int64_t left = job->request->trials - worker->first;
        if (left <= 0)
            return;
        worker->count = left < BLOCK ? (int)left : BLOCK;
        rule_states_begin(simulator, worker->states);
        block_run(simulator->schedule, worker->bench, (uint64_t)worker->first, worker->count,
                  worker->tally.clipped, count_watched, worker);
        tally_rules(worker);
    }
}

static void *run_worker(void *context)
{
    struct worker *worker = context;
    struct job *job = worker->job;
    for (;;) {
        long long chunk = atomic_fetch_add(&job->next_chunk, 1);
        if (chunk >= job->chunks)
            return NULL;
        run_chunk(worker, chunk);
        if (worker->is_caller && job->request->progress)
            job->request->progress(job->request->context, (double)chunk / (double)job->chunks);
    }
}

static struct worker worker_new(struct job *job, struct arena *arena)
{
    const struct simulator *simulator = job->simulator;
    const struct simulation *answer = &simulator->answer;
    size_t rules = (size_t)answer->rule_count + 1;
    struct worker worker = { .job = job, .bench = bench_new(simulator->schedule, arena) };
    worker.states = arena_take(arena, rules, sizeof *worker.states);
    worker.tally.counts = arena_take(arena, (size_t)simulator->counted + 1, sizeof *worker.tally.counts);
    worker.tally.clipped = arena_take(arena, (size_t)answer->value_count + 1, sizeof(int64_t));
    worker.tally.near = arena_take(arena, rules, sizeof(int64_t));
    worker.tally.breaks = arena_take(arena, rules, sizeof *worker.tally.breaks);
    for (int r = 0; r < answer->rule_count; r++)
        worker.tally.breaks[r] = arena_take(arena, (size_t)answer->rules[r].place_count + 1, sizeof(int64_t));
    return worker;
}

/* Samples of all figures take several passes, which all find the same. */
static void tally_clear(struct worker *worker)
{
    const struct simulation *answer = &worker->job->simulator->answer;
    memset(worker->tally.clipped, 0, (size_t)answer->value_count * sizeof *worker->tally.clipped);
    memset(worker->tally.near, 0, (size_t)answer->rule_count * sizeof *worker->tally.near);
    for (int r = 0; r < answer->rule_count; r++)
        memset(worker->tally.breaks[r], 0, (size_t)(answer->rules[r].place_count + 1) * sizeof(int64_t));
}

/* All chunks on all threads that the system gives; the calling thread is the first. */
static void run_all(struct job *job, struct worker *workers, int count)
{
    pthread_t threads[MOST_THREADS];
    int started = 1;
    for (int i = 0; i < count; i++)
        tally_clear(&workers[i]);
    atomic_store(&job->next_chunk, 0);
    workers[0].is_caller = true;
    while (started < count && pthread_create(&threads[started], NULL, run_worker, &workers[started]) == 0)
        started++;
    run_worker(&workers[0]);
    for (int i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
}

/* The pilot's watched numbers, those that are counted, and the worst margins. */
struct pilot {
    const struct simulator *simulator;
    double (*counted)[PILOT];
    struct rule_state *states;
    int block;
};

static void keep_pilot(void *context, int watched, const double *numbers)
{
    struct pilot *pilot = context;
    int counted = pilot->simulator->counts_of[watched];
    if (counted >= 0)
        memcpy(pilot->counted[counted] + pilot->block * BLOCK, numbers, BLOCK * sizeof *numbers);
    rule_states_test(pilot->simulator, pilot->states, watched, numbers);
}

/* Room to rank in. */
struct ranking {
    double (*values)[PILOT]; /* ranks of the draws, by value */
    double own[PILOT];
    uint64_t keys[PILOT], room[PILOT];
};

static double *drivers_of(const struct simulator *simulator, struct ranking *ranking, const double *numbers,
                          struct arena *arena)
{
    int count = simulator->answer.value_count + simulator->answer.leaving_count;
    double *drivers = arena_take(arena, (size_t)count + 1, sizeof *drivers);
    ranks_find(numbers, PILOT, ranking->own, ranking->keys, ranking->room);
    for (int v = 0; v < count; v++)
        drivers[v] = correlation_of(ranking->values[v], ranking->own, PILOT);
    return drivers;
}

/* Equity at the end of the plan. */
static const struct simulated_figure *last_equity(const struct simulation *answer)
{
    const struct simulated_figure *last = NULL;
    for (int i = 0; i < answer->figure_count; i++)
        if (answer->figures[i].fan == FAN_EQUITY && answer->figures[i].is_year)
            last = &answer->figures[i];
    return last;
}

static void find_drivers(struct simulator *simulator, struct pilot *pilot, struct ranking *ranking,
                         double (*worst)[PILOT])
{
    struct simulation *answer = &simulator->answer;
    const struct simulated_figure *equity = last_equity(answer);
    for (int r = 0; r < answer->rule_count; r++)
        if (!answer->rules[r].certain && !answer->rules[r].unknown)
            answer->rules[r].drivers = drivers_of(simulator, ranking, worst[r], simulator->arena);
    if (!equity || equity->reading.watched < 0)
        return;
    answer->drivers = drivers_of(simulator, ranking, pilot->counted[simulator->counts_of[equity->reading.watched]],
                                 simulator->arena);
    for (int v = 0; v < answer->value_count + answer->leaving_count; v++)
        answer->drivers[v] *= equity->reading.factor < 0 ? -1 : 1;
}

/* How often the members of a tariff chose to leave, in each trial of the block. */
static void count_leaving(const struct simulator *simulator, const struct section *tariff, double *leaving)
{
    for (int i = 0; i < simulator->leaving->count; i++) {
        const struct leaving_year *year = &simulator->leaving->items[i];
        for (int d = 0; year->tariff == tariff && d < year->count; d++)
            for (int t = 0; t < BLOCK; t++)
                leaving[t] += 1 - bench_draws(simulator->bench, year->first + d)[t];
    }
}

/* The first trials: they tell where bins shall lie, and what drives the margins. */
static struct binning *run_pilot(struct simulator *simulator, struct arena *arena)
{
    struct arena *own = arena_like(arena);
    const struct simulation *answer = &simulator->answer;
    size_t rules = (size_t)answer->rule_count + 1, counted = (size_t)simulator->counted + 1;
    struct pilot pilot = { .simulator = simulator };
    struct ranking *ranking = arena_take(own, 1, sizeof *ranking);
    double (*worst)[PILOT] = arena_take(own, rules, sizeof *worst), *draws = arena_take(own, PILOT, sizeof *draws);
    int value_count = answer->value_count + answer->leaving_count;
    double (*values)[PILOT] = arena_take(own, (size_t)value_count + 1, sizeof *values);
    pilot.counted = arena_take(own, counted, sizeof *pilot.counted);
    pilot.states = arena_take(own, rules, sizeof *pilot.states);
    ranking->values = values;
    for (pilot.block = 0; pilot.block < PILOT_BLOCKS; pilot.block++) {
        size_t at = (size_t)pilot.block * BLOCK;
        rule_states_begin(simulator, pilot.states);
        block_run(simulator->schedule, simulator->bench, at, 0, NULL, keep_pilot, &pilot);
        for (int r = 0; r < answer->rule_count; r++)
            memcpy(worst[r] + at, pilot.states[r].worst, sizeof pilot.states[r].worst);
        for (int v = 0; v < answer->value_count; v++)
            memcpy(values[v] + at, bench_draws(simulator->bench, v), BLOCK * sizeof *draws);
        for (int t = 0; t < answer->leaving_count; t++)
            count_leaving(simulator, answer->leaving[t], values[answer->value_count + t] + at);
    }
    for (int v = 0; v < value_count; v++) {
        memcpy(draws, values[v], PILOT * sizeof *draws);
        ranks_find(draws, PILOT, values[v], ranking->keys, ranking->room);
    }
    find_drivers(simulator, &pilot, ranking, worst);
    struct binning *binnings = arena_take(arena, counted, sizeof *binnings);
    uint64_t *room = arena_take(own, 2 * PILOT, sizeof *room);
    for (int c = 0; c < simulator->counted; c++)
        binning_fix(&binnings[c], pilot.counted[c], PILOT, room);
    arena_free(own);
    return binnings;
}

static void merge_rules(struct simulator *simulator, const struct worker *workers, int count)
{
    struct simulation *answer = &simulator->answer;
    for (int r = 0; r < answer->rule_count; r++) {
        struct simulated_rule *rule = &answer->rules[r];
        rule->broken = rule->near = 0;
        for (int p = 0; p < rule->place_count; p++) {
            rule->places[p].first_breaks = 0;
            for (int w = 0; w < count; w++)
                rule->places[p].first_breaks += workers[w].tally.breaks[r][p];
            rule->broken += rule->places[p].first_breaks;
        }
        for (int w = 0; w < count; w++)
            rule->near += workers[w].tally.near[r];
    }
    for (int v = 0; v < answer->value_count; v++) {
        answer->values[v].clipped = 0;
        for (int w = 0; w < count; w++)
            answer->values[v].clipped += workers[w].tally.clipped[v];
    }
}

static void merge_means(struct simulator *simulator, const struct job *job)
{
    struct simulation *answer = &simulator->answer;
    for (int i = 0; i < answer->figure_count; i++) {
        struct simulated_figure *figure = &answer->figures[i];
        int watched = figure->reading.watched, summed = watched < 0 ? -1 : simulator->sum_of[watched];
        double sum = 0;
        for (int64_t c = 0; summed >= 0 && c < job->chunks; c++)
            sum += job->sums[c * simulator->summed + summed];
        figure->mean = figure->reading.constant + figure->reading.factor * sum / (double)answer->trials;
    }
}

/* A figure that falls as what it watches rises has its quantiles from the other end. */
static void set_quantiles(struct simulator *simulator, int counted, double (*quantile)(const void *, double),
                          const void *of)
{
    struct simulation *answer = &simulator->answer;
    double found[QUANTILES];
    for (int q = 0; q < QUANTILES; q++)
        found[q] = quantile(of, quantile_levels[q]);
    for (int i = 0; i < answer->figure_count; i++) {
        struct simulated_figure *figure = &answer->figures[i];
        const struct reading *reading = &figure->reading;
        bool is_of_it = reading->watched >= 0 && simulator->counts_of[reading->watched] == counted;
        for (int q = 0; is_of_it && q < QUANTILES; q++)
            figure->quantiles[q] =
                reading->constant + reading->factor * found[reading->factor < 0 ? QUANTILES - 1 - q : q];
    }
}

struct counted_bins {
    const struct binning *binning;
    const uint32_t *counts;
};

static double quantile_of_bins(const void *of, double level)
{
    const struct counted_bins *bins = of;
    return binning_quantile(bins->binning, bins->counts, level);
}

static void merge_counts(struct simulator *simulator, const struct job *job, const struct worker *workers, int count)
{
    for (int c = 0; c < simulator->counted; c++) {
        uint32_t *counts = workers[0].tally.counts[c];
        for (int w = 1; w < count; w++)
            for (int b = 0; b < BINS; b++)
                counts[b] += workers[w].tally.counts[c][b];
        const struct counted_bins bins = { &job->binnings[c], counts };
        set_quantiles(simulator, c, quantile_of_bins, &bins);
    }
}

struct sorted_samples {
    const double *samples;
    int64_t count;
};

static double quantile_of_samples(const void *of, double level)
{
    const struct sorted_samples *sorted = of;
    return samples_quantile(sorted->samples, sorted->count, level);
}

/* Pass after pass, each with as many figures as the samples of fit in memory. */
static void run_exact(struct simulator *simulator, struct job *job, struct worker *workers, int count)
{
    const int64_t most_samples = INT64_C(1) << 25, trials = job->request->trials;
    struct arena *arena = arena_like(simulator->arena);
    int at_once = (int)(most_samples / trials) + 1;
    at_once = at_once < simulator->counted ? at_once : simulator->counted;
    job->samples = arena_take(arena, (size_t)(at_once * trials) + 1, sizeof *job->samples);
    uint64_t *room = arena_take(arena, (size_t)(2 * trials), sizeof *room);
    for (int from = 0; from < simulator->counted; from += at_once) {
        job->first_sampled = from;
        job->last_sampled = from + at_once < simulator->counted ? from + at_once : simulator->counted;
        run_all(job, workers, count);
        for (int c = from; c < job->last_sampled; c++) {
            const struct sorted_samples sorted = { job->samples + (c - from) * trials, trials };
            samples_sort(job->samples + (c - from) * trials, trials, room);
            set_quantiles(simulator, c, quantile_of_samples, &sorted);
        }
    }
    arena_free(arena);
}

static void set_certain(struct simulation *answer)
{
    for (int i = 0; i < answer->figure_count; i++)
        for (int q = 0; q < QUANTILES; q++)
            answer->figures[i].quantiles[q] = answer->figures[i].reading.constant;
}

void simulator_run(struct simulator *simulator, const struct simulation_request *request)
{
    struct arena *arena = simulator->arena;
    int threads = request->threads < 1 ? 1 : request->threads > MOST_THREADS ? MOST_THREADS : request->threads;
    assert(request->trials > 0 && request->trials <= MOST_TRIALS);
    struct job job = { .simulator = simulator, .request = request, .chunks = (request->trials + CHUNK - 1) / CHUNK };
    const struct binning *binnings = run_pilot(simulator, arena);
    struct worker *workers = arena_take(arena, (size_t)threads, sizeof *workers);
    for (int i = 0; i < threads; i++)
        workers[i] = worker_new(&job, arena);
    job.sums = arena_take(arena, (size_t)(job.chunks * simulator->summed) + 1, sizeof *job.sums);
    set_certain(&simulator->answer);
    job.binnings = request->exact ? NULL : binnings;
    if (request->exact && simulator->counted)
        run_exact(simulator, &job, workers, threads);
    else
        run_all(&job, workers, threads);
    merge_rules(simulator, workers, threads);
    merge_means(simulator, &job);
    if (!request->exact)
        merge_counts(simulator, &job, workers, threads);
}
