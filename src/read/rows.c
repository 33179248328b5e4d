/* Rows through libcsv. A line with a quote in it is fed at most up to the next byte that may end
   a cell, and that alone, so that every cell knows where it began and ended, whatever libcsv trims
   and however many blank lines it passes over. A line without is fed whole: there the separators
   tell the same. */

#include "rows.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/lines.h>

/* No spreadsheet's cell is longer: 32 767 characters of at most four bytes. */
enum { LARGEST_CELL = 128 * 1024 };

struct walk {
    const struct source *source;
    char separator;
    size_t from, at;             /* where the cell began, and the byte that ended it */
    bool is_plain;               /* a whole line is being fed */
    bool is_open;                /* a row has begun, and not ended */
    LIST(struct csv_cell) cells; /* of the row that is open */
    int left;                    /* so many rows may still be taken */
    rows_take *take;
    void *user;
    struct arena *arena, *scratch;
};

static void *grow_capped(void *bytes, size_t size)
{
    return size > LARGEST_CELL ? NULL : realloc(bytes, size);
}

static bool is_edge(const char *at)
{
    return *at == '\n' || *at == '\r';
}

static struct place trimmed(const struct source *source, size_t from, size_t to)
{
    const char *at = source->bytes + from, *end = source->bytes + to;
    if (from < to && is_ascii_sign(*at) && is_ascii_sign(end[-1]))
        return place_at(source, from, to - from);
    for (const char *next; at < end; at = next) {
        next = is_edge(at) ? at + 1 : blanks_skip(at, end);
        if (next == at)
            break;
    }
    for (const char *next; at < end; end = next) {
        next = is_edge(end - 1) ? end - 1 : blanks_trim(at, end);
        if (next == end)
            break;
    }
    return place_at(source, (size_t)(at - source->bytes), (size_t)(end - at));
}

/* The cell's text in its source, quotes left out. */
static struct place cell_place(const struct walk *walk)
{
    struct place place = trimmed(walk->source, walk->from, walk->at);
    const char *bytes = walk->source->bytes + place.offset;
    if (place.size >= 2 && bytes[0] == '"' && bytes[place.size - 1] == '"')
        place = trimmed(walk->source, place.offset + 1, place.offset + place.size - 1);
    return place;
}

/* What libcsv unquoted, without blanks at its edges, and LF between its lines. */
static const char *cell_text(const struct walk *walk, const char *bytes, size_t size)
{
    const struct source field = { .bytes = bytes, .size = size };
    struct place inner = trimmed(&field, 0, size);
    char *text = arena_copy(walk->scratch, bytes + inner.offset, inner.size), *end = text;
    if (!memchr(text, '\r', inner.size))
        return text_composed(walk->scratch, text);
    for (const char *at = text; *at; at++)
        if (*at != '\r')
            *end++ = *at;
    *end = '\0';
    return text_composed(walk->scratch, text);
}

/* The byte that ends the cell which begins here, where no quote can hide it. */
static size_t plain_end(const struct walk *walk, size_t from)
{
    const char *at = walk->source->bytes + from, *end = walk->source->bytes + walk->source->size;
    while (at < end && *at != walk->separator && !is_edge(at))
        at++;
    return (size_t)(at - walk->source->bytes);
}

static void take_cell(void *bytes, size_t size, void *user)
{
    struct walk *walk = user;
    struct csv_cell *cell = list_add(&walk->cells, walk->arena);
    if (walk->is_plain)
        walk->at = plain_end(walk, walk->from);
    cell->text = size ? cell_text(walk, bytes, size) : "";
    cell->place = cell_place(walk);
    walk->from = walk->at + 1;
}

static void take_row(int end, void *user)
{
    (void)end;
    struct walk *walk = user;
    struct csv_row row = { .cells = walk->cells.items, .count = walk->cells.count };
    for (int i = row.count - 1; i >= 0; i--)
        if (*row.cells[i].text)
            row.place = row.cells[i].place;
    walk->cells.count = 0;
    walk->is_open = false;
    if (!row.place.source || !walk->left)
        return;
    walk->left--;
    walk->take(&row, walk->user);
    arena_clear(walk->scratch);
}

/* What libcsv says it is, at the byte where it stopped. */
static struct rows_fault fault_of(const struct walk *walk, struct csv_parser *parser)
{
    const char *bytes = walk->source->bytes;
    struct rows_fault fault = { .began = trimmed(walk->source, walk->from, walk->source->size) };
    fault.began.size = 1;
    fault.place = fault.began;
    if (csv_error(parser) != CSV_EPARSE) {
        if (csv_get_buffer_size(parser) < LARGEST_CELL)
            arena_exhausted(walk->scratch);
        fault.id = DIAG_CSV_CELL_LARGE;
    } else if (walk->at == walk->source->size) {
        fault.id = DIAG_CSV_QUOTE_OPEN;
    } else {
        fault.id = bytes[fault.began.offset] == '"' ? DIAG_CSV_BEHIND_QUOTE : DIAG_CSV_QUOTE_INSIDE;
        fault.place = place_at(walk->source, walk->at, 1);
    }
    return fault;
}

/* The whole line that begins here, if a row begins with it and no quote stands in it; else 0. */
static size_t plain_line(const struct walk *walk)
{
    const char *line = walk->source->bytes + walk->at;
    size_t left = walk->source->size - walk->at;
    const char *end = memchr(line, '\n', left);
    size_t size = end ? (size_t)(end - line) + 1 : left;
    return walk->is_open || memchr(line, '"', size) ? 0 : size;
}

/* How many bytes may be fed at once: those that end no cell, or one that may. */
static size_t bytes_to_feed(const struct walk *walk)
{
    const struct source *source = walk->source;
    size_t to = walk->at;
    for (; to < source->size; to++) {
        const char *byte = source->bytes + to;
        if (*byte == walk->separator || *byte == '"' || is_edge(byte))
            break;
    }
    return to > walk->at ? to - walk->at : 1;
}

/* Feeds one stretch; false after a fault. */
static bool feed(struct walk *walk, struct csv_parser *parser)
{
    const char *bytes = walk->source->bytes + walk->at;
    size_t began = walk->at, size = plain_line(walk);
    walk->is_plain = size > 0;
    if (!walk->is_plain) {
        size = bytes_to_feed(walk);
        walk->is_open = walk->is_open || !is_edge(bytes);
    }
    size_t taken = csv_parse(parser, bytes, size, take_cell, take_row, walk);
    walk->at = began + taken;
    if (walk->is_plain && taken == size && walk->at < walk->source->size)
        walk->from = walk->at;
    return taken == size;
}

struct rows_fault rows_each(const struct source *source, char separator, int most, rows_take *take, void *user,
                            struct arena *arena, struct arena *scratch)
{
    struct csv_parser parser;
    struct rows_fault fault = { .id = DIAG_COUNT };
    struct walk walk = { .source = source,
                         .separator = separator,
                         .left = most,
                         .take = take,
                         .user = user,
                         .arena = arena,
                         .scratch = scratch };
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        arena_exhausted(scratch);
    csv_set_delim(&parser, (unsigned char)separator);
    csv_set_realloc_func(&parser, grow_capped);
    csv_set_blk_size(&parser, LARGEST_CELL / 8);

    bool is_good = true;
    while (is_good && walk.at < source->size && walk.left)
        is_good = feed(&walk, &parser);
    /* After a fault libcsv would still hand over half a row, so it is not asked. */
    if (is_good && walk.at == source->size)
        is_good = csv_fini(&parser, take_cell, take_row, &walk) == 0;
    if (!is_good)
        fault = fault_of(&walk, &parser);
    csv_free(&parser);
    return fault;
}

struct csv_row row_copy(const struct csv_row *row, struct arena *arena, struct arena *texts)
{
    struct csv_cell *cells = arena_take(arena, (size_t)row->count, sizeof *cells);
    for (int i = 0; i < row->count; i++) {
        const char *text = row->cells[i].text;
        cells[i] = (struct csv_cell){ *text ? arena_copy(texts, text, strlen(text)) : "", row->cells[i].place };
    }
    struct csv_row copy = *row;
    copy.cells = cells;
    return copy;
}
