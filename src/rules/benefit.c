#include "benefit.h"

#include <medfin/plan/membership.h>

#include "finding_builder.h"

static void add_figures(struct finding *finding, const struct membership_year *of, int year, struct arena *arena)
{
    finding_money_in(finding, year, "fee", N_("fee"), of->fee, arena);
    finding_money_in(finding, year, "own_work", N_("own hours"), of->own_work, arena);
    finding_money_in(finding, year, "own_travel", N_("own travel"), of->own_travel, arena);
    finding_money_in(finding, year, "effort", N_("own effort"), of->effort, arena);
    finding_money_in(finding, year, "work_saved", N_("hours saved"), of->work_saved, arena);
    finding_money_in(finding, year, "avoided", N_("avoided purchases"), of->avoided, arena);
    finding_money_in(finding, year, "benefit", N_("benefit"), of->benefit, arena);
    finding_money_in(finding, year, "net", N_("benefit less effort"), of->net, arena);
}

void benefit_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    const struct membership *membership = project_membership(plan->project);
    if (!membership)
        return;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct membership_year of = membership_in(plan, year);
        add_figures(finding, &of, year, arena);
        if (finding_tighten(finding, of.net, arena))
            finding->year = year;
    }
    if (finding_settle(finding, 0, plan->project))
        finding->because = N_("The benefit is less than the own effort.");
    if (membership->in_line.value.number)
        return;
    finding->verdict = rule->broken(plan->project);
    finding->because = N_("The network is not in line with the own work, whatever it gives.");
}
