#include "evidence.h"

#include <medfin/model/stated_values.h>

#include "finding_builder.h"

/* Its own status, or that of a year. */
static bool is_decided(const struct funder *funder)
{
    bool decided = status_is_secured((enum status)funder->status.value.number);
    for (int i = 0; i < funder->years.count; i++)
        decided = decided || status_is_secured(funder->years.items[i].fact.value.status);
    return decided;
}

static void find_references(const struct project *project, const struct rule *rule, finding_list *findings,
                            struct arena *arena)
{
    const struct section_list *funders = &project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (!is_decided(funder) || fact_is_stated(&funder->reference))
            continue;
        struct finding *finding = finding_add(findings, rule, &funder->section, arena);
        finding->unit = UNIT_COUNT;
        finding_decide(finding, cell_known(-1), project);
        finding->because = N_("The decision has no reference.");
    }
}

void evidence_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    int before = findings->count, unsourced = 0;
    const struct section *first = NULL;
    find_references(plan->project, rule, findings, arena);
    const struct figure_list figures = project_figures(plan->project, arena);
    for (int i = 0; i < figures.count; i++)
        if (!figures.items[i].fact->by->source) {
            first = first ? first : figures.items[i].section;
            unsourced++;
        }
    if (findings->count > before && !unsourced)
        return;
    struct finding *finding = finding_add(findings, rule, first, arena);
    finding->unit = UNIT_COUNT;
    finding_decide(finding, cell_known(-unsourced), plan->project);
    if (unsourced)
        finding->because = N_("Figures without a source; the section of the first is named.");
}
