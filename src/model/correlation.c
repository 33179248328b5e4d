#include <medfin/model/correlation.h>

#include <string.h>

/* The number of the uncertain value that a path names; −1 for none. */
static int value_of(const struct figure_list *uncertain, const char *path, struct arena *arena)
{
    for (int i = 0; i < uncertain->count; i++)
        if (strcmp(statement_path(arena, uncertain->items[i].fact->by, LANGUAGE_EN), path) == 0)
            return i;
    return -1;
}

static const char *trimmed(struct arena *arena, const char *from, size_t size)
{
    while (size && *from == ' ')
        from++, size--;
    while (size && from[size - 1] == ' ')
        size--;
    return arena_copy(arena, from, size);
}

/* The two paths of a pair: what stands before the comma and behind it. */
static void paths_of(const struct fact *pair, const char *paths[2], struct arena *arena)
{
    const char *text = pair->by->paths, *comma = strchr(text, ',');
    paths[0] = trimmed(arena, text, (size_t)(comma - text));
    paths[1] = trimmed(arena, comma + 1, strlen(comma + 1));
}

static struct correlated_pair pair_of(const struct fact *pair, const struct figure_list *uncertain, struct arena *arena)
{
    const char *paths[2];
    paths_of(pair, paths, arena);
    return (struct correlated_pair){ .a = value_of(uncertain, paths[0], arena),
                                     .b = value_of(uncertain, paths[1], arena),
                                     .correlation = pair->value.number,
                                     .fact = pair };
}

static const struct series *stated_pairs(const struct project *project)
{
    static const struct series none;
    const struct section_list *list = &project->of[SECTION_CORRELATION];
    return list->count ? &((const struct correlation *)list->items[0])->pairs : &none;
}

/* The place of a path among those that are fixed, where it is put if it is new. */
static int fixed_number(struct pair_list *pairs, const char *path, struct arena *arena)
{
    for (int i = 0; i < pairs->fixed.count; i++)
        if (strcmp(pairs->fixed.items[i], path) == 0)
            return i;
    *list_add(&pairs->fixed, arena) = path;
    return pairs->fixed.count - 1;
}

struct pair_list project_correlations(const struct project *project, const struct figure_list *uncertain,
                                      struct arena *arena)
{
    struct pair_list pairs = { 0 };
    const struct series *stated = stated_pairs(project);
    for (int i = 0; i < stated->count; i++) {
        struct correlated_pair pair = pair_of(&stated->items[i].fact, uncertain, arena);
        const char *paths[2];
        paths_of(pair.fact, paths, arena);
        pair.a = pair.a >= 0 ? pair.a : uncertain->count + fixed_number(&pairs, paths[0], arena);
        pair.b = pair.b >= 0 ? pair.b : uncertain->count + fixed_number(&pairs, paths[1], arena);
        *list_add(&pairs, arena) = pair;
    }
    return pairs;
}

/* Whether any layer states the value with its uncertainty. What is read on top may make it certain
   or leave out its section, and says nothing of what it moved together with. */
static bool was_uncertain(const struct statement *statements, int count, const char *path, struct arena *arena)
{
    for (int i = 0; i < count; i++) {
        const struct statement *statement = &statements[i];
        const statement_list *in_rows = statement->rows ? &statement->rows->said : NULL;
        if (in_rows && was_uncertain(in_rows->items, in_rows->count, path, arena))
            return true;
        if (statement->key && statement->value.spread &&
            strcmp(statement_path(arena, statement, LANGUAGE_EN), path) == 0)
            return true;
    }
    return false;
}

/* A path has to name a value that is drawn, or was until something was read on top. */
static bool check_paths(const struct correlated_pair *pair, const struct statement *statements, int count,
                        struct arena *arena, struct diags *diags)
{
    const char *paths[2];
    paths_of(pair->fact, paths, arena);
    for (int side = 0; side < 2; side++)
        if ((side ? pair->b : pair->a) < 0 && !was_uncertain(statements, count, paths[side], arena))
            diag_add(diags, DIAG_CORRELATION_PATH, pair->fact->by->key_place, ARGS(arg_text(paths[side])));
    if (pair->a >= 0 && pair->a == pair->b)
        diag_add(diags, DIAG_CORRELATION_ITSELF, pair->fact->by->key_place, ARGS(arg_text(paths[0])));
    return pair->a >= 0 && pair->b >= 0 && pair->a != pair->b;
}

static bool is_of_same(const struct correlated_pair *a, const struct correlated_pair *b)
{
    return (a->a == b->a && a->b == b->b) || (a->a == b->b && a->b == b->a);
}

void project_correlations_check(const struct project *project, const struct statement *statements, int count,
                                struct arena *arena, struct diags *diags)
{
    const struct series *stated = stated_pairs(project);
    /* Each goes with the square of how many values there are, and all of them with its cube. */
    enum { MOST_PAIRS = 1000 };
    if (!stated->count)
        return;
    if (stated->count > MOST_PAIRS) {
        diag_add(diags, DIAG_CORRELATIONS_MANY, stated->items[MOST_PAIRS].fact.by->key_place,
                 ARGS(arg_count(MOST_PAIRS)));
        return;
    }
    const struct figure_list uncertain = project_uncertain(project, arena);
    struct pair_list pairs = { 0 };
    for (int i = 0; i < stated->count; i++) {
        const struct correlated_pair pair = pair_of(&stated->items[i].fact, &uncertain, arena);
        if (!check_paths(&pair, statements, count, arena, diags))
            continue;
        for (int j = 0; j < pairs.count; j++)
            if (is_of_same(&pairs.items[j], &pair))
                diag_add(diags, DIAG_CORRELATION_TWICE, pair.fact->by->key_place,
                         ARGS(arg_place(pairs.items[j].fact->by->key_place)));
        *list_add(&pairs, arena) = pair;
    }
}
