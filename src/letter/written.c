#include "written.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "binding.h"

const char *written_find(const char *from, const char *end, const char *word)
{
    size_t size = strlen(word);
    for (; from < end && (size_t)(end - from) >= size; from++)
        if (memcmp(from, word, size) == 0)
            return from;
    return NULL;
}

static bool begins(const char *at, const char *end, const char *word)
{
    size_t size = strlen(word);
    return (size_t)(end - at) >= size && memcmp(at, word, size) == 0;
}

struct place written_stretch(const struct source *source, const char *from, const char *end)
{
    return place_at(source, (size_t)(from - source->bytes), (size_t)(end - from));
}

bool written_is_html(const struct source *written)
{
    static const char byte_order_mark[] = "\xef\xbb\xbf";
    const char *at = written->bytes + (strncmp(written->bytes, byte_order_mark, 3) == 0 ? 3 : 0);
    at += strspn(at, " \t\r\n");
    return text_begins(at, "<!doctype") || text_begins(at, "<html");
}

/* In Markdown an odd number of backslashes in front makes a mark what it is: words. */
static bool is_escaped(const struct source *source, bool is_html, const char *at)
{
    const char *from = at;
    while (!is_html && from > source->bytes && from[-1] == '\\')
        from--;
    return (at - from) % 2;
}

/* The letter as it is gone through, once: what is sought ahead is looked for once, however often it is asked for. */
struct reading;

typedef const char *find_next(struct reading *reading, const char *from);

/* The last answer: the first of that kind at or behind `from`. */
struct ahead {
    const char *from, *at;
};

struct reading {
    const struct source *written;
    const char *end;
    bool is_html;
    struct ahead value, value_end, block_end, quote, tag_close, comment_close;
};

static const char *look_ahead(struct reading *reading, struct ahead *last, const char *from, find_next *find)
{
    bool is_known = last->from && last->from <= from && (!last->at || from <= last->at);
    if (!is_known)
        *last = (struct ahead){ from, find(reading, from) };
    return last->at;
}

static const char *find_mark(const struct reading *reading, const char *from, const char *mark)
{
    const char *at = written_find(from, reading->end, mark);
    while (at && is_escaped(reading->written, reading->is_html, at))
        at = written_find(at + 1, reading->end, mark);
    return at;
}

static const char *next_value_end(struct reading *reading, const char *from)
{
    return find_mark(reading, from, BOUND_VALUE_END);
}

static const char *next_block_end(struct reading *reading, const char *from)
{
    return find_mark(reading, from, BOUND_BLOCK_END);
}

static const char *next_quote(struct reading *reading, const char *from)
{
    return written_find(from, reading->end, "\"");
}

static const char *next_tag_close(struct reading *reading, const char *from)
{
    return written_find(from, reading->end, ">");
}

static const char *next_comment_close(struct reading *reading, const char *from)
{
    return written_find(from, reading->end, "-->");
}

/* "KEY MARK", on two lines where an editor broke it: false if it is not that. */
static bool read_name(struct bound *bound, const char *from, const char *end, struct arena *arena)
{
    enum { HEXADECIMAL = 16, MARK_DIGITS = 8 };
    const char *said = letter_plain(arena, from, (size_t)(end - from)), *space = strrchr(said, ' ');
    if (!space || space == said || strlen(space + 1) != MARK_DIGITS ||
        strspn(space + 1, "0123456789abcdef") != MARK_DIGITS)
        return false;
    bound->name = arena_copy(arena, said, (size_t)(space - said));
    bound->mark = (uint32_t)strtoul(space + 1, NULL, HEXADECIMAL);
    return true;
}

/* The name in a value's mark, which an editor may have broken in two lines; NULL if none begins here. */
static const char *value_name(const char *at, const char *end)
{
    static const char tag[] = "<data", attribute[] = "value=\"";
    if (!begins(at, end, tag))
        return NULL;
    const char *from = at + sizeof tag - 1, *name = from + strspn(from, " \t\r\n");
    return name > from && begins(name, end, attribute) ? name + sizeof attribute - 1 : NULL;
}

/* The next value's mark; NULL if there is none. */
static const char *next_value(struct reading *reading, const char *from)
{
    const char *at = find_mark(reading, from, "<data");
    while (at && !value_name(at, reading->end))
        at = find_mark(reading, at + 1, "<data");
    return at;
}

/* Where reading goes on behind a value's binding; NULL if there is none here. */
static const char *take_value(struct reading *reading, const char *at, struct bound *bound, struct arena *arena)
{
    const char *name = value_name(at, reading->end);
    const char *quote = look_ahead(reading, &reading->quote, name, next_quote),
               *close = quote ? look_ahead(reading, &reading->tag_close, quote, next_tag_close) : NULL;
    if (!close || !read_name(bound, name, quote, arena))
        return NULL;
    const char *from = close + 1, *until = look_ahead(reading, &reading->value_end, from, next_value_end);
    const char *next = look_ahead(reading, &reading->value, from, next_value);
    bound->kind = BOUND_A_VALUE;
    bound->is_open = !until || (next && next < until);
    bound->place = written_stretch(reading->written, from, bound->is_open ? from : until);
    return bound->is_open ? from : until + strlen(BOUND_VALUE_END);
}

static const char *take_block(struct reading *reading, const char *at, struct bound *bound, struct arena *arena)
{
    static const char table[] = "table ", part[] = "part ";
    const char *word = at + strlen(BOUND_BLOCK),
               *close = look_ahead(reading, &reading->comment_close, word, next_comment_close);
    const char *said = close ? letter_plain(arena, word, (size_t)(close - word)) : "";
    bool is_table = text_begins(said, table), is_part = text_begins(said, part);
    const char *name = said + (is_table ? sizeof table : sizeof part) - 1;
    if (!(is_table || is_part) || !read_name(bound, name, said + strlen(said), arena))
        return NULL;
    const char *from = close + strlen("-->");
    bound->kind = is_table ? BOUND_A_TABLE : BOUND_A_PART;
    bound->place = written_stretch(reading->written, at, from);
    if (!is_table)
        return from;
    const char *until = look_ahead(reading, &reading->block_end, from, next_block_end);
    bound->is_open = !until;
    bound->place = written_stretch(reading->written, from, until ? until : from);
    return until ? until + strlen(BOUND_BLOCK_END) : from;
}

/* Where reading goes on behind a binding; NULL if none begins here. */
static const char *take(struct reading *reading, const char *at, struct bound *bound, struct arena *arena)
{
    if (*at != '<' || is_escaped(reading->written, reading->is_html, at))
        return NULL;
    if (value_name(at, reading->end))
        return take_value(reading, at, bound, arena);
    return begins(at, reading->end, BOUND_BLOCK) ? take_block(reading, at, bound, arena) : NULL;
}

bound_list written_bounds(const struct source *written, struct arena *arena)
{
    bound_list bounds = { 0 };
    const char *end = written->bytes + written->size;
    struct reading reading = { .written = written, .end = end, .is_html = written_is_html(written) };
    for (const char *at = written->bytes; at < end;) {
        struct bound bound = { 0 };
        const char *next = take(&reading, at, &bound, arena);
        if (next)
            *list_add(&bounds, arena) = bound;
        at = next ? next : at + 1;
    }
    return bounds;
}

static bool is_punctuation(char byte)
{
    return byte && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", byte);
}

/* The character that an entity stands for, of those that are written; NULL for others. */
static const char *entity(const char *at, const char *end, size_t *size)
{
    static const struct {
        const char *name, *text;
    } known[] = { { "&amp;", "&" },   { "&lt;", "<" },  { "&gt;", ">" },
                  { "&quot;", "\"" }, { "&#39;", "'" }, { "&nbsp;", "\u00a0" } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (begins(at, end, known[i].name)) {
            *size = strlen(known[i].name);
            return known[i].text;
        }
    return NULL;
}

/* Size of the tag or comment that begins here; 0 if none does. Where nothing closes one, nothing closes what comes
   behind it: `open` says so. */
static size_t tag_size(const char *at, const char *end, bool open[2])
{
    bool is_comment = begins(at, end, "<!--");
    bool is_tag = !open[is_comment] && end - at > 1 && *at == '<' &&
                  (at[1] == '/' || at[1] == '!' || (at[1] >= 'a' && at[1] <= 'z') || (at[1] >= 'A' && at[1] <= 'Z'));
    const char *close = is_tag ? written_find(at, end, is_comment ? "-->" : ">") : NULL;
    open[is_comment] = open[is_comment] || (is_tag && !close);
    return close ? (size_t)(close - at) + (begins(close, end, "-->") ? 3 : 1) : 0;
}

const char *written_text(struct place place, struct arena *arena)
{
    bool is_html = written_is_html(place.source);
    const char *at = place.source->bytes + place.offset, *end = at + place.size;
    struct text out = text_new(arena);
    bool open[2] = { false, false };
    while (at < end) {
        size_t size = *at == '<' ? tag_size(at, end, open) : 0;
        const char *text = is_html ? entity(at, end, &size) : NULL;
        if (text) {
            text_add(&out, text);
        } else if (!size && !is_html && *at == '\\' && end - at > 1 && is_punctuation(at[1])) {
            text_add_bytes(&out, at + 1, 1);
            size = 2;
        } else if (!size) {
            size = 1;
            if (is_html || *at != '*')
                text_add_bytes(&out, at, 1);
        }
        at += size;
    }
    return letter_plain(arena, out.bytes, out.size);
}

/* Whether a line begins something of its own: an item, a heading, a row, a block. */
static bool begins_block(const char *line, const char *end)
{
    line += strspn(line, " ");
    size_t digits = strspn(line, "0123456789");
    if (line >= end || *line == '\n' || *line == '\r')
        return true;
    if (digits && (line[digits] == '.' || line[digits] == ')'))
        return true;
    if (strchr("#|>", *line) || (strchr("-*+", *line) && line[1] == ' '))
        return true;
    return *line == '<' && !begins(line, end, "<data");
}

static const char *line_start(const char *at, const char *begin)
{
    while (at > begin && at[-1] != '\n')
        at--;
    return at;
}

static const char *line_end(const char *at, const char *end)
{
    const char *next = memchr(at, '\n', (size_t)(end - at));
    return next ? next : end;
}

/* A full stop, a blank and what can begin a sentence. */
static bool parts_sentences(const char *at, const char *end)
{
    if (end - at < 3 || !strchr(".!?", *at) || at[1] != ' ')
        return false;
    return (at[2] >= 'A' && at[2] <= 'Z') || (unsigned char)at[2] >= 0x80 || strchr("<[\\", at[2]);
}

/* Past the mark of an item or heading. */
static const char *past_mark(const char *line, const char *end)
{
    size_t digits = strspn(line, "0123456789"), marks = digits ? digits + 1 : strspn(line, "-*+#");
    bool is_mark = marks && line + marks < end && line[marks] == ' ';
    return is_mark ? line + marks + 1 : line;
}

enum { LONGEST_SENTENCE = 1024 }; /* bytes before the place, and as many behind it */

struct place written_sentence(struct place place)
{
    const char *inside = place.source->bytes + place.offset, *behind = inside + place.size;
    size_t before = place.offset, after = place.source->size - place.offset - place.size;
    const char *begin = inside - (before > LONGEST_SENTENCE ? LONGEST_SENTENCE : before),
               *end = behind + (after > LONGEST_SENTENCE ? LONGEST_SENTENCE : after);
    while (before > LONGEST_SENTENCE && begin < inside && !strchr(" \n<", *begin))
        begin++;
    while (after > LONGEST_SENTENCE && end > behind && *end != ' ')
        end--;
    const char *from = line_start(inside, begin), *until = line_end(behind, end);
    while (from > begin && !begins_block(from, end) && !begins_block(line_start(from - 1, begin), end))
        from = line_start(from - 1, begin);
    while (until < end && !begins_block(until + 1, end))
        until = line_end(until + 1, end);
    for (const char *at = from; at < inside; at++)
        if (parts_sentences(at, inside))
            from = at + 2;
    for (const char *at = behind; at < until; at++)
        if (parts_sentences(at, until))
            until = at + 1;
    return written_stretch(place.source, past_mark(from, inside), until);
}

/* "| a | b |": false for the line below the titles, and for what is no row. */
static void add_line(written_row_list *rows, const struct source *source, const char *from, const char *end,
                     struct arena *arena)
{
    LIST(const char *) cells = { 0 };
    const char *cell = NULL;
    bool is_rule = true;
    for (const char *at = from; at < end; at++) {
        if (*at != '|' || is_escaped(source, false, at))
            continue;
        if (cell) {
            const char *text = written_text(written_stretch(source, cell, at), arena);
            is_rule = is_rule && *text && text[strspn(text, "-:")] == '\0';
            *list_add(&cells, arena) = text;
        }
        cell = at + 1;
    }
    if (cells.count && !is_rule)
        *list_add(rows, arena) = (struct written_row){ written_stretch(source, from, end), cells.items, cells.count };
}

static void add_html_row(written_row_list *rows, const struct source *source, const char *from, const char *end,
                         struct arena *arena)
{
    LIST(const char *) cells = { 0 };
    for (const char *at = from; at < end; at++) {
        bool is_cell = begins(at, end, "<td") || (begins(at, end, "<th") && !begins(at, end, "<thead"));
        const char *open = is_cell ? written_find(at, end, ">") : NULL,
                   *close = open ? written_find(open, end, "</t") : NULL;
        if (close)
            *list_add(&cells, arena) = written_text(written_stretch(source, open + 1, close), arena);
    }
    if (cells.count)
        *list_add(rows, arena) = (struct written_row){ written_stretch(source, from, end), cells.items, cells.count };
}

written_row_list written_rows(struct place place, struct arena *arena)
{
    written_row_list rows = { 0 };
    const char *at = place.source->bytes + place.offset, *end = at + place.size;
    if (written_is_html(place.source)) {
        for (const char *row; (row = written_find(at, end, "<tr")); at = row + 1) {
            const char *close = written_find(row, end, "</tr>");
            add_html_row(&rows, place.source, row, close ? close : end, arena);
            row = close ? close : row;
        }
        return rows;
    }
    for (const char *line = at; line < end; line = line_end(line, end) + 1)
        add_line(&rows, place.source, line, line_end(line, end), arena);
    return rows;
}
