#include <medfin/whatif/variant.h>

#include <assert.h>

#include <medfin/model/variable.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/trial.h>

/* A project with what is asked of it as nodes. */
struct made {
    const struct project *project; /* NULL: the statements make none */
    const struct plan *plan;
    node *figures;
    struct judgements judgements;
};

/* One of the statements that vary. */
struct varied {
    struct variable variable;
    bool is_fixed;       /* more hangs on it than its own figure: another value makes another graph */
    struct value stands; /* as the graph has it */
    node leaves[FIELD_COUNT];
    int64_t size; /* no number up to this size takes any amount near what money may be */
};

enum { ALL = -1 };

/* What there is to do when one of them varies alone, or several do. */
struct known_attempt {
    int which;
    struct attempt *attempt;
};

enum { MOST_KEPT = 32 };

struct attempts {
    struct known_attempt *items;
    int count, room;
};

struct variant {
    statement_list statements; /* the varied as the last */
    int count;
    struct asked_of_try asked;
    bool shows; /* something is asked for that a rule shows beside its margin */
    const struct needs *unknown;
    struct arena *arena;
    struct arena *own;  /* of one try … */
    struct arena *kept; /* … and of the one whose graph is kept; NULL: none yet */

    /* Made by the first values that make a project, and tried with other values from then on. */
    struct made made;
    struct varied *varied;
    const struct users *users;
    node_list watched;
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
    assert(count > 0);
    struct variant *variant = arena_take(arena, 1, sizeof *variant);
    *variant = (struct variant){
        .count = count, .asked = *asked, .arena = arena, .own = arena_like(arena), .cones = arena_like(arena)
    };
    variant->varied = arena_take(arena, (size_t)count + 1, sizeof *variant->varied);
    variant->unknown = needs_one(arena, 0, 1);
    for (int i = 0; i < asked->figure_count; i++)
        variant->shows = variant->shows || (asked->figures[i].rule && !asked_is_margin(&asked->figures[i]));
    int layer;
    variant->statements = trial_statements(statements, &layer, arena);
    for (int i = 0; asked->room && i < asked->room->count; i++) {
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
}

static bool judges(const struct variant *variant, const struct rule *rule)
{
    const struct asked_of_try *asked = &variant->asked;
    for (int i = 0; i < asked->figure_count; i++)
        if (asked->figures[i].rule == rule)
            return true;
    return asked->rules && asked->rules[rule - rule_rows];
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
            rule_rows[r].make(made.plan, &rule_rows[r], &made.judgements);
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
        findings_read(&made->judgements, &plan, &tried.findings, tried.arena);
    else
        verdicts_read(&made->judgements, &plan, &tried.findings, tried.arena);
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
    return (value->number == stands->number || varied->leaves[first]) &&
           (value->second == stands->second || varied->leaves[FIELD_SECOND]) &&
           (value->second < 0) == (stands->second < 0) &&
           (value->status == stands->status || (varied->leaves[FIELD_YEAR_PAYS] && value->status != STATUS_NONE));
}

static bool is_same(const struct value *a, const struct value *b)
{
    return a->kind == b->kind && a->number == b->number && a->second == b->second && a->status == b->status &&
           a->period == b->period && a->is_share == b->is_share && a->unknown == b->unknown;
}

static bool takes(const struct varied *varied, const struct value *value)
{
    if (varied->is_fixed)
        return is_same(&varied->stands, value);
    return variable_takes(&varied->variable, value) && has_leaves(varied, value);
}

static bool takes_all(const struct variant *variant, const struct value *values)
{
    for (int i = 0; i < variant->count; i++)
        if (!takes(&variant->varied[i], &values[i]))
            return false;
    return true;
}

/* The first values that make a project make the graph that is tried with others from then on. */
static void settle(struct variant *variant, const struct made *made)
{
    variant->made = *made;
    variant->kept = variant->own;
    variant->own = arena_like(variant->arena);
    for (int i = 0; i < variant->count; i++) {
        struct varied *varied = &variant->varied[i];
        varied->stands = statement_of(variant, i)->value;
        varied->is_fixed = !variable_find(made->project, statement_of(variant, i), &varied->variable);
        if (varied->is_fixed)
            continue;
        varied->stands = varied->variable.fact->value;
        for (int field = 0; field < FIELD_COUNT; field++)
            varied->leaves[field] = graph_leaf(made->plan->graph, varied->variable.fact->stated, (enum field)field);
    }
    for (int i = 0; i < variant->asked.figure_count; i++)
        *list_add(&variant->watched, variant->arena) = made->figures[i];
    for (int i = 0; i < made->judgements.count; i++)
        judgement_watch(&made->judgements.items[i], &variant->watched, variant->arena);
    variant->users = users_new(made->plan->graph, variant->arena);
}

/* Of one of the varied, or of all where `which` is ALL. */
static struct attempt *make_attempt(struct variant *variant, int which)
{
    node leaves[variant->count * FIELD_COUNT + 1];
    int count = 0;
    for (int i = which < 0 ? 0 : which; i < (which < 0 ? variant->count : which + 1); i++)
        for (int field = 0; field < FIELD_COUNT; field++)
            if (variant->varied[i].leaves[field])
                leaves[count++] = variant->varied[i].leaves[field];
    /* While something is unknown a rule may ask for more than its margins. */
    bool asks_all = variant->shows || variant->made.project->unknown_count;
    const node *watched = asks_all ? NULL : variant->watched.items;
    return attempt_new(variant->users, leaves, count, watched, variant->watched.count, variant->cones);
}

static struct attempt *attempt_on(struct variant *variant, int which)
{
    for (int i = 0; i < variant->attempts.count; i++)
        if (variant->attempts.items[i].which == which)
            return variant->attempts.items[i].attempt;
    if (variant->attempts.count == MOST_KEPT) {
        variant->attempts = (struct attempts){ 0 };
        arena_clear(variant->cones);
    }
    struct known_attempt *made = list_add(&variant->attempts, variant->cones);
    made->which = which;
    return made->attempt = make_attempt(variant, which);
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

static void put_values(const struct variant *variant, const struct value *values)
{
    for (int i = 0; i < variant->count; i++)
        if (!variant->varied[i].is_fixed && !is_same(&variant->varied[i].variable.fact->value, &values[i]))
            variable_put(&variant->varied[i].variable, &values[i]);
}

/* What the amounts could come to grows with the size of each figure, whatever the others are: what stands with large
   ones stands with all that are smaller. */
static bool stand_at_size(struct variant *variant, const struct value *values, const bool *marks, int64_t times)
{
    int64_t sizes[variant->count + 1];
    for (int i = 0; i < variant->count; i++) {
        const struct varied *varied = &variant->varied[i];
        int64_t size = size_of(values[i].number);
        if (marks[i] && size > MONEY_LIMIT / times)
            return false;
        size = marks[i] ? size * times : size;
        sizes[i] = size > varied->size ? size : varied->size;
        struct value large = values[i];
        large.number = sizes[i];
        if (!varied->is_fixed)
            variable_put(&varied->variable, &large);
    }
    if (!amounts_stand(variant))
        return false;
    for (int i = 0; i < variant->count; i++)
        variant->varied[i].size = sizes[i];
    return true;
}

/* A ratio has two sides and no size. */
static bool limits_stand(struct variant *variant, const struct value *values, const bool *marks)
{
    enum { FAR = 1000 };
    bool is_within = true, has_ratio = false;
    for (int i = 0; i < variant->count; i++) {
        is_within = is_within && (!marks[i] || size_of(values[i].number) <= variant->varied[i].size);
        has_ratio = has_ratio || values[i].kind == VALUE_RATIO;
    }
    if (!has_ratio && is_within)
        return true;
    bool stand = !has_ratio && (stand_at_size(variant, values, marks, FAR) || stand_at_size(variant, values, marks, 1));
    put_values(variant, values);
    return stand || amounts_stand(variant);
}

/* Those that stand as the graph has them have been looked at. */
static bool values_stand(struct variant *variant, const struct value *values, const bool *marks)
{
    struct variable variables[variant->count + 1];
    int count = 0;
    for (int i = 0; i < variant->count; i++)
        if (marks[i])
            variables[count++] = variant->varied[i].variable;
    put_values(variant, values);
    return variables_stand(variant->made.project, variables, count, false, variant->own) &&
           limits_stand(variant, values, marks);
}

static struct tried go_on(struct variant *variant, const struct value *values)
{
    bool marks[variant->count + 1];
    int changed = 0, alone = ALL, leaf = 0;
    for (int i = 0; i < variant->count; i++) {
        marks[i] = !is_same(&values[i], &variant->varied[i].stands);
        if (marks[i])
            alone = changed++ ? ALL : i;
    }
    if (!values_stand(variant, values, marks))
        return (struct tried){ .arena = variant->own };
    if (!changed)
        return told(variant, &variant->made, NULL);
    struct attempt *attempt = attempt_on(variant, alone);
    for (int i = 0; i < variant->count; i++)
        if (alone == ALL || alone == i)
            put_leaves(attempt, &variant->varied[i], &values[i], &leaf);
    attempt_run(attempt);
    return told(variant, &variant->made, attempt);
}

struct tried variant_try(struct variant *variant, const struct value *values)
{
    arena_clear(variant->own);
    for (int i = 0; i < variant->count; i++)
        statement_of(variant, i)->value = values[i];
    if (variant->made.project && takes_all(variant, values))
        return go_on(variant, values);
    struct made anew = build(variant, variant->own);
    if (!variant->made.project && anew.project)
        settle(variant, &anew);
    return told(variant, &anew, NULL);
}

int variant_work(struct variant *variant, int which)
{
    return variant->made.project && !variant->varied[which].is_fixed ? attempt_count(attempt_on(variant, which)) : 0;
}
