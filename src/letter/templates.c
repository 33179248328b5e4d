#include <medfin/letter/templates.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/plan/membership.h>

#include "authority_templates.h"
#include "follow_templates.h"
#include "network_templates.h"

/* The order of Region Jämtland Härjedalen's letters. */
static const char *const jamtland[] = {
    N_("[date]"),
    "",
    N_("[department, unit]\\"),
    N_("Officer: [officer], telephone: [telephone]\\"),
    N_("Registration number: {{project.reference}}\\"),
    N_("Project owner: {{letter.organisation}}\\"),
    N_("Project period: {{project.start}} to {{project.end}}"),
    "",
    "{{part version}}",
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
    N_("Document: [document number]\\"),
    N_("Project owner: {{letter.organisation}}\\"),
    N_("Project period: {{project.start}} to {{project.end}}"),
    "",
    N_("To [board]"),
    "",
    "{{part version}}",
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
    "# {{funder.*.certificate}}",
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
    "{{part version}}",
    "",
    "{{part appropriation}}",
    "",
    N_("The funder contributes {{total.financing.by_funder.*.total}} to the project, {{total.financing.by_funder.*.cash}} in cash and {{total.financing.by_funder.*.in_kind}} in kind."),
    "",
    "{{part certified}}",
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

/* A member's decision, in the order in which Swedish public bodies write a tjänsteskrivelse. */
static const char *const membership[] = {
    N_("[date]"),
    "",
    N_("[department, unit]\\"),
    N_("Officer: [officer], telephone: [telephone]\\"),
    N_("Registration number: {{project.reference}}\\"),
    N_("Concerns: {{project.title}}, {{project.years}}"),
    "",
    N_("To [board]"),
    "",
    "{{part version}}",
    "",
    N_("# Membership of {{letter.network}}"),
    "",
    N_("## Matter"),
    "",
    N_("The matter is whether {{letter.organisation}} is to be a member of {{letter.network}} in {{project.years}}. In {{membership.first.year}} the own effort is {{membership.first.effort}} and the benefit {{membership.first.benefit}}."),
    "",
    N_("## Proposed decision"),
    "",
    N_("[Board] is proposed to decide"),
    "",
    "{{part joining}}",
    "",
    N_("## Background"),
    "",
    N_("[What the network does, who belongs to it and what a membership means]"),
    "",
    "{{part fee}}",
    "",
    N_("## Considerations"),
    "",
    "{{part benefit}}",
    "",
    N_("[Other ways to the same benefit, and what existing networks give already]"),
    "",
    N_("### What the decision hangs on"),
    "",
    "{{part break-even}}",
    "",
    N_("## Economic consequences"),
    "",
    N_("Of the own effort in {{membership.first.year}}, {{membership.first.fee}} is the fee, {{membership.first.own_travel}} travel and {{membership.first.own_work}} own working hours. [How fee and travel fit in the budget]"),
    "",
    "{{table membership}}",
    "",
    N_("## Benefit"),
    "",
    N_("Of the benefit in {{membership.first.year}}, {{membership.first.work_saved}} is working hours that are saved and put to use, and {{membership.first.avoided}} purchases that need not be made. [Benefit that cannot be told in kronor]"),
    "",
    N_("## What the calculation rests on"),
    "",
    N_("### What is assumed"),
    "",
    "{{part assumptions}}",
    "",
    N_("### What is not known yet"),
    "",
    "{{part unknowns}}",
    "",
    N_("[name]\\"),
    N_("[title]"),
    "",
    N_("[name]\\"),
    N_("[officer]"),
    "",
    N_("## Documents for the decision"),
    "",
    N_("[documents]"),
    "",
    N_("## The decision is sent to"),
    "",
    N_("[recipients]"),
    NULL,
};

/* In the order in which Swedish public bodies write a tjänsteskrivelse: the proposal first, the tables last. */
static const char *const neutral[] = {
    N_("[date]"),
    "",
    N_("[department, unit]\\"),
    N_("Officer: [officer], telephone: [telephone]\\"),
    N_("Registration number: {{project.reference}}"),
    "",
    N_("To [board]"),
    "",
    "{{part version}}",
    "",
    N_("# Co-financing of {{project.title}}"),
    "",
    N_("## Proposed decision"),
    "",
    "{{part points}}",
    "",
    N_("## Summary"),
    "",
    "{{part summary}}",
    "",
    "{{part verdicts}}",
    "",
    N_("## The matter"),
    "",
    N_("[Background and aim of the project]"),
    "",
    "{{part funders}}",
    "",
    N_("## If a funder refuses"),
    "",
    "{{part consequences}}",
    "",
    N_("## Economic consequences"),
    "",
    N_("[Account, responsible unit, and what it costs after the project]"),
    "",
    N_("## Other consequences"),
    "",
    N_("[Children, equality, environment and staff, where the matter concerns them]"),
    "",
    N_("## What is not known yet"),
    "",
    "{{part unknowns}}",
    "",
    N_("[name]\\"),
    N_("[title]"),
    "",
    N_("[name]\\"),
    N_("[officer]"),
    "",
    N_("## Documents for the decision"),
    "",
    N_("[documents]"),
    "",
    N_("## The decision is sent to"),
    "",
    N_("[recipients]"),
    "",
    N_("## Annex: the calculation"),
    "",
    "{{table financing}}",
    "",
    "{{table cost}}",
    "",
    N_("### What is assumed"),
    "",
    "{{part assumptions}}",
    NULL,
};

/* clang-format off */
const struct letter_template letter_templates[] = {
    { "jamtland", N_("in the order of Region Jämtland Härjedalen's letters"), OF_PROJECT, NEEDS_OWN, jamtland },
    { "blekinge", N_("in the order of Landstinget Blekinge's letters"), OF_PROJECT, NEEDS_OWN, blekinge },
    { "tjansteskrivelse", N_("the proposal first, the calculation as an annex"), OF_PROJECT, NEEDS_OWN, neutral },
    { "information", N_("for information alone; nothing is decided"), OF_PROJECT, NEEDS_NOTHING, template_information },
    { "lansstyrelse", N_("decision to grant money; of the funder that --funder names"), OF_FUNDER, NEEDS_NOTHING, template_grant },
    { "arsmote", N_("to an annual meeting; the usual one where fees pay"), OF_PROJECT, NEEDS_FEES, template_meeting },
    { "verksamhetsplan", N_("plan of activities; the usual one of these alone"), OF_PROJECT, NEEDS_ACTIVITIES, template_plan },
    { "intyg", N_("certificate of co-financing; of the funder that --funder names"), OF_FUNDER, NEEDS_NOTHING, certificate },
    { "medlemskap", N_("to join a network or not; the usual one of a membership"), OF_MEMBERSHIP, NEEDS_NOTHING, membership },
    { "rekvisition", N_("claim for payment; of the funder that --funder names"), OF_CLAIM, NEEDS_NOTHING, template_claim },
    { "lagesrapport", N_("progress report: what was done, economy, what comes next"), OF_FOLLOWED, NEEDS_NOTHING, template_progress },
    { "slutrapport", N_("final report: aims and results, economy, what has been learnt"), OF_FOLLOWED, NEEDS_END, template_final },
    { "arsrapport", N_("annual report: indicators, activities, economy"), OF_FOLLOWED, NEEDS_YEAR, template_annual },
    { 0 },
};
/* clang-format on */

static bool has_own(const struct project *project)
{
    const struct section_list *funders = &project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++)
        if (((const struct funder *)funders->items[i])->own->value.number)
            return true;
    return false;
}

bool letter_template_fits(const struct letter_template *built_in, const struct project *project)
{
    switch (built_in->needs) {
    case NEEDS_OWN:
        return has_own(project) || project->of[SECTION_DECISION].count;
    case NEEDS_FEES:
        return project->of[SECTION_TARIFF].count > 0;
    case NEEDS_ACTIVITIES:
        return project->of[SECTION_ACTIVITY].count > 0;
    case NEEDS_END:
        return actuals_through(project) >= project->last;
    case NEEDS_YEAR:
        return actuals_through(project) >= month_earlier(month_december(actuals_through(project)), project->last);
    default:
        return true;
    }
}

/* Each body has an order of its own where it is known, and the neutral one serves all others. */
static const char *usual(const struct project *project)
{
    const char *owner = fact_is_stated(project->owner) ? project->owner->value.text : "";
    if (!has_own(project) && project->of[SECTION_TARIFF].count)
        return "arsmote";
    if (!has_own(project) && !project->payers.count && project->of[SECTION_ACTIVITY].count)
        return "verksamhetsplan";
    return strstr(owner, "Jämtland Härjedalen") ? "jamtland"
           : strstr(owner, "Blekinge")          ? "blekinge"
                                                : "tjansteskrivelse";
}

const struct letter_template *letter_template_usual(const struct plan *plan)
{
    return letter_template_find(plan_is_joining(plan) ? "medlemskap" : usual(plan->project));
}

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
