/* Sections in the making, found by kind and id. */

#include "build.h"

#include <assert.h>
#include <string.h>

/* FNV-1a (Fowler, Noll and Vo). */
static uint32_t bucket_of(const char *id)
{
    uint32_t hash = UINT32_C(2166136261);
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * UINT32_C(16777619);
    return hash % ENTRY_BUCKETS;
}

struct entry *entry_first(const struct build *build, const char *id)
{
    struct entry *entry = build->buckets[bucket_of(id)];
    while (entry && strcmp(entry->id, id) != 0)
        entry = entry->next;
    return entry;
}

struct entry *entry_next(const struct entry *entry)
{
    struct entry *next = entry->next;
    while (next && strcmp(next->id, entry->id) != 0)
        next = next->next;
    return next;
}

struct entry *entry_find(const struct build *build, enum section_id kind, const char *id)
{
    struct entry *entry = entry_first(build, id);
    while (entry && entry->kind != kind)
        entry = entry_next(entry);
    return entry;
}

struct entry *entry_add(struct build *build, enum section_id kind, const char *id)
{
    struct entry *entry = arena_take(build->arena, 1, sizeof *entry);
    struct entry **bucket = &build->buckets[bucket_of(id)];
    entry->kind = kind;
    entry->id = id;
    entry->next = *bucket;
    *bucket = entry;
    *list_add(&build->entries, build->arena) = entry;
    return entry;
}

void find_keys(struct build *build)
{
    for (int i = 0; i < key_count; i++) {
        enum section_id section = key_rows[i].section;
        struct key_range *range = section == SECTION_COUNT ? &build->common : &build->keys[section];
        assert(!range->end || range->end == i);
        range->first = range->end ? range->first : i;
        range->end = i + 1;
    }
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

struct setting *setting_find(const struct entry *entry, const struct key *key, month at, const char *paths)
{
    for (int i = 0; i < entry->settings.count; i++) {
        struct setting *setting = &entry->settings.items[i];
        if (setting->key == key && setting->at == at && is_same_text(setting->by->paths, paths))
            return setting;
    }
    return NULL;
}

const struct setting *entry_setting(const struct entry *entry, const char *key)
{
    month at;
    const struct key *row = key_find(entry->kind, key, &at);
    return setting_find(entry, row, at, NULL);
}
