#include <medfin/sheet/file_format.h>

#include <string.h>

#include <medfin/base/language.h>

#include "archive.h"

/* clang-format off */
const struct file_format_row file_format_rows[FORMAT_COUNT] = {
    [FORMAT_TEXT]     = { N_("a text, not a workbook"), N_("call a table in CSV .csv") },
    [FORMAT_WORKBOOK] = { N_("a workbook"), N_("a project is a text: medfin init --from makes one of a budget, and [members] file = and [activities] file = name a workbook in it") },
    [FORMAT_XLS]      = { N_("a workbook in the format of Excel before 2007 (.xls)"), N_("open it in Excel or LibreOffice and save it as .xlsx") },
    [FORMAT_OLE]      = { N_("a document in the format of Office before 2007"), N_("copy its table to Excel or LibreOffice and save it as .xlsx") },
    [FORMAT_LOCKED]   = { N_("a workbook that is locked with a password"), N_("open it in Excel, take the password away under File, Info, and save it") },
    [FORMAT_XLSB]     = { N_("a binary workbook (.xlsb)"), N_("open it in Excel or LibreOffice and save it as .xlsx") },
    [FORMAT_ODS]      = { N_("an OpenDocument workbook (.ods)"), N_("open it in LibreOffice and save it as .xlsx or CSV") },
    [FORMAT_NUMBERS]  = { N_("a workbook of Numbers"), N_("open it in Numbers and export it to Excel (.xlsx)") },
    [FORMAT_WORD]     = { N_("a Word document (.docx)"), N_("copy its table to Excel or LibreOffice and save it as .xlsx") },
    [FORMAT_ZIP]      = { N_("a zip archive that is no workbook"), N_("unpack it and name the table in it") },
    [FORMAT_CUT]      = { N_("a zip archive, as a workbook is, but it is damaged or not whole"), N_("copy it anew from where it came, or open it in Excel or LibreOffice and save it anew") },
    [FORMAT_PDF]      = { N_("a PDF"), N_("copy its table to Excel or LibreOffice and save it as .xlsx") },
};
/* clang-format on */

static bool begins(const char *bytes, size_t size, const char *mark)
{
    return size >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

/* Whether the name of a stream stands in the file's directory, in UTF-16 as all names there. */
static bool has_stream(const char *bytes, size_t size, const char *name)
{
    size_t length = strlen(name);
    for (size_t at = 0; at + 2 * length + 2 <= size; at++) {
        size_t same = 0;
        while (same < length && bytes[at + 2 * same] == name[same] && !bytes[at + 2 * same + 1])
            same++;
        if (same == length && !bytes[at + 2 * same] && !bytes[at + 2 * same + 1])
            return true;
    }
    return false;
}

static enum file_format ole_format(const char *bytes, size_t size)
{
    if (has_stream(bytes, size, "EncryptedPackage"))
        return FORMAT_LOCKED;
    return has_stream(bytes, size, "Workbook") || has_stream(bytes, size, "Book") ? FORMAT_XLS : FORMAT_OLE;
}

static enum file_format zip_format(const char *bytes, size_t size)
{
    static const struct {
        const char *part;
        enum file_format format;
    } parts[] = {
        { "xl/workbook.bin", FORMAT_XLSB }, { "word/document.xml", FORMAT_WORD },
        { "content.xml", FORMAT_ODS },      { "Index/Document.iwa", FORMAT_NUMBERS },
        { "Index.zip", FORMAT_NUMBERS },    { "[Content_Types].xml", FORMAT_WORKBOOK },
        { "_rels/.rels", FORMAT_WORKBOOK }, { "xl/workbook.xml", FORMAT_WORKBOOK },
    };
    struct archive archive;
    enum file_format format = FORMAT_ZIP;
    if (!archive_open(&archive, bytes, size))
        return FORMAT_CUT;
    for (size_t i = 0; format == FORMAT_ZIP && i < sizeof parts / sizeof *parts; i++)
        if (archive_has(&archive, parts[i].part))
            format = parts[i].format;
    archive_close(&archive);
    return format;
}

enum file_format file_format(const char *bytes, size_t size)
{
    if (begins(bytes, size, "PK\003\004") || begins(bytes, size, "PK\005\006"))
        return zip_format(bytes, size);
    if (begins(bytes, size, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return ole_format(bytes, size);
    return begins(bytes, size, "%PDF-") ? FORMAT_PDF : FORMAT_TEXT;
}
