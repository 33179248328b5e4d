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
static struct cell of_gross(const struct plan *plan, const struct fact *part, struct cell cash)
{
    struct cell of = fact_cell(plan, part);
    return (struct cell){ money_ratio(cash.amount, of.amount, SHARE_ONE - of.amount),
                          needs_union(plan->arena, cash.needs, of.needs) };
}

static void evaluate_of_gross(const struct plan *plan, struct row *row, const struct schedule *schedule)
{
    const struct cell *cash_in = rows_by_month(plan, row, selection_test, &cash_cost);
    struct cell cash = { 0 }, before = { 0 };
    for (month at = schedule->first; at <= schedule->last; at++) {
        cash = cell_plus(plan->arena, cash, cash_in[at - plan->first]);
        struct cell upto = of_gross(plan, &row->funder->in_kind, cash);
        *row_cell(plan, row, at) = cell_minus(plan->arena, upto, before);
        before = upto;
    }
}

static void evaluate(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, row->funder);
    if (row->funder->in_kind.value.is_share) {
        evaluate_of_gross(plan, row, &schedule);
        return;
    }
    schedule_evaluate(plan, &schedule, row);
}

static bool reads(const struct row *row, const struct row *other)
{
    return row->funder->in_kind.value.is_share && selection_takes(&cash_cost, other);
}

struct cell plan_certified_in_kind(const struct plan *plan, const struct funder *funder)
{
    const struct schedule schedule = schedule_of(plan, funder);
    struct cell sum = { 0 };
    if (!fact_is_stated(&funder->in_kind))
        return sum;
    if (funder->in_kind.value.is_share)
        return of_gross(plan, &funder->in_kind, plan_sum(plan, &cash_cost, schedule.first, schedule.last));
    for (month at = schedule.first; at <= schedule.last; at++)
        sum = cell_plus(plan->arena, sum, schedule_cell(plan, &schedule, at));
    return sum;
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    const struct schedule schedule = schedule_of(plan, row->funder);
    const struct fact *stated = &row->funder->in_kind;
    if (!stated->value.is_share)
        return schedule_derivation(plan, &schedule, at, arena);
    if (at < schedule.first || at > schedule.last)
        return derive_nothing(arena);
    const struct derivation *part = derive_fact(arena, row->line, stated, MEASURE_SHARE);
    const struct derivation *rest =
        derive(arena, DERIVE_SUM, MEASURE_SHARE, N_("what is left for cash"),
               derive_number(arena, SHARE_ONE, MEASURE_SHARE, N_("one")), derive_minus(arena, part));
    const struct derivation *to_date =
        derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("percent of the gross to date"),
               sum_derivation(plan, &cash_cost, N_("cash cost to date"), schedule.first, at, arena), part,
               derive_divisor(arena, rest));
    return derive_drawn(plan, row, to_date, schedule.first, at, arena);
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct schedule schedule = schedule_of(nodes->plan, row->row->funder);
    const struct fact *stated = &row->row->funder->in_kind;
    struct graph *graph = nodes->graph;
    if (!stated->value.is_share) {
        schedule_nodes(nodes, &schedule, row->months);
        return;
    }
    const node *cash = tally_upto(nodes, tally_of(nodes, selection_test, &cash_cost), schedule.first);
    node percent = share_leaf(nodes, row->row->line, stated);
    node rest = graph_of(graph, OP_SUM, KIND_SHARE, N_("what is left for cash"),
                         graph_number(graph, SHARE_ONE, KIND_SHARE, N_("one")), against(percent));
    node *upto = arena_take(nodes->arena, (size_t)nodes->plan->count, sizeof *upto);
    for (month at = schedule.first; at <= schedule.last; at++) {
        node to_date = cash[at - nodes->plan->first + 1];
        if (to_date)
            upto[at - schedule.first] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("percent of the gross to date"),
                                                 to_date, percent, against(rest));
    }
    put_drawn(nodes, row, schedule.first, schedule.last, upto);
}

const struct evaluation in_kind_evaluation = { evaluate, derivation, reads, make_nodes };
