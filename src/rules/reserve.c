#include "reserve.h"

#include <medfin/plan/reserve.h>

#include "judged.h"
#include "making.h"

static const struct rule_reading readings[READINGS] = {
    [RESERVE_RUNNING] = { "running", N_("counted on the year's running cost") },
    [RESERVE_FORWARD] = { "forward", N_("counted on the months ahead") },
    [RESERVE_WINDING_DOWN] = { "winding_down", N_("counted on winding down") },
};

/* A date of test. */
struct date {
    struct reserve_state of;
    node margins[READINGS];
};

struct dates {
    LIST(struct date) all;
    node any_tail; /* not 0: there is one at some date */
};

static struct dates find_dates(const struct plan *plan)
{
    struct dates dates = { 0 };
    LIST(operand) tails = { 0 };
    for (month at = plan->first; at <= plan_last(plan); at++) {
        if (!reserve_is_tested(plan, at))
            continue;
        struct date *date = list_add(&dates.all, plan->arena);
        date->of = *reserve_at(plan, at);
        for (int i = 0; i < READINGS; i++)
            date->margins[i] = less_node(plan, N_("Margin"), date->of.free_equity, date->of.required[i]);
        *list_add(&tails, plan->arena) = date->of.tail;
        *list_add(&tails, plan->arena) = against(date->of.tail);
    }
    dates.any_tail = graph_make(plan->graph, OP_MOST, KIND_MONEY, N_("Committed beyond"), tails.items, tails.count);
    return dates;
}

static enum reserve_basis basis_of(const struct rule_reading *reading)
{
    return (enum reserve_basis)(reading - readings);
}

/* Winding down has no length of its own: how long the money lasts as things run tells more. */
static int64_t coverage_since(const struct judged_place *place, const struct plan *plan)
{
    enum reserve_basis basis = basis_of(place->reading);
    const struct date *date = place->context;
    return reserve_coverage(plan, &date->of, basis == RESERVE_WINDING_DOWN ? RESERVE_RUNNING : basis);
}

static bool read_at(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct reading_outcome *outcome = reading_outcome_of(judged, figure->reading);
    const struct cell of = node_cell(judged->plan, from->of);
    bool is_tightest = outcome->place && outcome->place->at == figure->at;
    bool is_since = outcome->since && outcome->since->at == figure->at;
    figure->is_between = !figure->year && !is_tightest && !is_since;
    figure->number = of.amount;
    figure->needs = of.needs;
    figure->is_node = figure->kind == KIND_MONEY;
    figure->of = from->of;
    return true;
}

static bool read_coverage(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct date *date = from->context;
    enum reserve_basis basis = basis_of(figure->reading);
    int64_t lasts = reserve_coverage(judged->plan, &date->of, basis);
    node cost = basis == RESERVE_RUNNING ? date->of.running_year : date->of.required[basis];
    read_at(judged, from, figure);
    figure->number = lasts == RESERVE_NO_COVERAGE ? 0 : lasts;
    figure->needs = basis == RESERVE_WINDING_DOWN
                        ? NULL
                        : needs_union(judged->arena, figure->needs, node_cell(judged->plan, cost).needs);
    figure->none = lasts == RESERVE_NO_COVERAGE && !figure->needs;
    return true;
}

static bool read_tail(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct cell any = node_cell(judged->plan, from->with);
    figure->label = any.amount || !cell_is_known(any) ? figure->label : NULL;
    figure->none = basis_of(figure->reading) != RESERVE_WINDING_DOWN;
    return read_at(judged, from, figure);
}

static bool read_verdict(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    read_at(judged, from, figure);
    figure->number = figure->needs        ? VERDICT_UNDETERMINED
                     : figure->number < 0 ? (int64_t)judged->judgement->rule->broken(judged->plan->project)
                                          : VERDICT_PASS;
    figure->needs = NULL;
    return true;
}

/* Those of a date of test: a year's too where it ends one. */
static void add_figure(struct judgement *judgement, const struct plan *plan, month at, struct judged_figure figure)
{
    figure.says.at = at;
    figure.says.year = plan_ends_year(plan, at) ? month_year(at) : 0;
    figure_add(judgement, plan, figure);
}

/* On a page only what is bound parts the equity from the free equity. */
static void add_equity(struct judgement *judgement, const struct plan *plan, const struct reserve_state *of)
{
    const struct project *project = plan->project;
    bool is_bound = fact_is_stated(project->earmarked_equity) || fact_is_stated(project->fixed_assets);
    bool is_shown = is_bound && plan_ends_year(plan, of->at);
    const struct rule_figure equity = { .key = "equity", .label = is_shown ? N_("equity") : NULL };
    const struct rule_figure free_equity = { .key = "free_equity", .label = is_shown ? N_("free equity") : NULL };
    add_figure(judgement, plan, of->at, (struct judged_figure){ .says = equity, .of = of->equity });
    add_figure(judgement, plan, of->at, (struct judged_figure){ .says = free_equity, .of = of->free_equity });
}

/* One date in one reading; where the rule does not apply, only what it would require. */
static void add_date(struct judgement *judgement, const struct plan *plan, const struct date *date,
                     const struct rule_reading *reading, node any_tail)
{
    const struct reserve_state *of = &date->of;
    node margin = date->margins[basis_of(reading)];
    const struct judged_figure figures[] = {
        { { .key = "free_equity", .label = N_("Free equity") }, of->free_equity, .read = read_at },
        { { .key = "required", .label = N_("Required") }, of->required[basis_of(reading)], .read = read_at },
        { { .key = "margin", .label = N_("Margin") }, margin, .read = read_at },
        { { .key = "coverage_months", .label = N_("Lasts, months"), .kind = KIND_DECIMAL },
          of->free_equity,
          .read = read_coverage },
        { { .key = "tail", .label = N_("Committed beyond") }, of->tail, .read = read_tail },
        { { .key = "verdict", .label = N_("Verdict"), .kind = KIND_VERDICT }, margin, .read = read_verdict },
    };
    const int required = 1, tail = 4;
    for (int i = 0; i < (int)(sizeof figures / sizeof *figures); i++) {
        struct judged_figure figure = figures[i];
        figure.says.reading = reading;
        figure.context = date;
        figure.with = any_tail;
        if (judgement->deciding || i == required || i == tail)
            add_figure(judgement, plan, of->at, figure);
    }
    struct judged_place *place = place_add(judgement, plan, margin, NULL);
    place->reading = reading;
    place->at = of->at;
    place->coverage = coverage_since;
    place->context = date;
}

/* The reading as a whole. */
enum { OF_VERDICT, OF_MARGIN, OF_MONTH, OF_FIRST };
static const struct rule_figure of_reading[] = {
    [OF_VERDICT] = { .key = "verdict", .kind = KIND_VERDICT },
    [OF_MARGIN] = { .key = "margin", .kind = KIND_MONEY },
    [OF_MONTH] = { .key = "month", .kind = KIND_MONTH },
    [OF_FIRST] = { .key = "first_failing", .kind = KIND_MONTH },
};

static bool read_reading(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    const struct reading_outcome *outcome = reading_outcome_of(judged, figure->reading);
    const struct judged_place *tightest = outcome->has_margin ? outcome->place : outcome->unknown;
    switch ((const struct rule_figure *)from->context - of_reading) {
    case OF_VERDICT:
        figure->number = outcome->verdict;
        break;
    case OF_MARGIN:
        figure->number = outcome->margin;
        figure->needs = outcome->has_margin ? NULL : outcome->needs;
        figure->is_node = tightest != NULL;
        figure->of = tightest ? tightest->margin : 0;
        break;
    case OF_MONTH:
        figure->number = outcome->place ? outcome->place->at : -1;
        figure->none = !outcome->has_margin;
        break;
    default:
        figure->number = outcome->since ? outcome->since->at : -1;
        figure->none = !outcome->since;
    }
    return true;
}

static const char *decides(enum reserve_basis basis)
{
    /* clang-format off */
    static const char *const sentences[READINGS] = {
        [RESERVE_RUNNING] =
            N_("The reading that decides: the calendar year's running cost a month, for as many months as the rule asks. "
               "The others differ because they count the months ahead, or each line only for its period of notice."),
        [RESERVE_FORWARD] =
            N_("The reading that decides: the running cost of the months ahead. The others differ because they count "
               "the calendar year's average, or each line only for its period of notice."),
        [RESERVE_WINDING_DOWN] =
            N_("The reading that decides: what it costs to wind down, each line for its period of notice and closing "
               "costs. The others differ because they count every running line for all the months."),
    };
    /* clang-format on */
    return sentences[basis];
}

static void add_reading(struct judgement *judgement, const struct plan *plan, const struct dates *dates,
                        const struct rule_reading *reading)
{
    for (int i = 0; i < dates->all.count; i++)
        add_date(judgement, plan, &dates->all.items[i], reading, dates->any_tail);
    for (size_t i = 0; judgement->deciding && i < sizeof of_reading / sizeof *of_reading; i++) {
        struct judged_figure figure = { .says = of_reading[i], .read = read_reading, .context = &of_reading[i] };
        figure.says.reading = reading;
        figure_add(judgement, plan, figure);
    }
}

/* The finding is that of the reading that decides. */
void reserve_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct project *project = plan->project;
    const struct dates dates = find_dates(plan);
    judgement->tells_first = true;
    judgement->readings = readings;
    judgement->reading_count = READINGS;
    judgement->because = N_("No [reserve] is stated; what it would require is shown.");
    if (project->keeps_reserve) {
        judgement->deciding = &readings[project->reserve->basis->value.number];
        judgement->because = decides(basis_of(judgement->deciding));
    }
    for (int i = 0; i < dates.all.count; i++)
        add_equity(judgement, plan, &dates.all.items[i].of);
    for (int i = 0; i < READINGS; i++)
        add_reading(judgement, plan, &dates, &readings[i]);
}
