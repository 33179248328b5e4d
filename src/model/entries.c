/* Sections in the making, found by kind and id. */

#include "build.h"

#include <assert.h>
#include <string.h>

#include <medfin/base/names.h>

static struct entry **bucket_of(const struct build *build, const char *id)
{
    return &build->buckets[name_hash(id) & (build->bucket_count - 1)];
}

void make_buckets(struct build *build, int sections)
{
    enum { LEAST_BUCKETS = 64 };
    build->bucket_count = LEAST_BUCKETS;
    while (build->bucket_count < (size_t)sections)
        build->bucket_count *= 2;
    build->buckets = arena_take(build->arena, build->bucket_count, sizeof *build->buckets);
}

struct entry *entry_first(const struct build *build, const char *id)
{
    struct entry *entry = *bucket_of(build, id);
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
    struct entry **bucket = bucket_of(build, id);
    entry->kind = kind;
    entry->id = id;
    entry->next = *bucket;
    *bucket = entry;
    *list_add(&build->entries, build->arena) = entry;
    return entry;
}

void find_keys(struct build *build)
{
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);)
        *list_add(at.section == SECTION_COUNT ? &build->common : &build->keys[at.section], build->arena) = at.key;
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
