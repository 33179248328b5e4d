#include "cells.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 1048576, MOST_COLUMNS = 16384 }; /* of a sheet */

/* What is collected of the cell that is open. */
enum collected { COLLECT_NOTHING, COLLECT_TEXT, COLLECT_FORMULA };

struct reading {
    struct cells *cells;
    enum collected collected;
    bool is_pronounced, is_hidden;
    int column;         /* of the cell that is open, the first is 0 */
    int columns_parted; /* separators in the row's line */
    char type[16];
    enum number_form form;
    bool has_formula;
    struct text value, formula;
    bool is_over;
};

/* The number behind the letters of "C7", or 0. */
static long row_named(const char *name)
{
    return name ? strtol(name + strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NULL, 10) : 0;
}

/* 2 of "C7"; −1 of nothing. */
static int column_named(const char *name)
{
    int column = 0;
    for (; name && *name >= 'A' && *name <= 'Z' && column <= MOST_COLUMNS; name++)
        column = column * ('Z' - 'A' + 1) + *name - 'A' + 1;
    return column - 1;
}

static void begin_line(struct cells *cells)
{
    if (cells->starts.count)
        text_add(&cells->lines, "\n");
    *list_add(&cells->starts, cells->arena) = (uint32_t)cells->lines.size;
}

/* A row that does not say its number is the one behind the last. Rows in another order are in no sheet of a program's.
 */
static void begin_row(struct reading *reading, const char *number, bool is_hidden)
{
    struct cells *cells = reading->cells;
    long row = number ? row_named(number) : cells->starts.count + 1;
    reading->is_over = reading->is_over || row <= cells->starts.count || row > MOST_ROWS;
    if (reading->is_over)
        return;
    while (cells->starts.count < row)
        begin_line(cells);
    reading->column = -1;
    reading->columns_parted = 0;
    reading->is_hidden = is_hidden;
}

static void begin_cell(struct reading *reading, const char **attributes)
{
    const char *name = xml_attribute(attributes, "r"), *type = xml_attribute(attributes, "t");
    int column = name ? column_named(name) : reading->column + 1;
    if (!reading->cells->starts.count || column <= reading->column || column >= MOST_COLUMNS)
        reading->is_over = true;
    reading->column = column;
    reading->type[0] = '\0';
    strncat(reading->type, type ? type : "n", sizeof reading->type - 1);
    reading->form = styles_form(reading->cells->styles, xml_attribute(attributes, "s"));
    reading->has_formula = false;
    arena_clear(reading->value.arena);
    reading->value = text_new(reading->value.arena);
    reading->formula = text_new(reading->value.arena);
}

static void on_begin(void *user, const char *element, const char **attributes)
{
    struct reading *reading = user;
    if (strcmp(element, "row") == 0) {
        begin_row(reading, xml_attribute(attributes, "r"), xml_is_true(xml_attribute(attributes, "hidden")));
    } else if (strcmp(element, "c") == 0) {
        begin_cell(reading, attributes);
    } else if (strcmp(element, "rPh") == 0) {
        reading->is_pronounced = true;
    } else if (strcmp(element, "f") == 0) {
        reading->has_formula = true;
        reading->collected = COLLECT_FORMULA;
    } else if (strcmp(element, "v") == 0 || strcmp(element, "t") == 0) {
        reading->collected = reading->is_pronounced ? COLLECT_NOTHING : COLLECT_TEXT;
    }
}

static void on_text(void *user, const char *bytes, int size)
{
    struct reading *reading = user;
    if (reading->collected == COLLECT_NOTHING)
        return;
    struct text *text = reading->collected == COLLECT_TEXT ? &reading->value : &reading->formula;
    text_add_bytes(text, bytes, (size_t)size);
    reading->is_over = reading->is_over || text->size > LARGEST_TEXT;
}

/* The code point that "_x000D_" stands for, as a cell says what XML cannot; −1 for another text. */
static long escaped(const char *bytes, size_t size)
{
    enum { ESCAPE = sizeof "_x000D_" - 1, DIGITS = 4, HEXADECIMAL = 16 };
    if (size < ESCAPE || bytes[0] != '_' || bytes[1] != 'x' || bytes[ESCAPE - 1] != '_')
        return -1;
    char digits[DIGITS + 1] = { 0 };
    memcpy(digits, bytes + 2, DIGITS);
    return strspn(digits, "0123456789abcdefABCDEF") == DIGITS ? strtol(digits, NULL, HEXADECIMAL) : -1;
}

/* A text without CR, its escapes resolved as far as they are ASCII: Excel has no others. */
static struct text text_of(const char *bytes, size_t size, struct arena *arena)
{
    enum { ESCAPE = sizeof "_x000D_" - 1, ASCII = 0x80 };
    struct text out = text_new(arena);
    for (size_t at = 0, step; at < size; at += step) {
        long code = escaped(bytes + at, size - at);
        step = code >= 0 && code < ASCII ? ESCAPE : 1;
        char byte = step > 1 ? (char)code : bytes[at];
        if (byte && byte != '\r')
            text_add_bytes(&out, &byte, 1);
    }
    return out;
}

/* Adds the cell to its row's line, in quotes where CSV needs them, and says where its text is. */
static struct cell_fault add_cell(struct reading *reading, struct text text)
{
    struct text *lines = &reading->cells->lines;
    bool is_quoted = strpbrk(text.bytes, ";\"\n");
    text_fill(lines, ';', reading->column - reading->columns_parted);
    reading->columns_parted = reading->column;
    text_add(lines, is_quoted ? "\"" : "");
    const size_t from = lines->size;
    for (const char *at = text.bytes, *quote; is_quoted && (quote = strchr(at, '"')); at = quote + 1) {
        text_add_bytes(lines, at, (size_t)(quote + 1 - at));
        text_add(lines, "\"");
        text.bytes = (char *)quote + 1;
    }
    text_add(lines, text.bytes);
    struct cell_fault where = { DIAG_COUNT, (uint32_t)from, (uint32_t)(lines->size - from) };
    text_add(lines, is_quoted ? "\"" : "");
    if (reading->is_hidden && !reading->cells->hidden_rows++)
        reading->cells->hidden = where;
    reading->is_hidden = false;
    reading->is_over = reading->is_over || lines->size > LARGEST_TEXT;
    return where;
}

/* "2021-05-03T00:00:00" as a date that is shown so. */
static void date_add(struct text *out, const char *text, enum number_form form)
{
    enum { DATE = sizeof "2021-05-03" - 1, MINUTES = sizeof "09:15" - 1, TO_MONTH = sizeof "2021-05" - 1 };
    size_t size = strlen(text), date = size < DATE ? size : DATE;
    text_add_bytes(out, text, form == NUMBER_MONTH && date > TO_MONTH ? TO_MONTH : date);
    if (size >= DATE + 1 + MINUTES && strncmp(text + DATE + 1, "00:00", MINUTES) != 0) {
        text_add(out, " ");
        text_add_bytes(out, text + DATE + 1, MINUTES);
    }
}

/* What the cell shows; `fault` is what is wrong with it. */
static struct text cell_shown(struct reading *reading, enum diag_id *fault)
{
    const struct cells *cells = reading->cells;
    const char *bytes = reading->value.bytes, *type = reading->type;
    size_t size = reading->value.size;
    struct text out = text_new(reading->value.arena);
    bool is_text = strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0;
    if (reading->has_formula && !size && strcmp(type, "str") != 0) {
        *fault = DIAG_CELL_UNCOMPUTED;
        text_addf(&out, "=%s", reading->formula.bytes);
    } else if (strcmp(type, "e") == 0) {
        *fault = DIAG_CELL_ERROR;
        text_add(&out, bytes);
    } else if (strcmp(type, "s") == 0) {
        if (size && !strings_find(cells->strings, bytes, &bytes, &size))
            reading->is_over = true;
        return text_of(bytes, size, out.arena);
    } else if (is_text) {
        return text_of(bytes, size, out.arena);
    } else if (strcmp(type, "b") == 0) {
        text_add(&out, xml_is_true(bytes) ? "TRUE" : "FALSE");
    } else if (strcmp(type, "d") == 0) {
        date_add(&out, bytes, reading->form);
    } else if (size) {
        number_add(&out, bytes, reading->form, cells->is_1904, reading->has_formula);
    }
    return out;
}

static void keep_cell(struct reading *reading, struct text shown, struct cell_fault where)
{
    struct cells *cells = reading->cells;
    struct kept_cell *kept = list_add(&cells->kept, cells->arena);
    bool is_number = strcmp(reading->type, "n") == 0 && reading->value.size;
    struct text plain = text_new(cells->arena);
    if (is_number)
        number_add(&plain, reading->value.bytes, NUMBER_PLAIN, cells->is_1904, false);
    else
        text_add(&plain, shown.bytes);
    *kept = (struct kept_cell){ .row = cells->starts.count - 1, .column = reading->column, .is_number = is_number };
    kept->formula =
        reading->has_formula ? arena_copy(cells->arena, reading->formula.bytes, reading->formula.size) : NULL;
    kept->text = plain.bytes;
    kept->offset = where.offset;
    kept->size = where.size;
}

static void end_cell(struct reading *reading)
{
    enum diag_id fault = DIAG_COUNT;
    if (reading->is_over || (!reading->value.size && !reading->has_formula))
        return;
    struct text shown = cell_shown(reading, &fault);
    if (!shown.size)
        return;
    struct cell_fault where = add_cell(reading, shown);
    where.id = fault;
    if (reading->cells->keeps)
        keep_cell(reading, shown, where);
    else if (fault != DIAG_COUNT)
        *list_add(&reading->cells->faults, reading->cells->arena) = where;
}

static void on_end(void *user, const char *element)
{
    struct reading *reading = user;
    if (strcmp(element, "c") == 0)
        end_cell(reading);
    else if (strcmp(element, "rPh") == 0)
        reading->is_pronounced = false;
    reading->collected = COLLECT_NOTHING;
}

enum part_state cells_read(struct archive *archive, const char *part, struct cells *cells)
{
    static const struct xml_events events = { on_begin, on_end, on_text };
    struct arena *scratch = arena_like(cells->arena);
    struct reading reading = { .cells = cells, .value = text_new(scratch), .formula = text_new(scratch), .column = -1 };
    cells->lines = text_new(cells->arena);
    enum part_state state = xml_read(archive, part, &events, &reading, &reading.is_over);
    arena_free(scratch);
    if (!cells->starts.count)
        begin_line(cells);
    return state;
}
