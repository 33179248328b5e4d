#ifndef MEDFIN_PLAN_MEMBERSHIP_NODES_H
#define MEDFIN_PLAN_MEMBERSHIP_NODES_H

/* What a year of membership takes and gives, as nodes. */

#include <medfin/plan/membership.h>
#include <medfin/plan/nodes.h>

/* As struct membership_year. */
struct membership_nodes {
    node fee, own_work, own_travel, work_saved, avoided, effort, benefit, net;
};

/* The project has a membership. */
struct membership_nodes membership_nodes_in(const struct plan *plan, int year);

#endif
