/* Any bytes as one part of a workbook, or as all of it, chosen by the first byte: what of it is read is lines of CSV,
   and every place in it knows its cell. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/sheet/file_format.h>
#include <medfin/sheet/sheet.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct part {
    const char *name, *text;
};

static const struct part parts[] = {
    { "_rels/.rels", "<R><Relationship Id='a' Type='" OFFICE "officeDocument' Target='xl/workbook.xml'/></R>" },
    { "xl/_rels/workbook.xml.rels", "<R><Relationship Id='a' Type='" OFFICE "worksheet' Target='sheet.xml'/>"
                                    "<Relationship Id='b' Type='" OFFICE "sharedStrings' Target='strings.xml'/>"
                                    "<Relationship Id='c' Type='" OFFICE "styles' Target='styles.xml'/></R>" },
    { "xl/workbook.xml", "<w><sheets><sheet name='Blad 1' id='a'/></sheets></w>" },
    { "xl/strings.xml", "<sst><si><t>Vad</t></si></sst>" },
    { "xl/styles.xml", "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/></cellXfs></s>" },
    { "xl/sheet.xml", "<s><row><c t='s'><v>0</v></c><c s='2'><v>44319</v></c></row></s>" },
};
enum { PARTS = sizeof parts / sizeof *parts };

static void add_number(struct text *out, unsigned long number, int bytes)
{
    for (int i = 0; i < bytes; i++, number >>= 8)
        text_add_bytes(out, (const char[]){ (char)(number & 0xff) }, 1);
}

/* What the local header and the directory say alike of a part that is stored as it is. APPNOTE.TXT, 4.3.7. */
static void add_head(struct text *out, const struct part *part, const char *bytes, size_t size)
{
    add_number(out, 20, 2);
    add_number(out, 0, 8);
    add_number(out, crc32(0, (const Bytef *)bytes, (uInt)size), 4);
    add_number(out, size, 4);
    add_number(out, size, 4);
    add_number(out, strlen(part->name), 2);
    add_number(out, 0, 2);
}

static struct text workbook(struct arena *arena, unsigned fuzzed, const char *bytes, size_t size)
{
    struct text all = text_new(arena), directory = text_new(arena);
    for (unsigned i = 0; i < PARTS; i++) {
        const char *text = i == fuzzed ? bytes : parts[i].text;
        size_t length = i == fuzzed ? size : strlen(text), at = all.size;
        text_add(&all, "PK\003\004");
        add_head(&all, &parts[i], text, length);
        text_add(&all, parts[i].name);
        text_add_bytes(&all, text, length);
        text_add(&directory, "PK\001\002");
        add_number(&directory, 20, 2);
        add_head(&directory, &parts[i], text, length);
        add_number(&directory, 0, 10);
        add_number(&directory, at, 4);
        text_add(&directory, parts[i].name);
    }
    size_t at = all.size;
    text_add_bytes(&all, directory.bytes, directory.size);
    text_add(&all, "PK\005\006");
    add_number(&all, 0, 4);
    add_number(&all, PARTS, 2);
    add_number(&all, PARTS, 2);
    add_number(&all, directory.size, 4);
    add_number(&all, at, 4);
    add_number(&all, 0, 2);
    return all;
}

static void check_source(const struct source *source, struct arena *arena)
{
    for (int i = 0; i < source->line_count; i++) {
        const struct place place = place_at(source, source->line_starts[i], 0);
        if (source->line_starts[i] > source->size || place_line(place) != i + 1 || place_column(place) != 1)
            abort();
    }
    if (place_line(place_at(source, source->size, 0)) != source->line_count)
        abort();
    place_text(arena, place_at(source, source->size, 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 1)
        return 0;
    struct arena *arena = arena_new(abort);
    struct diags *diags = diags_new(arena);
    const char *rest = arena_copy(arena, (const char *)bytes + 1, size - 1);
    struct text all = { .bytes = (char *)rest, .size = size - 1 };
    if (bytes[0] % (PARTS + 1) < PARTS)
        all = workbook(arena, bytes[0] % (PARTS + 1), rest, size - 1);
    file_format(all.bytes, all.size);
    const struct source *source =
        sheet_read("t.xlsx", all.bytes, all.size, 0, NULL, (struct place){ NULL, 0, 0 }, arena, diags);
    if (!source != (diags_errors(diags) > 0))
        abort();
    if (source)
        check_source(source, arena);
    diags_text(diags, LANGUAGE_SV, true, arena);
    arena_free(arena);
    return 0;
}
