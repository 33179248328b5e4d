#include <medfin/plan/share_and_match.h>

#include <medfin/plan/tally.h>

#include "line.h"

static const struct funder *funder_of(const struct row *row)
{
    return (const struct funder *)row->line;
}

static month first_of(const struct plan *plan, const struct funder *funder)
{
    return line_first(plan->project, &funder->line);
}

static month last_of(const struct plan *plan, const struct funder *funder)
{
    return line_last(plan->project, &funder->line);
}

static bool has_ceiling(const struct funder *funder)
{
    return fact_is_stated(&funder->amount) || funder->years.count;
}

/* A year's ceiling; nothing for a year without one, and for one that is rejected. */
static struct cell ceiling_of_year(const struct plan *plan, const struct funder *funder, int year)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    if (!stated || stated->value.status == STATUS_REJECTED)
        return (struct cell){ 0 };
    return fact_cell(plan, stated);
}

/* What may have been drawn by this month. Year by year, what is not drawn lapses: the
   ceiling starts anew from what was drawn before the year; with carry-over it adds up. */
static struct cell ceiling_at(const struct plan *plan, const struct funder *funder, struct cell before_year, month at)
{
    if (fact_is_stated(&funder->amount))
        return fact_cell(plan, &funder->amount);
    if (!funder->carry_over.value.number)
        return cell_plus(plan->arena, before_year, ceiling_of_year(plan, funder, month_year(at)));
    struct cell sum = { 0 };
    const struct years years = years_of((struct months){ first_of(plan, funder), at });
    for (int year = years.first; year <= years.last; year++)
        sum = cell_plus(plan->arena, sum, ceiling_of_year(plan, funder, year));
    return sum;
}

static const struct derivation *derive_year(const struct funder *funder, int year, struct arena *arena)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    if (!stated || stated->value.status == STATUS_REJECTED)
        return derive_number(arena, 0, MEASURE_MONEY, N_("no ceiling stands for the year"));
    return derive_fact(arena, &funder->section, stated, MEASURE_MONEY);
}

static const struct derivation *derive_ceiling(const struct plan *plan, const struct row *row, month at,
                                               struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    if (fact_is_stated(&funder->amount))
        return derive_fact(arena, &funder->section, &funder->amount, MEASURE_MONEY);
    const struct years years = years_of((struct months){ first_of(plan, funder), at });
    LIST(const struct derivation *) parts = { 0 };
    if (!funder->carry_over.value.number)
        *list_add(&parts, arena) = rows_derivation(plan, row, first_of(plan, funder), month_january(at) - 1, arena);
    for (int year = funder->carry_over.value.number ? years.first : years.last; year <= years.last; year++)
        *list_add(&parts, arena) = derive_year(funder, year, arena);
    return derive_node(arena, DERIVE_SUM, MEASURE_MONEY, N_("ceiling to date"), parts.items, parts.count);
}

static struct selection counted_cost(const struct funder *funder)
{
    return eligible_cost((enum share_basis)funder->basis.value.number, funder);
}

static struct cell share_of(const struct plan *plan, struct cell cost, const struct fact *part)
{
    struct cell of = fact_cell(plan, part);
    return (struct cell){ money_times(cost.amount, of.amount), needs_union(plan->arena, cost.needs, of.needs) };
}

/* The running state of a draw, month by month. */
struct draw {
    const struct plan *plan;
    struct row *row;
    struct cell drawn, before_year;
};

static void draw_upto(struct draw *draw, month at, struct cell limit)
{
    *row_cell(draw->plan, draw->row, at) = cell_minus(draw->plan->arena, limit, draw->drawn);
    draw->drawn = limit;
    if (month_number(at) == 12)
        draw->before_year = limit;
}

static struct cell under_ceiling(const struct draw *draw, month at, struct cell limit)
{
    const struct funder *funder = funder_of(draw->row);
    if (!has_ceiling(funder))
        return limit;
    return cell_least(draw->plan->arena, ceiling_at(draw->plan, funder, draw->before_year, at), limit);
}

static void share_evaluate(const struct plan *plan, struct row *row)
{
    const struct funder *funder = funder_of(row);
    const struct selection cost = counted_cost(funder);
    const struct cell *eligible_in = rows_by_month(plan, row, selection_test, &cost);
    struct draw draw = { .plan = plan, .row = row };
    struct cell eligible = { 0 };
    for (month at = first_of(plan, funder); at <= last_of(plan, funder); at++) {
        eligible = cell_plus(plan->arena, eligible, eligible_in[at - plan->first]);
        draw_upto(&draw, at, under_ceiling(&draw, at, share_of(plan, eligible, &funder->share)));
    }
}

static bool share_reads(const struct row *row, const struct row *other)
{
    const struct selection cost = counted_cost(funder_of(row));
    return selection_takes(&cost, other);
}

static const struct derivation *share_derivation(const struct plan *plan, const struct row *row, month at,
                                                 struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    month first = first_of(plan, funder);
    if (at < first || at > last_of(plan, funder))
        return derive_nothing(arena);
    const struct selection cost = counted_cost(funder);
    const struct derivation *to_date =
        derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("share of eligible cost to date"),
               sum_derivation(plan, &cost, N_("eligible cost to date"), first, at, arena),
               derive_fact(arena, row->line, &funder->share, MEASURE_SHARE));
    if (has_ceiling(funder))
        to_date = derive(arena, DERIVE_MIN, MEASURE_MONEY, N_("the lowest limit binds"),
                         derive_ceiling(plan, row, at, arena), to_date);
    return derive_drawn(plan, row, to_date, first, at, arena);
}

/* What the matched contribute counts, in kind only if it may. */
static bool is_matched(const void *context, const struct row *row)
{
    const struct funder *funder = context;
    if (row->side != SIDE_FINANCING || (row->in_kind && !funder->counts_in_kind.value.number))
        return false;
    return fact_names(&funder->matches, row_payer(row));
}

static bool match_reads(const struct row *row, const struct row *other)
{
    return is_matched(funder_of(row), other) || share_reads(row, other);
}

/* The limits that follow from what is matched and what is eligible so far. */
static void reach_limits(const struct plan *plan, const struct funder *funder, struct match_reach *reach)
{
    reach->by_ratio = reach->matched;
    reach->by_ratio.amount = money_ratio(reach->matched.amount, funder->ratio.value.number, funder->ratio.value.second);
    reach->has_share = fact_is_stated(&funder->max_share);
    if (reach->has_share)
        reach->by_share = share_of(plan, reach->eligible, &funder->max_share);
}

/* What is drawn up to a month never falls, so later costs make up for earlier. */
static void match_evaluate(const struct plan *plan, struct row *row)
{
    const struct funder *funder = funder_of(row);
    const struct selection cost = counted_cost(funder);
    const struct cell *matched_in = rows_by_month(plan, row, is_matched, funder);
    const struct cell *eligible_in = rows_by_month(plan, row, selection_test, &cost);
    struct draw draw = { .plan = plan, .row = row };
    struct match_reach reach = { 0 };
    for (month at = first_of(plan, funder); at <= last_of(plan, funder); at++) {
        reach.matched = cell_plus(plan->arena, reach.matched, matched_in[at - plan->first]);
        reach.eligible = cell_plus(plan->arena, reach.eligible, eligible_in[at - plan->first]);
        reach_limits(plan, funder, &reach);
        struct cell limit = under_ceiling(&draw, at, reach.by_ratio);
        if (reach.has_share)
            limit = cell_least(plan->arena, limit, reach.by_share);
        draw_upto(&draw, at, cell_most(plan->arena, draw.drawn, limit));
    }
}

struct match_reach plan_match_reach(const struct plan *plan, const struct funder *funder)
{
    const struct selection cost = counted_cost(funder);
    month first = first_of(plan, funder), last = last_of(plan, funder);
    struct match_reach reach = { .matched = rows_sum(plan, is_matched, funder, first, last),
                                 .eligible = plan_sum(plan, &cost, first, last) };
    reach_limits(plan, funder, &reach);
    return reach;
}

static const struct derivation *derive_matched(const struct plan *plan, const struct funder *funder, month first,
                                               month at, struct arena *arena)
{
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("ratio × match to date"),
                  derive_sum_of(plan, is_matched, funder, N_("match to date"), first, at, arena),
                  derive_number(arena, funder->ratio.value.number, MEASURE_NUMBER, N_("grant, of the ratio")),
                  derive_divisor(arena, derive_number(arena, funder->ratio.value.second, MEASURE_NUMBER,
                                                      N_("match, of the ratio"))));
}

static const struct derivation *derive_limit(const struct plan *plan, const struct row *row, month first, month at,
                                             struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    const struct selection cost = counted_cost(funder);
    LIST(const struct derivation *) limits = { 0 };
    *list_add(&limits, arena) = derive_matched(plan, funder, first, at, arena);
    if (has_ceiling(funder))
        *list_add(&limits, arena) = derive_ceiling(plan, row, at, arena);
    if (fact_is_stated(&funder->max_share))
        *list_add(&limits, arena) = derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("most of eligible cost to date"),
                                           sum_derivation(plan, &cost, N_("eligible cost to date"), first, at, arena),
                                           derive_fact(arena, &funder->section, &funder->max_share, MEASURE_SHARE));
    return derive_node(arena, DERIVE_MIN, MEASURE_MONEY, N_("the lowest limit binds"), limits.items, limits.count);
}

static const struct derivation *match_derivation(const struct plan *plan, const struct row *row, month at,
                                                 struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    month first = first_of(plan, funder);
    if (at < first || at > last_of(plan, funder))
        return derive_nothing(arena);
    const struct derivation *to_date =
        derive(arena, DERIVE_MAX, MEASURE_MONEY, N_("drawn to date never falls"),
               rows_derivation(plan, row, first, at - 1, arena), derive_limit(plan, row, first, at, arena));
    return derive_drawn(plan, row, to_date, first, at, arena);
}

static node ceiling_of_year_node(const struct plan_nodes *nodes, const struct funder *funder, int year)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    if (!stated)
        return 0;
    node of = money_leaf(nodes, &funder->section, stated);
    if (stated->value.status == STATUS_NONE)
        return of;
    return graph_of(nodes->graph, OP_IF_GRANTED, KIND_MONEY, N_("unless that year's is rejected"),
                    graph_fact(nodes->graph, &funder->section, stated, KIND_STATUS, FIELD_YEAR_PAYS), of);
}

static node ceiling_node(const struct plan_nodes *nodes, const struct funder *funder, node before_year, month at)
{
    if (fact_is_stated(&funder->amount))
        return money_leaf(nodes, &funder->section, &funder->amount);
    bool adds_up = funder->carry_over.value.number;
    node ceiling = adds_up ? 0 : before_year;
    for (int year = adds_up ? month_year(first_of(nodes->plan, funder)) : month_year(at); year <= month_year(at);
         year++)
        ceiling = graph_of(nodes->graph, OP_SUM, KIND_MONEY, N_("ceiling to date"), ceiling,
                           ceiling_of_year_node(nodes, funder, year));
    return ceiling;
}

/* What follows from the share, or from what is matched and the highest share. */
static int limit_nodes(const struct plan_nodes *nodes, const struct funder *funder, node eligible, node matched,
                       operand *limits)
{
    struct graph *graph = nodes->graph;
    const struct section *section = &funder->section;
    int count = 0;
    if (funder_kind(funder) == FUNDER_SHARE) {
        limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("share of eligible cost to date"), eligible,
                                   share_leaf(nodes, section, &funder->share));
        return count;
    }
    limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("ratio × match to date"), matched,
                               count_leaf(nodes, section, &funder->ratio),
                               against(graph_fact(graph, section, &funder->ratio, KIND_COUNT, FIELD_SECOND)));
    if (fact_is_stated(&funder->max_share))
        limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("most of eligible cost to date"), eligible,
                                   share_leaf(nodes, section, &funder->max_share));
    return count;
}

/* `matched`: NULL of a share. */
static void draw_nodes(struct plan_nodes *nodes, struct node_row *row, const node *matched)
{
    const struct plan *plan = nodes->plan;
    const struct funder *funder = funder_of(row->row);
    const struct selection cost = counted_cost(funder);
    month first = first_of(plan, funder), last = last_of(plan, funder);
    const node *eligible = tally_upto(nodes, tally_of(nodes, selection_test, &cost), first);
    node *upto = arena_take(nodes->arena, (size_t)plan->count, sizeof *upto), drawn = 0, before_year = 0;
    for (month at = first; at <= last; at++) {
        int i = at - plan->first + 1;
        operand limits[3];
        int count = limit_nodes(nodes, funder, eligible[i], matched ? matched[i] : 0, limits);
        if (has_ceiling(funder))
            limits[count++] = ceiling_node(nodes, funder, before_year, at);
        node limit = count == 1
                         ? limits[0]
                         : graph_make(nodes->graph, OP_LEAST, KIND_MONEY, N_("the lowest limit binds"), limits, count);
        if (matched)
            limit = graph_of(nodes->graph, OP_MOST, KIND_MONEY, N_("drawn to date never falls"), drawn, limit);
        upto[at - first] = drawn = limit;
        before_year = at == month_december(at) ? drawn : before_year;
    }
    put_drawn(nodes, row, first, last, upto);
}

static void share_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    draw_nodes(nodes, row, NULL);
}

static void match_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct funder *funder = funder_of(row->row);
    draw_nodes(nodes, row, tally_upto(nodes, tally_of(nodes, is_matched, funder), first_of(nodes->plan, funder)));
}

const struct evaluation share_evaluation = { share_evaluate, share_derivation, share_reads, share_nodes };
const struct evaluation match_evaluation = { match_evaluate, match_derivation, match_reads, match_nodes };
