#include <medfin/whatif/compare.h>

#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/model/stated_values.h>
#include <medfin/whatif/versions.h>

bool states_figure(const struct statement *statement)
{
    return statement->key && !(statement->key->flags & KEY_DESCRIBES) && strcmp(statement->key->name, "new") != 0;
}

/* Said in the same place: each scenario is read for itself, so sources go by their names. */
static bool same_statement(const struct statement *a, const struct statement *b)
{
    return a->layer == b->layer && a->section == b->section && a->key == b->key && a->at == b->at &&
           a->operation == b->operation && a->value.number == b->value.number && strcmp(a->id, b->id) == 0 &&
           a->place.offset == b->place.offset && !a->place.source == !b->place.source &&
           (!a->place.source || strcmp(a->place.source->name, b->place.source->name) == 0);
}

int compare_common(const struct scenario_case *a, const struct scenario_case *b)
{
    int count = 0;
    while (count < a->settings && count < b->settings &&
           same_statement(&a->statements.items[count], &b->statements.items[count]))
        count++;
    return count;
}

/* Walking along a scenario's statements. */
struct walk {
    const struct comparison *comparison;
    const struct scenario_case *scenario;
    struct years years;
    struct arena *arena;
};

/* The plan goes: of what a figure needs only that it needs something is kept. */
static const struct cell *cells_of(const struct comparison *comparison, struct years over, const struct plan *plan,
                                   struct arena *arena)
{
    const struct needs *unknown = needs_one(arena, 0, 1);
    int years = years_count(over), figures = comparison->figures.count;
    struct cell *cells = arena_take(arena, (size_t)(years + 1) * (size_t)figures, sizeof *cells), *cell = cells;
    for (int column = 0; column <= years; column++)
        for (int f = 0; f < figures; f++, cell++) {
            *cell = compared_cell(comparison, f, column < years ? over.first + column : 0, plan);
            cell->needs = cell->needs ? unknown : NULL;
        }
    return cells;
}

bool compare_measure(const struct comparison *comparison, const statement_list *statements, struct years years,
                     struct measured *measured, struct arena *arena)
{
    struct arena *own = arena_like(arena);
    const struct project *project = project_build(statements->items, statements->count, arena, diags_new(own));
    if (project)
        *measured = (struct measured){ project, cells_of(comparison, years, plan_build(project, own), arena) };
    arena_free(own);
    return project != NULL;
}

/* With its first `count` statements and what is set on the spot; false if they make no project. */
static bool measure(const struct walk *walk, int count, struct measured *measured)
{
    const statement_list *all = &walk->scenario->statements;
    statement_list some = { 0 };
    for (int i = 0; i < all->count; i++)
        if (i < count || i >= walk->scenario->settings)
            *list_add(&some, walk->arena) = all->items[i];
    return compare_measure(walk->comparison, &some, walk->years, measured, walk->arena);
}

const char *changed_text(const struct changed_value *changed, const struct fact *fact, enum language language,
                         struct arena *arena)
{
    const struct key *key = changed->statement->key;
    if (!fact)
        return "–";
    const char *named = key_default_name(key, changed->statement->section);
    if (!fact->by && named)
        return named;
    return value_text(arena, &fact->value, key->words, language);
}

/* An amount tells more than the words that stand before it. */
void cause_put_figure_first(struct cause *cause)
{
    for (int i = 0; i < cause->values.count; i++) {
        const struct changed_value telling = cause->values.items[i];
        if (!value_kinds[telling.statement->key->kind].is_figure)
            continue;
        for (int at = i; at > 0; at--)
            cause->values.items[at] = cause->values.items[at - 1];
        cause->values.items[0] = telling;
        return;
    }
}

void cause_add_value(struct cause *cause, const struct statement *statement, struct arena *arena)
{
    struct changed_value changed = { statement, project_fact(cause->before.project, statement, arena),
                                     project_fact(cause->after.project, statement, arena) };
    const char *from = changed_text(&changed, changed.from, LANGUAGE_EN, arena);
    if (strcmp(from, changed_text(&changed, changed.to, LANGUAGE_EN, arena)) != 0)
        *list_add(&cause->values, arena) = changed;
}

/* The changes that the statements first..end make, those that leave a value as it is aside. */
static void add_values(struct cause *cause, const struct walk *walk, int first, int end)
{
    for (int i = first; i < end; i++) {
        const struct statement *statement = &walk->scenario->statements.items[i];
        if (states_figure(statement))
            cause_add_value(cause, statement, walk->arena);
    }
    cause_put_figure_first(cause);
}

static void add_step(cause_list *causes, const struct walk *walk, struct cause cause, int first)
{
    add_values(&cause, walk, first, cause.end);
    cause.is_rest = cause.is_rest && cause.values.count > 1;
    if (cause.values.count)
        *list_add(causes, walk->arena) = cause;
}

/* Each step holds what the project states. */
int compare_most_steps(const statement_list *statements)
{
    enum { LEAST = 10, MOST_STATED = 400000 };
    int most = MOST_STATED / (statements_said(statements->items, statements->count) + 1);
    return most > LEAST ? most : LEAST;
}

/* What stands in a table or a ledger has no words of its own: it belongs to the step before it, which names it. */
static bool add_rows(cause_list *causes, const struct walk *walk, struct cause *cause, int end)
{
    struct measured after;
    if (!causes->count || !measure(walk, end, &after))
        return false;
    struct cause *last = &causes->items[causes->count - 1];
    last->end = end;
    last->after = cause->before = after;
    return true;
}

/* From the first `from` statements to all of the scenario's own. */
static cause_list walk_on(const struct walk *walk, int from)
{
    cause_list causes = { 0 };
    const statement_list *statements = &walk->scenario->statements;
    struct cause cause = { 0 };
    /* Where the common part makes no project alone, what both add to it is a part of the first step. */
    while (!measure(walk, from, &cause.before))
        from--;
    int first = from, steps = 1, most = compare_most_steps(statements);
    bool says = false;
    for (int i = from; i < walk->scenario->settings; i++) {
        if (statements->items[i].rows && first == i && add_rows(&causes, walk, &cause, i + 1)) {
            first = i + 1;
            continue;
        }
        says = says || states_figure(&statements->items[i]);
        cause.end = i + 1;
        /* The last step takes all that is left. */
        cause.is_rest = steps == most;
        if (!says || (cause.is_rest && cause.end < walk->scenario->settings) || !measure(walk, cause.end, &cause.after))
            continue;
        steps++;
        add_step(&causes, walk, cause, first);
        cause.before = cause.after;
        first = cause.end;
        says = false;
    }
    return causes;
}

/* The same steps taken back, the last first. */
static void add_back(cause_list *causes, const cause_list *steps, struct arena *arena)
{
    for (int i = steps->count - 1; i >= 0; i--) {
        struct cause *cause = list_add(causes, arena);
        *cause = steps->items[i];
        cause->before = steps->items[i].after;
        cause->after = steps->items[i].before;
        cause->is_back = true;
        for (int v = 0; v < cause->values.count; v++) {
            struct changed_value *changed = &cause->values.items[v];
            *changed = (struct changed_value){ changed->statement, changed->to, changed->from };
        }
    }
}

struct figure compared_in(const struct comparison *comparison, int figure, int year)
{
    struct figure of = comparison->figures.items[figure];
    of.time = year ? TIME_YEAR : TIME_TOTAL;
    of.first = year ? year_first(year) : 0;
    return of;
}

struct cell compared_cell(const struct comparison *comparison, int figure, int year, const struct plan *plan)
{
    struct figure of = compared_in(comparison, figure, year);
    return figure_rebind(plan, &of) ? figure_cell(plan, &of) : (struct cell){ 0 };
}

bool compared_applies(const struct comparison *comparison, int figure, const struct scenario_case *to)
{
    bool is_asked = comparison->asked && comparison->asked[figure];
    return is_asked || figure_applies(comparison->figures.items[figure].row, to->trial.project);
}

bool *figures_split(const struct comparison *comparison, struct arena *arena)
{
    bool *split = arena_take(arena, (size_t)comparison->figures.count, sizeof *split);
    for (int i = 0; i < comparison->figures.count; i++)
        split[i] = comparison->figures.items[i].row->is_split && compared_applies(comparison, i, &comparison->cases[0]);
    return split;
}

cause_list compare_causes(const struct comparison *comparison, const struct scenario_case *from,
                          const struct scenario_case *to, struct years years, struct arena *arena)
{
    if (comparison->by_path)
        return compare_versions(comparison, from, to, years, arena);
    int common = compare_common(from, to);
    const struct walk back = { comparison, from, years, arena }, on = { comparison, to, years, arena };
    const cause_list taken_back = walk_on(&back, common), added = walk_on(&on, common);
    cause_list causes = { 0 };
    add_back(&causes, &taken_back, arena);
    for (int i = 0; i < added.count; i++)
        *list_add(&causes, arena) = added.items[i];
    return causes;
}

struct cell measured_change(const struct comparison *comparison, const struct measured *before,
                            const struct measured *after, int column, int figure)
{
    int at = column * comparison->figures.count + figure;
    struct cell was = before->cells[at], is = after->cells[at];
    /* The unknowns of two projects are numbered each for itself: no union. */
    return (struct cell){ is.amount - was.amount, was.needs ? was.needs : is.needs };
}
