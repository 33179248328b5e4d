#ifndef MEDFIN_PLAN_ACTIVITY_H
#define MEDFIN_PLAN_ACTIVITY_H

/* Activities: in each of their months an amount and participants × unit cost; or a cost in
   all, spread over their months; or a cost by year, where no month is known. */

#include <medfin/model/activity.h>
#include <medfin/plan/plan.h>

/* What it states as its cost each time or in all, whatever becomes of it. */
struct cell activity_stated_cost(const struct plan *plan, const struct activity *activity);

struct line_kind;
extern const struct line_kind activity_line;

#endif
