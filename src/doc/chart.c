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
