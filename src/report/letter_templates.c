/* The templates that come along, each in the order of the house that it is named for. What nobody
   but the officer knows stands in brackets, to be filled in by hand. */

#include "letter_parts.h"

#include <string.h>

/* The order of Region Jämtland Härjedalen's letters. */
static const char *const jamtland[] = {
    N_("[date]"),
    "",
    N_("[department, unit]\\"),
    N_("Officer: [officer], telephone: [telephone]\\"),
    N_("Registration number: {{project.reference}}"),
    "",
    N_("# Co-financing of {{project.title}}"),
    "",
    N_("## The matter"),
    "",
    N_("[Background and aim of the project]"),
    "",
    "{{part summary}}",
    "",
    "{{part funders}}",
    "",
    "{{table financing}}",
    "",
    "{{table cost}}",
    "",
    "{{part verdicts}}",
    "",
    N_("### If a funder refuses"),
    "",
    "{{part consequences}}",
    "",
    N_("### What is assumed"),
    "",
    "{{part assumptions}}",
    "",
    N_("### What is not known yet"),
    "",
    "{{part unknowns}}",
    "",
    N_("## Proposal of the director of the region"),
    "",
    "{{part points}}",
    "",
    N_("By order of office"),
    "",
    N_("[name]\\"),
    N_("[director of the region]"),
    "",
    N_("[name]\\"),
    N_("[officer]"),
    "",
    N_("## Extract to"),
    "",
    N_("[recipients]"),
    NULL,
};

/* The order of Landstinget Blekinge's letters. */
static const char *const blekinge[] = {
    N_("Matter: {{project.reference}}\\"),
    N_("Document: [document number]"),
    "",
    N_("To [board]"),
    "",
    N_("# Co-financing of {{project.title}}"),
    "",
    N_("## Background"),
    "",
    N_("[Background and aim of the project]"),
    "",
    "{{part summary}}",
    "",
    N_("## Present state"),
    "",
    "{{part funders}}",
    "",
    "{{table financing}}",
    "",
    "{{table cost}}",
    "",
    "{{part verdicts}}",
    "",
    "{{part consequences}}",
    "",
    N_("These figures are assumptions:"),
    "",
    "{{part assumptions}}",
    "",
    N_("These amounts are not known yet:"),
    "",
    "{{part unknowns}}",
    "",
    N_("## Proposed decision"),
    "",
    N_("[Board] is proposed to decide"),
    "",
    "{{part clauses}}",
    "",
    N_("[place], as above"),
    "",
    N_("[name]\\"),
    N_("[title]"),
    NULL,
};

/* What a certificate of co-financing has to carry. */
static const char *const certificate[] = {
    N_("# Certificate of co-financing"),
    "",
    N_("- Funder: {{funder.*.title}}"),
    N_("- Project: {{project.title}}"),
    N_("- Project owner: {{letter.organisation}}"),
    N_("- Registration number of the project: {{project.reference}}"),
    N_("- Project period: {{project.start}} to {{project.end}}"),
    N_("- Kind of money: {{funder.*.form}}"),
    N_("- Decision: {{funder.*.state}}"),
    N_("- Registration number of the decision: {{funder.*.reference}}"),
    "",
    "{{part appropriation}}",
    "",
    N_("The funder contributes {{funders.*.total}} to the project, {{funders.*.cash}} in cash and {{funders.*.in_kind}} in kind."),
    "",
    "{{table certificate}}",
    "",
    N_("[place and date]"),
    "",
    N_("[signature]\\"),
    N_("[name, position]\\"),
    N_("[organisation]"),
    NULL,
};

const struct letter_template letter_templates[] = {
    { "jamtland", N_("in the order of Region Jämtland Härjedalen's letters"), false, jamtland },
    { "blekinge", N_("in the order of Landstinget Blekinge's letters"), false, blekinge },
    { "intyg", N_("certificate of co-financing; of the funder that --funder names"), true, certificate },
    { 0 },
};

const struct letter_template *letter_template_find(const char *name)
{
    for (const struct letter_template *row = letter_templates; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

const struct source *letter_template_source(const struct letter_template *built_in, struct arena *arena)
{
    struct text text = text_new(arena);
    for (const char *const *line = built_in->lines; *line; line++)
        text_addf(&text, "%s\n", tr(*line));
    return source_new(arena, built_in->name, text.bytes, text.size, 0);
}
