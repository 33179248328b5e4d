/* Scenarios side by side as a picture: what each costs, and what pays for it. */

#include <medfin/contents/budget.h>

#include <medfin/base/text.h>
#include <medfin/contents/compare_chart.h>

static const char *amount_text(struct doc *doc, struct cell cell)
{
    return cell_is_known(cell) ? money_text(doc->arena, cell.amount, doc->language) : "?";
}

void comparison_chart(struct doc *doc, const struct comparison *comparison)
{
    static const struct selection sides[] = { { .side = COST_SIDE }, { .side = FINANCING_SIDE } };
    static const char *const titles[] = { N_("cost"), N_("financing") };
    struct doc_chart *chart =
        doc_chart(doc, CHART_BARS, tr(N_("Cost and financing of each scenario")), comparison->count);
    struct text told = text_new(doc->arena);
    for (int side = 0; side < 2; side++) {
        struct chart_series *series = chart_series(doc, chart, text_capital(doc->arena, tr(titles[side])));
        for (int i = 0; i < comparison->count; i++) {
            const struct plan *plan = comparison->cases[i].trial.plan;
            struct cell sum = plan_sum(plan, &sides[side], plan->first, plan_last(plan));
            chart->categories[i] = comparison->cases[i].title;
            series->values[i] = (struct chart_value){ sum.amount, !cell_is_known(sum) };
            text_addf(&told, "%s%s, %s: %s", told.size ? "; " : "", comparison->cases[i].title, tr(titles[side]),
                      amount_text(doc, sum));
        }
    }
    chart->description = told.bytes;
}
