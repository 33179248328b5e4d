#include <medfin/read/ids.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/values/value_list.h>

enum { LONGEST_ID = 32, LONGEST_KEPT = 256 }; /* letters, cut at a word; bytes */

/* "Nätverksträff om klimat, norr" → "nätverksträff-om-klimat-norr". What it took beside that is given back. */
static const char *slug(const char *text, struct arena *arena)
{
    const struct arena_mark before = arena_mark(arena);
    struct text id = text_new(arena);
    size_t word = 0; /* where the last whole word ended */
    const char *end = text + strlen(text);
    for (const char *at = text; *at && text_columns(id.bytes) < LONGEST_ID; at += text_step(at, (size_t)(end - at))) {
        size_t size = id_character(at, end);
        bool parts = !size || *at == '-' || *at == '_';
        if (!parts) {
            text_add_bytes(&id, at, size);
        } else if (id.size && id.bytes[id.size - 1] != '-') {
            word = id.size;
            text_add(&id, "-");
        }
    }
    if (text_columns(id.bytes) >= LONGEST_ID && word)
        id.bytes[word] = '\0';
    size_t size = strlen(id.bytes);
    if (size && id.bytes[size - 1] == '-')
        id.bytes[size - 1] = '\0';
    const char *lower = *id.bytes ? text_lower(arena, id.bytes) : "rad";
    char kept[LONGEST_KEPT];
    if (strlen(lower) >= sizeof kept)
        return lower;
    strcpy(kept, lower);
    arena_undo(arena, before);
    return arena_copy(arena, kept, strlen(kept));
}

bool id_take(struct names *taken, const char *id, struct arena *arena)
{
    int *number = names_number(taken, id, arena);
    const char *category = category_built_in(id);
    bool is_free = !*number && (!category || strcmp(category, id) != 0);
    *number = *number ? *number : 1;
    return is_free;
}

const char *id_make(struct names *taken, struct arena *slots, const char *title, struct arena *arena)
{
    const char *name = slug(title, arena), *id;
    if (id_take(taken, name, slots))
        return name;
    int n = *names_number(taken, name, slots);
    do
        id = arena_text(arena, "%s-%d", name, ++n);
    while (!id_take(taken, id, slots));
    *names_number(taken, name, slots) = n;
    return id;
}
