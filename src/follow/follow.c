#include <medfin/follow/follow.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/payer.h>

static bool is_layer_of_actuals(const statement_list *statements, int layer)
{
    for (int i = 0; i < statements->count && layer > 0; i++)
        if (statements->items[i].layer == layer && statements->items[i].section == SECTION_ACTUALS)
            return true;
    return false;
}

static bool is_of_budget(const struct statement *statement)
{
    bool is_book = statement->rows && statement->rows->book;
    bool follows = statement->key && statement->key->flags & KEY_FOLLOWS;
    return !is_book && !follows && !section_rows[statement->section].follows;
}

statement_list statements_of_budget(const statement_list *statements, struct arena *arena)
{
    statement_list kept = { 0 };
    int layer = -1;
    bool is_left_out = false;
    list_reserve(&kept, statements->count, arena);
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->layer != layer) {
            layer = statement->layer;
            is_left_out = is_layer_of_actuals(statements, layer);
        }
        if (!is_left_out && is_of_budget(statement))
            *list_add(&kept, arena) = *statement;
    }
    return kept;
}

struct follow follow_new(const struct plan *budget, const struct plan *forecast, struct arena *arena)
{
    struct follow follow = {
        .budget = budget, .forecast = forecast, .through = actuals_through(forecast->project), .arena = arena
    };
    month at = month_later(follow.through, forecast->first);
    follow.year = months_shared(months_of_year(month_year(at)), plan_months(forecast));
    follow.to_date = (struct months){ follow.year.first, follow.through };
    follow.closed = (struct months){ forecast->first, follow.through };
    return follow;
}

static void select_section(struct selection *selection, enum follow_kind kind, const struct section *section)
{
    if (kind == FOLLOW_PAYER)
        *selection = (struct selection){ .side = FINANCING_SIDE, .payer = section };
    else if (kind == FOLLOW_LINE)
        *selection = (struct selection){ .side = COST_SIDE, .line = section };
    else
        *selection = (struct selection){ .side = COST_SIDE, .category = (const struct category *)section };
}

static bool has_rows(const struct plan *plan, const struct selection *of)
{
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(of, &plan->rows[i]))
            return true;
    return false;
}

static struct section_list sections_of(const struct project *project, enum follow_kind kind)
{
    return kind == FOLLOW_PAYER  ? project->payers
           : kind == FOLLOW_LINE ? project->costs
                                 : project->of[SECTION_CATEGORY];
}

static void add(const struct follow *follow, enum follow_kind kind, const struct section *in_budget,
                const struct section *in_forecast, followed_list *all)
{
    struct followed of = { .section = in_forecast ? in_forecast : in_budget };
    if (in_budget)
        select_section(&of.in_budget, kind, in_budget);
    if (in_forecast)
        select_section(&of.in_forecast, kind, in_forecast);
    of.is_budgeted = in_budget && has_rows(follow->budget, &of.in_budget);
    of.is_forecast = in_forecast && has_rows(follow->forecast, &of.in_forecast);
    if (of.is_budgeted || of.is_forecast)
        *list_add(all, follow->arena) = of;
}

/* A plan's own funders may bear costs in kind in it: those are in kind on both sides. */
followed_list followed_all(const struct follow *follow, enum follow_kind kind)
{
    followed_list all = { 0 };
    const struct project *budget = follow->budget->project, *forecast = follow->forecast->project;
    const struct section_list there = sections_of(forecast, kind), before = sections_of(budget, kind);
    for (int i = 0; i < there.count; i++)
        add(follow, kind, project_find(budget, there.items[i]->kind, there.items[i]->id), there.items[i], &all);
    for (int i = 0; i < before.count; i++)
        if (!project_find(forecast, before.items[i]->kind, before.items[i]->id))
            add(follow, kind, before.items[i], NULL, &all);
    return all;
}

struct followed followed_side(enum side side)
{
    const struct selection of = { .side = side == SIDE_COST ? COST_SIDE : FINANCING_SIDE };
    return (struct followed){ .in_budget = of, .in_forecast = of, .is_budgeted = true, .is_forecast = true };
}

struct cell budget_sum(const struct follow *follow, const struct followed *of, struct months over)
{
    return of->is_budgeted ? plan_sum(follow->budget, &of->in_budget, over.first, over.last) : (struct cell){ 0 };
}

struct cell forecast_sum(const struct follow *follow, const struct followed *of, struct months over)
{
    return of->is_forecast ? plan_sum(follow->forecast, &of->in_forecast, over.first, over.last) : (struct cell){ 0 };
}

money booked_sum(const struct section *payer, struct months over)
{
    const struct series *actuals = section_actuals(payer);
    money sum = 0;
    for (int i = 0; actuals && i < actuals->count; i++)
        if (months_hold(over, actuals->items[i].at))
            sum += actuals->items[i].fact.value.number;
    return sum;
}

/* Of an amount whatever its sign, at least the floor. */
static money bounded(const struct fact *bound, money amount)
{
    money part = money_times(amount < 0 ? -amount : amount, bound->value.number);
    return part > bound->value.second ? part : bound->value.second;
}

money comment_threshold(const struct follow *follow, money budget)
{
    return bounded(project_actuals(follow->forecast->project)->threshold, budget);
}

static const char *comment_of(const struct follow *follow, const struct section *section)
{
    const struct series *comments = section_comments(section);
    const struct fact *said = comments ? series_exactly(comments, follow->through) : NULL;
    return said ? said->value.text : NULL;
}

const char *followed_comment(const struct follow *follow, const struct followed *of)
{
    struct text all = text_new(follow->arena);
    const struct section_list *lines = &follow->forecast->project->costs;
    if (!of->section)
        return NULL;
    if (of->section->kind != SECTION_CATEGORY)
        return comment_of(follow, of->section);
    for (int i = 0; i < lines->count; i++) {
        const struct line *line = (const struct line *)lines->items[i];
        const char *said = *line->category->sections == of->section ? comment_of(follow, lines->items[i]) : NULL;
        if (said)
            text_addf(&all, "%s%s: %s", all.size ? " " : "", section_title(lines->items[i]), said);
    }
    return all.size ? all.bytes : NULL;
}

static int method_of(const struct follow *follow, const struct section *section)
{
    const struct line *line = (const struct line *)section;
    bool is_booked = section_is_booked(follow->forecast->project, section) || line->forecasts.count;
    if (section->kind == SECTION_OVERHEAD && !is_booked)
        return METHOD_COMPUTED;
    return is_booked || fact_is_stated(line->forecast) ? (int)line_forecast(line) : (int)FORECAST_PLAN;
}

int followed_method(const struct follow *follow, const struct followed *of)
{
    int method = METHOD_NONE;
    for (int i = 0; i < follow->forecast->row_count && of->is_forecast; i++) {
        const struct row *row = &follow->forecast->rows[i];
        if (row->side != SIDE_COST || !selection_takes(&of->in_forecast, row) || !section_rows[row->line->kind].costs)
            continue;
        int own = method_of(follow, row->line);
        method = method == METHOD_NONE || method == own ? own : METHOD_MIXED;
    }
    return method;
}
