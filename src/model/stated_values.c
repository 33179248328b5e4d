#include <medfin/model/stated_values.h>

#include <medfin/model/key_names.h>
#include <medfin/model/tariff.h>

/* What a table says of that year, if nothing else speaks of the municipality. */
static const struct fact *listed_fact(const struct section *section, month at, struct arena *arena)
{
    const struct municipality *listed =
        section->kind == SECTION_POPULATION ? ((const struct population *)section)->listed : NULL;
    const struct census_row *counted = listed ? municipality_year(listed, at) : NULL;
    return counted ? census_row_fact(listed, counted, arena) : NULL;
}

const struct fact *project_fact(const struct project *project, const struct statement *named, struct arena *arena)
{
    const struct section *section =
        named->section == SECTION_PROJECT ? &project->section : project_find(project, named->section, named->id);
    if (!section)
        return NULL;
    if (named->key->date != DATE_NONE) {
        const struct fact *stated = series_exactly(section_series(section, named->key), named->at);
        return stated ? stated : listed_fact(section, named->at, arena);
    }
    const struct fact *fact = section_fact(section, named->key);
    return fact_is_stated(fact) || named->key->flags & KEY_HAS_DEFAULT ? fact : NULL;
}

static bool is_figure(const struct fact *fact)
{
    /* Most are words, and what says them lies far away. */
    if (!fact_is_stated(fact) || (!value_kinds[fact->value.kind].is_figure && fact->value.kind != VALUE_FILE))
        return false;
    if (fact->by->key->flags & (KEY_DESCRIBES | KEY_RANKS) || fact->by->from_table)
        return false;
    return fact->by->key->flags & KEY_HOLDS_FIGURES || (value_kinds[fact->value.kind].is_figure && !fact->sections);
}

static bool is_uncertain(const struct fact *fact)
{
    return fact_is_stated(fact) && fact->value.spread;
}

/* Which values are wanted. */
typedef bool fact_test(const struct fact *fact);

static void add_figure(struct figure_list *figures, const struct section *section, const struct fact *fact,
                       fact_test *test, struct arena *arena)
{
    if (test(fact))
        *list_add(figures, arena) = (struct stated_figure){ section, fact };
}

static void add_figures(struct figure_list *figures, const struct section *section, const struct key *key,
                        fact_test *test, struct arena *arena)
{
    if (key->date == DATE_NONE) {
        add_figure(figures, section, section_fact(section, key), test, arena);
        return;
    }
    const struct series *series = section_series(section, key);
    for (int i = 0; i < series->count; i++)
        add_figure(figures, section, &series->items[i].fact, test, arena);
}

/* The keys of a kind of section, ending with NULL: few of all, and asked for by each section. */
static const struct key **own_keys(enum section_id kind, struct arena *arena)
{
    LIST(const struct key *) keys = { 0 };
    for (int k = 0; k < key_count; k++)
        if (key_is_of(&key_rows[k], kind))
            *list_add(&keys, arena) = &key_rows[k];
    *list_add(&keys, arena) = NULL;
    return keys.items;
}

static struct figure_list find(const struct project *project, enum section_id but, fact_test *test, struct arena *arena)
{
    struct figure_list figures = { 0 };
    const struct key **keys[SECTION_COUNT] = { 0 };
    for (int i = 0; i < project->all.count; i++) {
        const struct section *section = project->all.items[i];
        if (!keys[section->kind])
            keys[section->kind] = own_keys(section->kind, arena);
        for (int k = 0; section->kind != but && keys[section->kind][k]; k++)
            add_figures(&figures, section, keys[section->kind][k], test, arena);
    }
    return figures;
}

struct figure_list project_figures(const struct project *project, struct arena *arena)
{
    return find(project, SECTION_RULES, is_figure, arena);
}

struct figure_list project_uncertain(const struct project *project, struct arena *arena)
{
    return find(project, SECTION_COUNT, is_uncertain, arena);
}
