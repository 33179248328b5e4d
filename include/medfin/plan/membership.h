#ifndef MEDFIN_PLAN_MEMBERSHIP_H
#define MEDFIN_PLAN_MEMBERSHIP_H

/* The member's side of a network: what a year of membership takes, and what it gives. It is
   no part of the plan's cost and financing, which are the network's or the project's. */

#include <medfin/plan/nodes.h>

struct membership_year {
    node fee, own_work, own_travel; /* the effort */
    node work_saved, avoided;       /* the benefit */
    node effort, benefit, net;      /* net: benefit less effort */
};

/* NULL if the project has no [membership]. */
const struct membership *project_membership(const struct project *project);

/* A member's decision and nothing more: its project has a membership and no cost of its own. */
bool plan_is_joining(const struct plan *plan);

/* Of a calendar year, whole whatever the plan spans. The project has a membership. */
struct membership_year membership_in(const struct plan *plan, int year);

#endif
