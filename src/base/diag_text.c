#include <medfin/base/diag_text.h>

#include <string.h>

#include <medfin/base/text.h>

/* The most that is shown of the user's line, around the fault. */
enum { COLUMNS_SHOWN = 160, BYTES_SHOWN = 1280 };

/* Display columns of one character as text_add_safely prints it. */
static int shown_columns(const char *bytes, size_t length)
{
    return bytes[0] == '\t' || text_is_control(bytes, length) ? 1 : text_width(bytes, length);
}

/* A stretch of the user's line, safe to print; returns its display columns. */
static int add_stretch(struct text *out, const char *bytes, size_t size)
{
    text_add_safely(out, bytes, size);
    int columns = 0;
    for (size_t at = 0, step; at < size; at += step) {
        step = text_step(bytes + at, size - at);
        columns += shown_columns(bytes + at, step);
    }
    return columns;
}

/* Where to begin so that half of what is shown stands before the fault. */
static size_t shown_from(const char *line, size_t fault)
{
    size_t start = 0;
    int columns = 0;
    for (size_t at = 0, step; at < fault; at += step) {
        step = text_step(line + at, fault - at);
        columns += shown_columns(line + at, step);
    }
    while (columns > COLUMNS_SHOWN / 2 || fault - start > BYTES_SHOWN / 2) {
        size_t step = text_step(line + start, fault - start);
        columns -= shown_columns(line + start, step);
        start += step;
    }
    return start;
}

static size_t shown_to(const char *line, size_t start, size_t size)
{
    size_t end = start;
    for (int columns = 0; end < size && columns < COLUMNS_SHOWN && end - start < BYTES_SHOWN;) {
        size_t step = text_step(line + end, size - end);
        columns += shown_columns(line + end, step);
        end += step;
    }
    return end;
}

/* The user's line and a caret under the fault; a long line is shown around it. */
static void add_line(struct text *out, struct place place)
{
    size_t size;
    const char *line = place_line_text(place, &size);
    size_t fault = place.offset - (size_t)(line - place.source->bytes);
    if (fault > size)
        fault = size;
    size_t start = shown_from(line, fault), end = shown_to(line, start, size);
    size_t marked_size = place.size < end - fault ? place.size : end - fault;

    text_addf(out, "%8d | ", place_line(place));
    int before = add_stretch(out, line + start, fault - start);
    int under = add_stretch(out, line + fault, marked_size);
    add_stretch(out, line + fault + marked_size, end - fault - marked_size);
    text_add(out, "\n         | ");
    text_fill(out, ' ', before);
    text_add(out, "^");
    text_fill(out, '~', under - 1);
    text_add(out, "\n");
}

static void add_place(struct text *out, struct place place)
{
    text_add_safely(out, place.source->name, strlen(place.source->name));
    if (!place.source->sheet) {
        text_addf(out, ":%d:%d: ", place_line(place), place_column(place));
        return;
    }
    const char *cell = place_cell(out->arena, place);
    text_add(out, ":");
    text_add_safely(out, cell, strlen(cell));
    text_add(out, ": ");
}

static void add_told(struct text *out, const struct diag_told *told)
{
    if (told->place.source)
        add_place(out, told->place);
    else
        text_add(out, "medfin: ");
    text_addf(out, "%s: %s\n", told->is_warning ? tr(N_("warning")) : tr(N_("error")), told->text);
    if (told->place.source)
        add_line(out, told->place);
    if (told->cause.source) {
        const char *cause = place_text(out->arena, told->cause);
        text_addf(out, "%s ", tr(N_("because of")));
        text_add_safely(out, cause, strlen(cause));
        text_add(out, "\n");
        add_line(out, told->cause);
    }
    if (*told->hint)
        text_addf(out, "%s: %s\n", tr(N_("hint")), told->hint);
}

const char *diags_text(const struct diags *diags, enum language language, bool warnings, struct arena *arena)
{
    const struct diag_report report = diags_report(diags, language, warnings, arena);
    struct text out = text_new(arena);
    for (int i = 0; i < report.told.count; i++)
        add_told(&out, &report.told.items[i]);
    if (report.left) {
        text_addf(&out, tr(N_("and %d more")), report.left);
        text_add(&out, "\n");
    }
    return text_with_plain_spaces(arena, out.bytes);
}
