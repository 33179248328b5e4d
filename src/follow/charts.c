#include "charts.h"

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/follow/cells.h>

static struct chart_value value_of(struct cell of)
{
    return (struct chart_value){ of.amount, !cell_is_known(of) };
}

void months_chart(struct doc *doc, const struct follow *follow)
{
    enum { OUTCOME, FORECAST, BUDGET, SERIES };
    const struct plan *plan = follow->forecast;
    const struct followed cost = followed_side(SIDE_COST);
    const char *const titles[SERIES] = { text_capital(doc->arena, tr(N_("outcome"))), tr(N_("Forecast")),
                                         tr(N_("Budget")) };
    struct doc_chart *chart =
        doc_chart(doc, CHART_COLUMNS, tr(N_("Cost month by month, against the budget")), plan->count);
    for (int s = 0; s < SERIES; s++)
        chart_series(doc, chart, titles[s])->is_level = s == BUDGET;
    for (int i = 0; i < plan->count; i++) {
        const struct months at = { plan->first + i, plan->first + i };
        const int series = at.first <= follow->through ? OUTCOME : FORECAST;
        chart->categories[i] = month_text(doc->arena, at.first);
        chart->series.items[series].values[i] = value_of(forecast_sum(follow, &cost, at));
        chart->series.items[BUDGET].values[i] = value_of(budget_sum(follow, &cost, at));
    }
    chart->description =
        arena_text(doc->arena,
                   tr(N_("Columns: what each month cost to %s, and is forecast to cost behind it. Line: the "
                         "budget of the month.")),
                   month_text(doc->arena, follow->through));
}

void deviations_chart(struct doc *doc, const struct follow *follow, const followed_list *all)
{
    LIST(const struct followed *) apart = { 0 };
    for (int i = 0; i < all->count; i++) {
        const struct cell less = cell_minus(doc->arena, budget_sum(follow, &all->items[i], follow->year),
                                            forecast_sum(follow, &all->items[i], follow->year));
        if (less.amount || !cell_is_known(less))
            *list_add(&apart, doc->arena) = &all->items[i];
    }
    if (apart.count < 2)
        return;
    struct doc_chart *chart =
        doc_chart(doc, CHART_BARS, tr(N_("Deviation of the year: budget less forecast")), apart.count);
    struct chart_series *series = chart_series(doc, chart, tr(N_("Deviation of the year")));
    for (int i = 0; i < apart.count; i++) {
        const struct doc_cell budget = budget_cell(doc, follow, apart.items[i], follow->year, NULL),
                              forecast = forecast_cell(doc, follow, apart.items[i], follow->year, NULL),
                              less = less_cell(budget, forecast, NULL);
        chart->categories[i] = followed_title(doc, apart.items[i]);
        series->values[i] = chart_value_of(doc, &less);
    }
    chart->description =
        tr(N_("A bar for each that deviates, to the right of nothing where it costs less than its budget."));
}
