/* Evidence: decisions have references, and figures say where they come from. */

#include "rule.h"

static bool lacks_reference(const struct funder *funder)
{
    return status_is_secured((enum status)funder->status.value.number) && !fact_is_stated(&funder->reference);
}

/* Sections whose figures the plan rests on. */
static bool holds_figures(const struct section *section)
{
    switch (section->kind) {
    case SECTION_CATEGORY:
    case SECTION_SCENARIO:
    case SECTION_PROJECT:
    case SECTION_RULES:
    case SECTION_RESERVE:
        return false;
    default:
        return true;
    }
}

void evidence_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct project *project = plan->project;
    int before = findings->count, unsourced = 0;
    const struct section *first = NULL;
    for (int i = 0; i < project->all.count; i++) {
        const struct section *section = project->all.items[i];
        if (holds_figures(section) && !fact_is_stated(&section->source)) {
            first = first ? first : section;
            unsourced++;
        }
        if (section->kind != SECTION_FUNDER || !lacks_reference((const struct funder *)section))
            continue;
        struct finding *finding = finding_add(findings, rule, section, arena);
        finding->verdict = VERDICT_WARN;
        finding->unit = UNIT_COUNT;
        finding->has_margin = true;
        finding->margin = -1;
        finding->because = N_("The decision has no reference.");
    }
    if (findings->count > before && !unsourced)
        return;
    struct finding *finding = finding_add(findings, rule, first, arena);
    finding->unit = UNIT_COUNT;
    finding_decide(finding, cell_known(-unsourced), VERDICT_WARN);
    if (unsourced)
        finding->because = N_("Sections state figures without a source; the first is named.");
}
