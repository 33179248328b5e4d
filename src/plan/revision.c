#include <medfin/plan/revision.h>

#include <string.h>

#include "line.h"

/* The sum that a row reads by a test: the rows that stay are added once and for all. */
struct reading {
    const struct row *reader;
    row_test *test;
    struct cell *rest; /* of those that stay */
    const struct row **anew;
    int count;
    bool is_stale; /* some of the rest has changed since */
};

struct revision {
    struct plan *plan;
    struct arena *arena;
    bool *is_anew;                 /* by row, mirrors too */
    LIST(struct row *) rows;       /* to evaluate, in their order */
    LIST(struct reading) readings; /* as they were first met */
    int next;                      /* the reading that is due: they come in the same order each time */
};

/* Whether the row is made of what the section says. */
static bool is_touched(const struct row *row, const struct section *changed)
{
    return row->line == changed || (row->funder && &row->funder->section == changed) ||
           section_refers(row->line, changed);
}

static bool reads_anew(const struct revision *revision, const struct row *row)
{
    const struct plan *plan = revision->plan;
    row_reads *reads = row_kind(row)->evaluation.reads;
    for (int i = 0; reads && i < plan->row_count; i++)
        if (revision->is_anew[i] && reads(row, &plan->rows[i]))
            return true;
    return false;
}

static void take_row(struct revision *revision, int at)
{
    struct plan *plan = revision->plan;
    revision->is_anew[at] = true;
    if (at + 1 < plan->row_count && row_is_mirror(&plan->rows[at + 1]))
        revision->is_anew[at + 1] = true;
    *list_add(&revision->rows, revision->arena) = &plan->rows[at];
}

struct revision *revision_new(const struct plan *plan, const struct section *const *changed, int count,
                              struct arena *arena)
{
    struct revision *revision = arena_take(arena, 1, sizeof *revision);
    revision->plan = (struct plan *)plan;
    revision->arena = arena;
    revision->is_anew = arena_take(arena, (size_t)plan->row_count + 1, sizeof *revision->is_anew);
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            const struct row *row = &plan->rows[i];
            if (row->phase != phase || row_is_mirror(row))
                continue;
            bool anew = reads_anew(revision, row);
            for (int c = 0; c < count; c++)
                anew = anew || is_touched(row, changed[c]);
            if (anew)
                take_row(revision, i);
        }
    return revision;
}

int revision_size(const struct revision *revision)
{
    return revision->rows.count;
}

static void reading_fill(struct revision *revision, struct reading *reading, const void *context)
{
    const struct plan *plan = revision->plan;
    memset(reading->rest, 0, (size_t)plan->count * sizeof *reading->rest);
    reading->count = 0;
    reading->is_stale = false;
    for (int i = 0; i < plan->row_count; i++) {
        if (!reading->test(context, &plan->rows[i]))
            continue;
        if (revision->is_anew[i])
            reading->anew[reading->count++] = &plan->rows[i];
        else
            row_add(plan, &plan->rows[i], reading->rest, revision->arena);
    }
}

static struct reading *reading_of(struct revision *revision, const struct row *reader, row_test *test)
{
    const struct plan *plan = revision->plan;
    for (int i = 0; i < revision->readings.count; i++) {
        int at = (revision->next + i) % revision->readings.count;
        struct reading *known = &revision->readings.items[at];
        if (known->reader == reader && known->test == test) {
            revision->next = at + 1;
            return known;
        }
    }
    struct reading *reading = list_add(&revision->readings, revision->arena);
    *reading = (struct reading){ .reader = reader, .test = test, .is_stale = true };
    reading->rest = arena_take(revision->arena, (size_t)plan->count, sizeof *reading->rest);
    reading->anew = arena_take(revision->arena, (size_t)plan->row_count + 1, sizeof *reading->anew);
    return reading;
}

const struct cell *revision_by_month(const struct plan *plan, const struct row *reader, row_test *test,
                                     const void *context)
{
    struct reading *reading = reading_of(plan->revision, reader, test);
    if (reading->is_stale)
        reading_fill(plan->revision, reading, context);
    struct cell *sums = arena_take(plan->arena, (size_t)plan->count, sizeof *sums);
    memcpy(sums, reading->rest, (size_t)plan->count * sizeof *sums);
    for (int i = 0; i < reading->count; i++)
        row_add(plan, reading->anew[i], sums, plan->arena);
    return sums;
}

void revision_forget(struct revision *revision)
{
    for (int i = 0; i < revision->readings.count; i++)
        revision->readings.items[i].is_stale = true;
}

void revision_run(struct revision *revision, struct arena *arena)
{
    struct plan *plan = revision->plan;
    plan->arena = arena;
    plan->revision = revision;
    revision->next = 0;
    for (int i = 0; i < revision->rows.count; i++) {
        struct row *row = revision->rows.items[i];
        memset(row->months, 0, (size_t)plan->count * sizeof *row->months);
        row_evaluate(plan, row);
    }
    plan->revision = NULL;
}
