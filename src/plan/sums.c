#include <medfin/plan/sums.h>

#include <medfin/plan/nodes.h>
#include <medfin/plan/reserve.h>

#include "line.h"

static bool is_excluded(const struct funder *funder, const struct row *row)
{
    return funder && row->category && fact_names(funder->excludes, &row->category->section);
}

bool selection_takes(const struct selection *selection, const struct row *row)
{
    if (selection->side != ANY_SIDE && (selection->side == COST_SIDE) != (row->side == SIDE_COST))
        return false;
    if (selection->form != ANY_FORM && (selection->form == IN_KIND) != row->in_kind)
        return false;
    return (!selection->line || selection->line == row->line) &&
           (!selection->category || selection->category == row->category) &&
           (!selection->payer || selection->payer == row_payer(row)) && (!selection->eligible_only || row->eligible) &&
           (!selection->running_only || row->running) && !is_excluded(selection->counted_by, row);
}

bool selection_test(const void *selection, const struct row *row)
{
    return selection_takes(selection, row);
}

struct cell row_sum(const struct plan *plan, const struct row *row, month first, month last)
{
    struct cell_sum sum = { .arena = plan->arena };
    month begin = plan->first + row->begin, from = month_later(first, begin);
    month to = month_earlier(last, plan->first + row->end - 1);
    if (from > to)
        return sum.of;
    if (row->before && !plan->attempt)
        return cell_known(row->before[to + 1 - begin] - row->before[from - begin]);
    for (month at = from; at <= to; at++)
        cell_add(&sum, node_cell(plan, *row_month(plan, row, at)));
    return sum.of;
}

struct cell rows_sum(const struct plan *plan, row_test *test, const void *context, month first, month last)
{
    struct cell_sum sum = { .arena = plan->arena };
    for (int i = 0; i < plan->row_count; i++)
        if (test(context, &plan->rows[i]))
            cell_add(&sum, row_sum(plan, &plan->rows[i], first, last));
    return sum.of;
}

int line_first_row(const struct plan *plan, const struct section *line)
{
    int low = 0, high = plan->row_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (plan->rows[middle].line->order < line->order)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct cell line_sum(const struct plan *plan, const struct selection *selection, month first, month last)
{
    struct cell_sum sum = { .arena = plan->arena };
    for (int i = line_first_row(plan, selection->line); i < plan->row_count && plan->rows[i].line == selection->line;
         i++)
        if (selection_takes(selection, &plan->rows[i]))
            cell_add(&sum, row_sum(plan, &plan->rows[i], first, last));
    return sum.of;
}

struct cell plan_sum(const struct plan *plan, const struct selection *selection, month first, month last)
{
    if (selection->line)
        return line_sum(plan, selection, first, last);
    return rows_sum(plan, selection_test, selection, first, last);
}

struct selection eligible_cost(enum share_basis basis, const struct funder *counted_by)
{
    return (struct selection){ .side = COST_SIDE,
                               .form = basis == BASIS_CASH ? IN_CASH : ANY_FORM,
                               .eligible_only = true,
                               .counted_by = counted_by };
}

int row_sector(const struct row *row)
{
    if (!row->funder)
        return SECTOR_FEES;
    return fact_is_stated(row->funder->sector) ? (int)row->funder->sector->value.number : SECTOR_UNSTATED;
}

static bool is_public(const struct row *row)
{
    int sector = row->side == SIDE_FINANCING ? row_sector(row) : SECTOR_UNSTATED;
    return sector == SECTOR_STATE || sector == SECTOR_REGION || sector == SECTOR_MUNICIPALITY || sector == SECTOR_EU;
}

bool basis_takes(const void *counted_basis, const struct row *row)
{
    const struct counted_basis *of = counted_basis;
    const struct selection financing = { .side = FINANCING_SIDE };
    const struct selection cost = eligible_cost(of->basis, of->counted_by);
    if (of->basis == BASIS_PUBLIC)
        return is_public(row);
    return selection_takes(of->basis == BASIS_FINANCING ? &financing : &cost, row);
}

struct cell basis_sum(const struct plan *plan, enum share_basis basis, const struct funder *counted_by, month first,
                      month last)
{
    const struct counted_basis of = { basis, counted_by };
    return rows_sum(plan, basis_takes, &of, first, last);
}

struct cell plan_equity(const struct plan *plan, month at)
{
    return node_cell(plan, equity_node(plan, month_earlier(at, plan_last(plan))));
}

node post_share_node(const struct plan *plan, const struct staff *staff, month at)
{
    const struct funder *bearer = line_bearer(&staff->line);
    node held = share_leaf(plan, &staff->section, staff_share_at(staff, at));
    return bearer ? while_granted(plan, &bearer->section, held) : held;
}

static int add_shares(const struct plan *plan, const struct staff *staff, struct months over, operand *parts, int count)
{
    const struct months held = months_shared(over, line_months(plan->project, &staff->line));
    for (month at = held.first; at <= held.last; at++)
        parts[count++] = post_share_node(plan, staff, at);
    return count;
}

node shares_node(const struct plan *plan, const struct staff *staff, month first, month last)
{
    const struct section_list *posts = &plan->project->of[SECTION_STAFF];
    const struct months over = { first, last };
    size_t room = (staff ? 1 : (size_t)posts->count) * (size_t)plan->count + 1;
    operand *parts = arena_take(plan->arena, room, sizeof *parts);
    int count = staff ? add_shares(plan, staff, over, parts, 0) : 0;
    for (int i = 0; i < posts->count && !staff; i++)
        count = add_shares(plan, (const struct staff *)posts->items[i], over, parts, count);
    return count ? graph_make(plan->graph, OP_SUM, KIND_SHARE, N_("shares of the months"), parts, count) : 0;
}
