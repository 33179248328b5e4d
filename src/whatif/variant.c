#include <medfin/whatif/variant.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/model/variable.h>
#include <medfin/plan/revision.h>

/* What there is to do when these variables change and no other. */
struct known_revision {
    bool changed[MOST_VARIED];
    struct revision *revision;
};

struct variant {
    statement_list statements; /* the varied as the last */
    int count;
    struct arena *arena;
    struct arena *own; /* of one try */

    /* Made by the first values that make a project, and changed by those that follow. */
    const struct project *project;
    const struct plan *plan;
    struct variable variables[MOST_VARIED];
    LIST(struct known_revision) revisions; /* those that were asked for */
    bool stale[MOST_VARIED];               /* variables whose rows the plan does not show yet */
    bool is_fixed;                         /* the values hang together with more: each try builds all anew */

    struct value bounds[MOST_VARIED][2];
    bool bounded[MOST_VARIED]; /* variables that have bounds */
    bool is_within;            /* no value within the bounds comes near what money may be */
};

static struct statement *varied_of(const struct variant *variant, int which)
{
    return &variant->statements.items[variant->statements.count - variant->count + which];
}

struct variant *variant_new(const statement_list *statements, const struct statement *varied, int count,
                            struct arena *arena)
{
    assert(count > 0 && count <= MOST_VARIED);
    struct variant *variant = arena_take(arena, 1, sizeof *variant);
    *variant = (struct variant){ .count = count, .arena = arena, .own = arena_like(arena) };
    int layer;
    variant->statements = trial_statements(statements, &layer, arena);
    for (int i = 0; i < count; i++) {
        struct statement *statement = list_add(&variant->statements, arena);
        *statement = varied[i];
        statement->layer = layer + i;
        statement->is_setting = true;
        statement->operation = OPERATION_SET;
    }
    return variant;
}

void variant_free(struct variant *variant)
{
    arena_free(variant->own);
}

void variant_bound(struct variant *variant, int which, const struct value *low, const struct value *high)
{
    variant->bounds[which][0] = *low;
    variant->bounds[which][1] = *high;
    variant->bounded[which] = true;
}

static void state(struct variant *variant, const struct value *values)
{
    for (int i = 0; i < variant->count; i++)
        varied_of(variant, i)->value = values[i];
}

static struct tried build(struct variant *variant, struct arena *arena)
{
    struct tried tried = { .arena = arena };
    tried.project = project_build(variant->statements.items, variant->statements.count, arena, diags_new(arena));
    if (tried.project)
        tried.plan = plan_build(tried.project, arena);
    return tried;
}

static void put_corner(struct variant *variant, int which, const struct value *stands, int side)
{
    struct value corner = *stands;
    corner.number = variant->bounds[which][side].number;
    variable_put(&variant->variables[which], &corner);
}

/* What the amounts could come to grows with the size of each figure, whatever the others
   are, so it is largest at a corner of the bounds. A ratio has two sides and no corner. */
static bool corners_stand(struct variant *variant)
{
    struct value before[MOST_VARIED];
    bool is_high[MOST_VARIED] = { 0 };
    bool stand = marks_count(variant->bounded, variant->count) == variant->count;
    for (int i = 0; i < variant->count; i++) {
        before[i] = variant->variables[i].fact->value;
        stand = stand && before[i].kind != VALUE_RATIO;
    }
    for (bool more = stand; more; more = stand && marks_next(is_high, variant->count)) {
        for (int i = 0; i < variant->count; i++)
            put_corner(variant, i, &before[i], is_high[i]);
        stand = variables_stand(variant->project, NULL, 0, true, variant->own);
    }
    for (int i = 0; i < variant->count; i++)
        variable_put(&variant->variables[i], &before[i]);
    return stand;
}

/* The first values that make a project make the one that is changed from then on. */
static void settle(struct variant *variant)
{
    const struct tried first = build(variant, variant->arena);
    variant->project = first.project;
    variant->plan = first.plan;
    for (int i = 0; i < variant->count; i++)
        if (!variable_find(first.project, varied_of(variant, i), &variant->variables[i]))
            variant->is_fixed = true;
    if (!variant->is_fixed)
        variant->is_within = corners_stand(variant);
}

static struct revision *revision_of(struct variant *variant, const bool *changed)
{
    for (int i = 0; i < variant->revisions.count; i++)
        if (memcmp(variant->revisions.items[i].changed, changed, sizeof variant->stale) == 0)
            return variant->revisions.items[i].revision;
    const struct section *sections[MOST_VARIED];
    int count = 0;
    for (int i = 0; i < variant->count; i++)
        if (changed[i])
            sections[count++] = variant->variables[i].section;
    struct known_revision *made = list_add(&variant->revisions, variant->arena);
    memcpy(made->changed, changed, sizeof made->changed);
    made->revision = revision_new(variant->plan, sections, count, variant->arena);
    return made->revision;
}

int variant_work(const struct variant *variant, int which)
{
    struct variant *asked = (struct variant *)variant;
    bool changed[MOST_VARIED] = { 0 };
    changed[which] = true;
    return variant->project && !variant->is_fixed ? revision_size(revision_of(asked, changed)) : 0;
}

static bool is_same(const struct value *a, const struct value *b)
{
    return a->number == b->number && a->second == b->second && a->status == b->status;
}

static bool takes_all(const struct variant *variant, const struct value *values)
{
    for (int i = 0; i < variant->count; i++)
        if (!variable_takes(&variant->variables[i], &values[i]))
            return false;
    return true;
}

/* Cells of unknown amounts hold what they need in the memory of one try: all of them are
   made anew each time. */
static void put_all(struct variant *variant, const struct value *values)
{
    for (int i = 0; i < variant->count; i++)
        if (variant->project->unknown_count || !is_same(&variant->variables[i].fact->value, &values[i])) {
            variable_put(&variant->variables[i], &values[i]);
            variant->stale[i] = true;
        }
}

static bool has_all(const bool *marks, const bool *wanted)
{
    for (int i = 0; i < MOST_VARIED; i++)
        if (wanted[i] && !marks[i])
            return false;
    return true;
}

/* A revision that keeps rows which this one changes adds them anew. */
static void renew(struct variant *variant)
{
    revision_run(revision_of(variant, variant->stale), variant->own);
    for (int i = 0; i < variant->revisions.count; i++)
        if (!has_all(variant->revisions.items[i].changed, variant->stale))
            revision_forget(variant->revisions.items[i].revision);
    memset(variant->stale, 0, sizeof variant->stale);
}

static struct tried revise(struct variant *variant, const struct value *values)
{
    struct tried tried = { .arena = variant->own };
    put_all(variant, values);
    if (!variables_stand(variant->project, variant->variables, variant->count, !variant->is_within, variant->own))
        return tried;
    if (marks_count(variant->stale, variant->count))
        renew(variant);
    tried.project = variant->project;
    tried.plan = variant->plan;
    return tried;
}

struct tried variant_try(struct variant *variant, const struct value *values)
{
    arena_clear(variant->own);
    state(variant, values);
    if (variant->project && !variant->is_fixed && takes_all(variant, values))
        return revise(variant, values);
    struct tried tried = build(variant, variant->own);
    if (!variant->project && tried.project) {
        settle(variant);
        tried = (struct tried){ variant->project, variant->plan, variant->own };
    }
    return tried;
}

struct rerun variant_judge(struct variant *variant, const struct value *values, const struct rule *only)
{
    const struct tried tried = variant_try(variant, values);
    struct rerun rerun = { tried.project, tried.plan, { 0 } };
    trial_judge(&rerun, only, tried.arena);
    return rerun;
}
