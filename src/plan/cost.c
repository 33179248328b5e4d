#include "cost.h"

#include <medfin/model/actuals.h>

#include "schedule.h"

static struct schedule schedule_of(const struct plan *plan, const struct row *row)
{
    const struct cost *cost = (const struct cost *)row->line;
    const struct months active = line_months(plan->project, &cost->line);
    return (struct schedule){
        .level = { .section = row->line, .stated = cost->amount, .index = cost->index, .first = active.first },
        .years = &cost->years,
        .months = &cost->months,
        .first = active.first,
        .last = active.last,
        .at = fact_is_stated(cost->at_month) ? (month)cost->at_month->value.number : active.first,
    };
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    /* What stands in the ledger alone has no amount of its own. */
    if (line_is_unplanned((const struct line *)row->line))
        return;
    const struct schedule schedule = schedule_of(plan, row);
    schedule_nodes(plan, &schedule, row->months);
}

const struct line_kind cost_line = { SECTION_COST, line_lay, make_nodes };
