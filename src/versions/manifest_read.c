#include <medfin/versions/manifest_read.h>

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/versions/canonical.h>
#include <medfin/versions/digest.h>
#include <medfin/versions/folder.h>

#include "parts.h"

/* Line by line. */
struct lines {
    const struct source *source;
    size_t at;
    enum manifest_part part;
    const char *file;
    struct arena *arena;
};

static const char *unescaped(struct arena *arena, const char *bytes, size_t size)
{
    char *text = arena_take(arena, size + 1, 1);
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        char digits[3] = { 0 };
        if (bytes[i] == '\\' && i + 2 < size)
            memcpy(digits, bytes + i + 1, 2);
        text[kept++] = *digits ? (char)strtol(digits, NULL, 16) : bytes[i];
        i += *digits ? 2 : 0;
    }
    return text;
}

/* "[stated project.ini]"; false if there is no such part. */
static bool header_read(struct lines *lines, const char *line, size_t size)
{
    const size_t inner = size - 2;
    const char *name = line + 1;
    for (int part = 0; size > 2 && line[size - 1] == ']' && part < PARTS; part++) {
        const size_t length = strlen(part_rows[part].name);
        if (inner < length || memcmp(name, part_rows[part].name, length) != 0)
            continue;
        const bool has_file = inner > length + 1 && name[length] == ' ';
        if (part_rows[part].has_file ? !has_file : inner != length)
            continue;
        lines->part = (enum manifest_part)part;
        lines->file = has_file ? unescaped(lines->arena, name + length + 1, inner - length - 1) : NULL;
        return true;
    }
    return false;
}

static const char *find_equals(const char *line, size_t size)
{
    for (size_t i = 0; i + 3 <= size; i++)
        if (memcmp(line + i, " = ", 3) == 0)
            return line + i;
    return NULL;
}

/* False for what is no line of a manifest. */
static bool line_read(struct lines *lines, const char *line, size_t size, entry_list *entries)
{
    if (!size || *line == ';')
        return true;
    if (*line == '[')
        return header_read(lines, line, size);
    const char *equals = find_equals(line, size);
    if (!equals || lines->part == PARTS)
        return false;
    const size_t key = (size_t)(equals - line);
    entry_add(entries, lines->part, unescaped(lines->arena, line, key),
              unescaped(lines->arena, equals + 3, size - key - 3), lines->arena);
    struct manifest_entry *entry = &entries->items[entries->count - 1];
    entry->file = lines->file;
    entry->place = place_at(lines->source, (size_t)(line - lines->source->bytes), size);
    return true;
}

/* All lines above the seal; what is wrong with them is told. */
static void lines_read(struct lines *lines, entry_list *entries, struct diags *diags)
{
    const struct source *source = lines->source;
    const size_t end = source->size;
    while (lines->at < end) {
        const char *line = source->bytes + lines->at;
        const char *stop = memchr(line, '\n', end - lines->at);
        size_t size = stop ? (size_t)(stop - line) : end - lines->at;
        const size_t step = size + 1;
        size -= size && line[size - 1] == '\r';
        if (size == 6 && memcmp(line, "[seal]", 6) == 0)
            return;
        if (!line_read(lines, line, size, entries))
            diag_add(diags, DIAG_MANIFEST_LINE, place_at(source, lines->at, size), NULL);
        lines->at += step;
    }
}

/* The last seal is of all that stands above it. */
static bool seal_holds(const struct source *source, struct arena *arena)
{
    size_t size = source->size;
    const char *text = text_canonical(arena, source->bytes, &size), *seal = NULL;
    for (const char *at = strstr(text, manifest_seal); at; at = strstr(at + 1, manifest_seal))
        seal = at;
    if (!seal)
        return false;
    const char *stated = seal + strlen(manifest_seal);
    const char *found = digest_of(arena, text, (size_t)(seal - text));
    return strcmp(stated, arena_text(arena, "%s\n", found)) == 0;
}

/* What the program is to open lies in the manifest's folder: a manifest may come from anybody. */
static void check_named(const entry_list *entries, struct diags *diags)
{
    int named = 0;
    for (int i = 0; i < entries->count; i++) {
        const struct manifest_entry *entry = &entries->items[i];
        if (entry->part != PART_NAMED)
            continue;
        named++;
        if (path_leaves(entry->value))
            diag_add(diags, DIAG_MANIFEST_OUTSIDE, entry->place, ARGS(arg_text(entry->value)));
    }
    if (!named && entries->count)
        diag_add(diags, DIAG_MANIFEST_LINE, entries->items[0].place, NULL);
}

bool manifest_read(const struct source *source, entry_list *entries, struct arena *arena, struct diags *diags)
{
    const struct place whole = place_at(source, 0, 0);
    const int errors = diags_errors(diags);
    struct diags *faults = diags_new(arena);
    struct lines lines = { .source = source, .part = PARTS, .arena = arena };
    lines_read(&lines, entries, faults);
    entries_sort(entries, arena);
    const char *form = manifest_head(entries, "form"), *medfin = manifest_head(entries, "medfin");
    if (!form || !medfin)
        diag_add(diags, DIAG_MANIFEST_NONE, whole, ARGS(arg_text(source->name)));
    else if (strtol(form, NULL, 10) > MANIFEST_FORM)
        diag_add(diags, DIAG_MANIFEST_NEWER, whole, ARGS(arg_text(medfin)));
    else if (!seal_holds(source, arena))
        diag_add(diags, DIAG_MANIFEST_CHANGED, whole, NULL);
    else {
        diags_add_all(diags, faults);
        check_named(entries, diags);
    }
    return diags_errors(diags) == errors;
}
