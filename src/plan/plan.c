#include <medfin/plan/plan.h>

#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>

#include "actual.h"
#include "line.h"

bool row_falls_away(const struct row *row)
{
    const struct section *payer = row_payer(row);
    return payer && payer_is_rejected(payer);
}

bool row_is_mirror(const struct row *row)
{
    return row->side == SIDE_FINANCING && row->in_kind;
}

struct cell node_cell(const struct plan *plan, node of)
{
    struct cell cell = { 0 };
    if (plan->attempt) {
        cell.amount = attempt_read(plan->attempt, of, &cell.needs);
        return cell;
    }
    return (struct cell){ graph_value(plan->graph, of), graph_needs(plan->graph, of) };
}

struct cell fact_cell(const struct plan *plan, const struct fact *fact)
{
    return (struct cell){ fact->value.number, needs_one(plan->arena, fact->unknown, plan->project->unknown_count) };
}

/* Where a payer is refused its row is nothing; what it would have been stays. */
static void put_under_status(const struct plan *plan, struct row *row)
{
    row->asked = arena_take(plan->arena, (size_t)plan->count, sizeof *row->asked);
    for (int i = 0; i < plan->count; i++) {
        row->asked[i] = row->months[i];
        row->months[i] = while_granted(plan, row_payer(row), row->months[i]);
    }
}

/* Finds the months that are something, and adds them up once where they are many, so that any stretch of them is one
   subtraction. */
static void add_up(const struct plan *plan, struct row *row)
{
    enum { MANY = 6 };
    int begin = 0, end = plan->count;
    while (end && !row->months[end - 1])
        end--;
    while (begin < end && !row->months[begin])
        begin++;
    row->begin = begin;
    row->end = end;
    bool is_known = end - begin >= MANY;
    for (int i = begin; i < end && is_known; i++)
        is_known = cell_is_known(node_cell(plan, row->months[i]));
    if (!is_known)
        return;
    row->before = arena_take(plan->arena, (size_t)(end - begin) + 1, sizeof *row->before);
    for (int i = begin; i < end; i++)
        row->before[i + 1 - begin] = row->before[i - begin] + node_cell(plan, row->months[i]).amount;
}

static void make_row(const struct plan *plan, struct row *row)
{
    if (row_is_mirror(row)) {
        row->upto = row[-1].upto;
        row->drawn = row[-1].drawn;
        row->asked = row[-1].asked;
        row->begin = row[-1].begin;
        row->end = row[-1].end;
        row->before = row[-1].before;
        return;
    }
    row_kind(row)->make(plan, row);
    actual_nodes(plan, row);
    income_nodes(plan, row);
    if (row_payer(row) && !row->upto && !row->is_under_status)
        put_under_status(plan, row);
    add_up(plan, row);
}

const struct plan *plan_build(const struct project *project, struct arena *arena)
{
    struct plan *plan = arena_take(arena, 1, sizeof *plan);
    *plan = (struct plan){ .project = project,
                           .arena = arena,
                           .first = project->first,
                           .count = months_between(project->first, project->last),
                           .graph = graph_new(project->stated_count, project->unknown_count, arena),
                           .made = arena_take(arena, 1, sizeof *plan->made) };
    enum { ROWS_OF_A_SECTION = 3 };
    plan->rows = arena_take(arena, (size_t)project->all.count * ROWS_OF_A_SECTION, sizeof *plan->rows);
    for (int i = 0; i < project->all.count; i++) {
        const struct line_kind *kind = line_kind_of(project->all.items[i]);
        if (kind)
            kind->lay(plan, project->all.items[i]);
    }
    plan->made->buffer = arena_take(arena, (size_t)plan->row_count + 1, sizeof *plan->made->buffer);
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++)
            if (plan->rows[i].phase == phase)
                make_row(plan, &plan->rows[i]);
    return plan;
}

struct plan plan_through(const struct plan *plan, const struct attempt *attempt)
{
    struct plan through = *plan;
    through.attempt = attempt;
    return through;
}

struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder)
{
    struct cell lost = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side != SIDE_COST || row->funder != funder || !row_falls_away(row))
            continue;
        if (row->drawn)
            lost = cell_plus(plan->arena, lost, node_cell(plan, row->drawn[plan->count]));
        for (int m = 0; m < plan->count && !row->drawn; m++)
            lost = cell_plus(plan->arena, lost, node_cell(plan, row->asked[m]));
    }
    return lost;
}
