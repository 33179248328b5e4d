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

/* NULL after a fault: the sheets that there are. */
static const struct workbook_sheet *sheet_find(const struct reading *reading, const char *name, struct place place)
{
    LIST(const char *) names = { 0 };
    struct text listed = text_new(reading->arena);
    if (!name)
        return first_shown(&reading->workbook);
    for (int i = 0; i < reading->workbook.sheets.count; i++) {
        const struct workbook_sheet *sheet = &reading->workbook.sheets.items[i];
        if (text_same(text_composed(reading->arena, sheet->name), name))
            return sheet;
        *list_add(&names, reading->arena) = sheet->name;
        text_addf(&listed, "%s%s", i ? ", " : "", sheet->name);
    }
    *list_add(&names, reading->arena) = NULL;
    diag_add(reading->diags, DIAG_SHEET_UNKNOWN, place,
             ARGS(arg_text(name), arg_text(listed.bytes), arg_text(text_nearest(name, names.items, reading->arena))));
    return NULL;
}

/* The sheet as a source; NULL if single cells cannot be read. */
static const struct source *source_of(const struct reading *reading, const char *sheet, const struct cells *cells)
{
    const struct source *source =
        source_of_sheet(reading->arena, reading->name, sheet, cells->lines.bytes, cells->lines.size, reading->order,
                        cells->starts.items, cells->starts.count);
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

static const struct source *read_open(struct reading *reading, struct archive *archive, const char *name,
                                      struct place place)
{
    struct workbook *workbook = &reading->workbook;
    enum part_state state = workbook_read(archive, workbook, reading->arena);
    if (!part_is_good(reading, state, workbook->faulty))
        return NULL;
    const struct workbook_sheet *sheet = sheet_find(reading, name, place);
    if (!sheet)
        return NULL;
    struct strings strings = { .arena = reading->arena };
    struct styles styles = { .arena = reading->arena };
    struct cells cells = {
        .strings = &strings, .styles = &styles, .is_1904 = workbook->is_1904, .arena = reading->arena
    };
    if (!part_is_good(reading, strings_read(archive, workbook->strings, &strings), workbook->strings) ||
        !part_is_good(reading, styles_read(archive, workbook->styles, &styles), workbook->styles) ||
        !part_is_good(reading, cells_read(archive, sheet->part, &cells), sheet->part))
        return NULL;
    return source_of(reading, sheet->name, &cells);
}

const struct source *sheet_read(const char *name, const char *bytes, size_t size, int order, const char *sheet,
                                struct place place, struct arena *arena, struct diags *diags)
{
    struct reading reading = { .name = name, .order = order, .arena = arena, .diags = diags };
    struct archive archive;
    if (!archive_open(&archive, bytes, size)) {
        part_is_good(&reading, PART_DAMAGED, "[Content_Types].xml");
        return NULL;
    }
    const struct source *source = read_open(&reading, &archive, sheet, place);
    archive_close(&archive);
    return source;
}
