#include "mapping.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/model/words.h>

static bool is_key(const struct statement *statement, enum section_id section, const char *key)
{
    return statement->section == section && statement->key && strcmp(statement->key->name, key) == 0;
}

const struct statement *said_last(const statement_list *statements, int layer, enum section_id section, const char *id,
                                  const char *key)
{
    for (int i = statements->count - 1; i >= 0; i--) {
        const struct statement *statement = &statements->items[i];
        bool is_it = is_key(statement, section, key) && (!id || strcmp(statement->id, id) == 0);
        if (is_it && statement->layer <= layer && !statement->broken)
            return statement->operation == OPERATION_SET ? statement : NULL;
    }
    return NULL;
}

static bool may_be_booked(enum section_id section)
{
    return section_rows[section].costs || section_rows[section].pays || section == SECTION_CATEGORY;
}

/* What a name may stand for, while the statements are gone through. */
struct search {
    const char *id;
    enum section_id only; /* SECTION_COUNT: any */
    enum section_id found;
    const char *found_id;
    int matches;
};

static void try_section(struct search *search, enum section_id section, const char *id)
{
    bool is_it = may_be_booked(section) && (search->only == SECTION_COUNT || search->only == section) &&
                 strcmp(id, search->id) == 0;
    bool is_known = search->matches && search->found == section && strcmp(search->found_id, id) == 0;
    if (!is_it || is_known)
        return;
    search->found = section;
    search->found_id = id;
    search->matches++;
}

static void try_all(struct search *search, const statement_list *statements)
{
    for (int i = 0; i < built_in_category_count; i++)
        try_section(search, SECTION_CATEGORY, built_in_categories[i].id);
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        const statement_list *said = statement->rows && !statement->rows->census ? &statement->rows->said : NULL;
        if (!statement->key && !statement->rows)
            try_section(search, statement->section, statement->id);
        for (int k = 0; said && k < said->count; k++)
            if (!said->items[k].key)
                try_section(search, said->items[k].section, said->items[k].id);
    }
}

/* A built-in category goes by its Swedish name where nothing else has it. */
static void try_swedish(struct search *search)
{
    bool may_be = search->only == SECTION_COUNT || search->only == SECTION_CATEGORY;
    const char *category = may_be && !search->matches ? category_built_in(search->id) : NULL;
    if (!category)
        return;
    search->id = category;
    try_section(search, SECTION_CATEGORY, category);
}

static const char *nearest(const struct mapping *mapping, const char *name)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < mapping->statements->count; i++) {
        const struct statement *statement = &mapping->statements->items[i];
        if (statement->key || statement->rows || !may_be_booked(statement->section))
            continue;
        *list_add(&names, mapping->arena) = statement->id;
        *list_add(&names, mapping->arena) =
            arena_text(mapping->arena, "%s.%s", section_rows[statement->section].name, statement->id);
    }
    *list_add(&names, mapping->arena) = NULL;
    return text_nearest(name, names.items, mapping->arena);
}

/* "Övrigt, utan budget", in the project's language. */
static const char *unplanned_title(const struct mapping *mapping, const char *category)
{
    const struct statement *said = said_last(mapping->statements, mapping->layer, SECTION_PROJECT, NULL, "language");
    const bool is_english = said && said->value.number == LANGUAGE_EN;
    const char *word =
        category_built_in(category) ? category_word(category, is_english ? LANGUAGE_EN : LANGUAGE_SV) : category;
    return arena_text(mapping->arena, "%s, %s", text_capital(mapping->arena, word),
                      is_english ? "without a budget" : "utan budget");
}

static int target_add(struct mapping *mapping, const struct search *found)
{
    const char *path = arena_text(mapping->arena, "%s.%s", section_rows[found->found].name, found->found_id);
    for (int i = 0; i < mapping->targets.count; i++)
        if (strcmp(mapping->targets.items[i].path, path) == 0)
            return i;
    bool is_category = found->found == SECTION_CATEGORY;
    *list_add(&mapping->targets, mapping->arena) =
        (struct book_target){ .kind = is_category ? SECTION_COST : (int)found->found,
                              .id = is_category ? arena_text(mapping->arena, "utan-budget-%s", found->found_id)
                                                : found->found_id,
                              .path = path,
                              .category = is_category ? found->found_id : NULL,
                              .title = is_category ? unplanned_title(mapping, found->found_id) : NULL,
                              .is_income = section_rows[found->found].pays };
    return mapping->targets.count - 1;
}

int mapping_target(struct mapping *mapping, const char *name, struct place place)
{
    const char *dot = strchr(name, '.');
    struct search search = { .id = dot ? dot + 1 : name, .only = SECTION_COUNT };
    if (dot)
        search.only = section_find(arena_copy(mapping->arena, name, (size_t)(dot - name)));
    if (!dot || search.only != SECTION_COUNT)
        try_all(&search, mapping->statements);
    try_swedish(&search);
    if (search.matches == 1)
        return target_add(mapping, &search);
    if (search.matches)
        diag_add(mapping->diags, DIAG_AMBIGUOUS_NAME, place, ARGS(arg_text(name)));
    else
        diag_add(mapping->diags, DIAG_NOT_BOOKED_ON, place, ARGS(arg_text(name), arg_text(nearest(mapping, name))));
    return BOOK_UNMAPPED;
}

/* "70.7:12": the beginning of an account, and the object that a row must carry. */
static bool prefix_read(struct mapping *mapping, const char *text, struct book_rule *rule)
{
    size_t digits = strspn(text, "0123456789");
    const char *rest = text + digits, *colon = strchr(rest, ':');
    rule->prefix = arena_copy(mapping->arena, text, digits);
    if (!digits || (*rest && (*rest != '.' || !colon || colon == rest + 1 || !colon[1])))
        return false;
    if (*rest) {
        rule->dimension = arena_copy(mapping->arena, rest + 1, (size_t)(colon - rest - 1));
        rule->object = text_tidy(mapping->arena, colon + 1);
    }
    return true;
}

static bool is_ignored(const char *name)
{
    return text_same(name, "ignore") || text_same(name, "bortse");
}

static const struct book_rule *rule_same(const struct mapping *mapping, const struct book_rule *rule)
{
    for (int i = 0; i < mapping->rules.count; i++) {
        const struct book_rule *other = &mapping->rules.items[i];
        bool is_object = rule->object && other->object
                             ? text_same(rule->object, other->object) && strcmp(rule->dimension, other->dimension) == 0
                             : !rule->object && !other->object;
        if (is_object && strcmp(other->prefix, rule->prefix) == 0)
            return other;
    }
    return NULL;
}

/* `70: staff.pl`; what stands before the last colon is the account. */
static void rule_read(struct mapping *mapping, const char *line, struct place place)
{
    const char *colon = strrchr(line, ':');
    struct book_rule rule = { .place = place };
    const char *name = colon ? text_tidy(mapping->arena, colon + 1) : "";
    if (!colon || !*name ||
        !prefix_read(mapping, text_tidy(mapping->arena, arena_copy(mapping->arena, line, (size_t)(colon - line))),
                     &rule)) {
        diag_add(mapping->diags, DIAG_MAP_FORM, place, ARGS(arg_text(text_tidy(mapping->arena, line))));
        return;
    }
    const struct book_rule *same = rule_same(mapping, &rule);
    if (same) {
        diag_add(mapping->diags, DIAG_MAP_TWICE, place, ARGS(arg_text(rule.prefix), arg_place(same->place)));
        return;
    }
    rule.target = is_ignored(name) ? BOOK_IGNORED : mapping_target(mapping, name, place);
    *list_add(&mapping->rules, mapping->arena) = rule;
}

/* The lines of a value as they stand in the file, each with its place; comments are none of it. */
static void rules_read(struct mapping *mapping, const struct statement *map)
{
    const char *at = map->value.text, *bytes = map->place.source->bytes;
    size_t searched = map->place.offset, end = searched + map->place.size;
    while (*at) {
        size_t size = strcspn(at, "\n");
        const char *line = arena_copy(mapping->arena, at, size), *tidy = text_tidy(mapping->arena, line);
        size_t length = strlen(tidy), from = searched;
        while (length && from + length <= end && memcmp(bytes + from, tidy, length) != 0)
            from++;
        bool is_found = length && from + length <= end;
        if (is_found)
            searched = from + length;
        if (length)
            rule_read(mapping, line, is_found ? place_at(map->place.source, from, length) : map->place);
        at += size + (at[size] == '\n');
    }
}

static void projects_read(struct mapping *mapping)
{
    const struct statement *project = said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "project");
    for (int i = 0; project && i < project->value.count; i++) {
        const char *name = project->value.names[i], *colon = strchr(name, ':');
        if (text_same(name, "all") || text_same(name, "alla"))
            mapping->book.is_all = true;
        else if (!colon || colon == name || !colon[1])
            diag_add(mapping->diags, DIAG_PROJECT_FORM, project->place, ARGS(arg_text(name)));
        else
            *list_add(&mapping->projects, mapping->arena) =
                (struct ledger_object){ arena_copy(mapping->arena, name, (size_t)(colon - name)),
                                        text_tidy(mapping->arena, colon + 1), "" };
    }
    mapping->book.is_all = mapping->book.is_all || !project;
}

void mapping_read(struct mapping *mapping)
{
    const struct statement *named = said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "accounts");
    const struct statement *date = said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "date");
    const struct statement *map =
        named ? said_last(mapping->statements, mapping->layer, SECTION_ACCOUNTS, named->value.names[0], "map") : NULL;
    if (map)
        rules_read(mapping, map);
    projects_read(mapping);
    mapping->book.by_row = date && date->value.number == BOOKED_BY_ROW;
}
