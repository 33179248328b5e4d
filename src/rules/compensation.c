#include "compensation.h"

#include <medfin/model/activity.h>

#include "finding_builder.h"

void compensation_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct section_list *travels = &plan->project->of[SECTION_TRAVEL];
    int flights = 0, bare = 0;
    for (int i = 0; i < travels->count; i++) {
        const struct travel *travel = (const struct travel *)travels->items[i];
        if (!fact_is_stated(&travel->mode) || travel->mode.value.number != MODE_FLIGHT)
            continue;
        flights++;
        if (fact_is_stated(&travel->compensation))
            continue;
        finding->subject = finding->subject ? finding->subject : &travel->section;
        bare++;
    }
    if (!flights)
        return;
    finding->unit = UNIT_COUNT;
    finding_decide(finding, cell_known(-bare), plan->project);
    if (bare)
        finding->because = N_("Flights without compensation; the first is named.");
}
