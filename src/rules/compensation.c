#include "compensation.h"

#include <medfin/model/activity.h>

#include "making.h"

void compensation_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct section_list *travels = &plan->project->of[SECTION_TRAVEL];
    const struct section *first = NULL;
    int flights = 0, bare = 0;
    for (int i = 0; i < travels->count; i++) {
        const struct travel *travel = (const struct travel *)travels->items[i];
        if (!fact_is_stated(&travel->mode) || travel->mode.value.number != MODE_FLIGHT)
            continue;
        flights++;
        if (fact_is_stated(&travel->compensation))
            continue;
        first = first ? first : &travel->section;
        bare++;
    }
    if (!flights)
        return;
    const char *because = N_("Flights without compensation; the first is named.");
    judgement->kind = KIND_COUNT;
    place_add(judgement, plan, count_number(plan, -bare, because), because)->subject = first;
}
