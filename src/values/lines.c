#include <medfin/values/lines.h>

#include <string.h>

#include <medfin/base/text.h>

static const char *const blanks[] = { " ", "\t", "\u00a0", "\u202f", "\u2009" };
enum { BLANK_COUNT = sizeof blanks / sizeof *blanks };

size_t blank_size(const char *at, const char *end)
{
    if (at < end && is_ascii_sign(*at))
        return 0;
    for (int i = 0; i < BLANK_COUNT; i++) {
        size_t size = strlen(blanks[i]);
        if ((size_t)(end - at) >= size && memcmp(at, blanks[i], size) == 0)
            return size;
    }
    return 0;
}

size_t blank_size_before(const char *from, const char *at)
{
    if (from < at && is_ascii_sign(at[-1]))
        return 0;
    for (int i = 0; i < BLANK_COUNT; i++) {
        size_t size = strlen(blanks[i]);
        if ((size_t)(at - from) >= size && memcmp(at - size, blanks[i], size) == 0)
            return size;
    }
    return 0;
}

const char *blanks_skip(const char *at, const char *end)
{
    for (size_t size; (size = blank_size(at, end));)
        at += size;
    return at;
}

const char *blanks_trim(const char *from, const char *end)
{
    for (size_t size; (size = blank_size_before(from, end));)
        end -= size;
    return end;
}

const char *comment_start(const char *from, const char *end, bool line_start)
{
    for (const char *at = from; at < end; at++)
        if (*at == ';' && (at == from ? line_start : blank_size_before(from, at) > 0))
            return at;
    return end;
}

struct joining {
    const char *begin; /* of the whole stretch */
    char *text;
    size_t *offsets;
    size_t size;
};

static void join_byte(struct joining *joining, char byte, const char *from)
{
    if (joining->offsets)
        joining->offsets[joining->size] = (size_t)(from - joining->begin);
    joining->text[joining->size++] = byte;
}

static void join_line(struct joining *joining, const char *from, const char *end)
{
    bool is_first = from == joining->begin;
    if (!is_first)
        from = blanks_skip(from, end);
    end = blanks_trim(from, comment_start(from, end, !is_first));
    from = blanks_skip(from, end);
    if (from == end)
        return;
    if (joining->size)
        join_byte(joining, '\n', from);
    for (const char *at = from; at < end; at++)
        if (at[0] != '\\' || at + 1 == end || at[1] != ';')
            join_byte(joining, *at, at);
}

const char *lines_join(const char *bytes, size_t size, size_t *offsets, struct arena *arena)
{
    struct joining joining = { .begin = bytes, .text = arena_take(arena, size + 1, 1), .offsets = offsets };
    const char *end = bytes + size;
    for (const char *at = bytes; at < end;) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        const char *next = line_end ? line_end + 1 : end;
        line_end = line_end ? line_end : end;
        if (line_end > at && line_end[-1] == '\r')
            line_end--;
        join_line(&joining, at, line_end);
        at = next;
    }
    if (offsets)
        offsets[joining.size] = size;
    return joining.text;
}
