/* effort = fee + round(own hours × cost of an hour) + own travel;
   benefit = round(hours saved × share used × cost of an hour) + avoided purchases. */

#include <medfin/plan/membership.h>

#include <medfin/plan/fee_nodes.h>
#include <medfin/plan/sums.h>

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

static node own_fee(const struct plan *plan, const struct membership *membership, int year)
{
    if (!membership->tariff->value.count)
        return money_leaf(plan, &membership->section, membership->fee);
    const struct tariff *tariff = (const struct tariff *)*membership->tariff->sections;
    const struct fee fee = tariff_fee_of_one(plan, tariff, year);
    return fee.one;
}

struct membership_year membership_in(const struct plan *plan, int year)
{
    const struct membership *stated = project_membership(plan->project);
    const struct section *section = &stated->section;
    struct graph *graph = plan->graph;
    node hour = money_leaf(plan, section, stated->hourly_cost);
    node own_hours = graph_fact(graph, section, stated->own_hours, KIND_DECIMAL, FIELD_NUMBER);
    node hours_saved = graph_fact(graph, section, stated->hours_saved, KIND_DECIMAL, FIELD_NUMBER);
    node used = share_leaf(plan, section, stated->share_used);
    struct membership_year of = { .fee = own_fee(plan, stated, year),
                                  .own_work = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("own hours"), hour, own_hours),
                                  .own_travel = money_leaf(plan, section, stated->own_travel),
                                  .work_saved = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("hours saved"), hour,
                                                         hours_saved, used),
                                  .avoided = money_leaf(plan, section, stated->avoided_purchases) };
    of.effort = graph_of(graph, OP_SUM, KIND_MONEY, N_("own effort"), of.fee, of.own_work, of.own_travel);
    of.benefit = graph_of(graph, OP_SUM, KIND_MONEY, N_("benefit"), of.work_saved, of.avoided);
    of.net = graph_of(graph, OP_SUM, KIND_MONEY, N_("benefit minus effort"), of.benefit, against(of.effort));
    return of;
}
