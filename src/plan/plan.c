#include <medfin/plan/plan.h>

#include <medfin/model/payer.h>
#include <medfin/plan/derivation.h>
#include <medfin/plan/sums.h>

#include "line.h"

struct cell fact_cell(const struct plan *plan, const struct fact *fact)
{
    return (struct cell){ fact->value.number, needs_one(plan->arena, fact->unknown, plan->project->unknown_count) };
}

const struct plan *plan_build(const struct project *project, struct arena *arena)
{
    struct plan *plan = arena_take(arena, 1, sizeof *plan);
    *plan = (struct plan){ .project = project,
                           .arena = arena,
                           .first = project->first,
                           .count = months_between(project->first, project->last) };
    enum { ROWS_OF_A_SECTION = 3 };
    plan->rows = arena_take(arena, (size_t)project->all.count * ROWS_OF_A_SECTION, sizeof *plan->rows);
    for (int i = 0; i < project->all.count; i++) {
        const struct line_kind *kind = line_kind_of(project->all.items[i]);
        if (kind)
            kind->lay(plan, project->all.items[i]);
    }
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            struct row *row = &plan->rows[i];
            if (row->phase == phase && !row_is_mirror(row))
                row_evaluate(plan, row);
        }
    return plan;
}

const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena)
{
    if (row_falls_away(row))
        return derive_rejected(arena, row_payer(row));
    /* The row before it is the cost that it mirrors. */
    if (row_is_mirror(row))
        return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("the same amount as the cost in kind"),
                      rows_derivation(plan, row - 1, at, at, arena));
    return row_kind(row)->evaluation.derivation(plan, row, at, arena);
}

struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder)
{
    struct cell lost = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        struct row row = plan->rows[i];
        if (row.side != SIDE_COST || row.funder != funder || !row_falls_away(&row))
            continue;
        row.months = arena_take(plan->arena, (size_t)plan->count, sizeof *row.months);
        row.is_known = false;
        row_kind(&row)->evaluation.evaluate(plan, &row);
        lost = cell_plus(plan->arena, lost, row_sum(plan, &row, plan->first, plan_last(plan)));
    }
    return lost;
}
