#include "cash_table.h"

#include <medfin/contents/cells.h>

void cash_contents(struct doc *doc, const struct cash_in_common *cash, const struct portfolio_sums *sums)
{
    struct doc_chart *chart =
        doc_chart(doc, CHART_LINES, tr(N_("Cash in common at the end of each month")), cash->count);
    struct chart_series *series = chart_series(doc, chart, tr(N_("Cash in common")));
    for (int i = 0; i < cash->count; i++) {
        chart->categories[i] = month_text(doc->arena, cash->first + i);
        series->values[i] = chart_sum(cash->balances[i]);
    }
    chart->by_row = true;
    if (cash->lowest >= 0) {
        const char *mark =
            arena_text(doc->arena, tr(N_("lowest: %s")), sum_shown_alone(doc, cash->balances[cash->lowest]));
        chart->description = arena_text(doc->arena, "%s, %s", mark, chart->categories[cash->lowest]);
        chart_mark(doc, chart, 0, cash->lowest, mark);
    }
    const struct doc_column columns[] = { { tr(N_("Change")), -1, false }, { tr(N_("Cash in common")), -1, false } };
    struct doc_table *table = doc_chart_table(doc, tr(N_("Cash in common by month")), tr(N_("Month")), columns, 2);
    table->no_sums = true;
    for (int i = 0; i < cash->count; i++) {
        const struct sum change = { sums->cash.items[i].known, cash->balances[i].unknown };
        struct doc_row *row = doc_row(doc, table, chart->categories[i], 0);
        row->path = arena_text(doc->arena, "months.%s", chart->categories[i]);
        row->cells[0] = sum_cell(change, "change");
        row->cells[1] = sum_cell(cash->balances[i], "cash");
    }
    doc_text(
        doc, TONE_NEUTRAL,
        tr(N_("A project's cash is in common from its first month on, with what it opens with, and what is left of it "
              "stays when its last payment has come.")));
}
