#include <medfin/plan/share_and_match.h>

#include <medfin/model/actuals.h>
#include <medfin/plan/tally.h>

#include "line.h"
#include "schedule.h"

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
    return fact_is_stated(funder->amount) || funder->years.count;
}

static struct selection counted_cost(const struct funder *funder)
{
    return eligible_cost((enum share_basis)funder->basis->value.number, funder);
}

/* What the matched contribute counts, in kind only if it may. */
static bool is_matched(const void *context, const struct row *row)
{
    const struct funder *funder = context;
    if (row->side != SIDE_FINANCING || (row->in_kind && !funder->counts_in_kind->value.number))
        return false;
    return fact_names(funder->matches, row_payer(row));
}

static node ceiling_of_year_node(const struct plan *plan, const struct funder *funder, int year)
{
    const struct fact *stated = series_exactly(&funder->years, year_first(year));
    return stated ? dated_node(plan, &funder->section, stated) : 0;
}

static node ceiling_node(const struct plan *plan, const struct funder *funder, node before_year, month at)
{
    if (fact_is_stated(funder->amount))
        return money_leaf(plan, &funder->section, funder->amount);
    bool adds_up = funder->carry_over->value.number;
    node ceiling = adds_up ? 0 : before_year;
    for (int year = adds_up ? month_year(first_of(plan, funder)) : month_year(at); year <= month_year(at); year++)
        ceiling = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("ceiling to date"), ceiling,
                           ceiling_of_year_node(plan, funder, year));
    return ceiling;
}

/* What follows from the share, or from what is matched and the highest share; and the ceiling, NULL: none. */
static int limit_nodes(const struct plan *plan, const struct funder *funder, node eligible, node matched,
                       const node *ceiling, operand *limits)
{
    struct graph *graph = plan->graph;
    const struct section *section = &funder->section;
    bool is_match = funder_kind(funder) == FUNDER_MATCH;
    int count = 0;
    if (is_match)
        limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("ratio × match to date"), matched,
                                   count_leaf(plan, section, funder->ratio),
                                   against(graph_fact(graph, section, funder->ratio, KIND_COUNT, FIELD_SECOND)));
    if (ceiling)
        limits[count++] = *ceiling;
    if (!is_match)
        limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("share of eligible cost to date"), eligible,
                                   share_leaf(plan, section, funder->share));
    else if (fact_is_stated(funder->max_share))
        limits[count++] = graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("most of eligible cost to date"), eligible,
                                   share_leaf(plan, section, funder->max_share));
    return count;
}

struct match_reach match_reach(const struct plan *plan, const struct funder *funder, month upto)
{
    const struct selection cost = counted_cost(funder);
    month first = first_of(plan, funder), last = month_earlier(last_of(plan, funder), upto);
    operand limits[] = { 0, 0 };
    struct match_reach reach = { .matched = rows_over(plan, is_matched, funder, N_("match to date"), first, last) };
    node eligible = rows_over(plan, selection_test, &cost, N_("eligible cost to date"), first, last);
    limit_nodes(plan, funder, eligible, reach.matched, NULL, limits);
    reach.by_ratio = limits[0];
    reach.by_share = limits[1];
    return reach;
}

/* `matched`: NULL of a share. */
static void draw_nodes(const struct plan *plan, struct row *row, const node *matched)
{
    const struct funder *funder = funder_of(row);
    const struct selection cost = counted_cost(funder);
    month first = first_of(plan, funder), last = last_of(plan, funder);
    const node *eligible = tally_upto(plan, tally_of(plan, selection_test, &cost), first);
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto), drawn = 0, before_year = 0;
    /* A credit in the ledger lowers what was drawn before. */
    bool follows = project_actuals(plan->project);
    for (month at = first; at <= last; at++) {
        int i = at - plan->first + 1;
        operand limits[3];
        node ceiling = has_ceiling(funder) ? ceiling_node(plan, funder, before_year, at) : 0;
        int count = limit_nodes(plan, funder, eligible[i], matched ? matched[i] : 0,
                                has_ceiling(funder) ? &ceiling : NULL, limits);
        node limit = count == 1
                         ? limits[0]
                         : graph_make(plan->graph, OP_LEAST, KIND_MONEY, N_("the lowest limit binds"), limits, count);
        if (matched && !follows)
            limit = graph_of(plan->graph, OP_MOST, KIND_MONEY, N_("drawn to date never falls"), drawn, limit);
        upto[at - first] = drawn = limit;
        before_year = at == month_december(at) ? drawn : before_year;
    }
    put_drawn(plan, row, first, last, upto);
}

void share_nodes(const struct plan *plan, struct row *row)
{
    draw_nodes(plan, row, NULL);
}

void match_nodes(const struct plan *plan, struct row *row)
{
    const struct funder *funder = funder_of(row);
    draw_nodes(plan, row, tally_upto(plan, tally_of(plan, is_matched, funder), first_of(plan, funder)));
}
