#include "drafts.h"

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/model/key_names.h>

static struct draft **bucket_of(const struct build *build, const char *id)
{
    return &build->buckets[name_hash(id) & (build->bucket_count - 1)];
}

void make_buckets(struct build *build, int sections)
{
    enum { LEAST_BUCKETS = 64 };
    build->bucket_count = LEAST_BUCKETS;
    while (build->bucket_count < (size_t)sections)
        build->bucket_count *= 2;
    build->buckets = arena_take(build->scratch, build->bucket_count, sizeof *build->buckets);
}

struct draft *draft_first(const struct build *build, const char *id)
{
    struct draft *draft = *bucket_of(build, id);
    while (draft && strcmp(draft->id, id) != 0)
        draft = draft->next;
    return draft;
}

struct draft *draft_next(const struct draft *draft)
{
    struct draft *next = draft->next;
    while (next && strcmp(next->id, draft->id) != 0)
        next = next->next;
    return next;
}

struct draft *draft_find(const struct build *build, enum section_id kind, const char *id)
{
    struct draft *draft = draft_first(build, id);
    while (draft && draft->kind != kind)
        draft = draft_next(draft);
    return draft;
}

struct draft *draft_add(struct build *build, enum section_id kind, const char *id)
{
    struct draft *draft = arena_take(build->scratch, 1, sizeof *draft);
    struct draft **bucket = bucket_of(build, id);
    build->has[kind] = true;
    draft->kind = kind;
    draft->id = id;
    draft->next = *bucket;
    *bucket = draft;
    *list_add(&build->drafts, build->scratch) = draft;
    return draft;
}

static const struct fact *fallback_new(struct arena *arena, const struct key *key, enum section_id kind)
{
    struct fact *fact = arena_take(arena, 1, sizeof *fact);
    fact->value = (struct value){ .kind = key->kind, .number = key->fallback, .second = key->fallback_second };
    fact->unknown = -1;
    const char *named = key_default_name(key, kind);
    if (named) {
        const char **name = arena_take(arena, 1, sizeof *name);
        *name = named;
        fact->value.names = name;
        fact->value.count = 1;
    }
    return fact;
}

static void add_key(struct build *build, enum section_id kind, const struct key *key)
{
    if (!build->has[kind])
        return;
    struct build_key *added = list_add(&build->keys[kind], build->arena);
    added->key = key;
    added->fallback = key->date == DATE_NONE ? fallback_new(build->arena, key, kind) : NULL;
}

void find_keys(struct build *build)
{
    for (int k = 0; k < key_count; k++)
        for (int kind = 0; kind < SECTION_COUNT && !key_rows[k].sections; kind++)
            add_key(build, (enum section_id)kind, &key_rows[k]);
    for (int k = 0; k < key_count; k++)
        for (const enum section_id *of = key_rows[k].sections; of && *of != SECTION_COUNT; of++)
            add_key(build, *of, &key_rows[k]);
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

struct setting *setting_find(const struct draft *draft, const struct key *key, month at, const char *paths)
{
    for (int i = 0; i < draft->settings.count; i++) {
        struct setting *setting = &draft->settings.items[i];
        if (setting->key == key && setting->at == at && is_same_text(setting->by->paths, paths))
            return setting;
    }
    return NULL;
}

const struct setting *draft_setting(const struct draft *draft, const char *key)
{
    month at;
    const struct key *row = key_find(draft->kind, key, &at);
    return setting_find(draft, row, at, NULL);
}
