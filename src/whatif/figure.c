#include <medfin/whatif/figure.h>

#include <string.h>

#include <medfin/plan/membership.h>
#include <medfin/plan/reserve.h>
#include <medfin/plan/sums.h>

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

static struct cell measure_cost(const struct plan *plan, month first, month last)
{
    const struct selection cost = { .side = COST_SIDE };
    return plan_sum(plan, &cost, first, last);
}

static struct cell measure_financing(const struct plan *plan, month first, month last)
{
    const struct selection financing = { .side = FINANCING_SIDE };
    return plan_sum(plan, &financing, first, last);
}

static struct cell measure_gap(const struct plan *plan, month first, month last)
{
    return cell_minus(plan->arena, measure_financing(plan, first, last), measure_cost(plan, first, last));
}

static struct cell measure_equity(const struct plan *plan, month first, month last)
{
    (void)first;
    return plan_equity(plan, last);
}

/* Free equity less what the reading that decides requires, in the last month. */
static struct cell measure_reserve(const struct plan *plan, month first, month last)
{
    (void)first;
    const struct reserve_state state = reserve_at(plan, last);
    return cell_minus(plan->arena, state.free_equity, state.required[plan->project->reserve->basis.value.number]);
}

/* The last month of cash that the months up to `last` answer for. */
static month cash_last(const struct cash *cash, month last)
{
    return last < plan_last(cash->plan) ? last : cash->plan->first + cash->count - 1;
}

static month lowest_month(const struct cash *cash, month first, month last)
{
    month lowest = first;
    for (month at = first; at <= cash_last(cash, last); at++)
        if (cash_at(cash, at).amount < cash_at(cash, lowest).amount)
            lowest = at;
    return lowest;
}

static const struct needs *cash_needed(const struct cash *cash, month first, month last)
{
    const struct needs *needs = NULL;
    for (month at = first; at <= cash_last(cash, last); at++)
        needs = needs_union(cash->plan->arena, needs, cash_at(cash, at).needs);
    return needs;
}

static struct cell measure_cash(const struct plan *plan, month first, month last)
{
    const struct cash *cash = cash_build(plan, plan->arena);
    const struct needs *needs = cash_needed(cash, first, last);
    return needs ? (struct cell){ 0, needs } : cash_at(cash, lowest_month(cash, first, last));
}

month figure_lowest_month(const struct plan *plan, month first, month last)
{
    const struct cash *cash = cash_build(plan, plan->arena);
    return cash_needed(cash, first, last) ? -1 : lowest_month(cash, first, last);
}

share full_time_of(share shares, int months)
{
    const share hundredth = SHARE_ONE / 100;
    return round_quotient(shares, months * hundredth) * hundredth;
}

static struct cell measure_full_time(const struct plan *plan, month first, month last)
{
    struct cell shares = plan_shares(plan, NULL, first, last);
    return (struct cell){ full_time_of(shares.amount, months_between(first, last)), shares.needs };
}

/* The calendar years that the months touch, each whole. */
static struct membership_year membership_over(const struct plan *plan, month first, month last)
{
    struct membership_year sum = { 0 };
    const struct years years = years_of((struct months){ first, last });
    for (int year = years.first; year <= years.last; year++) {
        const struct membership_year of = membership_in(plan, year);
        sum.effort = cell_plus(plan->arena, sum.effort, of.effort);
        sum.benefit = cell_plus(plan->arena, sum.benefit, of.benefit);
        sum.net = cell_plus(plan->arena, sum.net, of.net);
    }
    return sum;
}

static struct cell measure_effort(const struct plan *plan, month first, month last)
{
    return is_member(plan->project) ? membership_over(plan, first, last).effort : (struct cell){ 0 };
}

static struct cell measure_benefit(const struct plan *plan, month first, month last)
{
    return is_member(plan->project) ? membership_over(plan, first, last).benefit : (struct cell){ 0 };
}

static struct cell measure_net_benefit(const struct plan *plan, month first, month last)
{
    return is_member(plan->project) ? membership_over(plan, first, last).net : (struct cell){ 0 };
}

/* clang-format off */
const struct compared_figure compared_figures[] = {
    { "cost", N_("cost"), measure_cost, .adds_up = true, .is_split = true, .applies = has_lines,
      .part_of = "gap", .against = true },
    { "financing", N_("financing"), measure_financing, .adds_up = true, .is_split = true,
      .applies = has_lines, .part_of = "gap" },
    { "gap", N_("financing less cost"), measure_gap, .adds_up = true, .is_split = true,
      .applies = has_lines },
    { "fte", N_("full-time equivalents"), measure_full_time, .in_posts = true, .applies = has_posts },
    { "equity", N_("equity at the end"), measure_equity, .applies = has_equity },
    { "reserve", N_("reserve margin at the end"), measure_reserve, .applies = keeps_reserve },
    { "lowest_cash", N_("lowest cash"), measure_cash, .is_split = true, .applies = has_lines },
    { "effort", N_("own effort"), measure_effort, .adds_up = true, .is_split = true, .applies = is_member,
      .part_of = "net_benefit", .against = true },
    { "benefit", N_("benefit"), measure_benefit, .adds_up = true, .is_split = true, .applies = is_member,
      .part_of = "net_benefit" },
    { "net_benefit", N_("benefit less effort"), measure_net_benefit, .adds_up = true, .is_split = true,
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

struct cell figure_whole(const struct compared_figure *figure, const struct plan *plan)
{
    return figure->measure(plan, plan->first, plan_last(plan));
}

struct cell figure_in_year(const struct compared_figure *figure, const struct plan *plan, int year)
{
    const struct months whole = months_of_year(year), planned = months_shared(whole, plan_months(plan));
    if (planned.last < planned.first)
        return (struct cell){ 0 };
    /* Full-time equivalents are of the calendar year, however much of it the plan reaches. */
    if (figure->in_posts)
        return figure->measure(plan, whole.first, whole.last);
    return figure->measure(plan, planned.first, planned.last);
}

struct cell figure_asked(const struct asked_figure *asked, const struct plan *plan)
{
    return asked->year ? figure_in_year(asked->of, plan, asked->year) : figure_whole(asked->of, plan);
}
