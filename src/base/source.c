#include <medfin/base/source.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/system/path.h>

/* The end of this line, if another begins behind it; else NULL. */
static const char *next_line(const char *at, const char *end)
{
    at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return at && at + 1 < end ? at : NULL;
}

const struct source *source_new(struct arena *arena, const char *name, const char *bytes, size_t size, int order)
{
    const char *end = bytes + size;
    int lines = 1;
    for (const char *at = bytes; (at = next_line(at, end)); at++)
        lines++;
    uint32_t *starts = arena_take(arena, (size_t)lines, sizeof *starts);
    assert(size <= UINT32_MAX);
    lines = 1;
    for (const char *at = bytes; (at = next_line(at, end)); at++)
        starts[lines++] = (uint32_t)(at + 1 - bytes);

    struct source *source = arena_take(arena, 1, sizeof *source);
    *source = (struct source){
        .name = name, .bytes = bytes, .size = size, .order = order, .line_count = lines, .line_starts = starts
    };
    return source;
}

const struct source *source_of_sheet(struct arena *arena, const char *name, const char *sheet, const char *bytes,
                                     size_t size, int order, const uint32_t *line_starts, int line_count)
{
    struct source *source = arena_take(arena, 1, sizeof *source);
    *source = (struct source){ name, bytes, size, order, line_count, line_starts, sheet, NULL };
    return source;
}

const struct source *source_beside(struct arena *arena, const struct source *source, const char *others)
{
    struct source *beside = arena_take(arena, 1, sizeof *beside);
    *beside = *source;
    beside->others = others;
    return beside;
}

int place_line(struct place place)
{
    assert(place.source);
    int low = 0, high = place.source->line_count - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (place.source->line_starts[middle] <= place.offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}

/* The cell that the place stands in: one more than there are separators before it, those in quotes aside. */
static int cell_column(struct place place)
{
    const char *bytes = place.source->bytes;
    int column = 1;
    bool is_quoted = false;
    for (size_t at = place.source->line_starts[place_line(place) - 1]; at < place.offset; at++) {
        is_quoted ^= bytes[at] == '"';
        column += bytes[at] == ';' && !is_quoted;
    }
    return column;
}

int place_column(struct place place)
{
    size_t at = place.source->line_starts[place_line(place) - 1];
    int column = 1;
    if (place.source->sheet)
        return cell_column(place);
    while (at < place.offset) {
        at += text_step(place.source->bytes + at, place.source->size - at);
        column++;
    }
    return column;
}

const char *place_line_text(struct place place, size_t *size)
{
    const struct source *source = place.source;
    size_t start = source->line_starts[place_line(place) - 1];
    for (size_t at = start; source->sheet && at < place.offset; at++)
        if (source->bytes[at] == '\n')
            start = at + 1;
    const char *end = memchr(source->bytes + start, '\n', source->size - start);
    *size = (end ? (size_t)(end - source->bytes) : source->size) - start;
    if (*size && source->bytes[start + *size - 1] == '\r')
        --*size;
    return source->bytes + start;
}

const char *place_cell(struct arena *arena, struct place place)
{
    enum { LETTERS = 'Z' - 'A' + 1, MOST_LETTERS = 8 };
    char letters[MOST_LETTERS] = { 0 };
    size_t first = MOST_LETTERS - 1;
    for (int column = place_column(place); column > 0; column = (column - 1) / LETTERS)
        letters[--first] = (char)('A' + (column - 1) % LETTERS);
    const char *quote = strpbrk(place.source->sheet, " !'-,;()&") ? "'" : "";
    return arena_text(arena, "%s%s%s!%s%d", quote, place.source->sheet, quote, letters + first, place_line(place));
}

const char *place_text(struct arena *arena, struct place place)
{
    if (place.source && place.source->sheet)
        return arena_text(arena, "%s:%s", place.source->name, place_cell(arena, place));
    return place.source ? arena_text(arena, "%s:%d", place.source->name, place_line(place)) : "";
}

const char *place_short(struct arena *arena, struct place place)
{
    return path_name(place_text(arena, place));
}
