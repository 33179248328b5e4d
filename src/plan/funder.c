/* Funders: a fixed amount over time, or a match that is drawn as the matched contribute. */

#include "line.h"

static const struct funder *funder_of(const struct row *row)
{
    return (const struct funder *)row->line;
}

void funder_lay(struct plan *plan, const struct section *section)
{
    plan_add_row(plan, (struct row){ .line = section,
                                     .side = SIDE_FINANCING,
                                     .funder = (const struct funder *)section });
}

enum phase funder_phase(const struct section *section)
{
    static const enum phase phases[] = { [FUNDER_FIXED] = PHASE_FIXED,
                                         [FUNDER_SHARE] = PHASE_SHARE,
                                         [FUNDER_MATCH] = PHASE_MATCH,
                                         [FUNDER_REMAINDER] = PHASE_REMAINDER };
    return phases[funder_kind((const struct funder *)section)];
}

static struct schedule schedule_of(const struct plan *plan, const struct funder *funder)
{
    static const struct fact no_index;
    month first = line_first(plan->project, &funder->from);
    return (struct schedule){
        .level = { .section = &funder->section, .stated = &funder->amount, .index = &no_index, .first = first },
        .years = &funder->years,
        .first = first,
        .last = line_last(plan->project, &funder->to),
        .at = first,
    };
}

static void evaluate_fixed(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, funder_of(row));
    for (month at = schedule.first; at <= schedule.last; at++)
        *row_cell(plan, row, at) = schedule_cell(plan, &schedule, at);
}

/* What the matched contribute counts, in kind only if it may. */
static bool is_matched(const struct funder *funder, const struct row *row)
{
    if (row->side != SIDE_FINANCING || (row->in_kind && !funder->counts_in_kind.value.number))
        return false;
    for (int i = 0; i < funder->matches.value.count; i++)
        if (row->funder && funder->matches.sections[i] == &row->funder->section)
            return true;
    return false;
}

static struct selection eligible_cost(const struct funder *funder)
{
    return (struct selection){ .side = COST_SIDE,
                               .form = funder->basis.value.number == BASIS_CASH ? IN_CASH : ANY_FORM,
                               .eligible_only = true };
}

static struct cell matched_in(const struct plan *plan, const struct funder *funder, month first, month last)
{
    struct cell sum = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (is_matched(funder, &plan->rows[i]))
            sum = cell_plus(plan->arena, sum, row_sum(plan, &plan->rows[i], first, last));
    return sum;
}

static void reach_month(const struct plan *plan, const struct funder *funder, month at, struct match_reach *reach)
{
    const struct selection cost = eligible_cost(funder);
    reach->matched = cell_plus(plan->arena, reach->matched, matched_in(plan, funder, at, at));
    reach->eligible = cell_plus(plan->arena, reach->eligible, plan_sum(plan, &cost, at, at));
}

/* The limits that follow from what is matched and what is eligible so far. */
static void reach_limits(const struct plan *plan, const struct funder *funder, struct match_reach *reach)
{
    reach->by_ratio = reach->matched;
    reach->by_ratio.amount =
        money_ratio(reach->matched.amount, funder->ratio.value.number, funder->ratio.value.second);
    reach->has_share = fact_is_stated(&funder->max_share);
    if (!reach->has_share)
        return;
    reach->by_share = fact_cell(plan, &funder->max_share);
    reach->by_share.amount = money_times(reach->eligible.amount, reach->by_share.amount);
    reach->by_share.needs = needs_union(plan->arena, reach->by_share.needs, reach->eligible.needs);
}

/* Cumulative: what is drawn up to a month never falls, so later costs make up for earlier. */
static void evaluate_match(const struct plan *plan, struct row *row)
{
    const struct funder *funder = funder_of(row);
    month first = line_first(plan->project, &funder->from), last = line_last(plan->project, &funder->to);
    struct match_reach reach = { 0 };
    struct cell drawn = { 0 };
    for (month at = first; at <= last; at++) {
        reach_month(plan, funder, at, &reach);
        reach_limits(plan, funder, &reach);
        struct cell limit = reach.by_ratio;
        if (fact_is_stated(&funder->amount))
            limit = cell_least(plan->arena, limit, fact_cell(plan, &funder->amount));
        if (reach.has_share)
            limit = cell_least(plan->arena, limit, reach.by_share);
        struct cell upto = cell_most(plan->arena, drawn, limit);
        *row_cell(plan, row, at) = cell_minus(plan->arena, upto, drawn);
        drawn = upto;
    }
}

struct match_reach plan_match_reach(const struct plan *plan, const struct funder *funder)
{
    struct match_reach reach = { 0 };
    for (month at = line_first(plan->project, &funder->from); at <= line_last(plan->project, &funder->to); at++)
        reach_month(plan, funder, at, &reach);
    reach_limits(plan, funder, &reach);
    return reach;
}

void funder_evaluate(const struct plan *plan, struct row *row)
{
    if (funder_kind(funder_of(row)) == FUNDER_MATCH)
        evaluate_match(plan, row);
    else
        evaluate_fixed(plan, row);
}

static const struct derivation *derive_matched(const struct plan *plan, const struct funder *funder, month first,
                                               month at, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (is_matched(funder, &plan->rows[i]))
            *list_add(&parts, arena) = rows_derivation(plan, &plan->rows[i], first, at, arena);
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("ratio × match to date"),
                  derive_node(arena, DERIVE_SUM, MEASURE_MONEY, N_("match to date"), parts.items, parts.count),
                  derive_number(arena, funder->ratio.value.number, MEASURE_NUMBER, N_("grant, of the ratio")),
                  derive_divisor(arena, derive_number(arena, funder->ratio.value.second, MEASURE_NUMBER, N_("match, of the ratio"))));
}

static const struct derivation *derive_limit(const struct plan *plan, const struct funder *funder, month first,
                                             month at, struct arena *arena)
{
    LIST(const struct derivation *) limits = { 0 };
    *list_add(&limits, arena) = derive_matched(plan, funder, first, at, arena);
    if (fact_is_stated(&funder->amount))
        *list_add(&limits, arena) = derive_fact(arena, &funder->section, &funder->amount, MEASURE_MONEY);
    const struct selection cost = eligible_cost(funder);
    if (fact_is_stated(&funder->max_share))
        *list_add(&limits, arena) =
            derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("most of eligible cost to date"),
                   sum_derivation(plan, &cost, N_("eligible cost to date"), first, at, arena),
                   derive_fact(arena, &funder->section, &funder->max_share, MEASURE_SHARE));
    return derive_node(arena, DERIVE_MIN, MEASURE_MONEY, N_("the lowest limit binds"), limits.items, limits.count);
}

static const struct derivation *derive_match(const struct plan *plan, const struct row *row, month at,
                                             struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    month first = line_first(plan->project, &funder->from);
    if (at < first || at > line_last(plan->project, &funder->to))
        return derive_nothing(arena);
    const struct derivation *before = rows_derivation(plan, row, first, at - 1, arena);
    return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("drawn to date, less what was drawn before"),
                  derive(arena, DERIVE_MAX, MEASURE_MONEY, N_("drawn to date never falls"), before,
                         derive_limit(plan, funder, first, at, arena)),
                  derive_minus(arena, before));
}

const struct derivation *funder_derive(const struct plan *plan, const struct row *row, month at,
                                       struct arena *arena)
{
    const struct funder *funder = funder_of(row);
    if (funder_kind(funder) == FUNDER_MATCH)
        return derive_match(plan, row, at, arena);
    const struct schedule schedule = schedule_of(plan, funder);
    return schedule_derivation(plan, &schedule, at, arena);
}
