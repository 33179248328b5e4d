/* Any bytes as a table, of a form chosen by the first byte. Every cell lies in its source,
   and cells of a row stand in their order. Each text is read as a time too: what is certain
   of it lies within the plan. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/read/csv.h>
#include <medfin/values/time_words.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct csv_heading headings[] = { { { "Vad", "What" }, true },
                                               { { "När", "När/Resurs", "When" }, false },
                                               { { "Prio" }, false } };

static void check_place(const struct csv *csv, struct place place)
{
    if (place.source != csv->source || place.size > place.source->size ||
        place.offset > place.source->size - place.size)
        abort();
}

static void check_time(const char *text)
{
    enum { DAYS_ROOM = 32 };
    const month first = month_of(2021, 4), last = month_of(2023, 9);
    const struct time_words times = time_words_read(text, first, last);
    if (times.year && (times.month_count || times.year < 2021 || times.year > 2023))
        abort();
    for (int i = 0; i < times.month_count; i++) {
        const int before = i ? times.months[i - 1] * DAYS_ROOM + times.days[i - 1] : -1;
        const bool is_of_days = i && times.months[i] == times.months[i - 1] && times.days[i - 1] > 0;
        if (times.months[i] < first || times.months[i] > last || times.days[i] < 0 || times.days[i] >= DAYS_ROOM ||
            times.months[i] * DAYS_ROOM + times.days[i] <= before ||
            (i && times.months[i] == times.months[i - 1] && !is_of_days))
            abort();
    }
}

static void check_row(const struct csv *csv, const struct csv_row *row)
{
    size_t before = 0;
    if (!csv_row_texts(row))
        abort();
    check_place(csv, row->place);
    for (int i = 0; i < row->count; i++) {
        const struct csv_cell *cell = &row->cells[i];
        check_place(csv, cell->place);
        if (!cell->text || cell->place.offset < before || strlen(cell->text) > cell->place.size)
            abort();
        check_time(cell->text);
        before = cell->place.offset + cell->place.size;
    }
    for (int i = 0; i < 3; i++)
        check_place(csv, csv_cell(csv, row, i).place);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 1)
        return 0;
    struct arena *arena = arena_new(abort);
    struct diags *diags = diags_new(arena);
    const struct csv_form form = { .headings = headings, .heading_count = 3, .options = bytes[0] & 7u };
    const struct csv *csv = csv_read("table", (const char *)bytes + 1, size - 1, 0, &form, arena, diags);
    if (!csv != (diags_errors(diags) > 0) && !csv)
        abort();
    for (int i = 0; csv && i < csv->row_count; i++)
        check_row(csv, &csv->rows[i]);
    diags_text(diags, LANGUAGE_SV, true, arena);
    arena_free(arena);
    return 0;
}
