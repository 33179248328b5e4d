#include "activity_budget.h"

#include <medfin/plan/activities.h>

#include "finding_builder.h"

/* A cost whose time cannot be read is in no year: it is told, so that nobody misses it. */
static void find_aside(struct finding *finding, const struct plan *plan)
{
    if (finding->verdict != VERDICT_PASS || !activities_count(plan->project, ACTIVITY_ASIDE))
        return;
    finding->verdict = VERDICT_WARN;
    finding->because = N_("Activities whose time cannot be read cost money too, and are in no year.");
}

void activity_budget_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct activities *stated = project_activities(plan->project);
    if (!stated || !fact_is_stated(&stated->budget))
        return;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        struct cell budget = activities_budget(plan);
        struct cell planned = activities_cost(plan, NULL, year_first(year), year_last(year));
        struct cell left = cell_minus(arena, budget, planned);
        finding_money_in(finding, year, "budget", N_("activity budget"), budget, arena);
        finding_money_in(finding, year, "planned", N_("planned activities"), planned, arena);
        finding_money_in(finding, year, "left", N_("left"), left, arena);
        if (finding_tighten(finding, left, arena))
            finding->year = year;
    }
    if (finding_settle(finding, 0, plan->project))
        finding->because = N_("The planned activities cost more than the budget; prioritise tells what falls outside.");
    find_aside(finding, plan);
}
