#include <medfin/whatif/variant.h>

#include <assert.h>

#include <medfin/model/variable.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/trial.h>

/* By which rules a try is judged. */
enum breadth { BY_ALL, BY_FEW, BREADTH_COUNT };

/* A project with what is asked of it as nodes. */
struct made {
    const struct project *project; /* NULL: the statements make none */
    const struct plan *plan;
    node *figures;
    struct judgements judgements[BREADTH_COUNT];
};

/* One of the statements that vary. */
struct varied {
    struct variable variable;
    bool is_fixed;       /* more hangs on it than its own figure: another value makes another graph */
    struct value stands; /* as the graph has it … */
    struct value said;   /* … and as its statement says it */
    node leaves[FIELD_COUNT];
    int64_t size; /* no number up to this size takes any amount near what money may be */
};

enum { ALL = -1 };

/* What there is to do when one of them varies alone, or several do. */
struct known_attempt {
    int which;
    enum breadth breadth;
    struct attempt *attempt;
};

enum { MOST_KEPT = 32 };

typedef LIST(int) index_list;

struct attempts {
    struct known_attempt *items;
    int count, room;
};

struct variant {
    statement_list statements; /* the varied as the last */
    int count;
    struct asked_of_try asked;
    enum breadth breadth; /* of the try at hand */
    bool shows;           /* something is asked for that a rule shows beside its margin */
    const struct needs *unknown;
    struct arena *arena;
    struct arena *own;  /* of one try … */
    struct arena *kept; /* … and of the one whose graph is kept; NULL: none yet */

    /* Made by the first values that make a project, and tried with other values from then on. */
    struct made made;
    struct varied *varied;
    index_list changed; /* those that stand otherwise than the graph has them … */
    index_list put;     /* … and those that the project has otherwise */
    bool is_sized;      /* all have been given a size */
    const struct users *users;
    node_list watched[BREADTH_COUNT];
    struct attempts attempts;
    struct arena *cones; /* of the attempts */
};

static struct statement *statement_of(const struct variant *variant, int which)
{
    return &variant->statements.items[variant->statements.count - variant->count + which];
}

struct variant *variant_new(const statement_list *statements, const struct statement *varied, int count,
                            const struct asked_of_try *asked, struct arena *arena)
{
    struct variant *variant = arena_take(arena, 1, sizeof *variant);
    *variant =
        (struct variant){ .count = count, .asked = *asked, .own = arena_like(arena), .cones = arena_like(arena) };
    variant->unknown = needs_one(arena, 0, 1);
    variant->arena = arena = arena_like(arena);
    variant->varied = arena_take(arena, (size_t)count + 1, sizeof *variant->varied);
    for (int i = 0; i < asked->figure_count; i++)
        variant->shows = variant->shows || (asked->figures[i].rule && !asked_is_margin(&asked->figures[i]));
    int layer;
    int room = asked->room ? asked->room->count : 0;
    variant->statements = trial_statements(statements, room + count, &layer, arena);
    for (int i = 0; i < room; i++) {
        struct statement *statement = list_add(&variant->statements, arena);
        *statement = asked->room->items[i];
        statement->layer = layer;
    }
    layer++;
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
    if (variant->kept)
        arena_free(variant->kept);
    arena_free(variant->cones);
    arena_free(variant->arena);
}

static bool judges(const struct variant *variant, const struct rule *rule)
{
    const struct asked_of_try *asked = &variant->asked;
    for (int i = 0; i < asked->figure_count; i++)
        if (asked->figures[i].rule == rule)
            return true;
    return asked->rules && asked->rules[rule - rule_rows];
}

static struct judgements judged_by_few(const struct variant *variant, const struct judgements *all, struct arena *arena)
{
    struct judgements few = { 0 };
    for (int i = 0; variant->asked.few && i < all->count; i++)
        if (variant->asked.few[all->items[i].rule - rule_rows])
            *list_add(&few, arena) = all->items[i];
    return few;
}

static struct made build(const struct variant *variant, struct arena *arena)
{
    struct made made = { 0 };
    made.project = project_build(variant->statements.items, variant->statements.count, arena, diags_new(arena));
    if (!made.project)
        return made;
    made.plan = plan_build(made.project, arena);
    made.figures = arena_take(arena, (size_t)variant->asked.figure_count + 1, sizeof *made.figures);
    for (int i = 0; i < variant->asked.figure_count; i++)
        if (!variant->asked.figures[i].rule)
            made.figures[i] = asked_figure_node(made.plan, &variant->asked.figures[i]);
    for (int r = 0; r < rule_count; r++)
        if (judges(variant, &rule_rows[r]))
            rule_rows[r].make(made.plan, &rule_rows[r], &made.judgements[BY_ALL]);
    made.judgements[BY_FEW] = judged_by_few(variant, &made.judgements[BY_ALL], arena);
    return made;
}

/* The project and its plan, read as they are or through an attempt. */
static struct tried told(const struct variant *variant, const struct made *made, const struct attempt *attempt)
{
    struct tried tried = { .project = made->project, .arena = variant->own };
    if (!made->project)
        return tried;
    const struct plan plan = plan_through(made->plan, attempt);
    struct cell *cells = arena_take(tried.arena, (size_t)variant->asked.figure_count + 1, sizeof *cells);
    for (int i = 0; i < variant->asked.figure_count; i++)
        cells[i] = node_cell(&plan, made->figures[i]);
    tried.figures = cells;
    if (variant->shows)
        findings_read(&made->judgements[variant->breadth], &plan, &tried.findings, tried.arena);
    else
        verdicts_read(&made->judgements[variant->breadth], &plan, &tried.findings, tried.arena);
    for (int i = 0; i < variant->asked.figure_count; i++)
        if (variant->asked.figures[i].rule)
            cells[i] = asked_in_findings(&tried.findings, &variant->asked.figures[i], variant->unknown);
    return tried;
}

/* Another value in the place of one that the graph has no leaf of makes another graph; so does a cap where there is
   none, written as a second number below zero. */
static bool has_leaves(const struct varied *varied, const struct value *value)
{
    const struct value *stands = &varied->stands;
    enum field first = stands->kind == VALUE_STATUS ? FIELD_PAYS : FIELD_NUMBER;
    /* What a status was before it was left out is told and computes nothing. */
    bool is_told = stands->kind == VALUE_STATUS || stands->kind == VALUE_MONEY_WITH_STATUS;
    return (value->number == stands->number || varied->leaves[first]) &&
           (is_told || value->second == stands->second || varied->leaves[FIELD_SECOND]) &&
           (value->second < 0) == (stands->second < 0) &&
           (value->status == stands->status || (varied->leaves[FIELD_YEAR_PAYS] && value->status != STATUS_NONE));
}

static bool is_same(const struct value *a, const struct value *b)
{
    return a->kind == b->kind && a->number == b->number && a->second == b->second && a->status == b->status &&
           a->period == b->period && a->is_share == b->is_share && a->unknown == b->unknown && a->count == b->count;
}

/* Another value of one that is fixed makes another graph. */
static bool takes_changed(const struct variant *variant)
{
    for (int i = 0; i < variant->changed.count; i++) {
        int which = variant->changed.items[i];
        const struct varied *varied = &variant->varied[which];
        const struct value *value = &statement_of(variant, which)->value;
        if (varied->is_fixed || !variable_takes(&varied->variable, value) || !has_leaves(varied, value))
            return false;
    }
    return true;
}

/* The first values that make a project make the graph that is tried with others from then on. */
static void settle(struct variant *variant, const struct made *made)
{
    variant->made = *made;
    variant->kept = variant->own;
    variant->own = arena_like(variant->arena);
    variant->changed.count = 0;
    for (int i = 0; i < variant->count; i++) {
        struct varied *varied = &variant->varied[i];
        varied->stands = varied->said = statement_of(variant, i)->value;
        varied->is_fixed = !variable_find(made->project, statement_of(variant, i), &varied->variable);
        if (varied->is_fixed)
            continue;
        varied->stands = varied->variable.fact->value;
        for (int field = 0; field < FIELD_COUNT; field++)
            varied->leaves[field] = graph_leaf(made->plan->graph, varied->variable.fact->stated, (enum field)field);
    }
    for (int breadth = 0; breadth < BREADTH_COUNT; breadth++) {
        const struct judgements *judgements = &made->judgements[breadth];
        for (int i = 0; i < variant->asked.figure_count; i++)
            *list_add(&variant->watched[breadth], variant->arena) = made->figures[i];
        for (int i = 0; i < judgements->count; i++)
            judgement_watch(&judgements->items[i], &variant->watched[breadth], variant->arena);
    }
    variant->users = users_new(made->plan->graph, variant->arena);
}

/* Of one of the varied, or of all where `which` is ALL. */
static struct attempt *make_attempt(struct variant *variant, int which, enum breadth breadth)
{
    int first = which == ALL ? 0 : which, end = which == ALL ? variant->count : which + 1, count = 0;
    node *leaves = arena_take(variant->own, (size_t)(end - first) * FIELD_COUNT, sizeof *leaves);
    for (int i = first; i < end; i++)
        for (int field = 0; field < FIELD_COUNT; field++)
            if (variant->varied[i].leaves[field])
                leaves[count++] = variant->varied[i].leaves[field];
    /* While something is unknown a rule may ask for more than its margins. */
    bool asks_all = variant->shows || variant->made.project->unknown_count;
    const node_list *watched = &variant->watched[breadth];
    return attempt_new(variant->users, leaves, count, asks_all ? NULL : watched->items, watched->count, variant->cones);
}

static struct attempt *attempt_on(struct variant *variant, int which)
{
    const enum breadth breadth = variant->asked.tries_little ? BY_ALL : variant->breadth;
    for (int i = 0; i < variant->attempts.count; i++) {
        const struct known_attempt *known = &variant->attempts.items[i];
        if (known->which == which && known->breadth == breadth)
            return known->attempt;
    }
    if (variant->attempts.count == MOST_KEPT) {
        variant->attempts = (struct attempts){ 0 };
        arena_clear(variant->cones);
    }
    struct known_attempt *made = list_add(&variant->attempts, variant->cones);
    made->which = which;
    made->breadth = breadth;
    return made->attempt = make_attempt(variant, which, breadth);
}

static void put_leaves(struct attempt *attempt, const struct varied *varied, const struct value *value, int *leaf)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        if (varied->leaves[field])
            attempt_put(attempt, (*leaf)++, value_field(value, (enum field)field));
}

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

static bool amounts_stand(const struct variant *variant)
{
    return variables_stand(variant->made.project, NULL, 0, true, variant->own);
}

static void put_values(struct variant *variant)
{
    for (int i = 0; i < variant->put.count; i++) {
        const struct varied *varied = &variant->varied[variant->put.items[i]];
        variable_put(&varied->variable, &varied->stands);
    }
    variant->put.count = 0;
    for (int i = 0; i < variant->changed.count; i++) {
        int which = variant->changed.items[i];
        variable_put(&variant->varied[which].variable, &statement_of(variant, which)->value);
        *list_add(&variant->put, variant->arena) = which;
    }
}

/* A ratio has two sides and no size. */
static bool has_size(const struct varied *varied)
{
    return !varied->is_fixed && varied->stands.kind != VALUE_RATIO;
}

/* What the amounts could come to grows with the size of each figure, whatever the others are: what stands with large
   ones stands with all that are smaller. Those that changed, or all, so many times as large as they are; the others as
   large as they may be. */
static bool stand_at_size(struct variant *variant, bool all, int64_t times)
{
    int64_t *sizes = arena_take(variant->own, (size_t)variant->count, sizeof *sizes);
    for (int i = 0; i < variant->count; i++)
        sizes[i] = size_of(statement_of(variant, i)->value.number);
    for (int i = 0; i < (all ? variant->count : variant->changed.count); i++) {
        int which = all ? i : variant->changed.items[i];
        if (sizes[which] > MONEY_LIMIT / times)
            return false;
        sizes[which] *= times;
    }
    variant->put.count = 0;
    for (int i = 0; i < variant->count; i++) {
        const struct varied *varied = &variant->varied[i];
        sizes[i] = sizes[i] > varied->size ? sizes[i] : varied->size;
        struct value large = statement_of(variant, i)->value;
        large.number = sizes[i];
        if (!has_size(varied))
            continue;
        variable_put(&varied->variable, &large);
        *list_add(&variant->put, variant->arena) = i;
    }
    bool stands = amounts_stand(variant);
    for (int i = 0; i < variant->count && stands; i++)
        variant->varied[i].size = sizes[i];
    return stands;
}

static bool are_within(const struct variant *variant)
{
    for (int i = 0; i < variant->changed.count; i++) {
        int which = variant->changed.items[i];
        const struct varied *varied = &variant->varied[which];
        if (!has_size(varied) || size_of(statement_of(variant, which)->value.number) > varied->size)
            return false;
    }
    return true;
}

static bool limits_stand(struct variant *variant)
{
    enum { FAR = 1000 };
    bool has_sizes = true;
    for (int i = 0; i < variant->changed.count; i++)
        has_sizes = has_sizes && has_size(&variant->varied[variant->changed.items[i]]);
    /* Where many vary one after the other, all are looked at together once. */
    if (has_sizes && !variant->is_sized) {
        variant->is_sized = true;
        if (!stand_at_size(variant, true, FAR))
            stand_at_size(variant, true, 2);
    }
    bool stand =
        are_within(variant) || (has_sizes && (stand_at_size(variant, false, FAR) || stand_at_size(variant, false, 1)));
    put_values(variant);
    return stand || amounts_stand(variant);
}

/* Those that stand as the graph has them have been looked at. */
static bool values_stand(struct variant *variant)
{
    int count = variant->changed.count;
    struct variable *variables = arena_take(variant->own, (size_t)count + 1, sizeof *variables);
    for (int i = 0; i < count; i++)
        variables[i] = variant->varied[variant->changed.items[i]].variable;
    put_values(variant);
    return variables_stand(variant->made.project, variables, count, false, variant->own) && limits_stand(variant);
}

static struct tried go_on(struct variant *variant)
{
    int count = variant->changed.count, leaf = 0;
    int alone = count == 1 && !variant->asked.tries_little ? variant->changed.items[0] : ALL;
    if (!values_stand(variant))
        return (struct tried){ .arena = variant->own };
    if (!count)
        return told(variant, &variant->made, NULL);
    struct attempt *attempt = attempt_on(variant, alone);
    for (int i = alone == ALL ? 0 : alone; i < (alone == ALL ? variant->count : alone + 1); i++)
        put_leaves(attempt, &variant->varied[i], &statement_of(variant, i)->value, &leaf);
    attempt_run(attempt);
    return told(variant, &variant->made, attempt);
}

static struct tried try_changed(struct variant *variant)
{
    if (variant->made.project && takes_changed(variant))
        return go_on(variant);
    struct made anew = build(variant, variant->own);
    if (!variant->made.project && anew.project)
        settle(variant, &anew);
    return told(variant, &anew, NULL);
}

static void change(struct variant *variant, int which, const struct value *value)
{
    statement_of(variant, which)->value = *value;
    if (!is_same(value, &variant->varied[which].stands))
        *list_add(&variant->changed, variant->arena) = which;
}

struct tried variant_try(struct variant *variant, const struct value *values)
{
    arena_clear(variant->own);
    variant->changed.count = 0;
    for (int i = 0; i < variant->count; i++)
        change(variant, i, &values[i]);
    return try_changed(variant);
}

struct tried variant_try_few(struct variant *variant, const struct value *values)
{
    assert(variant->asked.few);
    variant->breadth = BY_FEW;
    const struct tried tried = variant_try(variant, values);
    variant->breadth = BY_ALL;
    return tried;
}

struct tried variant_try_one(struct variant *variant, int which, const struct value *value)
{
    assert(variant->made.project);
    arena_clear(variant->own);
    for (int i = 0; i < variant->changed.count; i++) {
        int other = variant->changed.items[i];
        statement_of(variant, other)->value = variant->varied[other].said;
    }
    variant->changed.count = 0;
    change(variant, which, value);
    return try_changed(variant);
}

bool variant_stays(const struct variant *variant, int which)
{
    const struct varied *varied = &variant->varied[which];
    return !varied->is_fixed && varied->leaves[varied->stands.kind == VALUE_STATUS ? FIELD_PAYS : FIELD_NUMBER];
}

int variant_work(struct variant *variant, int which)
{
    return variant->made.project && !variant->varied[which].is_fixed ? attempt_count(attempt_on(variant, which)) : 0;
}
