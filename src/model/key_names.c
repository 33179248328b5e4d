/* Finding keys and sections by the names that users write. */

#include <medfin/model/keys.h>

#include <string.h>

static bool belongs(const struct key *key, enum section_id section)
{
    return key->section == section || key->section == SECTION_COUNT;
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
    for (int i = 0; i < key_count; i++)
        if (belongs(&key_rows[i], section) && matches(&key_rows[i], name, at))
            return &key_rows[i];
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

enum section_id section_find(const char *name)
{
    int i = 0;
    while (i < SECTION_COUNT && strcmp(section_rows[i].name, name) != 0)
        i++;
    return (enum section_id)i;
}
