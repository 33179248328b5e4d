#include <medfin/workbook/changed.h>

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/read/cells.h>
#include <medfin/sheet/sheet.h>
#include <medfin/system/path.h>
#include <medfin/values/value.h>

#include "entered.h"

/* A row of the sheet as it was given back. */
struct given_row {
    const struct sheet_cell *at[INPUT_COLUMNS]; /* NULL: empty */
};

/* A value of which something is changed. */
struct change {
    const struct input *input; /* the first part of it that is */
    const struct sheet_cell *cell;
    struct value value;
};

struct reading {
    const struct given_back *given;
    struct making making; /* of the project as it is now */
    const struct sheet_cells *cells;
    struct names known;   /* the inputs' numbers, from 1, by part and path */
    struct place *places; /* of each input its row's path; without a source: it has not been seen */
    bool is_of_others;    /* written of other files */
    int live;             /* rows of what can be changed */
    int known_live;       /* … that the project has too */
    LIST(struct change) changes;
    struct arena *arena;
    struct diags *diags;
};

/* Where a cell stands, empty or not. */
static struct place place_of_cell(const struct reading *reading, int row, int column)
{
    const struct source *source = reading->cells->source;
    if (row >= source->line_count)
        return place_at(source, source->size, 0);
    size_t at = source->line_starts[row];
    bool is_quoted = false;
    for (; column && at < source->size && (is_quoted || source->bytes[at] != '\n'); at++) {
        is_quoted ^= source->bytes[at] == '"';
        column -= source->bytes[at] == ';' && !is_quoted;
    }
    return place_at(source, at, 0);
}

static const char *shown(const struct reading *reading, const struct sheet_cell *cell)
{
    const struct place place = cell->place;
    return arena_copy(reading->arena, place.source->bytes + place.offset, place.size);
}

/* What is wrong with a cell, and with which value. */
static bool fault(const struct reading *reading, enum diag_id id, struct place place, const struct input *input,
                  const char *second, const char *third)
{
    const char *english = input_path(&reading->making, input, LANGUAGE_EN);
    const char *swedish = input_path(&reading->making, input, LANGUAGE_SV);
    diag_add(reading->diags, id, place,
             ARGS(arg_either(english, swedish), arg_text(second ? second : ""), arg_text(third ? third : "")));
    return false;
}

static const char *text_of(const struct reading *reading, const struct input *input, const struct value *value)
{
    const struct word *words = input->fact->by ? input->fact->by->key->words : NULL;
    return value_text(reading->arena, value, words, reading->given->doc->language);
}

/* The value with a part of it so. */
static const char *text_with(const struct reading *reading, const struct input *input, int64_t part)
{
    struct value value = input->fact->value;
    part_put(input, part, &value);
    return text_of(reading, input, &value);
}

static const char *statuses(const struct reading *reading)
{
    struct text text = text_new(reading->arena);
    for (const struct word *word = words_status; word->english; word++)
        text_addf(&text, "%s%s", word == words_status ? "" : ", ",
                  reading->given->doc->language == LANGUAGE_SV ? word->swedish : word->english);
    return text.bytes;
}

static bool told(const struct reading *reading, const struct input *input, const struct sheet_cell *cell,
                 enum entered entered)
{
    switch (entered) {
    case ENTERED:
        return true;
    case ENTERED_FORMULA:
        return fault(reading, DIAG_WORKBOOK_FORMULA, cell->place, input,
                     arena_text(reading->arena, "=%s", cell->formula), NULL);
    case ENTERED_OTHER:
        if (input_is_status(input))
            return fault(reading, DIAG_WORKBOOK_STATUS, cell->place, input, shown(reading, cell), statuses(reading));
        return fault(reading, DIAG_WORKBOOK_TEXT, cell->place, input, shown(reading, cell), NULL);
    case ENTERED_FINE:
        return fault(reading, DIAG_WORKBOOK_DECIMALS, cell->place, input, shown(reading, cell),
                     arena_text(reading->arena, "%d", input->decimals));
    case ENTERED_LARGE:
        break;
    }
    return fault(reading, DIAG_WORKBOOK_BOUNDS, cell->place, input, text_with(reading, input, input->low),
                 text_with(reading, input, input->high));
}

/* A row. */

static void add_change(struct reading *reading, const struct input *input, const struct sheet_cell *cell, int64_t part)
{
    for (int i = reading->changes.count - 1; i >= 0; i--)
        if (reading->changes.items[i].input->fact == input->fact) {
            part_put(input, part, &reading->changes.items[i].value);
            return;
        }
    struct change *change = list_add(&reading->changes, reading->arena);
    *change = (struct change){ input, cell, input->fact->value };
    part_put(input, part, &change->value);
}

/* What medfin wrote beside it: false where it was not known. */
static bool part_written(const struct reading *reading, const struct input *input, const struct given_row *row,
                         int64_t *part)
{
    const struct sheet_cell *cell = row->at[MEDFINS];
    return cell && part_entered(&reading->making, input, cell, part) == ENTERED;
}

static void take_input(struct reading *reading, const struct input *input, const struct given_row *row)
{
    const struct sheet_cell *cell = row->at[VALUE], *path = row->at[PATH];
    int64_t written, entered = 0, now = part_now(input);
    bool was_known = part_written(reading, input, row, &written);
    if (!cell && was_known) {
        fault(reading, DIAG_WORKBOOK_EMPTY, place_of_cell(reading, path->row, VALUE), input,
              text_with(reading, input, written), NULL);
        return;
    }
    if (cell && !told(reading, input, cell, part_entered(&reading->making, input, cell, &entered)))
        return;
    bool is_changed = cell && !(was_known && entered == written);
    if (is_changed && !told(reading, input, cell, part_allowed(&reading->making, input, entered)))
        return;
    bool is_older = was_known == input_is_open(input) || (was_known && written != now);
    if (is_older && !(is_changed && entered == now && !input_is_open(input)))
        fault(reading, is_changed ? DIAG_WORKBOOK_OLDER_CHANGE : DIAG_WORKBOOK_OLDER, path->place, input,
              was_known ? text_with(reading, input, written) : "?", text_of(reading, input, &input->fact->value));
    if (is_changed && (input_is_open(input) || entered != now))
        add_change(reading, input, cell, entered);
}

static bool is_live_row(const struct given_row *row)
{
    return row->at[IS_OK];
}

static bool is_changed_row(const struct given_row *row)
{
    const struct sheet_cell *value = row->at[VALUE], *medfins = row->at[MEDFINS];
    return value ? !medfins || value->formula || strcmp(value->text, medfins->text) != 0 : medfins != NULL;
}

/* What cannot be changed there stands as it was written, unless it could when that was. */
static void check_fixed(const struct reading *reading, const struct input *input, const struct given_row *row)
{
    const struct sheet_cell *cell = row->at[VALUE];
    int64_t entered;
    bool is_same =
        cell && part_entered(&reading->making, input, cell, &entered) == ENTERED && entered == part_now(input);
    const char *now = text_of(reading, input, &input->fact->value);
    if (is_same || (input_is_open(input) && !cell))
        return;
    if (cell && is_live_row(row) && !is_changed_row(row))
        fault(reading, DIAG_WORKBOOK_OLDER, row->at[PATH]->place, input, shown(reading, cell), now);
    else
        fault(reading, DIAG_WORKBOOK_FIXED, place_of_cell(reading, row->at[PATH]->row, VALUE), input, now, NULL);
}

/* The project has no such value. */
static void take_unknown(const struct reading *reading, const struct given_row *row)
{
    const struct sheet_cell *path = row->at[PATH];
    /* What stands unchanged in a workbook of other files has been told with these. */
    if (is_live_row(row) && (is_changed_row(row) || !reading->is_of_others))
        diag_add(reading->diags, is_changed_row(row) ? DIAG_WORKBOOK_PATH : DIAG_WORKBOOK_GONE, path->place,
                 ARGS(arg_text(path->text)));
}

static const char *known_as(const struct reading *reading, const char *path, const char *part)
{
    return arena_text(reading->arena, "%s %s", part, path_translated(reading->arena, path, LANGUAGE_EN));
}

static int input_of_row(const struct reading *reading, const struct given_row *row)
{
    const struct sheet_cell *part = row->at[PART];
    return names_find(&reading->known, known_as(reading, row->at[PATH]->text, part ? part->text : "")) - 1;
}

static void take_row(struct reading *reading, const struct given_row *row)
{
    int number = input_of_row(reading, row);
    if (number < 0) {
        take_unknown(reading, row);
        return;
    }
    const struct input *input = &reading->making.input_rows.items[number];
    if (reading->places[number].source)
        fault(reading, DIAG_WORKBOOK_TWICE, row->at[PATH]->place, input, NULL, NULL);
    else if (input->is_live)
        take_input(reading, input, row);
    else
        check_fixed(reading, input, row);
    reading->places[number] = row->at[PATH]->place;
}

/* The sheet. */

typedef LIST(struct given_row) row_list;

static row_list rows_of(struct reading *reading)
{
    row_list rows = { 0 };
    int at = -1;
    for (int i = 0; i < reading->cells->count; i++) {
        const struct sheet_cell *cell = &reading->cells->items[i];
        if (cell->row < INPUTS_FIRST || cell->column >= INPUT_COLUMNS)
            continue;
        if (cell->row != at)
            *list_add(&rows, reading->arena) = (struct given_row){ 0 };
        at = cell->row;
        rows.items[rows.count - 1].at[cell->column] = cell;
    }
    int kept = 0;
    for (int i = 0; i < rows.count; i++)
        if (rows.items[i].at[PATH])
            rows.items[kept++] = rows.items[i];
    rows.count = kept;
    return rows;
}

static const struct sheet_cell *cell_in(const struct sheet_cells *cells, int row, int column)
{
    for (int i = 0; i < cells->count; i++)
        if (cells->items[i].row == row && cells->items[i].column == column)
            return &cells->items[i];
    return NULL;
}

static const struct sheet_cell *cell_at(const struct reading *reading, int row, int column)
{
    return cell_in(reading->cells, row, column);
}

/* False after a fault: a column that stands elsewhere. */
static bool check_headings(const struct reading *reading)
{
    for (int column = 0; column < INPUT_COLUMNS; column++) {
        const struct sheet_cell *cell = cell_at(reading, INPUTS_HEAD, column);
        const char *title = input_title((enum input_column)column);
        bool is_there = cell && (strcmp(cell->text, title) == 0 || strcmp(cell->text, tr_in(LANGUAGE_SV, title)) == 0);
        if (is_there)
            continue;
        diag_add(reading->diags, DIAG_WORKBOOK_HEADING,
                 cell ? cell->place : place_of_cell(reading, INPUTS_HEAD, column), ARGS(arg_word(title)));
        return false;
    }
    return true;
}

static void know_inputs(struct reading *reading)
{
    int count = reading->making.input_rows.count;
    reading->places = arena_take(reading->arena, (size_t)count + 1, sizeof *reading->places);
    for (int i = 0; i < count; i++) {
        const struct input *input = &reading->making.input_rows.items[i];
        const char *path = input_path(&reading->making, input, LANGUAGE_EN);
        const char *name = known_as(reading, path, arena_text(reading->arena, "%d", input->field));
        *names_number(&reading->known, name, reading->arena) = i + 1;
    }
}

/* Fewer rows than were written: some were deleted; else the project has got values since. */
static void check_missing(const struct reading *reading)
{
    const struct sheet_cell *count = cell_at(reading, INPUTS_COUNT, VALUE);
    int64_t written = 0;
    bool is_told = count && count->is_number && number_entered(count->text, 0, &written) == ENTERED;
    bool are_deleted = !is_told || reading->live < written;
    struct place above = place_of_cell(reading, INPUTS_HEAD, PATH);
    for (int i = 0; i < reading->making.input_rows.count; i++) {
        const struct input *input = &reading->making.input_rows.items[i];
        if (reading->places[i].source)
            above = reading->places[i];
        else if (input->is_live)
            fault(reading, are_deleted ? DIAG_WORKBOOK_ROW : DIAG_WORKBOOK_NEWER, above, input,
                  place_short(reading->arena, input->fact->by->place), NULL);
    }
}

static void check_files(struct reading *reading)
{
    const struct sheet_cell *written = cell_at(reading, INPUTS_FILES, VALUE);
    const char *now = reading->given->files;
    reading->is_of_others = written && strcmp(written->text, now) != 0;
    if (reading->is_of_others)
        diag_add(reading->diags, DIAG_WORKBOOK_FILES, written->place, ARGS(arg_text(written->text), arg_text(now)));
}

static void take_rows(struct reading *reading, const row_list *rows)
{
    for (int i = 0; i < rows->count; i++) {
        bool is_live = is_live_row(&rows->items[i]);
        reading->live += is_live;
        reading->known_live += is_live && input_of_row(reading, &rows->items[i]) >= 0;
    }
    if (rows->count && !reading->known_live) {
        diag_add(reading->diags, DIAG_WORKBOOK_OTHER, rows->items[0].at[PATH]->place,
                 ARGS(arg_text(reading->making.book->title)));
        return;
    }
    check_files(reading);
    for (int i = 0; i < rows->count; i++)
        take_row(reading, &rows->items[i]);
    check_missing(reading);
}

/* Statements. */

/* The sheet with each changed value as a file would say it, in its cell. */
static struct text said_texts(const struct reading *reading, const uint32_t **starts, int *count)
{
    struct text lines = text_new(reading->arena);
    LIST(uint32_t) begun = { 0 };
    *list_add(&begun, reading->arena) = 0;
    for (int i = 0; i < reading->changes.count; i++) {
        const struct change *change = &reading->changes.items[i];
        while (begun.count <= change->cell->row) {
            text_add(&lines, "\n");
            *list_add(&begun, reading->arena) = (uint32_t)lines.size;
        }
        text_addf(&lines, ";%s", text_of(reading, change->input, &change->value));
    }
    *starts = begun.items;
    *count = begun.count;
    return lines;
}

static void add_scenario(const struct reading *reading, struct place place, statement_list *changed)
{
    struct statement said = {
        .layer = reading->given->layer, .section = SECTION_SCENARIO, .id = "", .place = place, .key_place = place
    };
    said.key = NULL;
    said.at = -1;
    *list_add(changed, reading->arena) = said;
    said.key = key_find(SECTION_SCENARIO, "title", &said.at);
    said.value = (struct value){ .kind = VALUE_TEXT, .text = path_name(reading->given->path) };
    *list_add(changed, reading->arena) = said;
}

static int by_row(const void *a, const void *b)
{
    const struct change *first = a, *second = b;
    return (first->cell->row > second->cell->row) - (first->cell->row < second->cell->row);
}

static void add_statements(struct reading *reading, statement_list *changed)
{
    const uint32_t *starts;
    int count;
    if (!reading->changes.count)
        return;
    sort_list(&reading->changes, by_row, reading->arena);
    const struct text lines = said_texts(reading, &starts, &count);
    const struct source *sheet = reading->cells->source;
    const struct source *source = source_of_sheet(reading->arena, sheet->name, sheet->sheet, lines.bytes, lines.size,
                                                  sheet->order, starts, count);
    add_scenario(reading, place_at(source, 0, 0), changed);
    for (int i = 0; i < reading->changes.count; i++) {
        const struct change *change = &reading->changes.items[i];
        const struct statement *by = change->input->fact->by;
        const char *text = text_of(reading, change->input, &change->value);
        struct statement said = { .layer = reading->given->layer, .at = by->at, .section = by->section };
        said.id = by->id;
        said.key = by->key;
        said.paths = by->paths;
        said.is_setting = true;
        said.source = "antagande";
        said.place = said.key_place = place_at(source, starts[change->cell->row] + 1, strlen(text));
        if (value_read(said.key, OPERATION_SET, text, said.place, &said.value, reading->arena, reading->diags))
            *list_add(changed, reading->arena) = said;
    }
}

static const struct sheet_cells *inputs_load(const char *path, int order, read_file_list *read, struct arena *arena,
                                             struct diags *diags)
{
    const char *const sheets[] = { tr(N_("Inputs")), "Inputs", tr_in(LANGUAGE_SV, "Inputs"), NULL };
    return cells_load(path, sheets, order, read, arena, diags);
}

bool workbook_is_own(const char *path, struct arena *arena)
{
    read_file_list read = { 0 };
    struct reading reading = { .arena = arena, .diags = diags_new(arena) };
    reading.cells = inputs_load(path, 0, &read, arena, reading.diags);
    return reading.cells && check_headings(&reading);
}

const char *workbook_files(const char *path, struct arena *arena)
{
    const struct sheet_cells *cells = inputs_load(path, 0, &(read_file_list){ 0 }, arena, diags_new(arena));
    const struct sheet_cell *files = cells ? cell_in(cells, INPUTS_FILES, VALUE) : NULL;
    return files ? files->text : "";
}

bool workbook_changed(const struct given_back *given, statement_list *changed, read_file_list *read,
                      struct diags *diags)
{
    struct arena *arena = given->doc->arena;
    int errors = diags_errors(diags);
    struct reading reading = { .given = given, .arena = arena, .diags = diags };
    reading.cells = inputs_load(given->path, given->order, read, arena, diags);
    if (!reading.cells || !check_headings(&reading))
        return false;
    reading.making = making_of(given->doc, &(struct workbook_of){ .plan = given->plan, .files = given->files });
    know_inputs(&reading);
    const row_list rows = rows_of(&reading);
    take_rows(&reading, &rows);
    if (diags_errors(diags) == errors)
        add_statements(&reading, changed);
    return diags_errors(diags) == errors;
}
