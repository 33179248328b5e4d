#include "bytes.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/lines.h>

static bool begins_with(const struct source *source, const char *mark, size_t size)
{
    return source->size >= size && memcmp(source->bytes, mark, size) == 0;
}

/* With its mark, or as every other byte of ASCII tells. */
static bool is_utf_16(const struct source *source)
{
    const char *bytes = source->bytes;
    if (begins_with(source, "\xff\xfe", 2) || begins_with(source, "\xfe\xff", 2))
        return true;
    return source->size >= 4 && (!bytes[0] ? bytes[1] && !bytes[2] && bytes[3] : !bytes[1] && bytes[2] && !bytes[3]);
}

bool bytes_are_utf_16(const struct source *source, struct arena *arena, struct diags *diags)
{
    if (!is_utf_16(source))
        return false;
    /* Its bytes are no lines to show. */
    diag_add(diags, DIAG_FILE_CODE, place_at(source_new(arena, source->name, "", 0, source->order), 0, 0),
             ARGS(arg_text("UTF-16")));
    return true;
}

static bool is_letter(const char *at, const char *begin, const char *end)
{
    return at >= begin && at < end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'));
}

/* å ä ö Å Ä Ö. */
static const char dos_letters[] = "\x86\x84\x94\x8f\x8e\x99", windows_letters[] = "\xe5\xe4\xf6\xc5\xc4\xd6";

/* In Windows-1252 these are a dagger and quotes, which stand in no word; quotes come in pairs. */
bool bytes_are_dos(const char *bytes, size_t size)
{
    const char *end = bytes + size;
    int within = 0, quotes = 0;
    for (const char *at = bytes; at < end; at++) {
        if ((unsigned char)*at >= 0xa0)
            return false;
        bool is_dos = *at && strchr(dos_letters, *at);
        within += is_dos && is_letter(at - 1, bytes, end) && is_letter(at + 1, bytes, end);
        quotes += *at == dos_letters[2];
    }
    return within || quotes % 2;
}

static bool bytes_are_windows(const char *bytes, size_t size)
{
    int letters = 0;
    for (size_t at = 0, length; (at += text_ascii(bytes + at, size - at)) < size; at++) {
        length = text_character(bytes + at, size - at);
        if (length > 1)
            return false;
        letters += bytes[at] && strchr(windows_letters, bytes[at]);
    }
    return letters;
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

static void character_add(enum diag_id fault, const struct source *source, const char *at, struct diags *diags)
{
    const size_t size = text_step(at, (size_t)(source->bytes + source->size - at));
    const bool is_byte = fault == DIAG_NOT_UTF8;
    char code[sizeof "U+10FFFF"];
    snprintf(code, sizeof code, is_byte ? "%02X" : "U+%04X", is_byte ? *at & 0xff : text_code_point(at, size));
    diag_add(diags, fault, place_at(source, (size_t)(at - source->bytes), size), ARGS(arg_text(code)));
}

/* A text in another encoding is told by its first byte that is not UTF-8. */
static void encoding_fault(const struct source *source, const char *at, struct diags *diags)
{
    const char *encoding = bytes_are_dos(source->bytes, source->size)       ? "CP850 (DOS)"
                           : bytes_are_windows(source->bytes, source->size) ? "Windows-1252"
                                                                            : NULL;
    if (encoding)
        diag_add(diags, DIAG_FILE_CODE, place_at(source, (size_t)(at - source->bytes), 1), ARGS(arg_text(encoding)));
    else
        character_add(DIAG_NOT_UTF8, source, at, diags);
}

enum bytes_state bytes_check(const struct source *source, bool says_utf8, struct diags *diags)
{
    enum bytes_state state = BYTES_TEXT;
    const char *end = source->bytes + source->size;
    for (const char *at = source->bytes; (at = plain_skip(at, end)) < end; at += text_step(at, (size_t)(end - at))) {
        enum diag_id fault = character_fault(at, end);
        bool is_mark = at == source->bytes && text_code_point(at, source->size) == BYTE_ORDER_MARK;
        if (fault == DIAG_COUNT || is_mark)
            continue;
        if (fault == DIAG_NOT_UTF8 && !says_utf8)
            encoding_fault(source, at, diags);
        else
            character_add(fault, source, at, diags);
        if (fault != DIAG_CONTROL_CHARACTER)
            return BYTES_UNREADABLE;
        state = BYTES_MARRED;
    }
    return state;
}

bool bytes_are_text(const struct source *source, struct diags *diags)
{
    return bytes_check(source, true, diags) == BYTES_TEXT;
}
