/* effort = fee + round(own hours × cost of an hour) + own travel;
   benefit = round(hours saved × share used × cost of an hour) + avoided purchases. */

#include <medfin/plan/membership.h>

#include <medfin/plan/fees.h>

const struct membership *project_membership(const struct project *project)
{
    const struct section_list *sections = &project->of[SECTION_MEMBERSHIP];
    return sections->count ? (const struct membership *)*sections->items : NULL;
}

bool plan_is_joining(const struct plan *plan)
{
    const struct selection all = { .side = COST_SIDE };
    struct cell cost = plan_sum(plan, &all, plan->first, plan_last(plan));
    return project_membership(plan->project) && cell_is_known(cost) && !cost.amount;
}

static struct cell fee_of(const struct plan *plan, const struct membership *membership, int year)
{
    if (!membership->tariff.value.count)
        return fact_cell(plan, &membership->fee);
    const struct tariff *tariff = (const struct tariff *)*membership->tariff.sections;
    return tariff_fee_of_one(plan, tariff, year).amount;
}

/* Hours are billionths; both factors are, so the product is exact and rounded once. */
static struct cell work_of(const struct plan *plan, const struct membership *membership, const struct fact *hours,
                           share used)
{
    struct cell hour = fact_cell(plan, &membership->hourly_cost);
    const share factors[] = { hours->value.number, used };
    return (struct cell){ money_product(hour.amount, factors, 2), hours->value.number && used ? hour.needs : NULL };
}

struct membership_year membership_in(const struct plan *plan, int year)
{
    const struct membership *membership = project_membership(plan->project);
    struct arena *arena = plan->arena;
    struct membership_year of = { .fee = fee_of(plan, membership, year),
                                  .own_travel = fact_cell(plan, &membership->own_travel),
                                  .avoided = fact_cell(plan, &membership->avoided_purchases) };
    of.own_work = work_of(plan, membership, &membership->own_hours, SHARE_ONE);
    of.work_saved = work_of(plan, membership, &membership->hours_saved, membership->share_used.value.number);
    of.effort = cell_plus(arena, cell_plus(arena, of.fee, of.own_work), of.own_travel);
    of.benefit = cell_plus(arena, of.work_saved, of.avoided);
    of.net = cell_minus(arena, of.benefit, of.effort);
    return of;
}
