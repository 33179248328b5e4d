#include "lines.h"

#include <stdint.h>
#include <stdio.h>
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

/* Eight bytes are printable ASCII if none of them falls below zero less a blank, is above DEL, or
   becomes so by one. */
static bool are_printable(const char *at)
{
    static const uint64_t ones = UINT64_C(0x0101010101010101), upper = UINT64_C(0x8080808080808080);
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    return !(((eight - ' ' * ones) | (eight + ones) | eight) & upper);
}

/* Past the bytes that are nothing but themselves: they need no look at their neighbours. */
static const char *plain_skip(const char *at, const char *end)
{
    enum { AT_ONCE = 8 };
    for (int plain = AT_ONCE; plain == AT_ONCE;) {
        while (end - at >= AT_ONCE && are_printable(at))
            at += AT_ONCE;
        for (plain = 0; plain < AT_ONCE && at < end; plain++, at++)
            if ((!is_ascii_sign(*at) && *at != ' ' && *at != '\n') || *at == 0x7f)
                break;
    }
    return at;
}

/* What is wrong with the character here; DIAG_COUNT for nothing. */
static enum diag_id character_fault(const char *at, const char *end)
{
    unsigned char byte = (unsigned char)*at;
    if (byte == '\0')
        return DIAG_NUL_BYTE;
    if (byte == '\r')
        return at + 1 < end && at[1] == '\n' ? DIAG_COUNT : DIAG_LONE_CR;
    if (byte >= 0x80 && !text_character(at, (size_t)(end - at)))
        return DIAG_NOT_UTF8;
    return byte != '\t' && text_is_control(at, (size_t)(end - at)) ? DIAG_CONTROL_CHARACTER : DIAG_COUNT;
}

enum { BYTE_ORDER_MARK = 0xfeff }; /* nothing but a sign of UTF-8 where a file begins */

bool bytes_are_text(const struct source *source, struct diags *diags)
{
    const char *end = source->bytes + source->size;
    for (const char *at = source->bytes; (at = plain_skip(at, end)) < end; at += text_step(at, (size_t)(end - at))) {
        enum diag_id fault = character_fault(at, end);
        bool is_mark = at == source->bytes && text_code_point(at, source->size) == BYTE_ORDER_MARK;
        if (fault == DIAG_COUNT || is_mark)
            continue;
        const size_t size = text_step(at, (size_t)(end - at));
        struct place place = place_at(source, (size_t)(at - source->bytes), size);
        const bool is_byte = fault == DIAG_NOT_UTF8;
        char code[sizeof "U+10FFFF"];
        snprintf(code, sizeof code, is_byte ? "%02X" : "U+%04X", is_byte ? *at & 0xff : text_code_point(at, size));
        diag_add(diags, fault, place, ARGS(arg_text(code)));
        return false;
    }
    return true;
}
