#include "binding.h"

#include <string.h>

/* 32-bit FNV-1a (Fowler, Noll, Vo). */
static const uint32_t fnv_basis = 2166136261u, fnv_prime = 16777619u;

uint32_t letter_mark_more(uint32_t mark, const char *bytes, size_t size)
{
    uint32_t sum = mark ? mark : fnv_basis;
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * fnv_prime;
    return sum;
}

/* Bytes of the blank that begins here, of the kinds that editors put in each other's place. */
static size_t blank(const char *at, size_t size)
{
    static const char *const blanks[] = { " ", "\t", "\n", "\r", "\u00a0", "\u202f", "\u2009" };
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t length = strlen(blanks[i]);
        if (length <= size && memcmp(at, blanks[i], length) == 0)
            return length;
    }
    return 0;
}

const char *letter_plain(struct arena *arena, const char *bytes, size_t size)
{
    struct text out = text_new(arena);
    bool apart = false;
    for (size_t at = 0, length; at < size; at += length) {
        length = blank(bytes + at, size - at);
        apart = apart || length;
        if (length)
            continue;
        length = text_step(bytes + at, size - at);
        text_add(&out, apart && out.size ? " " : "");
        text_add_bytes(&out, bytes + at, length);
        apart = false;
    }
    return out.bytes;
}

uint32_t letter_mark(struct arena *arena, const char *shown)
{
    const char *plain = letter_plain(arena, shown, strlen(shown));
    return letter_mark_more(0, plain, strlen(plain));
}

const char *letter_comment_name(struct arena *arena, const char *id)
{
    struct text out = text_new(arena);
    for (const char *at = id; *at; at++)
        text_addf(&out, "%s%c", at > id && at[0] == '-' && at[-1] == '-' ? "\\" : "", *at);
    return out.bytes;
}

const char *letter_comment_id(struct arena *arena, const char *name)
{
    struct text out = text_new(arena);
    for (const char *at = name; *at; at++)
        if (*at != '\\')
            text_add_bytes(&out, at, 1);
    return out.bytes;
}
