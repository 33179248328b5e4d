#include "staffing.h"

#include <string.h>

#include <medfin/base/text.h>

#include "finding_builder.h"

static const struct staff *staff_at(const struct project *project, int i)
{
    return (const struct staff *)project->of[SECTION_STAFF].items[i];
}

static bool is_same_holder(const struct staff *a, const struct staff *b)
{
    if (!fact_is_stated(&a->person) || !fact_is_stated(&b->person))
        return a == b;
    return strcmp(a->person.value.text, b->person.value.text) == 0;
}

static bool is_first_of_holder(const struct project *project, int i)
{
    for (int j = 0; j < i; j++)
        if (is_same_holder(staff_at(project, j), staff_at(project, i)))
            return false;
    return true;
}

static struct cell share_in(const struct plan *plan, const struct staff *staff, month at)
{
    if (!months_hold(line_months(plan->project, &staff->line), at))
        return (struct cell){ 0 };
    return fact_cell(plan, staff_share_at(staff, at));
}

/* What the posts of one person add up to, month by month. */
static struct cell *held_by_month(const struct plan *plan, const struct staff *holder_of)
{
    struct cell *held = arena_take(plan->arena, (size_t)plan->count, sizeof *held);
    for (int i = 0; i < plan->project->of[SECTION_STAFF].count; i++) {
        const struct staff *staff = staff_at(plan->project, i);
        if (!is_same_holder(staff, holder_of))
            continue;
        for (int m = 0; m < plan->count; m++)
            held[m] = cell_plus(plan->arena, held[m], share_in(plan, staff, plan->first + m));
    }
    return held;
}

static void find_holder(const struct plan *plan, const struct rule *rule, const struct staff *staff,
                        finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &staff->section, arena);
    finding->unit = UNIT_SHARE;
    finding->person = fact_is_stated(&staff->person) ? staff->person.value.text : NULL;
    struct cell most = { .amount = -1 };
    const struct needs *needs = NULL;
    const struct cell *held_in = held_by_month(plan, staff);
    for (month at = plan->first; at <= plan_last(plan); at++) {
        struct cell held = held_in[at - plan->first];
        needs = needs_union(arena, needs, held.needs);
        if (cell_is_known(held) && held.amount > most.amount) {
            most = held;
            finding->at = at;
        }
    }
    /* More than full time in a known month fails, whatever the unknown months hold. */
    bool fails = most.amount > SHARE_ONE;
    struct cell margin = { SHARE_ONE - most.amount, fails ? NULL : needs };
    finding_decide(finding, margin, plan->project);
    finding->needs = needs;
    finding_figure(finding,
                   (struct rule_figure){ .key = "share",
                                         .label = N_("largest share in a month"),
                                         .unit = UNIT_SHARE,
                                         .number = most.amount,
                                         .needs = margin.needs },
                   arena);
}

void staffing_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct project *project = plan->project;
    for (int i = 0; i < project->of[SECTION_STAFF].count; i++)
        if (is_first_of_holder(project, i))
            find_holder(plan, rule, staff_at(project, i), findings, arena);
    if (!project->of[SECTION_STAFF].count)
        finding_add(findings, rule, NULL, arena);
}
