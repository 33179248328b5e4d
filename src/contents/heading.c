/* What stands at the top of every report, and what keys are called in any. */

#include <medfin/contents/heading.h>

#include <string.h>

#include <medfin/base/text.h>

void heading_contents(struct doc *doc, const struct project *project, const char *subject)
{
    /* A part of a larger doc that has said whose it is. */
    if (doc->depth) {
        doc_heading(doc, 1, subject);
        return;
    }
    const char *title = fact_is_stated(&project->section.title) ? project->section.title.value.text : NULL;
    doc_heading(doc, 1, title ? arena_text(doc->arena, "%s: %s", subject, title) : subject);
    doc_value(doc, cell_text(title, "project.title"));
    doc_value(doc, cell_month(project->first, "project.start"));
    doc_value(doc, cell_month(project->last, "project.end"));
}

void title_contents(struct doc *doc, const struct project *project, const char *subject)
{
    heading_contents(doc, project, subject);
    const struct section_list *scenarios = &project->of[SECTION_SCENARIO];
    const char *scenario =
        scenarios->count && fact_is_stated(&scenarios->items[0]->title) ? scenarios->items[0]->title.value.text : "";
    const char *chosen = doc->scenario ? doc->scenario : "";
    if ((*scenario || *chosen) && !doc->depth)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, "%s: %s%s%s", tr(N_("Scenario")), scenario, *scenario && *chosen ? "; " : "",
                            *scenario ? chosen : text_capital(doc->arena, chosen)));
}
