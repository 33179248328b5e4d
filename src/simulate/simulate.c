/* Many trials: first blocks by which the bins are fixed, then chunks of blocks on all threads. What
   threads count is whole numbers, added in the end; sums are kept by chunk and added in their order. */

#include <medfin/simulate/simulate.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#include <medfin/model/stated_values.h>
#include <medfin/system/thread.h>

#include "drivers.h"
#include "thread_pool.h"

enum {
    PILOT_BLOCKS = 4, /* that fix the bins; the first chunk */
    PILOT = PILOT_BLOCKS * BLOCK,
    MOST_CHUNKS = 4096
};

/* What one thread finds. */
struct tally {
    uint16_t (*counts)[BINS]; /* by counted; of no more than MOST_COUNTED trials … */
    int counted_blocks;       /* … in so many blocks */
    int64_t *clipped;         /* by value */
    int64_t *decided;         /* by rule */
    int64_t **breaks;         /* by rule and place */
};

struct job {
    const struct simulator *simulator;
    const struct simulation_request *request;
    double (*pilot)[PILOT];   /* by counted, while nothing can be counted yet */
    struct binning *binnings; /* by counted, once they are fixed; NULL: nothing is counted */
    struct ranked *ranked;
    struct lock *adding;             /* held while counts are added to the sums … */
    uint32_t (*counts)[BINS];        /* … by counted, of all threads … */
    bool has_counts;                 /* … once there are any */
    double *sums;                    /* by chunk and summed */
    double *samples;                 /* exact: those of this pass, trial by trial … */
    int first_sampled, last_sampled; /* … of counted number first … last − 1 */
    int64_t blocks, chunk_blocks, chunks;
    struct worker *workers; /* by member of the pool */
    int worker_count;
};

struct worker {
    struct job *job;
    struct bench *bench;
    struct rule_state *states;
    struct decider *decider;
    struct tally tally;
    int64_t block, first; /* the block and its first trial */
    int count;            /* of its trials that are asked for */
    double *sums;         /* of the chunk */
    double sorted[PILOT];
    uint64_t room[2 * PILOT];
};

bool project_varies(const struct project *project, struct arena *arena)
{
    return project_uncertain(project, arena).count || leaving_find(project, 0, arena).count;
}

struct figure simulated_as(const struct simulated_figure *figure)
{
    static const char *const paths[FANS] = { [FAN_COST] = "cost",
                                             [FAN_FINANCING] = "financing",
                                             [FAN_EQUITY] = "equity",
                                             [FAN_CASH] = "cash",
                                             [FAN_PAYER] = "financing.by_funder.*" };
    return (struct figure){ .row = figure_row(paths[figure->fan]),
                            .subject = figure->payer,
                            .time = figure->is_year ? TIME_YEAR : TIME_MONTH,
                            .first = figure->is_year ? month_january(figure->at) : figure->at };
}

static double sum_of(const double *numbers, int count)
{
    enum { LANES = 8 };
    double lanes[LANES] = { 0 };
    for (int i = 0; i < count; i++)
        lanes[i % LANES] += numbers[i];
    return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

/* Trials of a figure that the pilot keeps, that a pass samples, or that are counted at once. */
static void count_figure(struct worker *worker, int counted, const double *numbers)
{
    const struct job *job = worker->job;
    if (job->pilot)
        memcpy(job->pilot[counted] + worker->first, numbers, BLOCK * sizeof *numbers);
    else if (job->binnings)
        binning_count(&job->binnings[counted], numbers, worker->count, worker->tally.counts[counted]);
    else if (worker->count && counted >= job->first_sampled && counted < job->last_sampled)
        memcpy(job->samples + (counted - job->first_sampled) * job->request->trials + worker->first, numbers,
               (size_t)worker->count * sizeof *numbers);
}

static void take_watched(void *context, int watched, const double *numbers)
{
    struct worker *worker = context;
    const struct job *job = worker->job;
    const struct simulator *simulator = job->simulator;
    int counted = simulator->counts_of[watched], summed = simulator->sum_of[watched];
    if (counted >= 0)
        count_figure(worker, counted, numbers);
    if (summed >= 0)
        worker->sums[summed] += sum_of(numbers, worker->count);
    if (watched == job->ranked->equity_watched && worker->block < RANKED_BLOCKS)
        memcpy(job->ranked->equity + worker->first, numbers, BLOCK * sizeof *numbers);
    rule_states_test(simulator, worker->states, watched, numbers);
    decider_keep(worker->decider, watched, numbers);
}

static void tally_rules(struct worker *worker)
{
    const struct simulation *answer = &worker->job->simulator->answer;
    decider_decide(worker->decider, worker->bench, worker->states, worker->count, worker->tally.decided);
    for (int r = 0; r < answer->rule_count; r++)
        for (int i = 0; i < worker->count; i++) {
            const int first = (int)worker->states[r].first[i];
            worker->tally.breaks[r][first]++;
            if (answer->rules[r].breaches)
                answer->rules[r].breaches[worker->first + i] = first < answer->rules[r].place_count;
        }
}

/* What a thread has counted is added to what all have, before it could be too much for it. */
static void add_counts(struct worker *worker)
{
    struct job *job = worker->job;
    size_t counted = (size_t)job->simulator->counted;
    lock_take(job->adding);
    for (size_t c = 0; c < counted; c++)
        counts_add(worker->tally.counts[c], job->counts[c]);
    job->has_counts = true;
    lock_leave(job->adding);
    memset(worker->tally.counts, 0, counted * sizeof *worker->tally.counts);
    worker->tally.counted_blocks = 0;
}

static void run_one_block(struct worker *worker, int64_t block)
{
    const struct job *job = worker->job;
    int64_t left = job->request->trials - block * BLOCK;
    worker->block = block;
    worker->first = block * BLOCK;
    worker->count = left < 0 ? 0 : left < BLOCK ? (int)left : BLOCK;
    rule_states_begin(job->simulator, worker->states);
    block_run(job->simulator->schedule, worker->bench, (uint64_t)worker->first, worker->count, worker->tally.clipped,
              take_watched, worker);
    tally_rules(worker);
    if (job->binnings && ++worker->tally.counted_blocks == MOST_COUNTED / BLOCK)
        add_counts(worker);
    if (block < RANKED_BLOCKS)
        ranked_keep(job->ranked, (int)block, worker->bench, worker->states);
}

static int64_t chunk_begin(const struct job *job, int64_t chunk)
{
    int64_t block = chunk ? PILOT_BLOCKS + (chunk - 1) * job->chunk_blocks : 0;
    return block < job->blocks ? block : job->blocks;
}

static void run_chunk(struct worker *worker, int64_t chunk)
{
    const struct job *job = worker->job;
    worker->sums = job->sums + chunk * job->simulator->summed;
    memset(worker->sums, 0, (size_t)job->simulator->summed * sizeof *worker->sums);
    for (int64_t block = chunk_begin(job, chunk); block < chunk_begin(job, chunk + 1); block++)
        run_one_block(worker, block);
}

static void take_chunk(void *context, int member, int64_t chunk)
{
    const struct job *job = context;
    run_chunk(&job->workers[member], chunk);
    if (member == 0)
        progress_tell(job->request->progress, chunk, job->chunks);
}

static void worker_make(struct worker *worker, struct job *job, struct arena *arena)
{
    const struct simulator *simulator = job->simulator;
    const struct simulation *answer = &simulator->answer;
    size_t rules = (size_t)answer->rule_count + 1;
    worker->job = job;
    worker->bench = bench_new(simulator->schedule, arena);
    worker->states = arena_take(arena, rules, sizeof *worker->states);
    worker->decider = decider_new(simulator, arena);
    worker->tally.counts = arena_take(arena, (size_t)simulator->counted + 1, sizeof *worker->tally.counts);
    worker->tally.clipped = arena_take(arena, (size_t)answer->value_count + 1, sizeof(int64_t));
    worker->tally.decided = arena_take(arena, rules, sizeof(int64_t));
    worker->tally.breaks = arena_take(arena, rules, sizeof *worker->tally.breaks);
    for (int r = 0; r < answer->rule_count; r++)
        worker->tally.breaks[r] = arena_take(arena, (size_t)answer->rules[r].place_count + 1, sizeof(int64_t));
}

/* Samples of all figures take several passes, which all find the same. */
static void tally_clear(struct worker *worker)
{
    const struct simulation *answer = &worker->job->simulator->answer;
    memset(worker->tally.clipped, 0, (size_t)answer->value_count * sizeof *worker->tally.clipped);
    memset(worker->tally.decided, 0, (size_t)answer->rule_count * sizeof *worker->tally.decided);
    for (int r = 0; r < answer->rule_count; r++)
        memset(worker->tally.breaks[r], 0, (size_t)(answer->rules[r].place_count + 1) * sizeof(int64_t));
}

static void fix_bins(void *context, int member, int64_t counted)
{
    const struct job *job = context;
    struct worker *worker = &job->workers[member];
    const double *pilot = job->pilot[counted];
    int count = job->request->trials < PILOT ? (int)job->request->trials : PILOT;
    memcpy(worker->sorted, pilot, sizeof worker->sorted);
    binning_fix(&job->binnings[counted], worker->sorted, PILOT, job->simulator->same[counted], worker->room);
    binning_count(&job->binnings[counted], pilot, count, job->workers[0].tally.counts[counted]);
}

/* The first chunk is kept until it tells where bins shall lie, and then counted; the others are
   counted at once. */
static void run_counting(struct job *job)
{
    const struct simulator *simulator = job->simulator;
    size_t counted = (size_t)simulator->counted + 1;
    struct arena *own = arena_like(simulator->arena);
    job->pilot = arena_take(own, counted, sizeof *job->pilot);
    run_chunk(&job->workers[0], 0);
    job->binnings = arena_take(simulator->arena, counted, sizeof *job->binnings);
    thread_pool_run(job->worker_count, 0, simulator->counted, fix_bins, job);
    job->workers[0].tally.counted_blocks = PILOT_BLOCKS;
    job->pilot = NULL;
    arena_free(own);
    thread_pool_run(job->worker_count, 1, job->chunks, take_chunk, job);
}

static void merge_rules(struct simulator *simulator, const struct job *job)
{
    struct simulation *answer = &simulator->answer;
    for (int r = 0; r < answer->rule_count; r++) {
        struct simulated_rule *rule = &answer->rules[r];
        rule->broken = rule->decided = 0;
        for (int p = 0; p < rule->place_count; p++) {
            rule->places[p].first_breaks = 0;
            for (int w = 0; w < job->worker_count; w++)
                rule->places[p].first_breaks += job->workers[w].tally.breaks[r][p];
            rule->broken += rule->places[p].first_breaks;
        }
        for (int w = 0; w < job->worker_count; w++)
            rule->decided += job->workers[w].tally.decided[r];
    }
    for (int v = 0; v < answer->value_count; v++) {
        answer->values[v].clipped = 0;
        for (int w = 0; w < job->worker_count; w++)
            answer->values[v].clipped += job->workers[w].tally.clipped[v];
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
static void set_quantiles(struct simulator *simulator, int counted, const double *quantiles)
{
    struct simulation *answer = &simulator->answer;
    for (int i = 0; i < answer->figure_count; i++) {
        struct simulated_figure *figure = &answer->figures[i];
        const struct reading *reading = &figure->reading;
        bool is_of_it = reading->watched >= 0 && simulator->counts_of[reading->watched] == counted;
        for (int q = 0; is_of_it && q < QUANTILES; q++)
            figure->quantiles[q] =
                reading->constant + reading->factor * quantiles[reading->factor < 0 ? QUANTILES - 1 - q : q];
    }
}

static void merge_counts(struct simulator *simulator, const struct job *job)
{
    uint32_t counts[BINS];
    double quantiles[QUANTILES];
    for (int c = 0; c < simulator->counted; c++) {
        memset(counts, 0, sizeof counts);
        if (job->has_counts)
            memcpy(counts, job->counts[c], sizeof counts);
        for (int w = 0; w < job->worker_count; w++)
            counts_add(job->workers[w].tally.counts[c], counts);
        binning_quantiles(&job->binnings[c], counts, quantiles);
        set_quantiles(simulator, c, quantiles);
    }
}

/* Pass after pass, each with as many figures as the samples of fit in memory. */
static void run_exact(struct simulator *simulator, struct job *job)
{
    const int64_t most_samples = INT64_C(1) << 25, trials = job->request->trials;
    struct arena *arena = arena_like(simulator->arena);
    int at_once = (int)(most_samples / trials) + 1;
    at_once = at_once < simulator->counted ? at_once : simulator->counted;
    job->samples = arena_take(arena, (size_t)(at_once * trials) + 1, sizeof *job->samples);
    uint64_t *room = arena_take(arena, (size_t)(2 * trials), sizeof *room);
    int from = 0;
    do {
        job->first_sampled = from;
        job->last_sampled = from + at_once < simulator->counted ? from + at_once : simulator->counted;
        for (int i = 0; i < job->worker_count; i++)
            tally_clear(&job->workers[i]);
        thread_pool_run(job->worker_count, 0, job->chunks, take_chunk, job);
        for (int c = from; c < job->last_sampled; c++) {
            double *samples = job->samples + (c - from) * trials, quantiles[QUANTILES];
            samples_sort(samples, trials, room);
            for (int q = 0; q < QUANTILES; q++)
                quantiles[q] = samples_quantile(samples, trials, quantile_levels[q]);
            set_quantiles(simulator, c, quantiles);
        }
        from = job->last_sampled;
    } while (from < simulator->counted);
    arena_free(arena);
}

static void set_certain(struct simulation *answer)
{
    for (int i = 0; i < answer->figure_count; i++)
        for (int q = 0; q < QUANTILES; q++)
            answer->figures[i].quantiles[q] = answer->figures[i].reading.constant;
}

/* As many chunks as keep all threads at work, however many trials there are. */
static struct job job_of(const struct simulator *simulator, const struct simulation_request *request)
{
    int64_t blocks = (request->trials + BLOCK - 1) / BLOCK;
    struct job job = { .simulator = simulator, .request = request, .adding = lock_new() };
    if (!job.adding)
        arena_exhausted(simulator->arena);
    job.blocks = blocks < RANKED_BLOCKS ? RANKED_BLOCKS : blocks;
    job.chunk_blocks = job.blocks / MOST_CHUNKS + PILOT_BLOCKS;
    job.chunks = 1 + (job.blocks - PILOT_BLOCKS + job.chunk_blocks - 1) / job.chunk_blocks;
    job.sums = arena_take(simulator->arena, (size_t)(job.chunks * simulator->summed) + 1, sizeof *job.sums);
    job.counts = arena_take(simulator->arena, (size_t)simulator->counted + 1, sizeof *job.counts);
    job.ranked = ranked_new(simulator, simulator->arena);
    return job;
}

static void make_workers(struct job *job)
{
    int most = job->chunks < MOST_THREADS ? (int)job->chunks : MOST_THREADS, asked = job->request->threads;
    struct arena *arena = job->simulator->arena;
    job->worker_count = asked < 1 ? 1 : asked > most ? most : asked;
    job->workers = arena_take(arena, (size_t)job->worker_count, sizeof *job->workers);
    for (int i = 0; i < job->worker_count; i++)
        worker_make(&job->workers[i], job, arena);
}

void simulator_run(struct simulator *simulator, const struct simulation_request *request)
{
    assert(request->trials > 0 && request->trials <= MOST_TRIALS);
    struct job job = job_of(simulator, request);
    make_workers(&job);
    set_certain(&simulator->answer);
    for (int r = 0; request->keeps_breaches && r < simulator->answer.rule_count; r++)
        simulator->answer.rules[r].breaches = arena_take(simulator->arena, (size_t)request->trials, sizeof(bool));
    if (request->exact)
        run_exact(simulator, &job);
    else
        run_counting(&job);
    merge_rules(simulator, &job);
    merge_means(simulator, &job);
    if (!request->exact)
        merge_counts(simulator, &job);
    lock_free(job.adding);
    for (int i = 0; i < job.worker_count; i++)
        decider_free(job.workers[i].decider);
    drivers_find(job.ranked, job.worker_count, &simulator->answer, simulator->arena);
}
