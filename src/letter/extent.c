#include "extent.h"

#include <string.h>

enum { MOST_BYTES = 2 * 1024 * 1024, MOST_LINES = 10000, MOST_COLUMNS = 1000, MOST_CELLS = 100000 };

struct extent {
    int lines;   /* of the block so far */
    int columns; /* of its last row of dashes, 0 before one */
    long cells;  /* in the rows of all tables, each as wide as its headings */
};

static int count_of(const char *from, const char *end, char byte)
{
    int count = 0;
    for (const char *at = from; (at = memchr(at, byte, (size_t)(end - at))); at++)
        count++;
    return count;
}

/* In a quotation or an item too. */
static bool is_within(const char *from, const char *end, const char *marks)
{
    while (from < end && strchr(marks, *from))
        from++;
    return from == end;
}

static bool is_empty(const char *from, const char *end)
{
    return is_within(from, end, " \t\r>");
}

/* The row of dashes under a table's headings. */
static bool is_rule(const char *from, const char *end)
{
    return memchr(from, '-', (size_t)(end - from)) && is_within(from, end, "|:- \t\r>*+.)0123456789");
}

/* What there is too much of, with how much there may be; NULL: nothing. */
static const char *take_line(struct extent *extent, const char *from, const char *end, int *most)
{
    int columns = count_of(from, end, '|');
    if (is_empty(from, end))
        extent->lines = extent->columns = 0;
    else if (columns && is_rule(from, end))
        extent->columns = columns;
    extent->lines++;
    extent->cells += extent->columns;
    *most = columns > MOST_COLUMNS ? MOST_COLUMNS : extent->cells > MOST_CELLS ? MOST_CELLS : MOST_LINES;
    if (columns > MOST_COLUMNS)
        return N_("cells in a row");
    if (extent->cells > MOST_CELLS)
        return N_("cells in its tables, where each row is as wide as the headings");
    return extent->lines > MOST_LINES ? N_("lines without an empty one between") : NULL;
}

bool template_extent_check(const struct source *text, struct diags *diags)
{
    struct extent extent = { 0 };
    const char *much = text->size > MOST_BYTES ? N_("bytes") : NULL;
    size_t from = 0, size = 0;
    int most = MOST_BYTES;
    for (size_t next; !much && from < text->size; from = much ? from : next) {
        const char *line = text->bytes + from, *end = memchr(line, '\n', text->size - from);
        size = (end ? (size_t)(end - line) : text->size - from);
        next = from + size + 1;
        much = take_line(&extent, line, line + size, &most);
    }
    if (much)
        diag_add(diags, DIAG_TEMPLATE_EXTENT, place_at(text, from, size), ARGS(arg_count(most), arg_word(much)));
    return !much;
}
