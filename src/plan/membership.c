/* effort = fee + round(own hours × cost of an hour) + own travel;
   benefit = round(hours saved × share used × cost of an hour) + avoided purchases. */

#include <medfin/plan/membership.h>

#include <medfin/plan/membership_nodes.h>
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

struct membership_year membership_in(const struct plan *plan, int year)
{
    const struct membership_nodes of = membership_nodes_in(plan, year);
    return (struct membership_year){ .fee = node_cell(plan, of.fee),
                                     .own_work = node_cell(plan, of.own_work),
                                     .own_travel = node_cell(plan, of.own_travel),
                                     .work_saved = node_cell(plan, of.work_saved),
                                     .avoided = node_cell(plan, of.avoided),
                                     .effort = node_cell(plan, of.effort),
                                     .benefit = node_cell(plan, of.benefit),
                                     .net = node_cell(plan, of.net) };
}
