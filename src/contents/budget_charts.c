/* What the budget's table shows, as pictures: who pays each year, and what it is spent on. */

#include <medfin/contents/budget_charts.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>

/* Beyond so many, series are no longer told apart: the smallest go together. */
enum { MOST_PARTS = 7, MOST_PERIODS = 12 };

static struct chart_value value_of(struct doc *doc, const struct periods *over, const struct selection *of, int column)
{
    const struct doc_cell cell = period_cell(doc, over, of, column, NULL);
    return chart_value_of(doc, &cell);
}

/* The items with the largest first; those that are nothing are left out. */
static item_list largest_first(struct doc *doc, const struct periods *over, const item_list *items)
{
    item_list sorted = { 0 };
    for (int i = 0; i < items->count; i++) {
        struct cell sum = period_sum(over, &items->items[i].of, over->count);
        if (cell_is_known(sum) && !sum.amount)
            continue;
        *list_add(&sorted, doc->arena) = items->items[i];
        for (int at = sorted.count - 1; at > 0; at--) {
            struct cell above = period_sum(over, &sorted.items[at - 1].of, over->count);
            if (above.amount >= sum.amount)
                break;
            sorted.items[at] = sorted.items[at - 1];
            sorted.items[at - 1] = items->items[i];
        }
    }
    return sorted;
}

static void add_series(struct doc *doc, struct doc_chart *chart, const struct periods *over, const struct item *items,
                       int count, const char *title)
{
    struct chart_series *series = chart_series(doc, chart, title);
    for (int column = 0; column < over->count; column++) {
        struct chart_value *sum = &series->values[column];
        for (int i = 0; i < count; i++) {
            const struct chart_value part = value_of(doc, over, &items[i].of, column);
            sum->number += part.number;
            sum->unknown = sum->unknown || part.unknown;
        }
    }
}

/* "Region: 1 185 000 kr; 1:1-medel: ?": the whole of each. */
static const char *told(struct doc *doc, const struct periods *over, const item_list *items)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < items->count; i++)
        text_addf(&out, "%s%s: %s", i ? "; " : "", items->items[i].label,
                  sum_shown(doc, over->plan, &items->items[i].of, plan_months(over->plan)));
    return out.bytes;
}

void financing_chart(struct doc *doc, const struct periods *over, const item_list *items)
{
    static const struct selection all_cost = { .side = COST_SIDE };
    if (!items->count || over->count > MOST_PERIODS)
        return;
    struct doc_chart *chart = doc_chart(doc, CHART_COLUMNS, tr(N_("Financing by funder, against cost")), over->count);
    int parts = items->count > MOST_PARTS ? MOST_PARTS - 1 : items->count;
    for (int i = 0; i < over->count; i++)
        chart->categories[i] = period_title(over, i, doc->arena);
    for (int i = 0; i < parts; i++)
        add_series(doc, chart, over, &items->items[i], 1, items->items[i].label);
    if (parts < items->count)
        add_series(doc, chart, over, &items->items[parts], items->count - parts, tr(N_("The others together")));
    struct chart_series *cost = chart_series(doc, chart, tr(N_("Total cost")));
    cost->is_level = true;
    for (int i = 0; i < over->count; i++)
        cost->values[i] = value_of(doc, over, &all_cost, i);
    chart->description = arena_text(doc->arena, "%s. %s: %s.", told(doc, over, items), tr(N_("Total cost")),
                                    sum_shown(doc, over->plan, &all_cost, plan_months(over->plan)));
}

void category_chart(struct doc *doc, const struct periods *over, const item_list *items)
{
    const item_list sorted = largest_first(doc, over, items);
    if (!sorted.count)
        return;
    struct doc_chart *chart = doc_chart(doc, CHART_BARS, tr(N_("Cost by category, the whole project")), sorted.count);
    struct chart_series *cost = chart_series(doc, chart, tr(N_("Cost")));
    for (int i = 0; i < sorted.count; i++) {
        chart->categories[i] = sorted.items[i].label;
        cost->values[i] = value_of(doc, over, &sorted.items[i].of, over->count);
    }
    chart->description = arena_text(doc->arena, "%s.", told(doc, over, &sorted));
}
