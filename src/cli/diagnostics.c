#include "diagnostics.h"

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/doc/place.h>
#include <medfin/write/writer.h>

static void add_told(struct doc *doc, const struct diag_told *told, int at)
{
    const char *path = arena_text(doc->arena, "diagnostics[%d]", at);
    const struct {
        const char *key, *text;
    } values[] = { { "severity", told->is_warning ? "warning" : "error" },
                   { "id", told->name },
                   { "text", told->text },
                   { "hint", *told->hint ? told->hint : NULL } };
    doc_place(doc, told->place, path);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].text)
            doc_value(doc, cell_text(values[i].text, arena_text(doc->arena, "%s.%s", path, values[i].key)));
    doc_place(doc, told->cause, arena_text(doc->arena, "%s.cause", path));
}

/* The whole is a document even where there is nothing to tell, so that whoever reads it need not ask first. */
static const char *as_json(const struct session *session, const struct diag_report *report)
{
    struct doc *doc = doc_new(session->arena, session->language, &doc_units[0]);
    struct text out = text_new(session->arena);
    for (int i = 0; i < report->told.count; i++)
        add_told(doc, &report->told.items[i], i);
    doc_value(doc, cell_count(report->left, "more"));
    writer_find("json")->write(doc, &(const struct writer_options){ 0 }, &out);
    return out.bytes;
}

const char *diagnostics_text(const struct session *session)
{
    bool warnings = !session->request.quiet;
    if (session->request.diagnostics.number != DIAGNOSTICS_JSON)
        return diags_text(session->diags, session->language, warnings, session->arena);
    const struct diag_report report = diags_report(session->diags, session->language, warnings, session->arena);
    return as_json(session, &report);
}
