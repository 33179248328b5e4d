#include "benefit.h"

#include <medfin/plan/membership.h>

#include "making.h"

static void judge(struct judgement *judgement, const struct plan *plan, int year)
{
    const struct membership_year of = membership_in(plan, year);
    money_add(judgement, plan, year, "fee", N_("fee"), of.fee);
    money_add(judgement, plan, year, "own_work", N_("own hours"), of.own_work);
    money_add(judgement, plan, year, "own_travel", N_("own travel"), of.own_travel);
    money_add(judgement, plan, year, "effort", N_("own effort"), of.effort);
    money_add(judgement, plan, year, "work_saved", N_("hours saved"), of.work_saved);
    money_add(judgement, plan, year, "avoided", N_("avoided purchases"), of.avoided);
    money_add(judgement, plan, year, "benefit", N_("benefit"), of.benefit);
    money_add(judgement, plan, year, "net_benefit", N_("benefit minus effort"), of.net);
    place_add(judgement, plan, of.net, N_("The benefit is less than the own effort."))->year = year;
}

void benefit_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct membership *membership = project_membership(plan->project);
    if (!membership)
        return;
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++)
        judge(judgement, plan, year);
    if (membership->in_line->value.number)
        return;
    judgement->least = rule->broken(plan->project);
    judgement->because_least = N_("The network is not in line with the own work, whatever it gives.");
}
