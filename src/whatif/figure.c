#include <medfin/whatif/figure.h>

#include <stddef.h>
#include <string.h>

#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/membership.h>
#include <medfin/plan/reserve.h>
#include <medfin/plan/tally.h>

static bool keeps_reserve(const struct project *project)
{
    return project->keeps_reserve;
}

static bool has_equity(const struct project *project)
{
    return project->keeps_reserve || fact_is_stated(&project->opening_equity);
}

static bool has_posts(const struct project *project)
{
    return project->of[SECTION_STAFF].count > 0;
}

static bool is_member(const struct project *project)
{
    return project_membership(project) != NULL;
}

/* A member's decision may have no plan of its own. */
static bool has_lines(const struct project *project)
{
    return project->costs.count || project->of[SECTION_FUNDER].count || !is_member(project);
}

static const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };

static node make_cost(const struct plan *plan, month first, month last)
{
    return rows_over(plan, selection_test, &cost, N_("cost"), first, last);
}

static node make_financing(const struct plan *plan, month first, month last)
{
    return rows_over(plan, selection_test, &financing, N_("financing"), first, last);
}

static node make_gap(const struct plan *plan, month first, month last)
{
    node paid = make_cost(plan, first, last);
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("financing less cost"), make_financing(plan, first, last),
                    paid ? against(paid) : 0);
}

static node make_equity(const struct plan *plan, month first, month last)
{
    (void)first;
    return equity_node(plan, last);
}

/* Free equity less what the reading that decides requires, in the last month. */
static node make_reserve(const struct plan *plan, month first, month last)
{
    (void)first;
    const struct reserve_state *reserve = reserve_at(plan, last);
    node required = reserve->required[plan->project->reserve->basis.value.number];
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("reserve margin at the end"), reserve->free_equity,
                    required ? against(required) : 0);
}

/* The last month of cash that the months up to `last` answer for. */
static month cash_last(const struct plan *plan, month last)
{
    return last < plan_last(plan) ? last : plan->first + cash_nodes_build(plan)->room - 1;
}

static node make_cash(const struct plan *plan, month first, month last)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    return graph_make(plan->graph, OP_LEAST, KIND_MONEY, N_("lowest cash"), cash->balance + (first - plan->first),
                      months_between(first, cash_last(plan, last)));
}

month figure_lowest_month(const struct plan *plan, month first, month last)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    month lowest = first;
    for (month at = first; at <= cash_last(plan, last); at++) {
        struct cell balance = node_cell(plan, cash->balance[at - plan->first]);
        if (!cell_is_known(balance))
            return -1;
        if (balance.amount < node_cell(plan, cash->balance[lowest - plan->first]).amount)
            lowest = at;
    }
    return lowest;
}

static const share hundredth = SHARE_ONE / 100;

share full_time_of(share shares, int months)
{
    return round_quotient(shares, months * hundredth) * hundredth;
}

/* Rounded while it is the months' sum, so that it is rounded once. */
static node make_full_time(const struct plan *plan, month first, month last)
{
    int64_t months = months_between(first, last);
    node shares = shares_node(plan, NULL, first, last);
    if (!shares)
        return 0;
    node hundredths = graph_of(plan->graph, OP_NEAREST, KIND_SHARE, N_("to whole hundredths"), shares,
                               graph_number(plan->graph, months * hundredth, KIND_SHARE, N_("a hundredth of a post")));
    return graph_of(plan->graph, OP_PRODUCT, KIND_SHARE, N_("full-time equivalents"), hundredths,
                    against(count_number(plan, months, N_("months"))));
}

/* The calendar years that the months touch, each whole. */
static node over_years(const struct plan *plan, month first, month last, const char *label, size_t part)
{
    const struct years years = years_of((struct months){ first, last });
    node sum = 0;
    for (int year = years.first; is_member(plan->project) && year <= years.last; year++) {
        const struct membership_year of = membership_in(plan, year);
        sum = graph_of(plan->graph, OP_SUM, KIND_MONEY, label, sum, *(const node *)((const char *)&of + part));
    }
    return sum;
}

static node make_effort(const struct plan *plan, month first, month last)
{
    return over_years(plan, first, last, N_("own effort"), offsetof(struct membership_year, effort));
}

static node make_benefit(const struct plan *plan, month first, month last)
{
    return over_years(plan, first, last, N_("benefit"), offsetof(struct membership_year, benefit));
}

static node make_net_benefit(const struct plan *plan, month first, month last)
{
    return over_years(plan, first, last, N_("benefit less effort"), offsetof(struct membership_year, net));
}

/* clang-format off */
const struct compared_figure compared_figures[] = {
    { "cost", N_("cost"), make_cost, .adds_up = true, .is_split = true, .applies = has_lines,
      .part_of = "gap", .against = true },
    { "financing", N_("financing"), make_financing, .adds_up = true, .is_split = true,
      .applies = has_lines, .part_of = "gap" },
    { "gap", N_("financing less cost"), make_gap, .adds_up = true, .is_split = true,
      .applies = has_lines },
    { "fte", N_("full-time equivalents"), make_full_time, .in_posts = true, .applies = has_posts },
    { "equity", N_("equity at the end"), make_equity, .applies = has_equity },
    { "reserve", N_("reserve margin at the end"), make_reserve, .applies = keeps_reserve },
    { "lowest_cash", N_("lowest cash"), make_cash, .is_split = true, .applies = has_lines },
    { "effort", N_("own effort"), make_effort, .adds_up = true, .is_split = true, .applies = is_member,
      .part_of = "net_benefit", .against = true },
    { "benefit", N_("benefit"), make_benefit, .adds_up = true, .is_split = true, .applies = is_member,
      .part_of = "net_benefit" },
    { "net_benefit", N_("benefit less effort"), make_net_benefit, .adds_up = true, .is_split = true,
      .applies = is_member },
};
/* clang-format on */

const int compared_figure_count = sizeof compared_figures / sizeof *compared_figures;

bool *figures_split(const struct project *project, struct arena *arena)
{
    bool *split = arena_take(arena, (size_t)compared_figure_count, sizeof *split);
    for (int i = 0; i < compared_figure_count; i++)
        split[i] = compared_figures[i].is_split && figure_applies(&compared_figures[i], project);
    return split;
}

bool figure_applies(const struct compared_figure *figure, const struct project *project)
{
    return !figure->applies || figure->applies(project);
}

static int total_of(const struct compared_figure *figure)
{
    for (int i = 0; figure->part_of && i < compared_figure_count; i++)
        if (strcmp(compared_figures[i].id, figure->part_of) == 0)
            return i;
    return -1;
}

int figure_total(int figure, const bool *shown)
{
    int total = total_of(&compared_figures[figure]);
    for (int i = 0; total >= 0 && i < compared_figure_count; i++) {
        bool is_needed = i == total || total_of(&compared_figures[i]) == total;
        if (is_needed && !shown[i])
            return -1;
    }
    return total;
}

static node whole_node(const struct compared_figure *figure, const struct plan *plan)
{
    return figure->make(plan, plan->first, plan_last(plan));
}

static node year_node(const struct compared_figure *figure, const struct plan *plan, int year)
{
    const struct months whole = months_of_year(year), planned = months_shared(whole, plan_months(plan));
    if (planned.last < planned.first)
        return 0;
    /* Full-time equivalents are of the calendar year, however much of it the plan reaches. */
    if (figure->in_posts)
        return figure->make(plan, whole.first, whole.last);
    return figure->make(plan, planned.first, planned.last);
}

struct cell figure_whole(const struct compared_figure *figure, const struct plan *plan)
{
    return node_cell(plan, whole_node(figure, plan));
}

struct cell figure_in_year(const struct compared_figure *figure, const struct plan *plan, int year)
{
    return node_cell(plan, year_node(figure, plan, year));
}

node figure_node(const struct asked_figure *asked, const struct plan *plan)
{
    return asked->year ? year_node(asked->of, plan, asked->year) : whole_node(asked->of, plan);
}
