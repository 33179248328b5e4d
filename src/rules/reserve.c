#include "reserve.h"

#include <medfin/plan/reserve.h>

#include "finding_builder.h"

static const struct rule_reading readings[READINGS] = {
    [RESERVE_RUNNING] = { "running", N_("by the year's running cost") },
    [RESERVE_FORWARD] = { "forward", N_("by the months ahead") },
    [RESERVE_WINDING_DOWN] = { "winding_down", N_("to wind down") },
};

/* The dates of test, each with what was found. */
struct dates {
    const struct plan *plan;
    const struct rule *rule;
    LIST(struct reserve_state) states;
    struct finding in[READINGS]; /* as if that reading decided */
    bool has_tail;
    struct arena *arena;
};

static struct cell margin_in(const struct dates *dates, const struct reserve_state *state, enum reserve_basis basis)
{
    return cell_minus(dates->arena, state->free_equity, state->required[basis]);
}

/* Winding down has no length of its own: how long the money lasts as things run tells more. */
static int64_t coverage_of(const struct reserve_state *state, enum reserve_basis basis)
{
    return reserve_coverage(state, basis == RESERVE_WINDING_DOWN ? RESERVE_RUNNING : basis);
}

static struct finding read_as(const struct dates *dates, enum reserve_basis basis)
{
    struct finding finding = { .rule = dates->rule, .at = -1, .since = -1 };
    for (int i = 0; i < dates->states.count; i++) {
        const struct reserve_state *state = &dates->states.items[i];
        struct cell margin = margin_in(dates, state, basis);
        if (finding_tighten(&finding, margin, dates->arena))
            finding.at = state->at;
        if (finding.since < 0 && cell_is_known(margin) && margin.amount < 0) {
            finding.since = state->at;
            finding.since_margin = margin.amount;
            finding.since_coverage = coverage_of(state, basis);
        }
    }
    finding_settle(&finding, 0, dates->plan->project);
    return finding;
}

static void find_dates(struct dates *dates)
{
    for (month at = dates->plan->first; at <= plan_last(dates->plan); at++) {
        if (!reserve_is_tested(dates->plan, at))
            continue;
        const struct reserve_state state = reserve_at(dates->plan, at);
        dates->has_tail = dates->has_tail || !cell_is_known(state.tail) || state.tail.amount;
        *list_add(&dates->states, dates->arena) = state;
    }
    for (int i = 0; i < READINGS; i++)
        dates->in[i] = read_as(dates, (enum reserve_basis)i);
}

/* A figure of a date of test. */
static struct rule_figure figure_at(const struct dates *dates, month at)
{
    return (struct rule_figure){ .year = plan_ends_year(dates->plan, at) ? month_year(at) : 0, .at = at };
}

static struct rule_figure money_figure(struct rule_figure figure, const char *key, const char *label, struct cell cell)
{
    figure.key = key;
    figure.label = label;
    figure.unit = UNIT_MONEY;
    figure.number = cell.amount;
    figure.needs = cell.needs;
    return figure;
}

/* On a page only what is bound parts the equity from the free equity. */
static void add_equity(struct finding *finding, const struct dates *dates)
{
    const struct project *project = dates->plan->project;
    bool is_bound = fact_is_stated(&project->earmarked_equity) || fact_is_stated(&project->fixed_assets);
    for (int i = 0; i < dates->states.count; i++) {
        const struct reserve_state *state = &dates->states.items[i];
        struct rule_figure figure = figure_at(dates, state->at);
        bool is_shown = is_bound && figure.year;
        finding_figure(finding, money_figure(figure, "equity", is_shown ? N_("equity") : NULL, state->equity),
                       dates->arena);
        finding_figure(finding,
                       money_figure(figure, "free_equity", is_shown ? N_("free equity") : NULL, state->free_equity),
                       dates->arena);
    }
}

static enum verdict verdict_of(const struct dates *dates, struct cell margin)
{
    if (!cell_is_known(margin))
        return VERDICT_UNDETERMINED;
    return margin.amount < 0 ? dates->rule->broken(dates->plan->project) : VERDICT_PASS;
}

static struct rule_figure coverage_figure(struct rule_figure figure, const struct reserve_state *state,
                                          enum reserve_basis basis, struct arena *arena)
{
    bool is_running = basis == RESERVE_RUNNING;
    const struct needs *cost = is_running ? state->running_year.needs : state->required[basis].needs;
    int64_t coverage = reserve_coverage(state, basis);
    figure.key = "coverage_months";
    figure.label = N_("Lasts, months");
    figure.unit = UNIT_MONTHS;
    figure.number = coverage == RESERVE_NO_COVERAGE ? 0 : coverage;
    figure.needs = basis == RESERVE_WINDING_DOWN ? NULL : needs_union(arena, state->free_equity.needs, cost);
    figure.none = coverage == RESERVE_NO_COVERAGE && !figure.needs;
    return figure;
}

/* One date in one reading; where the rule does not apply, only what it would require. */
static void add_date(struct finding *finding, const struct dates *dates, const struct reserve_state *state,
                     enum reserve_basis basis)
{
    struct arena *arena = dates->arena;
    bool applies = finding->deciding;
    struct rule_figure figure = figure_at(dates, state->at);
    figure.reading = &readings[basis];
    figure.is_between = !figure.year && state->at != dates->in[basis].at && state->at != dates->in[basis].since;
    struct cell margin = margin_in(dates, state, basis);
    if (applies)
        finding_figure(finding, money_figure(figure, "free_equity", N_("Free equity"), state->free_equity), arena);
    finding_figure(finding, money_figure(figure, "required", N_("Required"), state->required[basis]), arena);
    if (applies) {
        finding_figure(finding, money_figure(figure, "margin", N_("Margin"), margin), arena);
        finding_figure(finding, coverage_figure(figure, state, basis, arena), arena);
    }
    struct rule_figure tail =
        money_figure(figure, "tail", dates->has_tail ? N_("Committed beyond") : NULL, state->tail);
    tail.none = basis != RESERVE_WINDING_DOWN;
    finding_figure(finding, tail, arena);
    figure.key = "verdict";
    figure.label = N_("Verdict");
    figure.unit = UNIT_VERDICT;
    figure.number = verdict_of(dates, margin);
    if (applies)
        finding_figure(finding, figure, arena);
}

/* The reading as a whole. */
static void add_verdict(struct finding *finding, const struct dates *dates, enum reserve_basis basis)
{
    const struct finding *in = &dates->in[basis];
    const struct rule_figure verdict = { .key = "verdict", .unit = UNIT_VERDICT, .number = in->verdict };
    const struct rule_figure margin = { .key = "margin",
                                        .number = in->margin,
                                        .needs = in->has_margin ? NULL : in->needs };
    const struct rule_figure at = { .key = "month", .unit = UNIT_DATE, .number = in->at, .none = !in->has_margin };
    const struct rule_figure since = {
        .key = "first_failing", .unit = UNIT_DATE, .number = in->since, .none = in->since < 0
    };
    const struct rule_figure *const figures[] = { &verdict, &margin, &at, &since };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct rule_figure figure = *figures[i];
        figure.reading = &readings[basis];
        finding_figure(finding, figure, dates->arena);
    }
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

/* The finding is that of the reading that decides. */
static void decide(struct finding *finding, const struct dates *dates)
{
    enum reserve_basis basis = (enum reserve_basis)dates->plan->project->reserve->basis.value.number;
    const struct rule *rule = finding->rule;
    *finding = dates->in[basis];
    finding->rule = rule;
    finding->deciding = &readings[basis];
    finding->because = decides(basis);
}

void reserve_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    struct dates dates = { .plan = plan, .rule = rule, .arena = arena };
    find_dates(&dates);
    if (plan->project->keeps_reserve)
        decide(finding, &dates);
    else
        finding->because = N_("No [reserve] is stated; what it would require is shown.");
    add_equity(finding, &dates);
    for (int basis = 0; basis < READINGS; basis++) {
        for (int i = 0; i < dates.states.count; i++)
            add_date(finding, &dates, &dates.states.items[i], (enum reserve_basis)basis);
        if (finding->deciding)
            add_verdict(finding, &dates, (enum reserve_basis)basis);
    }
}
