#include <medfin/plan/in_kind.h>

#include <medfin/plan/tally.h>

#include "line.h"
#include "schedule.h"

void in_kind_lay(struct plan *plan, const struct funder *funder)
{
    /* When lines name the funder, its own statement is the sum that they are checked against. */
    if (!fact_is_stated(&funder->in_kind) || funder_bears_lines(plan->project, funder))
        return;
    plan_add_cost(plan,
                  (struct row){ .line = &funder->section,
                                .phase = PHASE_IN_KIND,
                                .category = (const struct category *)*funder->in_kind_category.sections,
                                .eligible = true },
                  funder);
}

static struct schedule schedule_of(const struct plan *plan, const struct funder *funder)
{
    static const struct fact no_index;
    const struct months active = line_months(plan->project, &funder->line);
    return (struct schedule){
        .level = { .section = &funder->section, .stated = &funder->in_kind, .index = &no_index, .first = active.first },
        .first = active.first,
        .last = active.last,
        .at = active.first,
    };
}

static const struct selection cash_cost = { .side = COST_SIDE, .form = IN_CASH };

/* The gross is the cash cost and this funder's own in kind, so p of it is p / (1 − p) of the
   cash; what others do in kind is not in it. */
static node of_gross_node(const struct plan *plan, const struct funder *funder, node cash)
{
    struct graph *graph = plan->graph;
    if (!cash)
        return 0;
    node percent = share_leaf(plan, &funder->section, &funder->in_kind);
    node rest = graph_of(graph, OP_SUM, KIND_SHARE, N_("what is left for cash"),
                         graph_number(graph, SHARE_ONE, KIND_SHARE, N_("one")), against(percent));
    return graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("percent of the gross to date"), cash, percent, against(rest));
}

node certified_in_kind_node(const struct plan *plan, const struct funder *funder)
{
    const struct schedule schedule = schedule_of(plan, funder);
    if (funder->in_kind.value.is_share)
        return of_gross_node(
            plan, funder,
            rows_over(plan, selection_test, &cash_cost, N_("cash cost to date"), schedule.first, schedule.last));
    node *months = arena_take(plan->arena, (size_t)plan->count, sizeof *months);
    operand *parts = arena_take(plan->arena, (size_t)plan->count, sizeof *parts);
    int count = 0;
    schedule_nodes(plan, &schedule, months);
    for (int i = 0; i < plan->count; i++)
        if (months[i])
            parts[count++] = months[i];
    return sum_node(plan, N_("certified"), parts, count);
}

void in_kind_nodes(const struct plan *plan, struct row *row)
{
    const struct funder *funder = row->funder;
    const struct schedule schedule = schedule_of(plan, funder);
    if (!funder->in_kind.value.is_share) {
        schedule_nodes(plan, &schedule, row->months);
        return;
    }
    const node *cash = tally_upto(plan, tally_of(plan, selection_test, &cash_cost), schedule.first);
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto);
    for (month at = schedule.first; at <= schedule.last; at++)
        upto[at - schedule.first] = of_gross_node(plan, funder, cash[at - plan->first + 1]);
    put_drawn(plan, row, schedule.first, schedule.last, upto);
}
