/* Files to layers: the project first, every scenario on top, what a scenario is based on
   before it. */

#include <medfin/read/files.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/sheet/file_format.h>
#include <medfin/sheet/word.h>
#include <medfin/system/file_identity.h>
#include <medfin/system/reason.h>
#include <medfin/values/lines.h>

#include "activities.h"
#include "bytes.h"
#include "encoding.h"
#include "headings.h"
#include "load.h"
#include "members.h"
#include "population.h"
#include "statements.h"

struct file {
    const char *path;
    struct file_identity identity;
    bool in_progress; /* what it is based on is being read */
    bool is_named;    /* by the caller, not by a scenario that stands on it */
    struct outline outline;
};

struct reading {
    LIST(struct file *) files;  /* in the order of reading */
    LIST(struct file *) layers; /* scenarios, in the order in which they stand on one another */
    LIST(struct file *) chain;  /* files whose bases are being read */
    struct file *project;
    int tables; /* files that these name, each a source of its own */
    read_file_list *read;
    struct arena *arena;
    struct diags *diags;
};

static const struct source *source_load(struct reading *reading, const char *path, struct place place)
{
    size_t size;
    const char *bytes = bytes_load(path, place, &size, reading->arena, reading->diags);
    if (!bytes)
        return NULL;
    enum file_format format = file_format(bytes, size);
    if (format == FORMAT_TEXT)
        return source_new(reading->arena, path, bytes, size, reading->files.count);
    format_fault(path, format, reading->files.count, reading->arena, reading->diags);
    return NULL;
}

static struct file *file_find(const struct reading *reading, const struct file_identity *identity)
{
    for (int i = 0; i < reading->files.count; i++) {
        struct file *file = reading->files.items[i];
        if (file_identity_same(&file->identity, identity))
            return file;
    }
    return NULL;
}

/* "a.ini → b.ini → a.ini" */
static void circle_fault(struct reading *reading, const struct file *file, struct place place)
{
    struct text names = text_new(reading->arena);
    bool is_inside = false;
    for (int i = 0; i < reading->chain.count; i++) {
        is_inside = is_inside || reading->chain.items[i] == file;
        if (is_inside) {
            text_add(&names, reading->chain.items[i]->path);
            text_add(&names, " → ");
        }
    }
    text_add(&names, file->path);
    diag_add(reading->diags, DIAG_BASE_CIRCLE, place, ARGS(arg_text(names.bytes)));
}

enum { MOST_BASES = 32 }; /* that stand on one another: nobody keeps ten in mind */

static void visit(struct reading *reading, const char *path, struct place place);

static void visit_bases(struct reading *reading, struct file *file)
{
    for (int i = 0; i < file->outline.entries.count; i++) {
        const struct entry *entry = &file->outline.entries.items[i];
        bool is_base = key_is_of(entry->key, SECTION_SCENARIO) && strcmp(entry->key->name, "base") == 0;
        if (!is_base || !entry->value.size || entry->operation != OPERATION_SET)
            continue;
        const char *named = entry_text(entry, reading->arena);
        if (word_of_text(words_none, named))
            continue;
        if (reading->chain.count == MOST_BASES)
            diag_add(reading->diags, DIAG_BASE_DEEP, entry->value, ARGS(arg_count(MOST_BASES)));
        else
            visit(reading, path_beside(file->path, named, reading->arena), entry->value);
    }
}

static void visit_scenario(struct reading *reading, struct file *file)
{
    file->in_progress = true;
    *list_add(&reading->chain, reading->arena) = file;
    visit_bases(reading, file);
    reading->chain.count--;
    file->in_progress = false;
    *list_add(&reading->layers, reading->arena) = file;
}

static void take_project(struct reading *reading, struct file *file)
{
    if (!reading->project)
        reading->project = file;
    else
        diag_add(reading->diags, DIAG_SECOND_PROJECT, file->outline.headers.items[0].place,
                 ARGS(arg_text(file->path), arg_text(reading->project->path)));
}

/* A portfolio is a file of its own. */
static bool portfolio_begins(const struct outline *outline, struct diags *diags)
{
    for (int i = 0; i < outline->headers.count; i++) {
        if (outline->headers.items[i].section != SECTION_PORTFOLIO)
            continue;
        diag_add(diags, i ? DIAG_PORTFOLIO_INSIDE : DIAG_FILE_PORTFOLIO, outline->headers.items[i].place,
                 ARGS(arg_text(outline->source->name)));
        return true;
    }
    return false;
}

/* The first section says what a file is. False after a fault. */
static bool kind_check(const struct outline *outline, struct diags *diags)
{
    const struct header *first = outline->headers.count ? outline->headers.items : NULL;
    if (!first) {
        if (outline->is_good)
            diag_add(diags, DIAG_FILE_EMPTY, ((struct place){ outline->source, 0, 0 }), NULL);
        return false;
    }
    if (portfolio_begins(outline, diags))
        return false;
    if (first->section == SECTION_PROJECT || first->section == SECTION_SCENARIO || first->section == SECTION_ACTUALS)
        return true;
    /* A first section that could not be read has been reported. */
    if (first->section != SECTION_COUNT)
        diag_add(diags, DIAG_FILE_KIND, first->place, ARGS(arg_section(first->section)));
    return false;
}

static struct file *file_load(struct reading *reading, const char *path, struct place place,
                              const struct file_identity *identity)
{
    const struct source *source = source_load(reading, path, place);
    if (!source)
        return NULL;
    struct file *file = arena_take(reading->arena, 1, sizeof *file);
    file->path = path;
    file->identity = *identity;
    file->is_named = !place.source;
    *list_add(&reading->files, reading->arena) = file;
    *list_add(reading->read, reading->arena) = (struct read_file){ *identity, path };
    outline_read(source, &file->outline, reading->arena, reading->diags);
    return file;
}

/* Reads a file that `place` names, unless it has been read. */
static void visit(struct reading *reading, const char *path, struct place place)
{
    struct file_identity identity;
    int reason = file_identify(path, &identity);
    if (reason) {
        diag_add(reading->diags, DIAG_FILE_UNREADABLE, place, ARGS(arg_text(path), arg_word(reason_text(reason))));
        return;
    }
    struct file *known = file_find(reading, &identity);
    if (known) {
        if (known->in_progress)
            circle_fault(reading, known, place);
        else if (!place.source && known->is_named)
            diag_add(reading->diags, DIAG_FILE_TWICE, place, ARGS(arg_text(path)));
        known->is_named = known->is_named || !place.source;
        return;
    }
    struct file *file = file_load(reading, path, place, &identity);
    if (!file)
        return;
    if (!kind_check(&file->outline, reading->diags))
        *list_add(&reading->layers, reading->arena) = file; /* for the faults of its values */
    else if (file->outline.headers.items[0].section == SECTION_PROJECT)
        take_project(reading, file);
    else
        visit_scenario(reading, file);
}

/* Keys that name a table of their own. */
static const struct {
    enum section_id section;
    const char *key, *sheet; /* which sheet of a workbook it is */
    table_add *add;
} tables[] = {
    { SECTION_ACTIVITIES, "file", "sheet", activities_add },
    { SECTION_MEMBERS, "file", "sheet", members_add },
    { SECTION_MEMBERS, "population", "population_sheet", population_add },
};

enum { TABLES = sizeof tables / sizeof *tables };

/* The table that the key names; TABLES for none. */
static int table_of(const struct key *key)
{
    int i = 0;
    while (i < TABLES && !(key_is_of(key, tables[i].section) && strcmp(tables[i].key, key->name) == 0))
        i++;
    return i;
}

/* The entry of a key; NULL if the file has none, or nothing in it. */
static const struct entry *entry_of(const struct outline *outline, enum section_id section, const char *key)
{
    for (int i = 0; i < outline->entries.count; i++) {
        const struct entry *entry = &outline->entries.items[i];
        if (key_is_of(entry->key, section) && strcmp(entry->key->name, key) == 0 && entry->value.size)
            return entry;
    }
    return NULL;
}

/* A sheet of no file says nothing. */
static void check_sheets(const struct outline *outline, struct arena *arena, struct diags *diags)
{
    for (int i = 0; i < TABLES; i++) {
        const struct entry *sheet = entry_of(outline, tables[i].section, tables[i].sheet);
        if (sheet && !entry_of(outline, tables[i].section, tables[i].key))
            diag_add(diags, DIAG_SHEET_ALONE, sheet->value,
                     ARGS(arg_text(entry_text(sheet, arena)), arg_text(tables[i].key)));
    }
}

/* What the section of a statement gives as its source. */
static const char *source_given(const statement_list *statements, const struct entry *entry)
{
    for (int i = statements->count - 1; i >= 0; i--)
        if (statements->items[i].key == entry->key && statements->items[i].key_place.offset == entry->name.offset)
            return statements->items[i].source;
    return NULL;
}

void read_file_note(read_file_list *read, const char *path, struct arena *arena)
{
    struct file_identity identity;
    if (file_identify(path, &identity) == 0)
        *list_add(read, arena) = (struct read_file){ identity, path };
}

/* A file's statements, and behind them those of the tables that it names. */
static void layer_add(struct reading *reading, const struct file *file, int layer, statement_list *statements)
{
    csv_alias_list *aliases = NULL;
    int header = -1, errors = 0; /* whose `columns` they are; before its tables */
    statements_add(&file->outline, layer, statements, reading->arena, reading->diags);
    for (int i = 0; i < file->outline.entries.count; i++) {
        const struct entry *entry = &file->outline.entries.items[i];
        int named = table_of(entry->key);
        if (named == TABLES || !entry->value.size)
            continue;
        if (entry->header != header) {
            if (diags_errors(reading->diags) == errors)
                columns_check(aliases, reading->diags);
            header = entry->header;
            errors = diags_errors(reading->diags);
            aliases = columns_read(&file->outline, header, reading->arena, reading->diags);
        }
        const struct entry *sheet = entry_of(&file->outline, tables[named].section, tables[named].sheet);
        const struct table table = { .file = { .named = entry_text(entry, reading->arena),
                                               .place = entry->value,
                                               .order = reading->files.count + reading->tables++,
                                               .sheet = sheet ? entry_text(sheet, reading->arena) : NULL,
                                               .sheet_place = sheet ? sheet->value : entry->value },
                                     .source = source_given(statements, entry),
                                     .aliases = aliases,
                                     .layer = layer };
        read_file_note(reading->read, path_beside(file->path, table.file.named, reading->arena), reading->arena);
        tables[named].add(&table, statements, reading->arena, reading->diags);
    }
    if (diags_errors(reading->diags) == errors)
        columns_check(aliases, reading->diags);
    check_sheets(&file->outline, reading->arena, reading->diags);
}

bool read_files(const char *const *paths, int count, statement_list *statements, read_file_list *read,
                struct arena *arena, struct diags *diags)
{
    struct reading reading = { .read = read, .arena = arena, .diags = diags };
    int errors = diags_errors(diags);
    for (int i = 0; i < count; i++)
        visit(&reading, arena_copy(arena, paths[i], strlen(paths[i])), (struct place){ NULL, 0, 0 });

    if (reading.project)
        layer_add(&reading, reading.project, 0, statements);
    else if (diags_errors(diags) == errors)
        diag_add(diags, DIAG_NO_PROJECT, ((struct place){ NULL, 0, 0 }), NULL);
    for (int i = 0; i < reading.layers.count; i++)
        layer_add(&reading, reading.layers.items[i], i + 1, statements);
    return diags_errors(diags) == errors;
}

/* [portfolio] first, and nothing but frames behind it. */
static void portfolio_check(const struct outline *outline, struct diags *diags)
{
    const struct diag_arg *name = ARGS(arg_text(outline->source->name));
    if (!outline->headers.count) {
        if (outline->is_good)
            diag_add(diags, DIAG_NO_PORTFOLIO, ((struct place){ outline->source, 0, 0 }), name);
        return;
    }
    const struct header *first = &outline->headers.items[0];
    if (first->section != SECTION_PORTFOLIO && first->section != SECTION_COUNT) {
        diag_add(diags, DIAG_NO_PORTFOLIO, first->place, name);
        return;
    }
    for (int i = 1; i < outline->headers.count; i++) {
        const struct header *header = &outline->headers.items[i];
        if (header->section != SECTION_FRAME && header->section != SECTION_PORTFOLIO &&
            header->section != SECTION_COUNT)
            diag_add(diags, DIAG_PORTFOLIO_SECTION, header->place, ARGS(arg_section(header->section)));
    }
}

bool read_portfolio(const char *path, statement_list *statements, read_file_list *read, struct arena *arena,
                    struct diags *diags)
{
    struct reading reading = { .read = read, .arena = arena, .diags = diags };
    const struct place nowhere = { NULL, 0, 0 };
    struct file_identity identity;
    int errors = diags_errors(diags), reason = file_identify(path, &identity);
    if (reason)
        diag_add(diags, DIAG_FILE_UNREADABLE, nowhere, ARGS(arg_text(path), arg_word(reason_text(reason))));
    struct file *file = reason ? NULL : file_load(&reading, path, nowhere, &identity);
    if (!file)
        return false;
    portfolio_check(&file->outline, diags);
    layer_add(&reading, file, 0, statements);
    return diags_errors(diags) == errors;
}

bool read_bytes(const char *name, const char *bytes, size_t size, int layer, statement_list *statements,
                struct arena *arena, struct diags *diags)
{
    int errors = diags_errors(diags);
    const struct source *source =
        source_new(arena, arena_copy(arena, name, strlen(name)), arena_copy(arena, bytes, size), size, layer);
    struct outline outline;
    outline_read(source, &outline, arena, diags);
    kind_check(&outline, diags);
    statements_add(&outline, layer, statements, arena, diags);
    return diags_errors(diags) == errors;
}

static const struct source *text_of(const char *path, const char *bytes, size_t size, struct arena *arena,
                                    struct diags *diags)
{
    const struct source *source = source_new(arena, path, bytes, size, 0);
    return !bytes_are_utf_16(source, arena, diags) && bytes_check(source, false, diags) == BYTES_TEXT ? source : NULL;
}

const struct source *source_read(const char *path, read_file_list *read, struct arena *arena, struct diags *diags)
{
    size_t size;
    read_file_note(read, path, arena);
    const char *bytes = bytes_load(path, (struct place){ NULL, 0, 0 }, &size, arena, diags);
    return bytes ? text_of(path, bytes, size, arena, diags) : NULL;
}

const struct source *letter_read(const char *path, read_file_list *read, struct arena *arena, struct diags *diags)
{
    size_t size;
    read_file_note(read, path, arena);
    const char *bytes = bytes_load(path, (struct place){ NULL, 0, 0 }, &size, arena, diags);
    if (!bytes)
        return NULL;
    const enum file_format format = file_format(bytes, size);
    if (format == FORMAT_WORD)
        return word_document_read(path, bytes, size, arena, diags);
    if (format == FORMAT_TEXT)
        return text_of(path, bytes, size, arena, diags);
    diag_add(diags, DIAG_LETTER_UNBOUND, ((struct place){ 0 }), ARGS(arg_text(path)));
    return NULL;
}
