/* What the rows mean: which separator they were written with, which of them is the heading
   row, and which heading of the caller's each column stands under. */

#include <medfin/read/csv.h>

#include <assert.h>
#include <limits.h>
#include <string.h>

#include <medfin/base/text.h>

#include "encoding.h"
#include "lines.h"
#include "load.h"
#include "rows.h"

enum { ROWS_TRIED = 100 }; /* a heading row stands among the first */

static const char separators[] = { ';', '\t', ',' };
enum { SEPARATOR_COUNT = sizeof separators };

struct table {
    const struct csv_form *form;
    struct csv *csv;
    const struct csv_row *headings;
    struct arena *arena;
    struct diags *diags;
};

/* A heading as it is compared: one blank for any number of blanks and line ends. */
static const char *heading_folded(const char *text, struct arena *arena)
{
    struct text out = text_new(arena);
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        const char *next = at;
        while (next < end && (*next == '\n' || blank_size(next, end)))
            next += *next == '\n' ? 1 : blank_size(next, end);
        if (next > at)
            text_add(&out, " ");
        else
            text_add_bytes(&out, at, text_step(at, (size_t)(end - at))),
                next = at + text_step(at, (size_t)(end - at));
        at = next;
    }
    return out.bytes;
}

/* Whether texts may be the same but for case: a look at their first letters spares most rows the rest. */
static bool may_be_same(const char *a, const char *b)
{
    enum { CASE = 0x20, ASCII_END = 0x80 };
    unsigned char first = (unsigned char)*a, second = (unsigned char)*b;
    return first >= ASCII_END || second >= ASCII_END || (first | CASE) == (second | CASE);
}

/* The heading of the form that the text is; -1 for none. */
static int heading_find(const struct csv_form *form, const char *text, struct arena *arena)
{
    const char *folded = NULL;
    for (int i = 0; *text && i < form->heading_count; i++)
        for (int k = 0; k < CSV_NAME_ROOM && form->headings[i].names[k]; k++) {
            if (!may_be_same(form->headings[i].names[k], text))
                continue;
            folded = folded ? folded : heading_folded(text, arena);
            if (text_same(form->headings[i].names[k], folded))
                return i;
        }
    return -1;
}

static int headings_known(const struct csv_form *form, const struct csv_row *row, struct arena *arena)
{
    int known = 0;
    for (int i = 0; i < row->count; i++)
        known += heading_find(form, row->cells[i].text, arena) >= 0;
    return known;
}

/* The row that knows most headings, the first of equals; -1 if none knows any. */
static int heading_row_find(const struct csv_form *form, const struct rows *rows, int *known,
                            struct arena *arena)
{
    int found = -1, most = form->options & CSV_ROWS_ABOVE ? ROWS_TRIED : 1;
    *known = 0;
    for (int i = 0; i < rows->list.count && i < most; i++) {
        int here = headings_known(form, &rows->list.items[i], arena);
        if (here > *known) {
            *known = here;
            found = i;
        }
    }
    return found;
}

/* The separator under which the heading row knows most. Where none does, the one that parts
   the first row into most cells, for a message that fits the file. */
static char separator_find(const struct csv_form *form, const struct source *source, struct arena *arena)
{
    char best = separators[0];
    int best_known = 0, best_cells = 0;
    for (int i = 0; i < SEPARATOR_COUNT; i++) {
        struct rows rows;
        int known;
        rows_read(source, separators[i], ROWS_TRIED, &rows, arena);
        heading_row_find(form, &rows, &known, arena);
        int cells = rows.list.count ? rows.list.items[0].count : 0;
        if (known > best_known || (known == best_known && !known && cells > best_cells)) {
            best = separators[i];
            best_known = known;
            best_cells = cells;
        }
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

static const char *heading_nearest(const struct table *table, const char *text)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < table->form->heading_count; i++)
        for (int k = 0; k < CSV_NAME_ROOM && table->form->headings[i].names[k]; k++)
            *list_add(&names, table->arena) = table->form->headings[i].names[k];
    *list_add(&names, table->arena) = NULL;
    return text_nearest(text, names.items, table->arena);
}

/* The column before that says the same, word for word or as another name of the same. */
static int column_before(const struct table *table, int column, int heading)
{
    if (heading >= 0)
        return table->csv->columns[heading];
    const struct csv_cell *cells = table->headings->cells;
    for (int i = 0; *cells[column].text && i < column; i++)
        if (text_same(cells[i].text, cells[column].text))
            return i;
    return -1;
}

enum { SHORTEST_SLIP = 5 }; /* letters: two short words are near each other by chance */

/* A column that is left aside must not be one that was misspelt. */
static void other_heading(const struct table *table, const struct csv_cell *cell)
{
    const char *nearest = heading_nearest(table, cell->text);
    bool is_slip = nearest && text_columns(cell->text) >= SHORTEST_SLIP;
    if (is_slip || !(table->form->options & CSV_OTHER_HEADINGS))
        diag_add(table->diags, DIAG_CSV_HEADING_UNKNOWN, cell->place,
                 ARGS(arg_text(cell->text), arg_text(nearest),
                      arg_text(headings_listed(table->form, false, table->arena))));
}

static void take_heading(struct table *table, int column)
{
    const struct csv_cell *cell = &table->headings->cells[column];
    int heading = heading_find(table->form, cell->text, table->arena);
    int before = column_before(table, column, heading);
    if (before >= 0)
        diag_add(table->diags, DIAG_CSV_HEADING_TWICE, cell->place,
                 ARGS(arg_text(cell->text), arg_text(table->headings->cells[before].text)));
    else if (heading >= 0)
        table->csv->columns[heading] = column;
    else if (*cell->text)
        other_heading(table, cell);
}

const char *csv_heading_names(const struct csv_heading *heading, struct arena *arena)
{
    struct text names = text_new(arena);
    for (int i = 0; i < CSV_NAME_ROOM && heading->names[i]; i++)
        text_addf(&names, "%s%s", i ? ", " : "", heading->names[i]);
    return names.bytes;
}

static void take_headings(struct table *table)
{
    for (int i = 0; i < CSV_HEADING_ROOM; i++)
        table->csv->columns[i] = -1;
    for (int i = 0; i < table->headings->count; i++)
        take_heading(table, i);
    for (int i = 0; i < table->form->heading_count; i++)
        if (table->form->headings[i].is_required && table->csv->columns[i] < 0)
            diag_add(table->diags, DIAG_CSV_HEADING_MISSING, table->headings->place,
                     ARGS(arg_text(table->form->headings[i].names[0]),
                          arg_text(csv_heading_names(&table->form->headings[i], table->arena))));
}

static bool repeats_headings(const struct table *table, const struct csv_row *row)
{
    for (int i = 0; i < row->count; i++) {
        if (*row->cells[i].text && i < table->headings->count &&
            !may_be_same(row->cells[i].text, table->headings->cells[i].text))
            return false;
        const char *text = heading_folded(row->cells[i].text, table->arena);
        if (*text && (i >= table->headings->count ||
                      !text_same(text, heading_folded(table->headings->cells[i].text, table->arena))))
            return false;
    }
    return csv_row_texts(row) > 1 || csv_row_texts(table->headings) == 1;
}

/* The cells that a row has to have. */
static int cells_needed(const struct table *table)
{
    int needed = 0;
    if (!(table->form->options & CSV_SHORT_ROWS))
        return table->headings->count;
    for (int i = 0; i < table->form->heading_count; i++)
        if (table->form->headings[i].is_required && table->csv->columns[i] >= needed)
            needed = table->csv->columns[i] + 1;
    return needed;
}

static void check_row(const struct table *table, const struct csv_row *row)
{
    const struct csv_row *headings = table->headings;
    if (row->count < cells_needed(table))
        diag_add(table->diags, DIAG_CSV_ROW_SHORT, row->place,
                 ARGS(arg_count(row->count), arg_count(headings->count)));
    for (int i = 0; i < row->count; i++) {
        bool has_heading = i < headings->count && *headings->cells[i].text;
        if (*row->cells[i].text && !has_heading)
            diag_add(table->diags, DIAG_CSV_OUTSIDE, row->cells[i].place, ARGS(arg_text(row->cells[i].text)));
    }
}

/* What is wrong with the file as rows; false if nothing can be told from them. */
static bool rows_are_good(const struct table *table, const struct rows *rows)
{
    const struct source *source = table->csv->source;
    if (rows->fault != DIAG_COUNT)
        diag_add(table->diags, rows->fault, rows->place, ARGS(arg_place(rows->began)));
    else if (!rows->list.count)
        diag_add(table->diags, DIAG_CSV_EMPTY, (struct place){ source, 0, 0 },
                 ARGS(arg_text(headings_listed(table->form, false, table->arena))));
    return rows->fault == DIAG_COUNT && rows->list.count > 0;
}

const struct csv *csv_read(const char *name, const char *bytes, size_t size, int order,
                           const struct csv_form *form, struct arena *arena, struct diags *diags)
{
    assert(form->heading_count <= CSV_HEADING_ROOM);
    struct csv *csv = arena_take(arena, 1, sizeof *csv);
    csv->source = source_decode(name, bytes, size, order, &csv->encoding, arena, diags);
    if (!csv->source)
        return NULL;
    struct table table = { .form = form, .csv = csv, .arena = arena, .diags = diags };
    struct rows rows;
    csv->separator = separator_find(form, csv->source, arena);
    rows_read(csv->source, csv->separator, INT_MAX, &rows, arena);
    if (!rows_are_good(&table, &rows))
        return NULL;
    int known;
    csv->rows = rows.list.items;
    csv->row_count = rows.list.count;
    csv->heading_row = heading_row_find(form, &rows, &known, arena);
    if (csv->heading_row < 0) {
        bool some = *headings_listed(form, true, arena);
        diag_add(diags, DIAG_CSV_NO_HEADINGS, rows.list.items[0].place,
                 ARGS(arg_text(headings_listed(form, some, arena))));
        return NULL;
    }
    table.headings = &csv->rows[csv->heading_row];
    int errors = diags_errors(diags);
    take_headings(&table);
    if (diags_errors(diags) > errors)
        return NULL;
    for (int i = csv->heading_row + 1; i < csv->row_count; i++) {
        rows.list.items[i].repeats_headings = repeats_headings(&table, &csv->rows[i]);
        if (!csv->rows[i].repeats_headings)
            check_row(&table, &csv->rows[i]);
    }
    return csv;
}

const struct csv *csv_load(const char *named, struct place place, int order, const struct csv_form *form,
                           struct arena *arena, struct diags *diags)
{
    size_t size;
    const char *path = path_beside(place.source ? place.source->name : "", named, arena);
    const char *bytes = bytes_load(path, place, &size, arena, diags);
    return bytes ? csv_read(path, bytes, size, order, form, arena, diags) : NULL;
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
