#include "stated.h"

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/text.h>
#include <medfin/model/census.h>
#include <medfin/versions/folder.h>

struct stating {
    entry_list *entries;
    const struct frozen *of;
    struct arena *arena;
};

/* As it was written, on one line; what is made of several rows of a ledger as a project file would say it. */
static const char *words_of(const struct stating *stating, const struct statement *statement, bool is_booked)
{
    static const char *const signs[] = { [OPERATION_SET] = "",
                                         [OPERATION_ADD] = "+= ",
                                         [OPERATION_SUBTRACT] = "-= ",
                                         [OPERATION_MULTIPLY] = "*= ",
                                         [OPERATION_REMOVE] = "" };
    const struct place place = statement->place;
    if (is_booked)
        return value_text(stating->arena, &statement->value, statement->key->words, LANGUAGE_EN);
    const char *written = arena_copy(stating->arena, place.source->bytes + place.offset, place.size);
    return arena_text(stating->arena, "%s%s", signs[statement->operation], text_tidy(stating->arena, written));
}

static void add(const struct stating *stating, const char *path, const char *shown, const char *words,
                struct place place)
{
    entry_add(stating->entries, PART_STATED, path, words, stating->arena);
    struct manifest_entry *entry = &stating->entries->items[stating->entries->count - 1];
    const char *seen = folder_sees(stating->arena, stating->of->folder, place.source->name);
    entry->file = seen ? seen : place.source->name;
    entry->place = place;
    entry->shown = shown;
}

static void add_statement(const struct stating *stating, const struct statement *statement, bool is_booked)
{
    if (!statement->place.source || (statement->is_setting && !statement->place.source->sheet))
        return;
    const char *path = statement_path(stating->arena, statement, LANGUAGE_EN);
    const char *shown = statement_path(stating->arena, statement, stating->of->language);
    const char *words = statement->key ? words_of(stating, statement, is_booked) : "";
    add(stating, path, shown, words, statement->place);
}

/* A municipality is one entry, with its years: a table of them has thousands of cells. */
static void add_census(const struct stating *stating, const struct census *census)
{
    for (int i = 0; i < census->count; i++) {
        const struct municipality *of = &census->municipalities[i];
        struct text years = text_new(stating->arena);
        for (int y = 0; y < of->year_count; y++)
            text_addf(&years, "%s%d: %d", y ? ", " : "", month_year(of->years[y].at), of->years[y].inhabitants);
        const char *path = arena_text(stating->arena, "population.%s", of->id);
        struct place place = of->place;
        place.source = place.source ? place.source : census->file;
        add(stating, path, NULL, years.bytes, place);
    }
}

void add_stated(entry_list *entries, const struct frozen *of, struct arena *arena)
{
    const struct stating stating = { entries, of, arena };
    for (int i = 0; i < of->said; i++) {
        const struct statement *statement = &of->statements->items[i];
        const struct table_rows *rows = statement->rows;
        for (int r = 0; rows && r < rows->said.count; r++)
            add_statement(&stating, &rows->said.items[r], rows->book != NULL);
        if (rows && rows->census)
            add_census(&stating, rows->census);
        if (!rows)
            add_statement(&stating, statement, false);
    }
}
