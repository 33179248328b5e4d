#include <medfin/start/variation.h>

#include <string.h>

#include <medfin/base/text.h>

#include "sheet.h"

struct writing {
    struct sheet *sheet;
    const statement_list *statements;
    enum language language;
    struct arena *arena;
};

static const char *place_words(const struct writing *writing, struct place place)
{
    return arena_copy(writing->arena, place.source->bytes + place.offset, place.size);
}

/* What a scenario is there to change: figures, times, statuses and choices, each on a line of its own. */
static bool varies(const struct statement *statement)
{
    static const enum value_kind fixed[] = { VALUE_TEXT, VALUE_FILE, VALUE_TEXTS, VALUE_CLASSES, VALUE_CLASS_RATES };
    const struct key *key = statement->key;
    if (!key || key->flags & (KEY_DESCRIBES | KEY_LINES) || statement->paths)
        return false;
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (key->kind == fixed[i])
            return false;
    return !memchr(statement->place.source->bytes + statement->place.offset, '\n', statement->place.size);
}

static bool is_of(const struct statement *statement, const struct statement *header)
{
    return statement->key && !statement->from_table && statement->section == header->section &&
           strcmp(statement->id, header->id) == 0;
}

/* The values of a section, in its order: they stand behind its header. */
static void add_values(const struct writing *writing, int header)
{
    const struct statement *items = writing->statements->items;
    for (int i = header + 1; i < writing->statements->count && is_of(&items[i], &items[header]); i++)
        if (varies(&items[i]))
            sheet_key(writing->sheet, place_words(writing, items[i].key_place), place_words(writing, items[i].place),
                      NULL);
}

static bool has_values(const struct writing *writing, int header)
{
    const struct statement *items = writing->statements->items;
    bool has = false;
    for (int i = header + 1; i < writing->statements->count && is_of(&items[i], &items[header]); i++)
        has = has || varies(&items[i]);
    return has;
}

static void add_section(const struct writing *writing, int header)
{
    const struct statement *statement = &writing->statements->items[header];
    sheet_section(writing->sheet, statement->section, statement->id, true);
    sheet_key(writing->sheet, "source", writing->language == LANGUAGE_SV ? "antagande" : "assumption", NULL);
    add_values(writing, header);
}

static void add_head(const struct writing *writing, const char *path)
{
    static const char *const lines[] = {
        N_("A scenario says only what is different. Take away the semicolon in front of a section and of what you change "
           "in it, and write the new value; the rest may stay or go."),
        "",
        N_("  = sets, += and -= add and subtract, *= multiplies, = none takes away"),
        N_("  active = no leaves the whole section out"),
    };
    struct sheet *sheet = writing->sheet;
    sheet_comment(sheet, arena_text(writing->arena, tr(N_("What if? To be read on top of %s.")), path));
    sheet_comment(sheet, "");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        sheet_comment(sheet, tr(lines[i]));
    sheet_gap(sheet);
    sheet_section(sheet, SECTION_SCENARIO, "", false);
    sheet_key(sheet, "title", tr(N_("What if")), NULL);
}

const char *variation_text(const statement_list *statements, const char *path, enum language language,
                           struct arena *arena)
{
    const struct writing writing = { sheet_new(arena, language), statements, language, arena };
    add_head(&writing, path);
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (!statement->key && !statement->is_row && has_values(&writing, i))
            add_section(&writing, i);
    }
    return sheet_text(writing.sheet);
}
