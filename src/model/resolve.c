/* Names become the sections that they stand for. */

#include "resolve.h"

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "drafts.h"

struct search {
    const struct build *build;
    const struct key *key;
    const char *name;     /* as written */
    const char *id;       /* behind the dot, if there is one */
    enum section_id only; /* before the dot; SECTION_COUNT: any */
    const struct draft *found;
    int matches;
    bool has_category; /* among them */
};

static bool is_target(const struct key *key, const struct draft *draft)
{
    return sections_hold(key->targets, draft->kind);
}

/* A built-in category goes by either language's name, in any case. */
static bool is_other_name(const struct draft *category, const char *id)
{
    assert(category->section);
    const char *swedish = ((const struct category *)category->section)->swedish;
    return strcmp(category->id, id) != 0 && (text_same(swedish, id) || text_same(category->id, id));
}

static void try_entry(struct search *search, const struct draft *draft)
{
    bool is_other_kind = search->id != search->name && draft->kind != search->only;
    if (!is_target(search->key, draft) || is_other_kind)
        return;
    search->found = draft;
    search->matches++;
    search->has_category = search->has_category || draft->kind == SECTION_CATEGORY;
}

static void look_up(struct search *search)
{
    const char *dot = strchr(search->name, '.');
    search->only = SECTION_COUNT;
    search->id = search->name;
    if (dot) {
        search->only = section_find(arena_copy(search->build->arena, search->name, (size_t)(dot - search->name)));
        search->id = dot + 1;
    }
    const struct build *build = search->build;
    for (const struct draft *draft = draft_first(build, search->id); draft; draft = draft_next(draft))
        try_entry(search, draft);
    for (int i = 0; i < build->built_in; i++)
        if (is_other_name(build->drafts.items[i], search->id))
            try_entry(search, build->drafts.items[i]);
}

/* All that a name of that key may be, in a language, where it is listed rather than looked for. */
static const char *categories_listed(const struct search *search, enum language language)
{
    struct arena *arena = search->build->arena;
    struct text list = text_new(arena);
    for (int i = 0; i < search->build->drafts.count; i++) {
        const struct draft *draft = search->build->drafts.items[i];
        if (draft->kind != SECTION_CATEGORY)
            continue;
        bool is_swedish = i < search->build->built_in && language == LANGUAGE_SV;
        text_addf(&list, "%s%s", list.size ? ", " : "",
                  is_swedish ? ((const struct category *)draft->section)->swedish : draft->id);
    }
    return list.bytes;
}

static const char *nearest_name(const struct search *search)
{
    struct arena *arena = search->build->arena;
    LIST(const char *) names = { 0 };
    for (int i = 0; i < search->build->drafts.count; i++) {
        const struct draft *draft = search->build->drafts.items[i];
        if (!is_target(search->key, draft))
            continue;
        *list_add(&names, arena) = draft->id;
        *list_add(&names, arena) = arena_text(arena, "%s.%s", section_rows[draft->kind].name, draft->id);
    }
    *list_add(&names, arena) = NULL;
    return text_nearest(search->name, names.items, arena);
}

/* The built-in category whose name begins as that one does: "lokal" is no word for a section of one's own. */
static const struct category *nearest_category(const struct search *search)
{
    enum { LEAST_LETTERS = 4 };
    const struct build *build = search->build;
    for (int i = 0; i < build->built_in && strlen(search->name) >= LEAST_LETTERS; i++) {
        const struct draft *draft = build->drafts.items[i];
        const struct category *category =
            draft->kind == SECTION_CATEGORY ? (const struct category *)draft->section : NULL;
        if (category && (text_begins(category->swedish, search->name) || text_begins(search->name, category->swedish) ||
                         text_begins(draft->id, search->name) || text_begins(search->name, draft->id)))
            return category;
    }
    return NULL;
}

static void category_not_found(const struct search *search)
{
    const struct category *near = nearest_category(search);
    diag_keep_as(search->build->diags, near ? DIAG_CATEGORY_NEAR : DIAG_NO_SUCH_CATEGORY,
                 ARGS(arg_text(search->name),
                      arg_either(categories_listed(search, LANGUAGE_EN), categories_listed(search, LANGUAGE_SV)),
                      near ? arg_either(near->section.id, near->swedish) : arg_text("")));
}

/* "cost.resor or category.resor": all that the name may mean. */
static const char *meanings(const struct search *search, enum language language)
{
    struct arena *arena = search->build->arena;
    struct text list = text_new(arena);
    for (int i = 0; i < search->build->drafts.count; i++) {
        const struct draft *draft = search->build->drafts.items[i];
        bool is_named = text_same(draft->id, search->name) ||
                        (i < search->build->built_in && draft->kind == SECTION_CATEGORY && draft->section &&
                         text_same(((const struct category *)draft->section)->swedish, search->name));
        if (!is_target(search->key, draft) || !is_named)
            continue;
        const struct section_row *row = &section_rows[draft->kind];
        text_addf(&list, "%s%s.%s", list.size ? (language == LANGUAGE_SV ? " eller " : " or ") : "",
                  language == LANGUAGE_SV ? row->swedish : row->name, search->name);
    }
    return list.bytes;
}

static void not_found(const struct search *search, struct place place)
{
    const struct key *key = search->key;
    struct diags *diags = search->build->diags;
    if (!diag_counts(diags, DIAG_NO_SUCH_NAME, place))
        return;
    const char *near = nearest_name(search), *dot = strchr(search->name, '.');
    bool is_one_kind = key->targets[1] == SECTION_COUNT;
    if (is_one_kind && key->targets[0] == SECTION_CATEGORY)
        category_not_found(search);
    else if (near || dot || !is_one_kind)
        diag_keep_as(diags, DIAG_NO_SUCH_NAME, ARGS(arg_text(search->name), arg_key(key), arg_text(near)));
    else
        diag_keep_as(diags, DIAG_NO_NAME_NEAR,
                     ARGS(arg_text(search->name), arg_key(key), arg_section(key->targets[0])));
}

/* The section of a name; NULL for an inactive one in a list, and after a fault. */
static const struct section *resolve(struct build *build, const struct key *key, const struct fact *fact,
                                     const struct section *owner, const char *name)
{
    struct search search = { .build = build, .key = key, .name = name };
    look_up(&search);
    struct place place = fact_place(owner, fact);
    if (search.matches == 0)
        not_found(&search, place);
    else if (search.matches > 1)
        diag_add(build->diags, search.has_category ? DIAG_AMBIGUOUS_CATEGORY : DIAG_AMBIGUOUS_NAME, place,
                 ARGS(arg_text(name), arg_either(meanings(&search, LANGUAGE_EN), meanings(&search, LANGUAGE_SV))));
    else if (!search.found->section && key->kind != VALUE_NAMES)
        diag_add(build->diags, DIAG_INACTIVE_NAME, place, ARGS(arg_text(name)));
    else
        return search.found->section;
    return NULL;
}

/* The same fact with the sections that it names, of those that are there. */
static const struct fact *resolved(struct build *build, const struct key *key, const struct fact *fact,
                                   const struct section *owner)
{
    const struct section **sections = arena_take(build->arena, (size_t)fact->value.count, sizeof *sections);
    int found = 0;
    for (int i = 0; i < fact->value.count; i++) {
        const struct section *section = resolve(build, key, fact, owner, fact->value.names[i]);
        if (section)
            sections[found++] = section;
    }
    struct fact with = *fact;
    with.sections = sections;
    with.value.count = found;
    return fact_kept(build, with);
}

static void resolve_key(struct build *build, struct build_key *of, struct section *section)
{
    const struct fact **slot = section_slot(section, of->key);
    if (!(*slot)->value.count)
        return;
    if (*slot == of->fallback) {
        of->resolved = of->resolved ? of->resolved : resolved(build, of->key, of->fallback, section);
        *slot = of->resolved;
    } else {
        *slot = resolved(build, of->key, *slot, section);
    }
}

void resolve_names(struct build *build)
{
    for (int i = 0; i < build->drafts.count; i++) {
        const struct draft *draft = build->drafts.items[i];
        const key_list *keys = &build->keys[draft->kind];
        for (int k = 0; draft->section && k < keys->count; k++)
            if (keys->items[k].key->targets)
                resolve_key(build, &keys->items[k], draft->section);
    }
}
