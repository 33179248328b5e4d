#include <medfin/doc/chart.h>

#include <medfin/doc/doc.h>

struct chart_series *chart_series(struct doc *doc, struct doc_chart *chart, const char *title)
{
    struct chart_series *series = list_add(&chart->series, doc->arena);
    series->title = title;
    series->values = arena_take(doc->arena, (size_t)chart->category_count, sizeof *series->values);
    return series;
}

void chart_mark(struct doc *doc, struct doc_chart *chart, int series, int category, const char *text)
{
    *list_add(&chart->marks, doc->arena) = (struct chart_mark){ series, category, text };
}

bool chart_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest)
{
    bool any = false;
    for (int s = 0; s < chart->series.count; s++)
        for (int i = 0; i < chart->category_count; i++) {
            struct chart_value value = chart->series.items[s].values[i];
            if (value.unknown)
                continue;
            *least = any && *least < value.number ? *least : value.number;
            *greatest = any && *greatest > value.number ? *greatest : value.number;
            any = true;
        }
    return any;
}

struct chart_reach chart_reach(const struct doc_chart *chart, int category)
{
    struct chart_reach reach = { 0, 0 };
    for (int i = 0; i <= category; i++) {
        const struct chart_value value = chart->series.items[0].values[i];
        const int64_t step = value.unknown ? 0 : value.number;
        /* What stands by itself leaves the others where they are, but for one at the beginning, from which they go on.
         */
        const bool is_level = chart->steps[i].is_level;
        const int64_t before = i && !(i == 1 && chart->starts_at_zero) ? reach.to : 0;
        reach.from = is_level ? 0 : before;
        reach.to = is_level ? step : before + step;
    }
    return reach;
}

void chart_bridge_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest)
{
    *least = *greatest = 0;
    for (int i = 0; i < chart->category_count; i++) {
        const struct chart_reach reach = chart_reach(chart, i);
        *least = reach.to < *least ? reach.to : *least;
        *greatest = reach.to > *greatest ? reach.to : *greatest;
    }
}
