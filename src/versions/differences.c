#include <medfin/versions/differences.h>

#include <string.h>

#include <medfin/base/names.h>

/* Which files are among those that were read. */
static struct names files_of(const entry_list *entries, struct arena *arena)
{
    struct names files = { 0 };
    for (int i = 0; i < entries->count; i++)
        if (entries->items[i].part == PART_FILES)
            *names_number(&files, entries->items[i].key, arena) = 1;
    return files;
}

/* Whether what the entry says is to be told where the other manifest has nothing of it, or something else. */
static bool is_told(const struct manifest_entry *entry, bool was_decided, const struct names *before,
                    const struct names *after)
{
    const bool is_figure = entry->part == PART_FIGURES || entry->part == PART_RULES || entry->part == PART_CHANCES;
    if (!was_decided && is_figure)
        return false;
    return !entry->file || (names_find(before, entry->file) && names_find(after, entry->file));
}

struct differences differences_find(const entry_list *decided, const entry_list *now, struct arena *arena)
{
    struct differences differences = { 0 };
    const struct names before = files_of(decided, arena), after = files_of(now, arena);
    for (int i = 0, j = 0; i < decided->count || j < now->count;) {
        const struct manifest_entry *one = decided->items + i, *other = now->items + j;
        const int order = i == decided->count ? 1 : j == now->count ? -1 : entry_compare(one, other);
        const struct manifest_entry *entry = order <= 0 ? one : other;
        if (order <= 0)
            differences.counts[entry->part]++;
        const bool differs = order || strcmp(one->value, other->value) != 0;
        if (differs && is_told(entry, order <= 0, &before, &after))
            *list_add(&differences.of[entry->part], arena) =
                (struct difference){ order <= 0 ? one : NULL, order >= 0 ? other : NULL };
        i += order <= 0;
        j += order >= 0;
    }
    return differences;
}
