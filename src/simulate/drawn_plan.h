#ifndef MEDFIN_SIMULATE_DRAWN_PLAN_H
#define MEDFIN_SIMULATE_DRAWN_PLAN_H

/* The plan whose figures the trials vary, and which leaf of its graph each draw is. A status with a chance is granted
   in it: whatever may come is there, and the draw, 1 or 0, takes it away. */

#include <medfin/model/stated_values.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/nodes.h>

#include "fold.h"
#include "leaving.h"

struct drawn_plan {
    const struct project *project;
    const struct plan *plan;
    const struct cash_nodes *cash;
};

/* The values are those of the project as it stands. */
struct drawn_plan drawn_plan_build(const statement_list *statements, const struct figure_list *values,
                                   const struct draws *draws, struct arena *arena);

/* Its graph, to which no more is added, with its leaves varied: values by their numbers, then members that leave. */
struct fold *drawn_plan_fold(const struct drawn_plan *drawn, const struct figure_list *values,
                             const leaving_list *leaving, struct program *program, struct arena *arena);

/* What a node comes to where every status is as it is stated, with no chance. */
int64_t drawn_plan_stated(const struct drawn_plan *drawn, const struct figure_list *values, node of,
                          struct arena *arena);

#endif
