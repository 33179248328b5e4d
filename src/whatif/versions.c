#include <medfin/whatif/versions.h>

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/sort.h>
#include <medfin/model/census.h>
#include <medfin/model/stated_values.h>

/* What one path is in each version; NULL: it says nothing of it. */
struct slot {
    int layer, section; /* of the header that it stands behind, by number */
    const struct statement *was, *is;
    bool is_now; /* the later one holds already */
};

struct steps {
    const struct comparison *comparison;
    const struct scenario_case *to;
    struct years years;
    struct arena *arena;
    LIST(struct slot) slots;
    cause_list causes;
    struct measured before;
    LIST(const struct statement *) changed; /* since that was measured */
    const struct statement *table; /* a table that is another since then, by the value that names it; or NULL */
    bool says;                     /* some of them may change a figure */
};

/* What the rows of its tables say stands among the rest, so that each value is one of its own. Ledgers, populations and
   tables of many rows stay whole. */
static struct scenario_case spread_out(const struct scenario_case *version, struct arena *arena)
{
    enum { MOST_IN_ROWS = 20000 };
    struct scenario_case spread = { 0 };
    for (int i = 0; i < version->statements.count; i++) {
        const struct statement *statement = &version->statements.items[i];
        const struct table_rows *rows = statement->rows;
        struct statement *added = list_add(&spread.statements, arena);
        *added = *statement;
        if (rows && !rows->book && !rows->census && rows->said.count <= MOST_IN_ROWS) {
            struct table_rows *bare = arena_take(arena, 1, sizeof *bare);
            *bare = *rows;
            bare->said = (statement_list){ 0 };
            added->rows = bare;
            for (int r = 0; r < rows->said.count; r++)
                *list_add(&spread.statements, arena) = rows->said.items[r];
        }
        if (i < version->settings)
            spread.settings = spread.statements.count;
    }
    return spread;
}

/* Paths are unique in a layer, but for what a file says twice. */
static const char *slot_name(const struct statement *statement, struct names *seen, struct arena *arena)
{
    const char *name = arena_text(arena, "%d %s%s%s", statement->layer, statement_path(arena, statement, LANGUAGE_EN),
                                  statement->rows ? " rows" : "", statement->key ? "." : "");
    int *count = names_number(seen, name, arena);
    return (*count)++ ? arena_text(arena, "%s %d", name, *count) : name;
}

/* A number behind each name of the version's statements, from 1. */
static struct names numbered(const struct scenario_case *version, const char **names, struct arena *arena)
{
    struct names seen = { 0 }, numbers = { 0 };
    for (int i = 0; i < version->settings; i++) {
        names[i] = slot_name(&version->statements.items[i], &seen, arena);
        *names_number(&numbers, names[i], arena) = i + 1;
    }
    return numbers;
}

static int by_section(const void *left, const void *right)
{
    const struct slot *one = left, *other = right;
    if (one->layer != other->layer)
        return one->layer < other->layer ? -1 : 1;
    return (one->section > other->section) - (one->section < other->section);
}

/* Every path of the two, in the order of the later one; a section that it has no more stands last in its layer, and a
   value last in its section. */
static void find_slots(struct steps *steps, const struct scenario_case *from)
{
    struct arena *arena = steps->arena;
    const statement_list *old = &from->statements, *now = &steps->to->statements;
    const char **old_names = arena_take(arena, (size_t)from->settings + 1, sizeof *old_names);
    const char **names = arena_take(arena, (size_t)steps->to->settings + 1, sizeof *names);
    const struct names olds = numbered(from, old_names, arena), news = numbered(steps->to, names, arena);
    int *sections = arena_take(arena, (size_t)steps->to->settings + 1, sizeof *sections), section = 0;
    for (int i = 0; i < steps->to->settings; i++) {
        const int number = names_find(&olds, names[i]);
        section += !now->items[i].key;
        sections[i] = section;
        *list_add(&steps->slots, arena) =
            (struct slot){ now->items[i].layer, section, number ? &old->items[number - 1] : NULL, &now->items[i],
                           false };
    }
    int last = 0;
    for (int i = 0; i < from->settings; i++) {
        const int number = names_find(&news, old_names[i]);
        if (!old->items[i].key)
            last = number ? sections[number - 1] : ++section;
        if (!number)
            *list_add(&steps->slots, arena) = (struct slot){ old->items[i].layer, last, &old->items[i], NULL, false };
    }
    sort_list(&steps->slots, by_section, arena);
}

static bool is_same_value(const struct statement *one, const struct statement *other, struct arena *arena)
{
    if (one->operation != other->operation || one->broken || other->broken)
        return false;
    if (!one->key)
        return true;
    const char *text = value_text(arena, &one->value, one->key->words, LANGUAGE_EN);
    return strcmp(text, value_text(arena, &other->value, other->key->words, LANGUAGE_EN)) == 0;
}

/* Whether the tables say the same, row by row. */
static bool is_same_table(const struct table_rows *one, const struct table_rows *other, struct arena *arena)
{
    const struct census *census = one->census, *others = other->census;
    if (one->said.count != other->said.count || !census != !others)
        return false;
    if (census && (census->file->size != others->file->size ||
                   memcmp(census->file->bytes, others->file->bytes, census->file->size) != 0))
        return false;
    for (int i = 0; i < one->said.count; i++) {
        const struct statement *mine = &one->said.items[i], *its = &other->said.items[i];
        if (mine->key != its->key || mine->at != its->at || strcmp(mine->id, its->id) != 0 ||
            !is_same_value(mine, its, arena))
            return false;
    }
    return true;
}

static bool differs(const struct slot *slot, struct arena *arena)
{
    if (!slot->was || !slot->is)
        return true;
    if (slot->is->rows && slot->was->rows)
        return !is_same_table(slot->was->rows, slot->is->rows, arena);
    return !is_same_value(slot->was, slot->is, arena);
}

/* What holds now, with what is set on the spot. */
static bool measure(const struct steps *steps, struct measured *measured)
{
    statement_list list = { 0 };
    for (int i = 0; i < steps->slots.count; i++) {
        const struct slot *slot = &steps->slots.items[i];
        const struct statement *holds = slot->is_now ? slot->is : slot->was;
        if (holds)
            *list_add(&list, steps->arena) = *holds;
    }
    for (int i = steps->to->settings; i < steps->to->statements.count; i++)
        *list_add(&list, steps->arena) = steps->to->statements.items[i];
    return compare_measure(steps->comparison, &list, steps->years, measured, steps->arena);
}

/* The value that names a table stands before it. */
static const struct statement *naming(const struct steps *steps, int at)
{
    for (int i = at; i >= 0; i--) {
        const struct slot *slot = &steps->slots.items[i];
        const struct statement *statement = slot->is ? slot->is : slot->was;
        if (statement->key && (statement->key->kind == VALUE_FILE || strcmp(statement->key->name, "files") == 0))
            return statement;
    }
    return NULL;
}

/* A step, if what has changed makes a project, and is no word alone. */
static void close_step(struct steps *steps, bool is_rest)
{
    struct cause cause = { .before = steps->before, .is_rest = is_rest };
    if (!steps->says || !measure(steps, &cause.after))
        return;
    for (int i = 0; i < steps->changed.count; i++)
        if (states_figure(steps->changed.items[i]))
            cause_add_value(&cause, steps->changed.items[i], steps->arena);
    if (steps->table)
        *list_add(&cause.values, steps->arena) =
            (struct changed_value){ steps->table, project_fact(cause.before.project, steps->table, steps->arena),
                                    project_fact(cause.after.project, steps->table, steps->arena) };
    if (!cause.values.count)
        return;
    cause_put_figure_first(&cause);
    cause.is_rest = is_rest && cause.values.count > 1;
    *list_add(&steps->causes, steps->arena) = cause;
    steps->before = cause.after;
    steps->changed.count = 0;
    steps->table = NULL;
    steps->says = false;
}

static void take(struct steps *steps, int at)
{
    struct slot *slot = &steps->slots.items[at];
    const struct statement *statement = slot->is ? slot->is : slot->was;
    if (differs(slot, steps->arena)) {
        *list_add(&steps->changed, steps->arena) = statement;
        steps->table = statement->rows ? naming(steps, at) : steps->table;
        steps->says = steps->says || statement->rows || states_figure(statement);
    }
    slot->is_now = true;
}

/* The whole section goes: what is left of it alone would be none. */
static bool goes_on(const struct steps *steps, int at)
{
    const struct slot *slot = &steps->slots.items[at], *next = slot + 1;
    int header = at;
    while (header > 0 && steps->slots.items[header - 1].section == slot->section)
        header--;
    return at + 1 < steps->slots.count && next->section == slot->section && !steps->slots.items[header].is;
}

cause_list compare_versions(const struct comparison *comparison, const struct scenario_case *from,
                            const struct scenario_case *to, struct years years, struct arena *arena)
{
    const struct scenario_case was = spread_out(from, arena), is = spread_out(to, arena);
    struct steps steps = { .comparison = comparison, .to = &is, .years = years, .arena = arena };
    const int most = compare_most_steps(&to->statements);
    if (!compare_measure(comparison, &from->statements, years, &steps.before, arena))
        return steps.causes;
    find_slots(&steps, &was);
    for (int i = 0; i < steps.slots.count; i++) {
        if (!steps.slots.items[i].is)
            continue;
        take(&steps, i);
        if (steps.causes.count + 1 < most)
            close_step(&steps, false);
    }
    for (int i = 0; i < steps.slots.count; i++) {
        if (steps.slots.items[i].is)
            continue;
        take(&steps, i);
        if (steps.causes.count + 1 < most && !goes_on(&steps, i))
            close_step(&steps, false);
    }
    close_step(&steps, steps.changed.count > 0);
    return steps.causes;
}
