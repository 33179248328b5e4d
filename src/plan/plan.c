#include "line.h"

#include <assert.h>

static enum phase cost_phase(const struct section *section)
{
    (void)section;
    return PHASE_COST;
}

const struct line_kind line_kinds[] = {
    { SECTION_STAFF, staff_lay, cost_phase, staff_evaluate, staff_derive },
    { SECTION_COST, cost_lay, cost_phase, cost_evaluate, cost_derive },
    { SECTION_FUNDER, funder_lay, funder_phase, funder_evaluate, funder_derive },
};

const int line_kind_count = sizeof line_kinds / sizeof *line_kinds;

static const struct line_kind *kind_of(const struct section *section)
{
    for (int i = 0; i < line_kind_count; i++)
        if (line_kinds[i].section == section->kind)
            return &line_kinds[i];
    return NULL;
}

struct row *plan_add_row(struct plan *plan, struct row row)
{
    if (!row.months)
        row.months = arena_take(plan->arena, (size_t)plan->count, sizeof *row.months);
    plan->rows[plan->row_count] = row;
    return &plan->rows[plan->row_count++];
}

void plan_add_cost(struct plan *plan, struct row cost, const struct fact *in_kind_by)
{
    cost.side = SIDE_COST;
    if (in_kind_by->value.count) {
        cost.funder = (const struct funder *)*in_kind_by->sections;
        cost.in_kind = true;
    }
    const struct row *booked = plan_add_row(plan, cost);
    if (cost.in_kind)
        plan_add_row(plan, (struct row){ .line = cost.line,
                                         .side = SIDE_FINANCING,
                                         .funder = cost.funder,
                                         .in_kind = true,
                                         .months = booked->months });
}

struct cell *row_cell(const struct plan *plan, const struct row *row, month at)
{
    assert(at >= plan->first && at <= plan_last(plan));
    return &row->months[at - plan->first];
}

struct cell fact_cell(const struct plan *plan, const struct fact *fact)
{
    return (struct cell){ fact->value.number,
                          needs_one(plan->arena, fact->unknown, plan->project->unknown_count) };
}

/* What a rejected funder would have borne in kind is not done: it costs nothing. */
static bool falls_away(const struct row *row)
{
    return row->funder && funder_is_rejected(row->funder);
}

/* The financing of a cost in kind shows the cost's own cells. */
static bool is_mirror(const struct row *row)
{
    return row->side == SIDE_FINANCING && row->line->kind != SECTION_FUNDER;
}

const struct plan *plan_build(const struct project *project, struct arena *arena)
{
    struct plan *plan = arena_take(arena, 1, sizeof *plan);
    *plan = (struct plan){ .project = project,
                           .arena = arena,
                           .first = project->first,
                           .count = project->last - project->first + 1 };
    enum { ROWS_OF_A_SECTION = 2 };
    plan->rows = arena_take(arena, (size_t)project->all.count * ROWS_OF_A_SECTION, sizeof *plan->rows);
    for (int i = 0; i < project->all.count; i++) {
        const struct line_kind *kind = kind_of(project->all.items[i]);
        if (kind)
            kind->lay(plan, project->all.items[i]);
    }
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            struct row *row = &plan->rows[i];
            const struct line_kind *kind = kind_of(row->line);
            if ((int)kind->phase(row->line) == phase && !is_mirror(row) && !falls_away(row))
                kind->evaluate(plan, row);
        }
    return plan;
}

const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at,
                                         struct arena *arena)
{
    if (falls_away(row))
        return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("the funder's contribution is rejected"),
                      derive_nothing(arena),
                      derive_fact(arena, &row->funder->section, &row->funder->status, MEASURE_NUMBER));
    /* The row before it is the cost that it mirrors. */
    if (is_mirror(row))
        return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("the same amount as the cost in kind"),
                      rows_derivation(plan, row - 1, at, at, arena));
    return kind_of(row->line)->derivation(plan, row, at, arena);
}

bool selection_takes(const struct selection *selection, const struct row *row)
{
    if (selection->side != ANY_SIDE && (selection->side == COST_SIDE) != (row->side == SIDE_COST))
        return false;
    if (selection->form != ANY_FORM && (selection->form == IN_KIND) != row->in_kind)
        return false;
    return (!selection->line || selection->line == row->line) &&
           (!selection->category || selection->category == row->category) &&
           (!selection->funder || selection->funder == row->funder) &&
           (!selection->eligible_only || row->eligible) && (!selection->running_only || row->running);
}

struct cell row_sum(const struct plan *plan, const struct row *row, month first, month last)
{
    struct cell sum = { 0 };
    month from = first > plan->first ? first : plan->first;
    month to = last < plan_last(plan) ? last : plan_last(plan);
    for (month at = from; at <= to; at++)
        sum = cell_plus(plan->arena, sum, *row_cell(plan, row, at));
    return sum;
}

struct cell plan_sum(const struct plan *plan, const struct selection *selection, month first, month last)
{
    struct cell sum = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i]))
            sum = cell_plus(plan->arena, sum, row_sum(plan, &plan->rows[i], first, last));
    return sum;
}

struct cell plan_equity(const struct plan *plan, month at)
{
    struct cell equity = fact_cell(plan, &plan->project->opening_equity);
    const struct selection income = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    equity = cell_plus(plan->arena, equity, plan_sum(plan, &income, plan->first, at));
    return cell_minus(plan->arena, equity, plan_sum(plan, &cost, plan->first, at));
}
