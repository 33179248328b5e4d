#include <medfin/sheet/sheet.h>

#include <string.h>

#include <medfin/base/text.h>

#include "cells.h"
#include "workbook.h"

/* What is read of a file, and whom it is told. */
struct reading {
    const char *name;
    int order;
    struct workbook workbook;
    struct arena *arena;
    struct diags *diags;
};

/* False after a fault of a part. */
static bool part_is_good(const struct reading *reading, enum part_state state, const char *part)
{
    static const enum diag_id faults[] = {
        [PART_MISSING] = DIAG_WORKBOOK_PART,
        [PART_DAMAGED] = DIAG_WORKBOOK_DAMAGED,
        [PART_TYPED] = DIAG_WORKBOOK_ENTITIES,
        [PART_LARGE] = DIAG_WORKBOOK_LARGE,
    };
    const struct place file = { source_new(reading->arena, reading->name, "", 0, reading->order), 0, 0 };
    if (state != PART_READ)
        diag_add(reading->diags, faults[state], file, ARGS(arg_text(part)));
    return state == PART_READ;
}

static const struct workbook_sheet *first_shown(const struct workbook *workbook)
{
    for (int i = 0; i < workbook->sheets.count; i++)
        if (!workbook->sheets.items[i].is_hidden)
            return &workbook->sheets.items[i];
    return workbook->sheets.items;
}

static const struct workbook_sheet *sheet_named(const struct reading *reading, const char *name)
{
    for (int i = 0; i < reading->workbook.sheets.count; i++) {
        const struct workbook_sheet *sheet = &reading->workbook.sheets.items[i];
        if (text_same(text_composed(reading->arena, sheet->name), name))
            return sheet;
    }
    return NULL;
}

/* The sheet is missing: those that there are. */
static void sheet_fault(const struct reading *reading, enum diag_id id, const char *name, struct place place)
{
    LIST(const char *) names = { 0 };
    struct text listed = text_new(reading->arena);
    for (int i = 0; i < reading->workbook.sheets.count; i++) {
        *list_add(&names, reading->arena) = reading->workbook.sheets.items[i].name;
        text_addf(&listed, "%s%s", i ? ", " : "", reading->workbook.sheets.items[i].name);
    }
    *list_add(&names, reading->arena) = NULL;
    diag_add(reading->diags, id, place,
             ARGS(arg_text(name), arg_text(listed.bytes), arg_text(text_nearest(name, names.items, reading->arena))));
}

/* NULL after a fault. */
static const struct workbook_sheet *sheet_find(const struct reading *reading, const char *name, struct place place)
{
    if (!name)
        return first_shown(&reading->workbook);
    const struct workbook_sheet *sheet = sheet_named(reading, name);
    if (!sheet)
        sheet_fault(reading, DIAG_SHEET_UNKNOWN, name, place);
    return sheet;
}

/* The names of the sheets that are shown beside that one; NULL: there are none. */
static const char *others_listed(const struct reading *reading, const char *sheet)
{
    struct text listed = text_new(reading->arena);
    for (int i = 0; i < reading->workbook.sheets.count; i++) {
        const struct workbook_sheet *other = &reading->workbook.sheets.items[i];
        if (!other->is_hidden && strcmp(other->name, sheet) != 0)
            text_addf(&listed, "%s%s", listed.size ? ", " : "", other->name);
    }
    return listed.size ? listed.bytes : NULL;
}

/* The sheet as a source; NULL if single cells cannot be read. */
static const struct source *source_of(const struct reading *reading, const char *sheet, const struct cells *cells)
{
    const struct source *source =
        source_of_sheet(reading->arena, reading->name, sheet, cells->lines.bytes, cells->lines.size, reading->order,
                        cells->starts.items, cells->starts.count);
    source = source_beside(reading->arena, source, others_listed(reading, sheet));
    for (int i = 0; i < cells->faults.count; i++) {
        const struct cell_fault *fault = &cells->faults.items[i];
        const char *text = arena_copy(reading->arena, source->bytes + fault->offset, fault->size);
        diag_add(reading->diags, fault->id, place_at(source, fault->offset, fault->size), ARGS(arg_text(text)));
    }
    if (cells->hidden_rows)
        diag_add(reading->diags, DIAG_ROWS_HIDDEN, place_at(source, cells->hidden.offset, cells->hidden.size),
                 ARGS(arg_count(cells->hidden_rows)));
    return cells->faults.count ? NULL : source;
}

/* The cells of a part; false after a fault. */
static bool cells_find(struct reading *reading, const char *part, struct cells *cells)
{
    const struct workbook *workbook = &reading->workbook;
    struct strings *strings = arena_take(reading->arena, 1, sizeof *strings);
    struct styles *styles = arena_take(reading->arena, 1, sizeof *styles);
    strings->arena = styles->arena = cells->arena = reading->arena;
    cells->strings = strings;
    cells->styles = styles;
    cells->is_1904 = workbook->is_1904;
    return part_is_good(reading, strings_read(workbook->archive, workbook->strings, strings), workbook->strings) &&
           part_is_good(reading, styles_read(workbook->archive, workbook->styles, styles), workbook->styles) &&
           part_is_good(reading, cells_read(workbook->archive, part, cells), part);
}

static const struct source *read_open(struct reading *reading, const char *name, struct place place)
{
    const struct workbook_sheet *sheet = sheet_find(reading, name, place);
    struct cells cells = { .keeps = false };
    return sheet && cells_find(reading, sheet->part, &cells) ? source_of(reading, sheet->name, &cells) : NULL;
}

/* False after a fault; else it is to be closed. */
static bool book_open(struct reading *reading, struct archive *archive, const char *bytes, size_t size)
{
    if (!archive_open(archive, bytes, size))
        return part_is_good(reading, PART_DAMAGED, "[Content_Types].xml");
    enum part_state state = workbook_read(archive, &reading->workbook, reading->arena);
    if (part_is_good(reading, state, reading->workbook.faulty))
        return true;
    archive_close(archive);
    return false;
}

const struct source *sheet_read(const char *name, const char *bytes, size_t size, int order, const char *sheet,
                                struct place place, struct arena *arena, struct diags *diags)
{
    struct reading reading = { .name = name, .order = order, .arena = arena, .diags = diags };
    struct archive archive;
    if (!book_open(&reading, &archive, bytes, size))
        return NULL;
    const struct source *source = read_open(&reading, sheet, place);
    archive_close(&archive);
    return source;
}

static const struct sheet_cells *cells_of(const struct reading *reading, const char *sheet, const struct cells *cells)
{
    struct sheet_cells *all = arena_take(reading->arena, 1, sizeof *all);
    struct sheet_cell *items = arena_take(reading->arena, (size_t)cells->kept.count + 1, sizeof *items);
    all->source = source_of_sheet(reading->arena, reading->name, arena_copy(reading->arena, sheet, strlen(sheet)),
                                  cells->lines.bytes, cells->lines.size, reading->order, cells->starts.items,
                                  cells->starts.count);
    for (int i = 0; i < cells->kept.count; i++) {
        const struct kept_cell *kept = &cells->kept.items[i];
        items[i] = (struct sheet_cell){ kept->row,     kept->column, kept->is_number,
                                        kept->formula, kept->text,   place_at(all->source, kept->offset, kept->size) };
    }
    all->items = items;
    all->count = cells->kept.count;
    return all;
}

static const struct sheet_cells *cells_open(struct reading *reading, const char *const *names)
{
    const struct place file = { source_new(reading->arena, reading->name, "", 0, reading->order), 0, 0 };
    const struct workbook_sheet *sheet = NULL;
    struct cells cells = { .keeps = true };
    for (int i = 0; names[i] && !sheet; i++)
        sheet = sheet_named(reading, names[i]);
    if (!sheet)
        sheet_fault(reading, DIAG_WORKBOOK_SHEET, names[0], file);
    return sheet && cells_find(reading, sheet->part, &cells) ? cells_of(reading, sheet->name, &cells) : NULL;
}

const struct sheet_cells *sheet_cells_read(const char *name, const char *bytes, size_t size, int order,
                                           const char *const *sheets, struct arena *arena, struct diags *diags)
{
    struct reading reading = { .name = name, .order = order, .arena = arena, .diags = diags };
    struct archive archive;
    if (!book_open(&reading, &archive, bytes, size))
        return NULL;
    const struct sheet_cells *cells = cells_open(&reading, sheets);
    archive_close(&archive);
    return cells;
}
