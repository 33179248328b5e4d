/* The lines of a file, through inih: our reader walks the bytes, checks what inih would
   take for something else, keeps every place, and hands inih one short line for each
   header and key (`[s3]`, `k12 = v`), so that none of its limits and options matters.
   inih says which section each key belongs to. */

#include "outline.h"

#include <assert.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "bytes.h"
#include "header.h"

enum { NO_ENTRY = -1 };

struct walk {
    struct outline *outline;
    const char *at, *end;
    int open;              /* the entry that an indented line would continue, or NO_ENTRY */
    struct place unwanted; /* name of the key before, which takes one line; else no source */
    struct arena *arena;
    struct diags *diags;
};

/* What inih is to be told of a line. */
enum told { TOLD_NOTHING, TOLD_HEADER, TOLD_KEY };

static const struct header *header_now(const struct walk *walk)
{
    const struct outline *outline = walk->outline;
    return outline->headers.count ? &outline->headers.items[outline->headers.count - 1] : NULL;
}

static struct place place_of(const struct walk *walk, struct stretch stretch)
{
    const struct source *source = walk->outline->source;
    return place_at(source, (size_t)(stretch.from - source->bytes), (size_t)(stretch.end - stretch.from));
}

enum { LONGEST_QUOTE = 60 }; /* columns */

static const char *quote(const struct walk *walk, struct stretch stretch)
{
    const char *text = arena_copy(walk->arena, stretch.from, (size_t)(stretch.end - stretch.from));
    size_t fits = text_fit(text, LONGEST_QUOTE);
    return text[fits] ? arena_text(walk->arena, "%.*s…", (int)fits, text) : text;
}

static enum told fault(struct walk *walk, enum diag_id id, struct stretch stretch, const char *second)
{
    diag_add(walk->diags, id, place_of(walk, stretch), ARGS(arg_text(quote(walk, stretch)), arg_text(second)));
    return TOLD_NOTHING;
}

bool sign_find(struct stretch line, struct stretch *name, struct stretch *sign, enum operation *operation)
{
    const char *equals = memchr(line.from, '=', (size_t)(line.end - line.from));
    if (!equals)
        return false;
    static const char changes[] = "+-*";
    static const enum operation operations[] = { OPERATION_ADD, OPERATION_SUBTRACT, OPERATION_MULTIPLY };
    const char *change = equals > line.from ? strchr(changes, equals[-1]) : NULL;
    bool is_change = change && *change;
    *operation = is_change ? operations[change - changes] : OPERATION_SET;
    *sign = (struct stretch){ is_change ? equals - 1 : equals, equals + 1 };
    *name = (struct stretch){ line.from, blanks_trim(line.from, sign->from) };
    return true;
}

/* A line that is neither a header nor a key with its value. */
static enum told no_sign_fault(struct walk *walk, struct stretch line)
{
    const char *colon = memchr(line.from, ':', (size_t)(line.end - line.from));
    if (!colon)
        return fault(walk, DIAG_NO_EQUALS, line, NULL);
    struct stretch name = { line.from, blanks_trim(line.from, colon) };
    return fault(walk, DIAG_COLON, (struct stretch){ colon, colon + 1 }, quote(walk, name));
}

static enum told unknown_key(struct walk *walk, struct stretch name, const struct header *header)
{
    key_unknown(header->section, quote(walk, name), place_of(walk, name), walk->arena, walk->diags);
    return TOLD_NOTHING;
}

static enum told take_entry(struct walk *walk, struct stretch line, struct entry *entry, struct stretch name,
                            struct stretch sign)
{
    const struct header *header = header_now(walk);
    if (header->section == SECTION_COUNT)
        return TOLD_NOTHING; /* its header is at fault */
    const struct arena_mark mark = arena_mark(walk->arena);
    const char *text = arena_copy(walk->arena, name.from, (size_t)(name.end - name.from));
    entry->key = key_find(header->section, text, &entry->at);
    arena_undo(walk->arena, mark);
    if (!entry->key)
        return unknown_key(walk, name, header);
    entry->header = -1;
    entry->name = place_of(walk, name);
    entry->sign = place_of(walk, sign);
    entry->value = place_of(walk, (struct stretch){ blanks_skip(sign.end, line.end), line.end });
    struct outline *outline = walk->outline;
    if (entry->key->flags & KEY_LINES)
        walk->open = outline->entries.count;
    else
        walk->unwanted = entry->name;
    *list_add(&outline->entries, walk->arena) = *entry;
    return TOLD_KEY;
}

static enum told take_key(struct walk *walk, struct stretch line)
{
    struct stretch name, sign;
    struct entry entry = { 0 };
    if (!sign_find(line, &name, &sign, &entry.operation))
        return no_sign_fault(walk, line);
    if (name.from == name.end)
        return fault(walk, DIAG_KEY_EMPTY, sign, NULL);
    if (memchr(name.from, ':', (size_t)(name.end - name.from)))
        return no_sign_fault(walk, line);
    if (!header_now(walk))
        return fault(walk, DIAG_KEY_OUTSIDE, name, NULL);
    return take_entry(walk, line, &entry, name, sign);
}

static enum told take_header(struct walk *walk, struct stretch line)
{
    struct header *header = list_add(&walk->outline->headers, walk->arena);
    header_read(walk->outline->source, line, header, walk->arena, walk->diags);
    return TOLD_HEADER;
}

/* Whether the line, at the left edge, would be a header or a key of this section. */
static bool stands_for_itself(const struct walk *walk, struct stretch line)
{
    struct stretch name, sign;
    enum operation operation;
    month at;
    if (*line.from == '[') {
        const char *end = line.from + 1;
        while (end < line.end && *end != ']' && !blank_size(end, line.end))
            end++;
        return section_find(quote(walk, (struct stretch){ line.from + 1, end })) != SECTION_COUNT;
    }
    return sign_find(line, &name, &sign, &operation) && key_find(header_now(walk)->section, quote(walk, name), &at);
}

static enum told continue_value(struct walk *walk, struct stretch line)
{
    if (walk->open == NO_ENTRY) {
        const struct place key = walk->unwanted;
        const char *name = key.source ? arena_copy(walk->arena, key.source->bytes + key.offset, key.size) : NULL;
        return fault(walk, name ? DIAG_INDENTED_KEY : DIAG_INDENTED, line, name);
    }
    if (stands_for_itself(walk, line))
        return fault(walk, DIAG_INDENTED_LOOKS, line, NULL);
    struct place *value = &walk->outline->entries.items[walk->open].value;
    if (!value->size)
        *value = place_of(walk, line);
    value->size = (uint32_t)(line.end - value->source->bytes) - value->offset;
    return TOLD_NOTHING;
}

/* One line, its end included in what is taken. */
static enum told take_line(struct walk *walk)
{
    struct stretch raw = { walk->at, walk->end };
    const char *line_end = memchr(walk->at, '\n', (size_t)(walk->end - walk->at));
    walk->at = line_end ? line_end + 1 : walk->end;
    raw.end = line_end ? line_end : walk->end;
    if (raw.end > raw.from && raw.end[-1] == '\r')
        raw.end--;

    struct stretch line = { blanks_skip(raw.from, raw.end), raw.end };
    line.end = blanks_trim(line.from, comment_start(line.from, raw.end, true));
    if (line.from == line.end)
        return TOLD_NOTHING;
    if (line.from > raw.from)
        return continue_value(walk, line);
    walk->open = NO_ENTRY;
    walk->unwanted.source = NULL;
    if (*line.from == '#')
        return fault(walk, DIAG_HASH, (struct stretch){ line.from, line.from + 1 }, NULL);
    return *line.from == '[' ? take_header(walk, (struct stretch){ line.from, raw.end }) : take_key(walk, line);
}

/* What inih calls for its next line. */
static char *next_line(char *room, int size, void *stream)
{
    struct walk *walk = stream;
    enum told told = TOLD_NOTHING;
    while (told == TOLD_NOTHING && walk->at < walk->end)
        told = take_line(walk);
    if (told == TOLD_NOTHING)
        return NULL;
    int length = told == TOLD_HEADER ? snprintf(room, (size_t)size, "[s%d]\n", walk->outline->headers.count - 1)
                                     : snprintf(room, (size_t)size, "k%d = v\n", walk->outline->entries.count - 1);
    assert(length > 0 && length < size);
    return room;
}

/* What inih calls for each key: it says whose it is. */
static int place_key(void *user, const char *section, const char *name, const char *value)
{
    struct outline *outline = ((struct walk *)user)->outline;
    long header = strtol(section + 1, NULL, 10), entry = strtol(name + 1, NULL, 10);
    assert(strcmp(value, "v") == 0 && *section == 's' && *name == 'k');
    assert(header < outline->headers.count && entry == outline->entries.count - 1);
    outline->entries.items[entry].header = (int)header;
    return 1;
}

static void check_values(const struct walk *walk)
{
    for (int i = 0; i < walk->outline->entries.count; i++) {
        const struct entry *entry = &walk->outline->entries.items[i];
        assert(entry->header >= 0);
        if (!entry->value.size)
            diag_add(walk->diags, DIAG_VALUE_EMPTY, entry->sign, NULL);
    }
}

void outline_read(const struct source *source, struct outline *outline, struct arena *arena, struct diags *diags)
{
    static const char byte_order_mark[] = "\xef\xbb\xbf";
    *outline = (struct outline){ .source = source };
    int errors = diags_errors(diags);
    if (bytes_are_utf_16(source, arena, diags) || bytes_check(source, false, diags) == BYTES_UNREADABLE)
        return;
    struct walk walk = { .outline = outline, .open = NO_ENTRY, .arena = arena, .diags = diags };
    walk.at = source->bytes;
    walk.end = source->bytes + source->size;
    if (source->size >= 3 && memcmp(walk.at, byte_order_mark, 3) == 0)
        walk.at += 3;
    int result = ini_parse_stream(next_line, &walk, place_key, &walk);
    assert(result == 0);
    check_values(&walk);
    outline->is_good = diags_errors(diags) == errors;
}

const char *entry_text(const struct entry *entry, struct arena *arena)
{
    return lines_join(entry->value.source->bytes + entry->value.offset, entry->value.size, NULL, arena);
}
