#include "actual.h"

#include <medfin/model/activity.h>
#include <medfin/model/actuals.h>

/* A line's months behind the last closed one, of which some forecast is a part. */
struct forecasting {
    const struct plan *plan;
    const struct row *row;
    const node *planned; /* as the line has them; nothing of a cost that nobody planned */
    const node *mixed;   /* what was booked, up to the last closed month */
    month first, last;   /* of what is left to be parted: of the plan, or of a year of it */
    month through;
};

static node over(const struct forecasting *of, const char *label, const node *months, month first, month last)
{
    operand parts[months_between(of->plan->first, plan_last(of->plan)) + 1];
    int count = 0;
    for (month at = first; at <= last; at++)
        if (months[at - of->plan->first])
            parts[count++] = months[at - of->plan->first];
    return sum_node(of->plan, label, parts, count);
}

/* Never past nothing from the budget's side. */
static node left_node(const struct forecasting *of)
{
    const struct plan *plan = of->plan;
    node budget = over(of, N_("planned"), of->planned, of->first, of->last);
    node booked = over(of, N_("booked"), of->mixed, of->first, month_earlier(of->through, of->last));
    node left = less_node(plan, N_("planned less booked"), budget, booked);
    bool is_refund = node_cell(plan, budget).amount < 0;
    return left ? graph_of(plan->graph, is_refund ? OP_LEAST : OP_MOST, KIND_MONEY, N_("left of what was planned"), 0,
                           left)
                : 0;
}

/* What is left, parted over the months to come as they were planned and rounded to date; all of it in the first of
   them where nothing was planned any more. Of no month to come it lapses. */
static void part_left(const struct forecasting *of, node *months)
{
    struct graph *graph = of->plan->graph;
    month first = month_later(of->through + 1, of->first);
    node left = left_node(of), before = 0, to_date = 0;
    node whole = over(of, N_("planned for the months left"), of->planned, first, of->last);
    bool is_planned = whole && (node_cell(of->plan, whole).amount || !cell_is_known(node_cell(of->plan, whole)));
    for (month at = first; at <= of->last && left; at++) {
        int i = at - of->plan->first;
        to_date =
            graph_of(graph, OP_SUM, KIND_MONEY, N_("planned for the months left, to date"), to_date, of->planned[i]);
        node upto = !is_planned ? left
                    : to_date   ? graph_of(graph, OP_PRODUCT, KIND_MONEY, N_("what is left, as it was planned"), left,
                                           to_date, against(whole))
                                : 0;
        months[i] = less_node(of->plan, N_("to date, less what came before"), upto, before);
        before = upto;
    }
}

static void by_plan(struct forecasting *of, node *months)
{
    for (month at = of->through + 1; at <= of->last; at++)
        months[at - of->plan->first] = of->planned[at - of->plan->first];
}

static void by_budget(struct forecasting *of, node *months)
{
    part_left(of, months);
}

static void by_year(struct forecasting *of, node *months)
{
    for (month at = month_later(of->through + 1, of->plan->first); at <= plan_last(of->plan);
         at = month_december(at) + 1) {
        of->first = month_later(month_january(at), of->plan->first);
        of->last = month_earlier(month_december(at), plan_last(of->plan));
        part_left(of, months);
    }
}

static void by_last(struct forecasting *of, node *months)
{
    const struct months active = line_months(of->plan->project, (const struct line *)of->row->line);
    for (month at = of->through + 1; at <= month_earlier(of->last, active.last); at++)
        months[at - of->plan->first] = of->mixed[of->through - of->plan->first];
}

typedef void forecast_nodes(struct forecasting *of, node *months);

static forecast_nodes *const methods[] = {
    [FORECAST_PLAN] = by_plan, [FORECAST_BUDGET] = by_budget, [FORECAST_YEAR] = by_year, [FORECAST_LAST] = by_last
};

static node *copied(const struct plan *plan, const node *months)
{
    node *copy = arena_take(plan->arena, (size_t)plan->count, sizeof *copy);
    for (int i = 0; i < plan->count; i++)
        copy[i] = months[i];
    return copy;
}

/* Where nothing stands of the line in the ledger it is as planned, unless the project says that it is nothing. */
static bool is_followed(const struct plan *plan, const struct row *row)
{
    const struct section *line = row->line;
    if (row->side != SIDE_COST || !section_rows[line->kind].costs)
        return false;
    const struct line *of = (const struct line *)line;
    bool is_zero =
        project_actuals(plan->project)->unbooked->value.number == UNBOOKED_ZERO && line->kind != SECTION_OVERHEAD;
    return section_is_booked(plan->project, line) || of->forecasts.count || is_zero;
}

/* What is booked of an overhead, or stated, is no percent to date any more. */
static void put_plain(struct row *row)
{
    row->upto = NULL;
    row->drawn = NULL;
}

/* What is booked in a month, or what an activity has cost. */
static const struct fact *booked_in(const struct plan *plan, const struct line *line, month at, month through)
{
    const struct fact *spent = activity_spent(&line->section);
    if (at > through)
        return NULL;
    return spent && at == activity_spent_in(plan->project, &line->section) ? spent : series_exactly(&line->actuals, at);
}

/* Of an activity that took place as often as planned nothing more is to come. */
static bool is_done(const struct section *line)
{
    return line->kind == SECTION_ACTIVITY && activity_is_done((const struct activity *)line);
}

void actual_nodes(const struct plan *plan, struct row *row)
{
    const struct line *line = (const struct line *)row->line;
    month through = actuals_through(plan->project);
    if (!project_actuals(plan->project) || through < plan->first || !is_followed(plan, row))
        return;
    node *planned = copied(plan, row->months);
    bool is_known = section_is_booked(plan->project, row->line) || !line->forecasts.count;
    for (month at = plan->first; at <= plan_last(plan); at++) {
        const struct fact *booked = booked_in(plan, line, at, through);
        if (at > through || is_known)
            *row_month(plan, row, at) = booked ? money_leaf(plan, row->line, booked) : 0;
    }
    struct forecasting of = { .plan = plan,
                              .row = row,
                              .planned = planned,
                              .mixed = row->months,
                              .first = plan->first,
                              .last = plan_last(plan),
                              .through = through };
    if (!is_done(row->line))
        methods[line_forecast(line)](&of, row->months);
    for (int i = 0; i < line->forecasts.count; i++)
        if (months_hold(plan_months(plan), line->forecasts.items[i].at))
            *row_month(plan, row, line->forecasts.items[i].at) =
                money_leaf(plan, row->line, &line->forecasts.items[i].fact);
    put_plain(row);
}

static bool is_booked_income(const struct plan *plan, const struct row *row)
{
    bool is_money = row->side == SIDE_FINANCING && !row->in_kind && row->funder;
    return is_money && project_actuals(plan->project) && row->funder->income->value.number == INCOME_BOOKED &&
           actuals_through(plan->project) >= plan->first;
}

void income_nodes(const struct plan *plan, struct row *row)
{
    struct graph *graph = plan->graph;
    if (!is_booked_income(plan, row))
        return;
    const month through = actuals_through(plan->project);
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto), entitled = 0, booked = 0;
    row->entitled = arena_take(plan->arena, (size_t)plan->count, sizeof *row->entitled);
    for (int i = 0; i < plan->count; i++) {
        const struct fact *stated = series_exactly(&row->funder->line.actuals, plan->first + i);
        bool is_closed = plan->first + i <= through;
        entitled = row->upto ? row->upto[i + 1]
                             : graph_of(graph, OP_SUM, KIND_MONEY, N_("entitled to date"), entitled, row->months[i]);
        row->entitled[i] = entitled;
        if (is_closed && stated)
            booked =
                graph_of(graph, OP_SUM, KIND_MONEY, N_("booked to date"), booked, money_leaf(plan, row->line, stated));
        upto[i] = is_closed ? booked
                            : graph_of(graph, OP_MOST, KIND_MONEY, N_("entitled to date, at least what was booked"),
                                       booked, entitled);
    }
    put_drawn(plan, row, plan->first, plan_last(plan), upto);
}
