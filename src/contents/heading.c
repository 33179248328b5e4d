/* What stands at the top of every report, and what keys are called in any. */

#include <medfin/contents/heading.h>

#include <medfin/base/text.h>

const char *version_title(struct arena *arena, const struct project *project)
{
    const bool has_version = fact_is_stated(project->version), is_decided = fact_is_stated(project->decided);
    const char *version = has_version ? project->version->value.text : "",
               *decided = is_decided ? project->decided->value.text : "";
    if (has_version && is_decided)
        return arena_text(arena, tr(N_("Version %s, decided %s")), version, decided);
    if (has_version)
        return arena_text(arena, tr(N_("Version %s")), version);
    return is_decided ? arena_text(arena, tr(N_("Decided %s")), decided) : NULL;
}

static void version_contents(struct doc *doc, const struct project *project)
{
    const char *version = version_title(doc->arena, project);
    if (fact_is_stated(project->version))
        doc_value(doc, cell_text(project->version->value.text, "project.version"));
    if (fact_is_stated(project->decided))
        doc_value(doc, cell_text(project->decided->value.text, "project.decided"));
    if (version)
        doc_text(doc, TONE_NEUTRAL, version);
}

void heading_contents(struct doc *doc, const struct project *project, const char *subject)
{
    /* A part of a larger doc that has said whose it is. */
    if (doc->depth) {
        doc_heading(doc, 1, subject);
        return;
    }
    const char *title = fact_is_stated(project->section.title) ? project->section.title->value.text : NULL;
    doc_heading(doc, 1, title ? arena_text(doc->arena, "%s: %s", subject, title) : subject);
    doc_value(doc, cell_text(title, "project.title"));
    doc_value(doc, cell_month(project->first, "project.start"));
    doc_value(doc, cell_month(project->last, "project.end"));
    version_contents(doc, project);
}

const char *stack_title(struct arena *arena, const struct project *project, int count)
{
    struct text stack = text_new(arena);
    for (int i = 0; i < count; i++)
        text_addf(&stack, "%s%s", i ? " + " : "", project->scenarios[i]);
    return stack.bytes;
}

void title_contents(struct doc *doc, const struct project *project, const char *subject)
{
    heading_contents(doc, project, subject);
    if (doc->depth)
        return;
    for (int i = 0; i < project->scenario_count; i++)
        doc_value(doc, cell_text(project->scenarios[i], arena_text(doc->arena, "project.scenarios[%d]", i)));
    const char *stack = stack_title(doc->arena, project, project->scenario_count),
               *chosen = doc->scenario ? doc->scenario : "";
    if (*stack || *chosen)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, "%s: %s%s%s", tr(N_("Scenario")), stack, *stack && *chosen ? "; " : "",
                            *stack ? chosen : text_capital(doc->arena, chosen)));
}
