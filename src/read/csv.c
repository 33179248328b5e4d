/* What the rows mean: which separator they were written with, which of them is the heading
   row, and which heading of the caller's each column stands under. */

#include <medfin/read/csv.h>

#include <assert.h>
#include <limits.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/words.h>
#include <medfin/values/lines.h>

#include "encoding.h"
#include "headings.h"
#include "load.h"
#include "rows.h"

enum { ROWS_TRIED = 100 }; /* a heading row stands among the first */

static const char separators[] = { ';', '\t', ',' };
enum { SEPARATOR_COUNT = sizeof separators };

/* A column under a heading that nobody knows: whether it is one that should have been read. */
struct watched {
    bool is_watched;
    int texts, amounts;   /* of its cells */
    struct csv_cell like; /* the first amount */
};

struct table {
    const struct csv_form *form;
    struct csv *csv;
    struct arena *arena;
    struct diags *diags; /* of headings and single rows */
    LIST(struct csv_dated) dated;
    LIST(const char *) aside;
    struct watched *watched; /* by column of the heading row */
};

/* A year is a heading beside others. */
static int headings_known(const struct csv_form *form, const struct csv_row *row, struct arena *arena)
{
    int known = 0, years = 0;
    for (int i = 0; i < row->count; i++) {
        const bool is_known = heading_find(form, row->cells[i].text, arena) >= 0;
        known += is_known;
        years += !is_known && heading_year(form, row->cells[i].text, arena);
    }
    return known ? known + years : 0;
}

/* What the first rows are when one of the separators parts them. */
struct trial {
    const struct csv_form *form;
    struct arena *arena, *scratch;
    char separator;
    int rows;        /* that were tried */
    int cells;       /* of the first */
    struct place at; /* the first */
    int widest;      /* texts of the widest row so far */
    int known;       /* headings that the heading row knows … */
    int heading_row; /* … and which row that is; -1: none */
    struct csv_row headings;
};

/* The row that knows most headings, the first of equals. What stands above it has fewer texts: a row of as many is the
   heading row itself, and in words that nobody knows, or the data has begun. */
static void try_row(struct csv_row *row, void *user)
{
    struct trial *trial = user;
    if (!trial->rows) {
        trial->cells = row->count;
        trial->at = row->place;
    }
    int known = row->count > trial->known ? headings_known(trial->form, row, trial->scratch) : 0;
    int texts = csv_row_texts(row);
    bool may_name = texts > trial->widest || known > 1;
    trial->widest = texts > trial->widest ? texts : trial->widest;
    if (may_name && known > trial->known) {
        trial->known = known;
        trial->heading_row = trial->rows;
        trial->headings = row_copy(row, trial->arena, trial->arena);
    }
    trial->rows++;
}

/* The separator under which the heading row knows most. Where none does, the one that parts
   the first row into most cells, for a message that fits the file. */
static struct trial separator_find(const struct csv_form *form, const struct source *source, struct arena *arena,
                                   struct arena *scratch)
{
    struct trial best = { .separator = separators[0], .heading_row = -1 };
    int most = form->options & CSV_ROWS_ABOVE ? ROWS_TRIED : 1;
    const int tried = source->sheet ? 1 : SEPARATOR_COUNT;
    for (int i = 0; i < tried; i++) {
        struct trial trial = {
            .form = form, .arena = arena, .scratch = scratch, .separator = separators[i], .heading_row = -1
        };
        rows_each(source, trial.separator, most, try_row, &trial, arena, scratch);
        bool is_wider = trial.known == best.known && !trial.known && trial.cells > best.cells;
        if (!i || trial.known > best.known || is_wider)
            best = trial;
    }
    return best;
}

/* "Vad, Hur, Vem": the form's headings as messages name them. */
static const char *headings_listed(const struct csv_form *form, bool required_only, struct arena *arena)
{
    struct text listed = text_new(arena);
    for (int i = 0; i < form->heading_count; i++) {
        if (required_only && !form->headings[i].is_required)
            continue;
        text_add(&listed, listed.size ? ", " : "");
        text_add(&listed, form->headings[i].names[0]);
    }
    return listed.bytes;
}

/* The column before that says the same, word for word or as another name of the same. */
static int column_before(const struct table *table, int column, int heading)
{
    if (heading >= 0)
        return table->csv->columns[heading];
    const struct csv_cell *cells = table->csv->headings.cells;
    for (int i = 0; *cells[column].text && i < column; i++)
        if (text_same(cells[i].text, cells[column].text))
            return i;
    return -1;
}

/* A column that is left aside must not be one that was misspelt. */
static void other_heading(struct table *table, const struct csv_cell *cell, int column)
{
    const struct csv_form *form = table->form;
    if (heading_alias(form, cell->text, table->arena)) {
        *list_add(&table->aside, table->arena) = cell->text;
        return;
    }
    int year = heading_year(form, cell->text, table->arena);
    if (year) {
        *list_add(&table->dated, table->arena) = (struct csv_dated){ year, column };
        return;
    }
    bool is_known = heading_is_aside(cell->text, table->arena);
    const char *nearest = is_known ? NULL : heading_nearest(form, cell->text, table->arena);
    *list_add(&table->aside, table->arena) = cell->text;
    if (!is_known)
        table->watched[column] = (struct watched){ .is_watched = true };
    if (nearest || !(form->options & CSV_OTHER_HEADINGS))
        diag_add(table->diags, DIAG_CSV_HEADING_UNKNOWN, cell->place,
                 ARGS(arg_text(cell->text), arg_text(nearest), arg_text(headings_listed(form, false, table->arena))));
}

static bool yields(const struct table *table, int heading, int column)
{
    const char *name = table->form->yields;
    return heading >= 0 && name && text_same(table->csv->headings.cells[column].text, name);
}

/* One of two columns under the same heading, where its name yields to the other's; −1: neither does. */
static int yielding(const struct table *table, int heading, int column, int before)
{
    if (before < 0 || yields(table, heading, column) == yields(table, heading, before))
        return -1;
    return yields(table, heading, column) ? column : before;
}

static void take_heading(struct table *table, int column)
{
    const struct csv_cell *cell = &table->csv->headings.cells[column];
    int heading = heading_find(table->form, cell->text, table->arena);
    int before = column_before(table, column, heading);
    const int aside = yielding(table, heading, column, before);
    struct csv_alias *alias = *cell->text ? heading_alias(table->form, cell->text, table->arena) : NULL;
    if (alias)
        alias->is_used = true;
    if (alias && heading < 0 && !word_of_text(words_none, alias->meant))
        diag_add(table->diags, DIAG_COLUMNS_MEANT, alias->place,
                 ARGS(arg_text(alias->meant), arg_text(headings_listed(table->form, false, table->arena))));
    if (aside >= 0) {
        *list_add(&table->aside, table->arena) = table->csv->headings.cells[aside].text;
        table->csv->columns[heading] = aside == column ? before : column;
    } else if (before >= 0)
        diag_add(table->diags, DIAG_CSV_HEADING_TWICE, cell->place,
                 ARGS(arg_text(cell->text), arg_text(table->csv->headings.cells[before].text)));
    else if (heading >= 0)
        table->csv->columns[heading] = column;
    else if (*cell->text)
        other_heading(table, cell, column);
}

const char *csv_encoding_name(enum csv_encoding encoding)
{
    return encoding == CSV_UTF_8 ? "UTF-8" : "Windows-1252";
}

const char *csv_heading_names(const struct csv_heading *heading, struct arena *arena)
{
    struct text names = text_new(arena);
    for (int i = 0; heading->names[i]; i++)
        text_addf(&names, "%s%s", i ? ", " : "", heading->names[i]);
    return names.bytes;
}

void csv_lacks(const struct csv *csv, const struct csv_heading *heading, struct arena *arena, struct diags *diags)
{
    struct text found = text_new(arena);
    for (int i = 0; i < csv->headings.count; i++)
        if (*csv->headings.cells[i].text)
            text_addf(&found, "%s%s", found.size ? ", " : "", text_tidy(arena, csv->headings.cells[i].text));
    diag_add(diags, DIAG_CSV_HEADING_MISSING, csv->headings.place,
             ARGS(arg_text(heading->names[0]), arg_text(csv_heading_names(heading, arena)), arg_text(found.bytes)));
}

static void take_headings(struct table *table)
{
    for (int i = 0; i < CSV_HEADING_ROOM; i++)
        table->csv->columns[i] = -1;
    table->watched = arena_take(table->arena, (size_t)table->csv->headings.count + 1, sizeof *table->watched);
    for (int i = 0; i < table->csv->headings.count; i++)
        take_heading(table, i);
    table->csv->dated = table->dated.items;
    table->csv->dated_count = table->dated.count;
    table->csv->columns_aside = table->aside.items;
    table->csv->aside_count = table->aside.count;
    for (int i = 0; i < table->form->heading_count; i++)
        if (table->form->headings[i].is_required && table->csv->columns[i] < 0)
            csv_lacks(table->csv, &table->form->headings[i], table->arena, table->diags);
}

static bool repeats_headings(const struct table *table, const struct csv_row *row)
{
    for (int i = 0; i < row->count; i++) {
        const char *text = row->cells[i].text;
        if (*text &&
            (i >= table->csv->headings.count || !heading_same(text, table->csv->headings.cells[i].text, table->arena)))
            return false;
    }
    return csv_row_texts(row) > 1 || csv_row_texts(&table->csv->headings) == 1;
}

/* The cells that a row has to have. */
static int cells_needed(const struct table *table)
{
    int needed = 0;
    if (table->csv->source->sheet)
        return 0;
    if (!(table->form->options & CSV_SHORT_ROWS))
        return table->csv->headings.count;
    for (int i = 0; i < table->form->heading_count; i++)
        if (table->form->headings[i].is_required && table->csv->columns[i] >= needed)
            needed = table->csv->columns[i] + 1;
    return needed;
}

/* Amounts and dates under a heading that nobody knows. */
static void watch_row(const struct table *table, const struct csv_row *row)
{
    for (int i = 0; i < row->count && i < table->csv->headings.count; i++) {
        struct watched *watched = &table->watched[i];
        if (!watched->is_watched || !*row->cells[i].text)
            continue;
        watched->texts++;
        if (!text_is_amount(row->cells[i].text))
            continue;
        if (!watched->amounts++)
            watched->like = (struct csv_cell){ arena_copy(table->arena, row->cells[i].text, strlen(row->cells[i].text)),
                                               row->cells[i].place };
    }
}

/* Where most cells are such, the column is one that should have been read. */
static void judge_columns(const struct table *table)
{
    for (int i = 0; i < table->csv->headings.count; i++) {
        const struct watched *watched = &table->watched[i];
        const struct csv_cell *heading = &table->csv->headings.cells[i];
        if (watched->amounts && 2 * watched->amounts > watched->texts)
            diag_add(table->diags, DIAG_CSV_COLUMN_AMOUNTS, heading->place,
                     ARGS(arg_text(heading->text), arg_text(watched->like.text),
                          arg_text(headings_listed(table->form, false, table->arena)),
                          arg_text(table->form->headings[table->form->amount].names[0])));
    }
}

static void check_row(const struct table *table, const struct csv_row *row)
{
    const struct csv_row *headings = &table->csv->headings;
    if (row->count < cells_needed(table) && csv_row_texts(row) > 1)
        diag_add(table->diags, DIAG_CSV_ROW_SHORT, row->place, ARGS(arg_count(row->count), arg_count(headings->count)));
    for (int i = 0; i < row->count; i++) {
        bool has_heading = i < headings->count && *headings->cells[i].text;
        if (*row->cells[i].text && !has_heading)
            diag_add(table->diags, DIAG_CSV_OUTSIDE, row->cells[i].place, ARGS(arg_text(row->cells[i].text)));
    }
}

/* The rows on their way to the caller. */
struct pass {
    struct table table;
    bool is_usable; /* else headings are missing, and rows are read for their faults alone */
    csv_take *take; /* NULL: they are kept */
    void *user;
    LIST(struct csv_row) kept;
    struct arena *keeps; /* them, but for their texts */
    int rows;            /* that have passed */
    struct arena *scratch;
};

static void use_row(struct pass *pass, struct csv_row *row, bool is_below)
{
    const struct table *table = &pass->table;
    if (is_below) {
        row->repeats_headings = repeats_headings(table, row);
        table->csv->repeated += row->repeats_headings;
        if (!row->repeats_headings) {
            check_row(table, row);
            watch_row(table, row);
        }
    }
    if (!pass->take)
        *list_add(&pass->kept, pass->keeps) = row_copy(row, pass->keeps, table->arena);
    else if (is_below && !row->repeats_headings)
        pass->take(table->csv, row, table->diags, pass->user);
}

/* A title that says what figures are in. */
static void note_power(struct pass *pass, const struct csv_row *row)
{
    for (int i = 0; i < row->count; i++) {
        const int power = title_power(row->cells[i].text, pass->scratch);
        if (power >= 0)
            pass->table.csv->power_above = power;
    }
}

static void pass_row(struct csv_row *row, void *user)
{
    struct pass *pass = user;
    if (pass->rows < pass->table.csv->heading_row)
        note_power(pass, row);
    if (pass->is_usable)
        use_row(pass, row, pass->rows > pass->table.csv->heading_row);
    pass->rows++;
}

/* What is wrong with the file as rows; false if nothing can be told from them. */
static bool rows_are_good(const struct pass *pass, const struct rows_fault *fault, const struct trial *trial,
                          struct diags *diags)
{
    const struct table *table = &pass->table;
    bool some = *headings_listed(table->form, true, table->arena);
    if (fault->id != DIAG_COUNT)
        diag_add(diags, fault->id, fault->place, ARGS(arg_place(fault->began)));
    else if (!pass->rows)
        diag_add(diags, DIAG_CSV_EMPTY, ((struct place){ table->csv->source, 0, 0 }),
                 ARGS(arg_text(headings_listed(table->form, false, table->arena))));
    else if (trial->heading_row < 0)
        diag_add(diags, DIAG_CSV_NO_HEADINGS, trial->at,
                 ARGS(arg_text(headings_listed(table->form, some, table->arena))));
    return fault->id == DIAG_COUNT && trial->heading_row >= 0;
}

/* Single rows and headings are not judged in a file that cannot be read as rows. */
static bool read_rows(struct pass *pass, struct diags *diags)
{
    struct table *table = &pass->table;
    struct csv *csv = table->csv;
    const struct trial trial = separator_find(table->form, csv->source, table->arena, pass->scratch);
    csv->separator = trial.separator;
    csv->heading_row = trial.heading_row;
    csv->headings = trial.headings;
    csv->power_above = -1;
    table->diags = diags_new(table->arena);
    if (trial.heading_row >= 0)
        take_headings(table);
    pass->is_usable = trial.heading_row >= 0 && !diags_errors(table->diags);
    const struct rows_fault fault =
        rows_each(csv->source, csv->separator, INT_MAX, pass_row, pass, table->arena, pass->scratch);
    if (!rows_are_good(pass, &fault, &trial, diags))
        return false;
    if (pass->is_usable)
        judge_columns(table);
    diags_add_all(diags, table->diags);
    csv->rows = pass->kept.items;
    csv->row_count = pass->kept.count;
    return pass->is_usable;
}

/* The table that the bytes are, kept or handed over; they outlive it, and end with a NUL. */
static const struct csv *read_table(const struct csv_file *file, const char *name, const char *bytes, size_t size,
                                    struct pass *pass, struct diags *diags)
{
    struct table *table = &pass->table;
    assert(table->form->heading_count <= CSV_HEADING_ROOM);
    struct csv *csv = table->csv = arena_take(table->arena, 1, sizeof *csv);
    csv->source = table_source(file, name, bytes, size, &csv->encoding, table->arena, diags);
    if (!csv->source)
        return NULL;
    pass->scratch = arena_like(table->arena);
    bool is_good = read_rows(pass, diags);
    arena_free(pass->scratch);
    return is_good ? csv : NULL;
}

static const struct csv *load_table(const struct csv_file *file, struct pass *pass, struct diags *diags)
{
    size_t size;
    const char *path = path_beside(file->place.source ? file->place.source->name : "", file->named, pass->table.arena);
    const char *bytes = bytes_load(path, file->place, &size, pass->table.arena, diags);
    return bytes ? read_table(file, path, bytes, size, pass, diags) : NULL;
}

const struct csv *csv_read(const char *name, const char *bytes, size_t size, int order, const struct csv_form *form,
                           struct arena *arena, struct diags *diags)
{
    struct pass pass = { .table = { .form = form, .arena = arena }, .keeps = arena };
    const struct csv_file file = { .named = name, .order = order };
    return read_table(&file, name, arena_copy(arena, bytes, size), size, &pass, diags);
}

const struct csv *csv_load(const struct csv_file *file, const struct csv_form *form, struct arena *arena,
                           struct arena *rows, struct diags *diags)
{
    struct pass pass = { .table = { .form = form, .arena = arena }, .keeps = rows };
    return load_table(file, &pass, diags);
}

const struct csv *csv_walk(const struct csv_file *file, const struct csv_form *form, csv_take *take, void *user,
                           struct arena *arena, struct diags *diags)
{
    struct pass pass = { .table = { .form = form, .arena = arena }, .take = take, .user = user };
    return load_table(file, &pass, diags);
}

struct csv_cell csv_cell(const struct csv *csv, const struct csv_row *row, int heading)
{
    int column = csv->columns[heading];
    if (column >= 0 && column < row->count)
        return row->cells[column];
    const struct csv_cell *last = &row->cells[row->count - 1];
    return (struct csv_cell){ "", { csv->source, last->place.offset + last->place.size, 0 } };
}

int csv_row_texts(const struct csv_row *row)
{
    int texts = 0;
    for (int i = 0; i < row->count; i++)
        texts += *row->cells[i].text != '\0';
    return texts;
}
