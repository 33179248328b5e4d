/* Rows through libcsv, fed at most up to the next byte that may end a cell, and that alone: so every cell knows where it began and ended,
   whatever libcsv trims and however many blank lines it passes over. */

#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "lines.h"

/* No spreadsheet's cell is longer: 32 767 characters of at most four bytes. */
enum { LARGEST_CELL = 128 * 1024 };

struct walk {
    const struct source *source;
    size_t from, at;             /* where the cell began, and the byte that ended it */
    LIST(struct csv_cell) cells; /* of the row that is open */
    struct rows *rows;
    struct arena *arena;
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
    return (struct place){ source, (size_t)(at - source->bytes), (size_t)(end - at) };
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
    char *text = arena_copy(walk->arena, bytes + inner.offset, inner.size), *end = text;
    for (const char *at = text; *at; at++)
        if (*at != '\r')
            *end++ = *at;
    *end = '\0';
    return text;
}

static void take_cell(void *bytes, size_t size, void *user)
{
    struct walk *walk = user;
    struct csv_cell *cell = list_add(&walk->cells, walk->arena);
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
    if (row.place.source)
        *list_add(&walk->rows->list, walk->arena) = row;
    memset(&walk->cells, 0, sizeof walk->cells);
}

/* What libcsv says it is, at the byte where it stopped. */
static void take_fault(struct walk *walk, struct csv_parser *parser)
{
    struct rows *rows = walk->rows;
    const char *bytes = walk->source->bytes;
    rows->began = trimmed(walk->source, walk->from, walk->source->size);
    rows->began.size = 1;
    rows->place = rows->began;
    if (csv_error(parser) != CSV_EPARSE) {
        if (csv_get_buffer_size(parser) < LARGEST_CELL)
            arena_exhausted(walk->arena);
        rows->fault = DIAG_CSV_CELL_LARGE;
    } else if (walk->at == walk->source->size) {
        rows->fault = DIAG_CSV_QUOTE_OPEN;
    } else {
        rows->fault = bytes[rows->began.offset] == '"' ? DIAG_CSV_BEHIND_QUOTE : DIAG_CSV_QUOTE_INSIDE;
        rows->place = (struct place){ walk->source, walk->at, 1 };
    }
}

/* How many bytes may be fed at once: those that end no cell, or one that may. */
static size_t bytes_to_feed(const struct source *source, size_t from, char separator)
{
    size_t to = from;
    for (; to < source->size; to++) {
        char byte = source->bytes[to];
        if (byte == separator || byte == '"' || byte == '\n' || byte == '\r')
            break;
    }
    return to > from ? to - from : 1;
}

void rows_read(const struct source *source, char separator, int most, struct rows *rows, struct arena *arena)
{
    struct csv_parser parser;
    struct walk walk = { .source = source, .rows = rows, .arena = arena };
    *rows = (struct rows){ .fault = DIAG_COUNT };
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        arena_exhausted(arena);
    csv_set_delim(&parser, (unsigned char)separator);
    csv_set_realloc_func(&parser, grow_capped);
    csv_set_blk_size(&parser, LARGEST_CELL / 8);

    bool is_good = true;
    while (is_good && walk.at < source->size && rows->list.count < most) {
        size_t size = bytes_to_feed(source, walk.at, separator);
        size_t taken = csv_parse(&parser, source->bytes + walk.at, size, take_cell, take_row, &walk);
        is_good = taken == size;
        walk.at += taken;
    }
    /* After a fault libcsv would still hand over half a row, so it is not asked. */
    if (is_good && walk.at == source->size)
        is_good = csv_fini(&parser, take_cell, take_row, &walk) == 0;
    if (!is_good)
        take_fault(&walk, &parser);
    csv_free(&parser);
}
