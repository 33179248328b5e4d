#include <medfin/read/ledger_source.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/sheet/file_format.h>

#include "bytes.h"
#include "encoding.h"
#include "load.h"

/* The code points of the bytes 80 to FF in CP437, as IBM has them. */
static const unsigned short cp437[128] = {
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee,
    0x00ec, 0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6,
    0x00dc, 0x00a2, 0x00a3, 0x00a5, 0x20a7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa,
    0x00ba, 0x00bf, 0x2310, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255d, 0x255c, 0x255b, 0x2510, 0x2514,
    0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x255e, 0x255f, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c,
    0x2588, 0x2584, 0x258c, 0x2590, 0x2580, 0x03b1, 0x00df, 0x0393, 0x03c0, 0x03a3, 0x03c3, 0x00b5, 0x03c4,
    0x03a6, 0x0398, 0x03a9, 0x03b4, 0x221e, 0x03c6, 0x03b5, 0x2229, 0x2261, 0x00b1, 0x2265, 0x2264, 0x2320,
    0x2321, 0x00f7, 0x2248, 0x00b0, 0x2219, 0x00b7, 0x221a, 0x207f, 0x00b2, 0x25a0, 0x00a0
};

const char *path_named(struct place place, const char *named, struct arena *arena)
{
    return path_beside(place.source ? place.source->name : "", named, arena);
}

enum code { CODE_ASCII, CODE_UTF_8, CODE_CP437, CODE_WINDOWS_1252 };

/* é å ä ö ü and their capitals. */
static const char cp437_letters[] = "\x82\x86\x84\x94\x81\x90\x8f\x8e\x99\x9a",
                  windows_letters[] = "\xe9\xe5\xe4\xf6\xfc\xc9\xc5\xc4\xd6\xdc";

/* What is no UTF-8 at all, or hardly, is of the encoding in which more of its bytes are letters of Swedish. */
static enum code code_of(const char *bytes, size_t size)
{
    size_t sequences = 0, others = 0, dos = 0, windows = 0;
    for (size_t at = 0; (at += text_ascii(bytes + at, size - at)) < size;) {
        size_t length = text_character(bytes + at, size - at);
        sequences += length > 1;
        others += !length;
        dos += !length && strchr(cp437_letters, bytes[at]);
        windows += !length && strchr(windows_letters, bytes[at]);
        at += length ? length : 1;
    }
    if (!others)
        return sequences ? CODE_UTF_8 : CODE_ASCII;
    return sequences > others ? CODE_UTF_8 : windows > dos ? CODE_WINDOWS_1252 : CODE_CP437;
}

static struct text from_cp437(const char *bytes, size_t size, struct arena *arena)
{
    struct text out = text_new(arena);
    for (size_t at = 0, plain; at < size; at++) {
        plain = text_ascii(bytes + at, size - at);
        text_add_bytes(&out, bytes + at, plain);
        if ((at += plain) < size)
            add_code_point(&out, cp437[(unsigned char)bytes[at] - 0x80]);
    }
    return out;
}

static bool ends_in(const char *path, const char *ending)
{
    size_t size = strlen(path), length = strlen(ending);
    return size > length && text_same(path + size - length, ending);
}

static bool looks_like_sie(const char *path, const char *bytes, size_t size)
{
    size_t at = 0;
    if (ends_in(path, ".se") || ends_in(path, ".si") || ends_in(path, ".sie"))
        return true;
    while (at < size && strchr("\xef\xbb\xbf \t\r\n", bytes[at]))
        at++;
    return at < size && bytes[at] == '#';
}

/* DOS ended its files with the byte 1A. */
static size_t size_without_end(const char *bytes, size_t size)
{
    while (size && (bytes[size - 1] == 0x1a || bytes[size - 1] == '\0'))
        size--;
    return size;
}

const struct source *ledger_source(const char *path, struct place place, int order, const char **encoding, bool *is_sie,
                                   read_file_list *read, struct arena *arena, struct diags *diags)
{
    static const char *const names[] = {
        [CODE_ASCII] = "ASCII", [CODE_UTF_8] = "UTF-8", [CODE_CP437] = "CP437", [CODE_WINDOWS_1252] = "Windows-1252"
    };
    size_t size;
    read_file_note(read, path, arena);
    const char *bytes = bytes_load(path, place, &size, arena, diags);
    *is_sie = bytes && file_format(bytes, size) == FORMAT_TEXT && looks_like_sie(path, bytes, size);
    if (!*is_sie)
        return NULL;
    size = size_without_end(bytes, size);
    if (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    enum code code = code_of(bytes, size);
    struct text text = { .bytes = (char *)bytes, .size = size };
    *encoding = names[code];
    if (code == CODE_CP437)
        text = from_cp437(bytes, size, arena);
    else if (code == CODE_WINDOWS_1252)
        text = from_windows(bytes, size, arena);
    const struct source *source = source_new(arena, path, text.bytes, text.size, order);
    return bytes_are_text(source, diags) ? source : NULL;
}
