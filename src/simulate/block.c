#include "block.h"

#include <assert.h>
#include <string.h>

#include "hot.h"

struct bench {
    double (*draws)[BLOCK];
    double (*places)[BLOCK];
    double jumped[BLOCK];
};

/* Slots that others are made of. */
static void each_part(const struct slot *slot, void (*take)(int part, int by, int *last), int by, int *last)
{
    if (slot->op != SLOT_DRAW && slot->a >= 0)
        take(slot->a, by, last);
    if (slot->op != SLOT_DRAW && slot->b >= 0)
        take(slot->b, by, last);
    for (int i = 0; slot->sum && i < slot->sum->count; i++)
        take(slot->sum->terms[i].slot, by, last);
}

/* Going backwards, the first that needs a slot is the last to use it. */
static void note_use(int part, int by, int *last)
{
    if (last[part] < 0)
        last[part] = by;
}

static void find_uses(const struct schedule *schedule, int *last)
{
    const struct program *program = schedule->program;
    for (int i = 0; i < program->slots.count; i++)
        last[i] = -1;
    for (int i = program->slots.count - 1; i >= 0; i--)
        if (last[i] >= 0 || schedule->watched[i] >= 0)
            each_part(&program->slots.items[i], note_use, i, last);
}

static void place_slots(struct schedule *schedule, const int *last, struct arena *arena)
{
    const struct program *program = schedule->program;
    int count = program->slots.count, free_count = 0;
    int *free = arena_take(arena, (size_t)count + 1, sizeof *free);
    int *ends = arena_take(arena, (size_t)count + 1, sizeof *ends); /* the slots that end at each step … */
    int *next = arena_take(arena, (size_t)count + 1, sizeof *next); /* … as lists of numbers + 1 */
    for (int i = 0; i < count; i++) {
        if (program->slots.items[i].op == SLOT_DRAW || (last[i] < 0 && schedule->watched[i] < 0))
            continue;
        schedule->steps[schedule->step_count++] = i;
        schedule->places[i] = free_count ? free[--free_count] : schedule->place_count++;
        int end = last[i] < 0 ? i : last[i];
        next[i] = ends[end];
        ends[end] = i + 1;
        for (int done = ends[i]; done; done = next[done - 1])
            free[free_count++] = schedule->places[done - 1];
    }
}

struct schedule *schedule_new(struct program *program, const int *slots, int count, struct arena *arena)
{
    struct schedule *schedule = arena_take(arena, 1, sizeof *schedule);
    size_t room = (size_t)program->slots.count + 1;
    *schedule = (struct schedule){ .program = program, .watched_count = count };
    schedule->steps = arena_take(arena, room, sizeof(int));
    schedule->places = arena_take(arena, room, sizeof(int));
    schedule->watched = arena_take(arena, room, sizeof(int));
    for (int i = 0; i < program->slots.count; i++)
        schedule->watched[i] = -1;
    for (int i = 0; i < count; i++) {
        assert(schedule->watched[slots[i]] < 0);
        schedule->watched[slots[i]] = i;
    }
    int *last = arena_take(arena, room, sizeof *last);
    find_uses(schedule, last);
    place_slots(schedule, last, arena);
    return schedule;
}

struct bench *bench_new(const struct schedule *schedule, struct arena *arena)
{
    struct bench *bench = arena_take(arena, 1, sizeof *bench);
    bench->draws = arena_take(arena, (size_t)schedule->program->draws->count + 1, sizeof *bench->draws);
    bench->places = arena_take(arena, (size_t)schedule->place_count + 1, sizeof *bench->places);
    return bench;
}

const double *bench_draws(const struct bench *bench, int value)
{
    return bench->draws[value];
}

const double *bench_jumped(const struct bench *bench)
{
    return bench->jumped;
}

static double *numbers_of(const struct schedule *schedule, struct bench *bench, int slot)
{
    const struct slot *of = &schedule->program->slots.items[slot];
    return of->op == SLOT_DRAW ? bench->draws[of->a] : bench->places[schedule->places[slot]];
}

HOT static void set_one(double *restrict to, double constant, double p, const double *restrict a)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = constant + p * a[i];
}

HOT static void set_two(double *restrict to, double constant, double p, const double *restrict a, double q,
                        const double *restrict b)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = constant + p * a[i] + q * b[i];
}

HOT static void set_three(double *restrict to, double constant, const struct term *terms, const double *restrict a,
                          const double *restrict b, const double *restrict c)
{
    const double p = terms[0].factor, q = terms[1].factor, r = terms[2].factor;
    for (int i = 0; i < BLOCK; i++)
        to[i] = constant + p * a[i] + q * b[i] + r * c[i];
}

HOT static void add_one(double *restrict to, double p, const double *restrict a)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] += p * a[i];
}

HOT static void add_two(double *restrict to, double p, const double *restrict a, double q, const double *restrict b)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] += p * a[i] + q * b[i];
}

HOT static void multiply(double *restrict to, const double *a, const double *b)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = a[i] * b[i];
}

HOT static void divide(double *restrict to, const double *restrict a)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = 1 / a[i];
}

HOT static void take_least(double *restrict to, const double *a, const double *b)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = a[i] < b[i] ? a[i] : b[i];
}

HOT static void take_most(double *restrict to, const double *a, const double *b)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = a[i] > b[i] ? a[i] : b[i];
}

HOT static void keep_below(double *restrict to, const double *restrict a, double most)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = a[i] < most ? a[i] : most;
}

HOT static void keep_above(double *restrict to, const double *restrict a, double least)
{
    for (int i = 0; i < BLOCK; i++)
        to[i] = a[i] > least ? a[i] : least;
}

/* Nearest is half away from zero; adding and taking away so large a number leaves no fraction, a half at either side.
 */
HOT static void round_to_unit(double *restrict to, const double *restrict a, const struct slot *slot,
                              double *restrict jumped)
{
    const double large = 0x1.8p52, unit = slot->constant, off = slot->off / unit;
    const double up = slot->op == SLOT_UP, down = slot->op == SLOT_DOWN, steps_at = slot->op == SLOT_NEAREST ? 0.5 : 0;
    for (int i = 0; i < BLOCK; i++) {
        double number = a[i] / unit, whole = number + large - large, rest = number - whole;
        double size = rest < 0 ? -rest : rest, apart = size - steps_at;
        double higher = rest > 0 ? up : 0, lower = rest < 0 ? down : 0;
        double away = steps_at == size && steps_at > 0 && (rest > 0) == (number > 0) ? 2 * rest : 0;
        to[i] = unit * (whole + higher - lower + away);
        jumped[i] = (apart < 0 ? -apart : apart) < off ? 1 : jumped[i];
    }
}

typedef void slot_run(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to);

static void run_linear(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    const struct term *terms = slot->sum->terms;
    const double constant = slot->sum->constant;
    int count = slot->sum->count, at = count < 3 ? count : 3;
    const double *parts[3] = { NULL };
    assert(count > 0);
    for (int i = 0; i < at; i++)
        parts[i] = numbers_of(schedule, bench, terms[i].slot);
    if (at == 1)
        set_one(to, constant, terms[0].factor, parts[0]);
    else if (at == 2)
        set_two(to, constant, terms[0].factor, parts[0], terms[1].factor, parts[1]);
    else
        set_three(to, constant, terms, parts[0], parts[1], parts[2]);
    for (; at + 1 < count; at += 2)
        add_two(to, terms[at].factor, numbers_of(schedule, bench, terms[at].slot), terms[at + 1].factor,
                numbers_of(schedule, bench, terms[at + 1].slot));
    if (at < count)
        add_one(to, terms[at].factor, numbers_of(schedule, bench, terms[at].slot));
}

static void run_product(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    multiply(to, numbers_of(schedule, bench, slot->a), numbers_of(schedule, bench, slot->b));
}

static void run_least(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    if (slot->b < 0)
        keep_below(to, numbers_of(schedule, bench, slot->a), slot->constant);
    else
        take_least(to, numbers_of(schedule, bench, slot->a), numbers_of(schedule, bench, slot->b));
}

static void run_most(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    if (slot->b < 0)
        keep_above(to, numbers_of(schedule, bench, slot->a), slot->constant);
    else
        take_most(to, numbers_of(schedule, bench, slot->a), numbers_of(schedule, bench, slot->b));
}

static void run_inverse(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    divide(to, numbers_of(schedule, bench, slot->a));
}

static void run_rounding(const struct schedule *schedule, struct bench *bench, const struct slot *slot, double *to)
{
    round_to_unit(to, numbers_of(schedule, bench, slot->a), slot, bench->jumped);
}

static slot_run *const runs[SLOT_OPS] = {
    [SLOT_LINEAR] = run_linear,   [SLOT_PRODUCT] = run_product,  [SLOT_LEAST] = run_least, [SLOT_MOST] = run_most,
    [SLOT_INVERSE] = run_inverse, [SLOT_NEAREST] = run_rounding, [SLOT_UP] = run_rounding, [SLOT_DOWN] = run_rounding,
};

void block_run(const struct schedule *schedule, struct bench *bench, uint64_t first, int count, int64_t *clipped,
               watcher *watch, void *context)
{
    const struct program *program = schedule->program;
    memset(bench->jumped, 0, sizeof bench->jumped);
    draws_block(program->draws, first, bench->draws, count, clipped);
    for (int i = 0; i < program->slots.count; i++)
        if (program->slots.items[i].op == SLOT_DRAW && schedule->watched[i] >= 0)
            watch(context, schedule->watched[i], numbers_of(schedule, bench, i));
    for (int i = 0; i < schedule->step_count; i++) {
        int slot = schedule->steps[i];
        double *to = numbers_of(schedule, bench, slot);
        slot_run *run = runs[program->slots.items[slot].op];
        assert(run);
        run(schedule, bench, &program->slots.items[slot], to);
        if (schedule->watched[slot] >= 0)
            watch(context, schedule->watched[slot], to);
    }
}
