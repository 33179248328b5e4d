#include "activity_budget.h"

#include <medfin/plan/activities.h>

#include "making.h"

/* What a funder bears in kind is no money of the budget. */
static bool is_paid_activity(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_COST && !row->in_kind && row->line->kind == SECTION_ACTIVITY;
}

void activity_budget_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct activities *stated = project_activities(plan->project);
    if (!stated || !fact_is_stated(stated->budget))
        return;
    node budget = money_leaf(plan, &stated->section, stated->budget);
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        node planned =
            rows_over(plan, is_paid_activity, NULL, N_("planned activities"), year_first(year), year_last(year));
        node left = less_node(plan, N_("left"), budget, planned);
        money_add(judgement, plan, year, "budget", N_("activity budget"), budget);
        money_add(judgement, plan, year, "planned", N_("planned activities"), planned);
        money_add(judgement, plan, year, "left", N_("left"), left);
        place_add(judgement, plan, left,
                  N_("The planned activities cost more than the budget; prioritise tells what falls outside."))
            ->year = year;
    }
    /* A cost whose time cannot be read is in no year: it is told, so that nobody misses it. */
    if (!activities_count(plan->project, ACTIVITY_ASIDE))
        return;
    judgement->least = VERDICT_WARN;
    judgement->because_least = N_("Activities whose time cannot be read cost money too, and are in no year.");
}
