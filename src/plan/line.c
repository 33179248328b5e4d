#include "line.h"

#include <medfin/model/payer.h>
#include <medfin/plan/activity.h>

#include "cost.h"
#include "funder.h"
#include "overhead.h"
#include "staff.h"
#include "tariff.h"
#include "travel.h"

static const struct line_kind *const line_kinds[] = {
    &staff_line, &cost_line, &activity_line, &travel_line, &overhead_line, &tariff_line, &funder_line,
};

const struct line_kind *line_kind_of(const struct section *section)
{
    for (size_t i = 0; i < sizeof line_kinds / sizeof *line_kinds; i++)
        if (line_kinds[i]->section == section->kind)
            return line_kinds[i];
    return NULL;
}

struct row *plan_add_row(struct plan *plan, struct row row)
{
    if (!row.months)
        row.months = arena_take(plan->arena, (size_t)plan->count, sizeof *row.months);
    row.class = -1;
    plan->rows[plan->row_count] = row;
    return &plan->rows[plan->row_count++];
}

void plan_add_cost(struct plan *plan, struct row cost, const struct funder *bearer)
{
    cost.side = SIDE_COST;
    cost.funder = bearer;
    cost.in_kind = bearer != NULL;
    const struct row *booked = plan_add_row(plan, cost);
    if (bearer)
        plan_add_row(plan, (struct row){ .line = cost.line,
                                         .side = SIDE_FINANCING,
                                         .funder = bearer,
                                         .in_kind = true,
                                         .phase = cost.phase,
                                         .months = booked->months });
}

void line_lay(struct plan *plan, const struct section *section)
{
    const struct line *line = (const struct line *)section;
    plan_add_cost(plan,
                  (struct row){ .line = section,
                                .phase = section->kind == SECTION_OVERHEAD ? PHASE_OVERHEAD : PHASE_COST,
                                .category = (const struct category *)*line->category->sections,
                                .eligible = line->eligible->value.number,
                                .running = line_is_running(line) },
                  line_bearer(line));
}

const struct line_kind *row_kind(const struct row *row)
{
    return line_kind_of(row->line);
}
