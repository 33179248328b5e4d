/* Reserve: free equity against so many months' running costs, in the reading that decides. */

#include "rule.h"

#include <medfin/plan/reserve.h>

static const struct {
    const char *key, *label;
} readings[READINGS] = {
    [RESERVE_RUNNING] = { "required_running", N_("required, by the year's running cost") },
    [RESERVE_FORWARD] = { "required_forward", N_("required, by the months ahead") },
    [RESERVE_WINDING_DOWN] = { "required_winding_down", N_("required, to wind down") },
};

static void add_figures(struct finding *finding, const struct reserve_state *state, enum reserve_basis basis,
                        struct arena *arena)
{
    int year = month_year(state->at);
    finding_money_in(finding, year, "equity", N_("equity"), state->equity, arena);
    finding_money_in(finding, year, "free_equity", N_("free equity"), state->free_equity, arena);
    for (int i = 0; i < READINGS; i++)
        finding_money_in(finding, year, readings[i].key, readings[i].label, state->required[i], arena);
    finding_money_in(finding, year, "tail", N_("committed beyond, when winding down"), state->tail, arena);
    finding_money_in(finding, year, "margin", N_("margin of the reading that decides"),
              cell_minus(arena, state->free_equity, state->required[basis]), arena);
    int64_t coverage = reserve_coverage(state);
    finding_figure(finding,
                   (struct rule_figure){ .key = arena_text(arena, "years.%d.coverage_months", year),
                                         .label = N_("coverage in months"),
                                         .year = year,
                                         .unit = UNIT_MONTHS,
                                         .number = coverage == RESERVE_NO_COVERAGE ? 0 : coverage,
                                         .needs = needs_union(arena, state->free_equity.needs, state->running_year.needs),
                                         .none = coverage == RESERVE_NO_COVERAGE && cell_is_known(state->running_year) &&
                                                 cell_is_known(state->free_equity) },
                   arena);
}

static const char *decides(enum reserve_basis basis)
{
    static const char *const sentences[READINGS] = {
        [RESERVE_RUNNING] =
            N_("The reading that decides: so many months of the calendar year's running cost. The others differ "
               "because they count the months ahead, or each line only for its period of notice."),
        [RESERVE_FORWARD] =
            N_("The reading that decides: the running cost of the months ahead. The others differ because they count "
               "the calendar year's average, or each line only for its period of notice."),
        [RESERVE_WINDING_DOWN] =
            N_("The reading that decides: what it costs to wind down, each line for its period of notice and closing "
               "costs. The others differ because they count every running line for all the months."),
    };
    return sentences[basis];
}

void reserve_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, NULL, arena);
    enum reserve_basis basis = (enum reserve_basis)plan->project->reserve->basis.value.number;
    for (month at = plan->first; at <= plan_last(plan); at++) {
        bool ends_year = month_number(at) == 12 || at == plan_last(plan);
        if (!ends_year && !reserve_is_tested(plan, at))
            continue;
        const struct reserve_state state = reserve_at(plan, at);
        struct cell margin = cell_minus(arena, state.free_equity, state.required[basis]);
        if (reserve_is_tested(plan, at) && finding_tighten(finding, margin, arena))
            finding->at = at;
        if (reserve_is_tested(plan, at) && finding->since < 0 && cell_is_known(margin) && margin.amount < 0) {
            finding->since = at;
            finding->since_margin = margin.amount;
            finding->since_coverage = reserve_coverage(&state);
        }
        if (ends_year)
            add_figures(finding, &state, basis, arena);
    }
    finding->because = decides(basis);
    finding_settle(finding, 0, VERDICT_FAIL);
    if (!plan->project->keeps_reserve)
        *finding = (struct finding){ .rule = rule,
                                     .at = -1,
                                     .since = -1,
                                     .because = N_("No [reserve] is stated; what it would require is shown."),
                                     .figures = finding->figures,
                                     .figure_count = finding->figure_count };
}
