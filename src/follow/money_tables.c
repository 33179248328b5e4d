#include <medfin/follow/money_tables.h>

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/periods.h>
#include <medfin/figures/figure.h>
#include <medfin/follow/cells.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>

/* What funders have not approved of what was asked for: they are still counted as entitled to pay it. */
static void refused_text(struct doc *doc, const struct follow *follow)
{
    const struct cash *cash = cash_build(follow->forecast, follow->arena);
    struct cell refused = cell_known(0);
    for (int i = 0; i < cash->payments.count; i++)
        refused = cell_plus(doc->arena, refused, cash->payments.items[i].refused);
    if (refused.amount)
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena,
                            tr(N_("Of what was asked for %s was not approved. The financing above counts it still; it "
                                  "never comes in cash.")),
                            money_text(doc->arena, refused.amount, doc->language)));
}

/* What a payer is to pay for what was done, beside what was booked of it. */
void financing_table(struct doc *doc, const struct follow *follow)
{
    const followed_list all = followed_all(follow, FOLLOW_PAYER);
    const struct months whole = plan_months(follow->forecast);
    const struct doc_column columns[] = {
        { tr(N_("Budget")), 4, true },    { tr(N_("Entitled to date")), -1, true },
        { tr(N_("Booked")), 1, true },    { tr(N_("To be claimed (−: in advance)")), 1, true },
        { tr(N_("Forecast")), -1, true }, { tr(N_("Deviation")), 4, true }
    };
    struct doc_table *table = doc_table(doc, tr(N_("Financing, the whole project")), "", columns, 6);
    money booked_of_all = 0;
    for (int i = 0; i <= all.count; i++) {
        const struct followed financing = followed_side(SIDE_FINANCING),
                              *of = i < all.count ? &all.items[i] : &financing;
        bool is_total = i == all.count;
        const money booked = is_total ? booked_of_all : booked_sum(of->section, follow->closed);
        booked_of_all += is_total ? 0 : booked;
        struct doc_row *row = doc_row(doc, table, is_total ? tr(N_("Total financing")) : followed_title(doc, of), 0);
        row->is_total = is_total;
        row->part_of = is_total ? -1 : all.count;
        row->path = is_total
                        ? "follow_up.financing.total"
                        : key_below(doc->arena, "follow_up.financing.by_funder", payer_id(doc->arena, of->section));
        row->cells[0] = budget_cell(doc, follow, of, whole, "budget");
        row->cells[1] = forecast_cell(doc, follow, of, follow->closed, "entitled");
        row->cells[2] = cell_money(booked, false, "booked");
        row->cells[3] = less_cell(row->cells[1], row->cells[2], "difference");
        row->cells[4] = forecast_cell(doc, follow, of, whole, "forecast");
        row->cells[5] = less_cell(row->cells[4], row->cells[0], "deviation");
    }
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("Entitled is what the funders pay for what was done to date. Deviation is forecast less budget: "
                   "above zero is good.")));
    refused_text(doc, follow);
}

/* A quarter or a month of the project, what was booked in it or is forecast, and what that adds up to. */
void periods_table(struct doc *doc, const struct follow *follow, int months)
{
    const struct plan *plan = follow->forecast;
    const struct followed cost = followed_side(SIDE_COST);
    const struct doc_column columns[] = { { tr(N_("Budget")), -1, true },
                                          { tr(N_("Outcome or forecast")), 0, true },
                                          { tr(N_("Deviation")), 0, true },
                                          { tr(N_("Deviation to date")), -1, true },
                                          { "", -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Cost by period")), tr(N_("Period")), columns, 5);
    struct doc_cell to_date = cell_showing(cell_money(0, false, NULL), 0);
    const struct periods over = periods_new(plan, months == 1 ? BY_MONTH : BY_QUARTER);
    for (int i = 0; i < over.count; i++) {
        const struct months at =
            months_shared((struct months){ period_first(&over, i), period_last(&over, i) }, plan_months(plan));
        struct doc_row *row = doc_row(doc, table, period_title(&over, i, doc->arena), 0);
        row->path = period_key(&over, i, "follow_up", doc->arena);
        row->cells[0] = budget_cell(doc, follow, &cost, at, "budget");
        row->cells[1] = forecast_cell(doc, follow, &cost, at, "outcome_or_forecast");
        row->cells[2] = less_cell(row->cells[0], row->cells[1], "deviation");
        to_date = less_cell(to_date, less_cell(row->cells[1], row->cells[0], NULL), "deviation_to_date");
        row->cells[3] = to_date;
        row->cells[4] = cell_text(at.last <= follow->through    ? tr(N_("outcome"))
                                  : at.first <= follow->through ? tr(N_("outcome and forecast"))
                                                                : tr(N_("forecast")),
                                  NULL);
    }
}

/* What the categories increase together, against what may be moved without asking. */
void flexibility_text(struct doc *doc, const struct follow *follow)
{
    const followed_list all = followed_all(follow, FOLLOW_CATEGORY);
    const struct months whole = plan_months(follow->forecast);
    const struct followed cost = followed_side(SIDE_COST);
    const struct fact *flexibility = project_actuals(follow->forecast->project)->flexibility;
    const struct cell budget = budget_sum(follow, &cost, whole);
    bool is_unknown = !cell_is_known(budget);
    money moved = 0, part = money_times(budget.amount, flexibility->value.number),
          most = part > flexibility->value.second ? part : flexibility->value.second;
    for (int i = 0; i < all.count; i++) {
        const struct cell more = cell_minus(doc->arena, forecast_sum(follow, &all.items[i], whole),
                                            budget_sum(follow, &all.items[i], whole));
        is_unknown = is_unknown || !cell_is_known(more);
        moved += more.amount > 0 ? more.amount : 0;
    }
    doc_value(doc, cell_money(is_unknown ? 0 : moved, is_unknown, "follow_up.moves.increases"));
    doc_value(doc, cell_money(is_unknown ? 0 : most, is_unknown, "follow_up.moves.most"));
    if (is_unknown || !fact_is_stated(flexibility))
        return;
    doc_text(doc, moved > most ? TONE_WARNING : TONE_GOOD,
             arena_text(doc->arena,
                        moved > most ? tr(N_("Categories increase by %s together; that is more than the %s that may be "
                                             "moved between them without asking the funders."))
                                     : tr(N_("Categories increase by %s together; up to %s may be moved between them "
                                             "without asking the funders.")),
                        money_shown(doc, moved), money_shown(doc, most)));
}

static const char *const standing_paths[] = { "cost",        "financing", "gap",         "equity",
                                              "free_equity", "reserve",   "lowest_cash", "owed_back" };

/* What the forecast comes to in all, beside the budget. */
void standing_table(struct doc *doc, const struct follow *follow)
{
    const struct doc_column columns[] = { { tr(N_("Budget")), -1, true },
                                          { tr(N_("Forecast")), -1, true },
                                          { tr(N_("Difference")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The whole project in short")), "", columns, 3);
    for (size_t i = 0; i < sizeof standing_paths / sizeof *standing_paths; i++) {
        const struct figure figure = { .row = figure_row(standing_paths[i]) };
        if (!figure_applies(figure.row, follow->forecast->project))
            continue;
        struct doc_row *row = doc_row(doc, table, tr(figure.row->label), 0);
        row->path = key_below(doc->arena, "follow_up.standing", standing_paths[i]);
        row->cells[0] = cell_figure(doc, follow->budget, &figure, "budget");
        row->cells[1] = cell_figure(doc, follow->forecast, &figure, "forecast");
        row->cells[2] = less_cell(row->cells[1], row->cells[0], "difference");
    }
}

static struct chart_value to_date(struct doc *doc, struct cell *sum, struct cell month_of)
{
    *sum = cell_plus(doc->arena, *sum, month_of);
    return (struct chart_value){ sum->amount, !cell_is_known(*sum) };
}

/* Budget and outcome with the forecast behind it, added up from month to month. */
void follow_chart(struct doc *doc, const struct follow *follow)
{
    const struct plan *plan = follow->forecast;
    const struct followed cost = followed_side(SIDE_COST);
    struct doc_chart *chart = doc_chart(
        doc, CHART_LINES, tr(N_("Cost to date: budget, and outcome with the forecast behind it")), plan->count);
    struct cell budget = { 0 }, forecast = { 0 };
    struct chart_series *planned = chart_series(doc, chart, tr(N_("Budget")));
    for (int i = 0; i < plan->count; i++) {
        const struct months at = { plan->first + i, plan->first + i };
        chart->categories[i] = month_text(doc->arena, at.first);
        planned->values[i] = to_date(doc, &budget, budget_sum(follow, &cost, at));
    }
    struct chart_series *booked = chart_series(doc, chart, tr(N_("Outcome and forecast")));
    for (int i = 0; i < plan->count; i++) {
        const struct months at = { plan->first + i, plan->first + i };
        booked->values[i] = to_date(doc, &forecast, forecast_sum(follow, &cost, at));
    }
    if (months_hold(plan_months(plan), follow->through))
        chart_mark(doc, chart, 1, follow->through - plan->first, tr(N_("outcome to here")));
    chart->description = arena_text(doc->arena, tr(N_("Budget %s, forecast %s at the end.")),
                                    money_shown(doc, budget.amount), money_shown(doc, forecast.amount));
}
