#include <medfin/books/books.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/ledger/sie.h>
#include <medfin/model/key_names.h>
#include <medfin/read/ledger_source.h>

#include "balances.h"
#include "ledger_checks.h"
#include "ledger_repeats.h"
#include "ledger_table.h"
#include "mapping.h"
#include "said.h"

struct reading {
    struct mapping mapping;
    const struct statement *files;
    csv_alias_list aliases;
    LIST(const struct ledger *) ledgers;
    int order; /* of the next source */
    read_file_list *read;
    struct arena *arena;
    struct diags *diags;
};

/* "Slag: konto": a line of `columns`. */
static void aliases_read(struct reading *reading)
{
    const struct statement *columns =
        said_last(reading->mapping.statements, reading->mapping.layer, SECTION_ACTUALS, NULL, "columns");
    for (const char *at = columns ? columns->value.text : ""; *at;) {
        size_t size = strcspn(at, "\n");
        const char *line = arena_copy(reading->arena, at, size), *colon = strrchr(line, ':');
        if (!colon || colon == line || !*text_tidy(reading->arena, colon + 1))
            diag_add(reading->diags, DIAG_COLUMNS_FORM, columns->place, ARGS(arg_text(line)));
        else
            *list_add(&reading->aliases, reading->arena) =
                (struct csv_alias){ .heading = text_tidy(reading->arena,
                                                         arena_copy(reading->arena, line, (size_t)(colon - line))),
                                    .meant = text_tidy(reading->arena, colon + 1),
                                    .place = columns->place };
        at += size + (at[size] == '\n');
    }
}

static void aliases_check(const struct reading *reading)
{
    for (int i = 0; i < reading->aliases.count; i++)
        if (!reading->aliases.items[i].is_used)
            diag_add(reading->diags, DIAG_COLUMNS_UNUSED, reading->aliases.items[i].place,
                     ARGS(arg_text(reading->aliases.items[i].heading)));
}

static const struct ledger *file_read(struct reading *reading, const char *named)
{
    const struct statement *sheet =
        said_last(reading->mapping.statements, reading->mapping.layer, SECTION_ACTUALS, NULL, "sheet");
    const struct place place = reading->files->place;
    const char *encoding, *path = path_named(place, named, reading->arena);
    bool is_sie;
    int errors = diags_errors(reading->diags), order = reading->order++;
    const struct source *source =
        ledger_source(path, place, order, &encoding, &is_sie, reading->read, reading->arena, reading->diags);
    if (source)
        return sie_read(source, encoding, reading->arena, reading->diags);
    if (is_sie || diags_errors(reading->diags) > errors || diags_any(reading->diags, DIAG_SYSTEM))
        return NULL;
    const struct csv_file file = { .named = named,
                                   .place = place,
                                   .order = order,
                                   .sheet = sheet ? sheet->value.text : NULL,
                                   .sheet_place = sheet ? sheet->place : place };
    return ledger_table_read(&file, &reading->aliases, reading->arena, reading->diags);
}

static struct named_ledgers named(const struct reading *reading)
{
    return (struct named_ledgers){ .mapping = &reading->mapping,
                                   .items = reading->ledgers.items,
                                   .count = reading->ledgers.count,
                                   .place = reading->files->place,
                                   .arena = reading->arena,
                                   .diags = reading->diags };
}

/* A table's paths are lines whatever the accounts are. */
static void find_paths(struct reading *reading)
{
    for (int i = 0; i < reading->ledgers.count; i++) {
        const struct ledger *ledger = reading->ledgers.items[i];
        bool *seen = arena_take(reading->arena, (size_t)ledger->account_count + 1, sizeof *seen);
        for (int p = 0; p < ledger->posting_count; p++) {
            const struct posting *posting = &ledger->postings[p];
            const struct ledger_account *account = &ledger->accounts[posting->account];
            if (!account->is_path || seen[posting->account])
                continue;
            seen[posting->account] = true;
            mapping_target(&reading->mapping, account->id, posting_place(ledger, posting));
        }
    }
}

static struct book *book_made(struct reading *reading)
{
    struct mapping *mapping = &reading->mapping;
    struct book *book = arena_take(reading->arena, 1, sizeof *book);
    *book = mapping->book;
    book->ledgers = reading->ledgers.items;
    book->ledger_count = reading->ledgers.count;
    book->projects = mapping->projects.items;
    book->project_count = mapping->projects.count;
    book->rules = mapping->rules.items;
    book->rule_count = mapping->rules.count;
    book->targets = mapping->targets.items;
    book->target_count = mapping->targets.count;
    return book;
}

/* Behind the last statement of the layer. */
static void insert(statement_list *statements, int layer, struct statement said, struct arena *arena)
{
    list_add(statements, arena);
    int at = statements->count - 1;
    for (; at && statements->items[at - 1].layer > layer; at--)
        statements->items[at] = statements->items[at - 1];
    statements->items[at] = said;
}

static void ledgers_read(struct reading *reading, statement_list *statements)
{
    int errors = diags_errors(reading->diags);
    mapping_read(&reading->mapping);
    aliases_read(reading);
    for (int i = 0; i < reading->files->value.count; i++) {
        const struct ledger *ledger = file_read(reading, reading->files->value.names[i]);
        if (!ledger)
            continue;
        const struct named_ledgers others = named(reading);
        ledger_check(&others, ledger);
        *list_add(&reading->ledgers, reading->arena) = ledger;
    }
    if (diags_errors(reading->diags) == errors) {
        aliases_check(reading);
        const struct named_ledgers all = named(reading);
        ledgers_check(&all);
        ledgers_check_repeats(&all);
        find_paths(reading);
    }
    if (diags_errors(reading->diags) > errors || diags_any(reading->diags, DIAG_SYSTEM))
        return;
    const struct book *book = book_made(reading);
    struct table_rows *rows = book_said(book, reading->mapping.layer, reading->files->place, reading->arena);
    balances_say(&reading->mapping, book, reading->files->place, rows);
    if (diags_errors(reading->diags) > errors)
        return;
    insert(statements, reading->mapping.layer,
           (struct statement){ .layer = reading->mapping.layer,
                               .section = SECTION_ACTUALS,
                               .id = "",
                               .at = -1,
                               .from_table = true,
                               .place = reading->files->place,
                               .key_place = reading->files->place,
                               .rows = rows },
           reading->arena);
}

/* The ledgers that are named last: a file read on top has its own in the place of those below. */
static const struct statement *files_named(const statement_list *statements)
{
    int last = 0;
    for (int i = 0; i < statements->count; i++)
        last = statements->items[i].layer > last ? statements->items[i].layer : last;
    return said_last(statements, last, SECTION_ACTUALS, NULL, "files");
}

bool read_project(const char *const *paths, int count, statement_list *statements, read_file_list *read,
                  struct arena *arena, struct diags *diags)
{
    bool is_read = read_files(paths, count, statements, read, arena, diags);
    const struct statement *files = files_named(statements);
    int errors = diags_errors(diags);
    if (!files)
        return is_read;
    struct reading reading = {
        .mapping = { .statements = statements, .layer = files->layer, .arena = arena, .diags = diags },
        .files = files,
        .order = statements_next_order(statements),
        .read = read,
        .arena = arena,
        .diags = diags
    };
    ledgers_read(&reading, statements);
    return is_read && diags_errors(diags) == errors;
}
