#include <medfin/versions/manifest.h>

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/versions/digest.h>

#include "parts.h"

void entry_add(entry_list *entries, enum manifest_part part, const char *key, const char *value, struct arena *arena)
{
    *list_add(entries, arena) = (struct manifest_entry){ .part = part, .key = key, .value = value };
}

int entry_compare(const struct manifest_entry *one, const struct manifest_entry *other)
{
    if (one->part != other->part)
        return one->part < other->part ? -1 : 1;
    int files = one->file ? strcmp(one->file, other->file) : 0;
    int keys = files ? files : strcmp(one->key, other->key);
    return keys ? keys : (one->same > other->same) - (one->same < other->same);
}

static int compare(const void *one, const void *other)
{
    return entry_compare(one, other);
}

void entries_sort(entry_list *entries, struct arena *arena)
{
    struct names seen = { 0 };
    for (int i = 0; i < entries->count; i++) {
        struct manifest_entry *entry = &entries->items[i];
        const char *name =
            arena_text(arena, "%d\n%s\n%s", (int)entry->part, entry->file ? entry->file : "", entry->key);
        entry->same = (*names_number(&seen, name, arena))++;
    }
    sort_list(entries, compare, arena);
}

const char *manifest_head(const entry_list *entries, const char *key)
{
    for (int i = 0; i < entries->count && entries->items[i].part == PART_HEAD; i++)
        if (strcmp(entries->items[i].key, key) == 0)
            return entries->items[i].value;
    return NULL;
}

/* A line holds one entry, whose key ends at the first " = ". */
static void add_escaped(struct text *out, const char *text, bool is_key)
{
    const char *const first = text, *const end = text + strlen(text);
    while (text < end) {
        const unsigned char byte = (unsigned char)*text;
        const size_t step = text_step(text, (size_t)(end - text));
        const bool is_letter = byte >= ' ' && byte != '\\' && (byte < 0x80 || step > 1);
        const bool is_mark = is_key && (byte == '=' || byte == ']' || (text == first && (byte == '[' || byte == ';')));
        if (is_letter && !is_mark) {
            text_add_bytes(out, text, step);
            text += step;
        } else {
            text_addf(out, "\\%02x", (unsigned)byte);
            text++;
        }
    }
}

static bool is_same_file(const struct manifest_entry *one, const struct manifest_entry *other)
{
    return one->file && other->file ? strcmp(one->file, other->file) == 0 : !one->file && !other->file;
}

const char *manifest_text(const entry_list *entries, const char *about, struct arena *arena)
{
    struct text out = text_new(arena);
    text_addf(&out, "%s", about);
    for (int i = 0; i < entries->count; i++) {
        const struct manifest_entry *entry = &entries->items[i], *before = i ? &entries->items[i - 1] : NULL;
        if (!before || before->part != entry->part || !is_same_file(before, entry)) {
            text_addf(&out, "\n[%s%s", part_rows[entry->part].name, entry->file ? " " : "");
            add_escaped(&out, entry->file ? entry->file : "", true);
            text_add(&out, "]\n");
        }
        add_escaped(&out, entry->key, true);
        text_add(&out, " = ");
        add_escaped(&out, entry->value, false);
        text_add(&out, "\n");
    }
    text_add(&out, "\n");
    const char *seal = digest_of(arena, out.bytes, out.size);
    text_addf(&out, "%s%s\n", manifest_seal, seal);
    return out.bytes;
}
