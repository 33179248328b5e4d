#include <medfin/write/writer.h>

#include <string.h>

#include <medfin/write/html.h>
#include <medfin/write/markdown.h>

#include "csv.h"
#include "json.h"
#include "text.h"

/* clang-format off */
const struct writer writers[] = {
    { "text", ".txt", N_("text for a terminal"), text_write, NULL, NULL, false, false },
    { "md", ".md", N_("Markdown for documents and the web"), md_write, NULL, NULL, false, false },
    { "html", ".html", N_("HTML for reading, publishing and printing, with charts"), html_write, NULL, NULL, false, false },
    { "docx", ".docx", N_("Word, by pandoc"), md_write, "md", "pandoc", false, false },
    { "odt", ".odt", N_("OpenDocument, by pandoc"), md_write, "md", "pandoc", false, false },
    { "xlsx", ".xlsx", N_("a workbook with live formulas"), NULL, NULL, NULL, true, false },
    { "pdf", ".pdf", N_("PDF with charts, tagged for reading aloud, by weasyprint"), html_write, "html", "weasyprint", false, false },
    { "csv", ".csv", N_("CSV for spreadsheets, never rounded"), csv_write_doc, NULL, NULL, true, false },
    { "json", ".json", N_("JSON for other programs, never rounded"), json_write, NULL, NULL, true, true },
    { 0 },
};
/* clang-format on */

const struct writer *writer_find(const char *format)
{
    for (const struct writer *writer = writers; writer->format; writer++)
        if (strcmp(writer->format, format) == 0)
            return writer;
    return NULL;
}

const struct writer *writer_of_file(const char *path)
{
    size_t size = strlen(path);
    for (const struct writer *writer = writers; writer->format; writer++) {
        size_t ending = strlen(writer->ending);
        if (size > ending && text_same(path + size - ending, writer->ending))
            return writer;
    }
    return NULL;
}
