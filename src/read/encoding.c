#include "encoding.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/sheet/sheet.h>

#include "bytes.h"

/* The code points of the bytes 80 to 9F; 0 for those that stand for nothing. */
static const unsigned short upper_controls[32] = { 0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                   0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178 };

static unsigned code_point(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xa0 ? upper_controls[byte - 0x80] : byte;
}

/* Whether the bytes are rather Windows-1252 than UTF-8 with a fault in it. */
static bool is_windows(const char *bytes, size_t size)
{
    size_t sequences = 0, others = 0;
    for (size_t at = 0; (at += text_ascii(bytes + at, size - at)) < size;) {
        size_t length = text_character(bytes + at, size - at);
        if (!length && !code_point((unsigned char)bytes[at]) && bytes[at])
            return false;
        sequences += length > 1;
        others += !length;
        at += length ? length : 1;
    }
    return others > sequences;
}

void add_code_point(struct text *out, unsigned code)
{
    char bytes[3];
    size_t size = 0;
    if (code < 0x80) {
        bytes[size++] = (char)code;
    } else if (code < 0x800) {
        bytes[size++] = (char)(0xc0 | code >> 6);
        bytes[size++] = (char)(0x80 | (code & 0x3f));
    } else {
        bytes[size++] = (char)(0xe0 | code >> 12);
        bytes[size++] = (char)(0x80 | (code >> 6 & 0x3f));
        bytes[size++] = (char)(0x80 | (code & 0x3f));
    }
    text_add_bytes(out, bytes, size);
}

struct text from_windows(const char *bytes, size_t size, struct arena *arena)
{
    struct text out = text_new(arena);
    for (size_t at = 0; at < size; at++)
        add_code_point(&out, code_point((unsigned char)bytes[at]));
    return out;
}

static bool begins_with(const char *bytes, size_t size, const char *mark)
{
    return size >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

const struct source *source_decode(const char *name, const char *bytes, size_t size, int order,
                                   enum csv_encoding *encoding, struct arena *arena, struct diags *diags)
{
    bool is_marked = begins_with(bytes, size, "\xef\xbb\xbf");
    *encoding = !is_marked && is_windows(bytes, size) ? CSV_WINDOWS_1252 : CSV_UTF_8;
    const struct source *raw = source_new(arena, name, bytes, size, order);
    if (bytes_are_utf_16(raw, arena, diags))
        return NULL;
    if (*encoding == CSV_WINDOWS_1252 && bytes_are_dos(bytes, size))
        return bytes_check(raw, false, diags) == BYTES_TEXT ? raw : NULL;
    size_t mark = is_marked ? 3 : 0;
    struct text converted = { .size = size - mark };
    if (*encoding == CSV_WINDOWS_1252)
        converted = from_windows(bytes, size, arena);
    const struct source *source =
        source_new(arena, name, converted.bytes ? converted.bytes : bytes + mark, converted.size, order);
    return bytes_check(source, is_marked, diags) != BYTES_UNREADABLE ? source : NULL;
}

void format_fault(const char *name, enum file_format format, int order, struct arena *arena, struct diags *diags)
{
    diag_add(diags, DIAG_FILE_FORMAT, ((struct place){ source_new(arena, name, "", 0, order), 0, 0 }),
             ARGS(arg_word(file_format_rows[format].name), arg_word(file_format_rows[format].hint)));
}

static bool is_called_workbook(const char *name)
{
    static const char ending[] = ".xlsx";
    size_t size = strlen(name), length = sizeof ending - 1;
    return size > length && text_same(name + size - length, ending);
}

const struct source *table_source(const struct csv_file *file, const char *name, const char *bytes, size_t size,
                                  enum csv_encoding *encoding, struct arena *arena, struct diags *diags)
{
    enum file_format format = file_format(bytes, size);
    *encoding = CSV_UTF_8;
    if (format == FORMAT_WORKBOOK) {
        const struct source *source =
            sheet_read(name, bytes, size, file->order, file->sheet, file->sheet_place, arena, diags);
        return source && bytes_are_text(source, diags) ? source : NULL;
    }
    if (format != FORMAT_TEXT || is_called_workbook(name)) {
        format_fault(name, format, file->order, arena, diags);
        return NULL;
    }
    if (file->sheet)
        diag_add(diags, DIAG_SHEET_OF_TEXT, file->sheet_place, ARGS(arg_text(name)));
    return source_decode(name, bytes, size, file->order, encoding, arena, diags);
}
