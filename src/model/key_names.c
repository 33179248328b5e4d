#include <medfin/model/key_names.h>

#include <string.h>

#include <medfin/model/section.h>

bool sections_hold(const enum section_id *sections, enum section_id section)
{
    for (; sections && *sections != SECTION_COUNT; sections++)
        if (*sections == section)
            return true;
    return false;
}

bool key_is_of(const struct key *key, enum section_id section)
{
    return section == SECTION_COUNT ? !key->sections : sections_hold(key->sections, section);
}

static enum section_id section_behind(enum section_id section)
{
    return section == SECTION_COUNT ? (enum section_id)0 : (enum section_id)(section + 1);
}

bool section_key_next(struct section_key *at)
{
    int next = at->key ? (int)(at->key - key_rows) + 1 : 0;
    do {
        for (int i = next; i < key_count; i++)
            if (key_is_of(&key_rows[i], at->section)) {
                at->key = &key_rows[i];
                return true;
            }
        next = 0;
        at->section = section_behind(at->section);
    } while (at->section != SECTION_COUNT);
    return false;
}

const char *key_default_name(const struct key *key, enum section_id section)
{
    return key->default_category ? section_rows[section].category : NULL;
}

static bool belongs(const struct key *key, enum section_id section)
{
    return !key->sections || sections_hold(key->sections, section);
}

/* Whether the written name is this key's, with its date. */
static bool matches(const struct key *key, const char *name, month *at)
{
    size_t word = strlen(key->name);
    *at = -1;
    switch (key->date) {
    case DATE_NONE:
        return strcmp(name, key->name) == 0;
    case DATE_YEAR:
    case DATE_MONTH:
        return date_read(name, key->date == DATE_YEAR, at);
    case DATE_SUFFIX_YEAR:
    case DATE_SUFFIX_MONTH:
        return strncmp(name, key->name, word) == 0 && name[word] == '.' &&
               date_read(name + word + 1, key->date == DATE_SUFFIX_YEAR, at);
    case DATE_PATHS:
        return strchr(name, ',') && strchr(name, '.');
    }
    return false;
}

const struct key *key_find(enum section_id section, const char *name, month *at)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        /* A letter tells most keys apart sooner than their sections do. */
        bool may_match = !*key->name || *key->name == *name;
        if (may_match && belongs(key, section) && matches(key, name, at))
            return key;
    }
    *at = -1;
    return NULL;
}

const char *key_form(struct arena *arena, const struct key *key)
{
    static const char *const forms[] = { [DATE_NONE] = "",
                                         [DATE_YEAR] = "YYYY",
                                         [DATE_MONTH] = "YYYY-MM",
                                         [DATE_SUFFIX_YEAR] = ".YYYY",
                                         [DATE_SUFFIX_MONTH] = ".YYYY-MM",
                                         [DATE_PATHS] = "PATH, PATH" };
    return arena_text(arena, "%s%s", key->name, forms[key->date]);
}

const char *const *key_names(enum section_id section, struct arena *arena)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < key_count; i++)
        if (belongs(&key_rows[i], section) && *key_rows[i].name)
            *list_add(&names, arena) = key_rows[i].name;
    *list_add(&names, arena) = NULL;
    return names.items;
}

const char *const *section_names(struct arena *arena)
{
    const char **names = arena_take(arena, SECTION_COUNT + 1, sizeof *names);
    for (int i = 0; i < SECTION_COUNT; i++)
        names[i] = section_rows[i].name;
    return names;
}

const struct key *key_of_field(const struct section *section, const struct fact *fact)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_its = key_is_of(key, section->kind) || key_is_of(key, SECTION_COUNT);
        if (is_its && key->date == DATE_NONE && (const char *)section + key->offset == (const char *)fact)
            return key;
    }
    return NULL;
}

enum section_id section_find(const char *name)
{
    int i = 0;
    while (i < SECTION_COUNT && strcmp(section_rows[i].name, name) != 0)
        i++;
    return (enum section_id)i;
}
