#include "shown_owed.h"

#include <medfin/model/payer.h>
#include <medfin/plan/repaid.h>

/* The less of two; where that is the second, what is shown of it is never more than of the first. */
static int64_t less_of(struct shown *shown, const struct plan *plan, node first, node second, int64_t whole)
{
    if (node_cell(plan, first).amount <= node_cell(plan, second).amount)
        return whole;
    int64_t other = shown_node(shown, second);
    return other < whole ? other : whole;
}

/* Its money, and of that what does not count. */
static int64_t funder_owed(struct shown *shown, const struct plan *plan, const struct funder *funder, int64_t *paid)
{
    month last = plan_last(plan);
    node of = funder_keeps_surplus(funder) ? 0 : funder_paid_node(plan, funder, last);
    *paid = shown_node(shown, of);
    return *paid - (of ? less_of(shown, plan, of, funder_cost_node(plan, funder, true, last), *paid) : 0);
}

/* All that is owed to single funders; `counted`: what counts of the money of each, added up. */
static int64_t owed_singly(struct shown *shown, const struct plan *plan, int64_t *counted)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    int64_t sum = 0;
    *counted = 0;
    for (int i = 0; i < funders->count; i++) {
        int64_t paid, owed = funder_owed(shown, plan, (const struct funder *)funders->items[i], &paid);
        *counted += paid - owed;
        sum += owed;
    }
    return sum;
}

int64_t shown_counted(struct shown *shown, const struct plan *plan)
{
    int64_t counted;
    owed_singly(shown, plan, &counted);
    return counted;
}

bool shown_owed(struct shown *shown, const struct plan *plan, const struct figure *figure, int64_t *whole)
{
    int64_t counted;
    if (figure_is(figure, "owed_back.by_funder.*")) {
        const struct funder *funder = payer_funder(figure->subject);
        *whole = funder ? funder_owed(shown, plan, funder, &counted) : 0;
        return true;
    }
    bool is_all = figure_is(figure, "owed_back");
    if (!is_all && !figure_is(figure, "owed_back.together"))
        return false;
    int64_t singly = owed_singly(shown, plan, &counted);
    month last = plan_last(plan);
    int64_t bounded = less_of(shown, plan, counted_node(plan), eligible_booked_node(plan, last), counted);
    *whole = counted - (bounded > 0 ? bounded : 0) + (is_all ? singly : 0);
    return true;
}
