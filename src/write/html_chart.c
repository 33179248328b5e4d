#include "html_chart.h"

#include "svg_bars.h"
#include "svg_columns.h"
#include "svg_lines.h"
#include "svg_tornado.h"

/* How a kind is drawn, and whether its series are lines to the legend. */
static const struct {
    void (*draw)(struct svg *svg);
    bool lines, has_totals;
} kinds[] = { [CHART_COLUMNS] = { svg_columns, false, true },
              [CHART_BARS] = { svg_bars, false, false },
              [CHART_LINES] = { svg_lines, true, false },
              [CHART_FAN] = { svg_lines, false, false },
              [CHART_TORNADO] = { svg_tornado, false, false } };

static void add_swatch(const struct svg *svg, int series, bool is_line)
{
    text_add(svg->out, "<svg width=\"28\" height=\"14\" aria-hidden=\"true\">");
    if (is_line)
        text_addf(svg->out, "<line x1=\"0\" x2=\"28\" y1=\"7\" y2=\"7\" %s/>", svg_stroke(svg, series));
    else {
        const char *fill = svg_swatch_fill(svg, series);
        text_addf(svg->out, "<rect x=\"1\" y=\"1\" width=\"26\" height=\"12\" fill=\"%s\" " SVG_OUTLINE "/>", fill);
    }
    text_add(svg->out, "</svg>");
}

static const char *total_text(const struct svg *svg, const struct chart_series *series)
{
    int64_t sum = 0;
    for (int i = 0; i < svg->chart->category_count; i++) {
        if (series->values[i].unknown)
            return "?";
        sum += series->values[i].number;
    }
    return arena_text(svg->html->arena, "%s\u00a0%s", svg_number(svg, sum), svg->unit_name);
}

static void add_legend_item(const struct svg *svg, int at, const char *title, bool is_line)
{
    const struct chart_series *series = &svg->chart->series.items[at];
    text_add(svg->out, "<li>");
    add_swatch(svg, at, is_line);
    text_add(svg->out, "<span>");
    html_add(svg->html, title);
    if (kinds[svg->chart->kind].has_totals)
        text_addf(svg->out, ": %s", total_text(svg, series));
    text_add(svg->out, "</span></li>\n");
}

/* "lowest: 4 634,88 kr, 2023-10". */
static void add_mark_item(const struct svg *svg, const struct chart_mark *mark)
{
    text_add(svg->out, "<li><svg width=\"28\" height=\"14\" aria-hidden=\"true\"><circle cx=\"14\" cy=\"7\" "
                       "r=\"5\" " SVG_MARK "/></svg><span>");
    html_add(svg->html, mark->text);
    text_add(svg->out, ", ");
    html_add(svg->html, svg->chart->categories[mark->category]);
    text_add(svg->out, "</span></li>\n");
}

/* Nothing of it is in the picture. */
static bool is_zero(const struct svg *svg, const struct chart_series *series)
{
    for (int i = 0; i < svg->chart->category_count; i++)
        if (series->values[i].unknown || series->values[i].number)
            return false;
    return true;
}

/* Bands of a fan are named by the two quantiles that they lie between. */
static void add_legend(const struct svg *svg)
{
    const struct doc_chart *chart = svg->chart;
    int count = chart->series.count;
    if (count < 2 && !chart->marks.count)
        return;
    text_add(svg->out, "<ul class=\"legend\">\n");
    for (int i = 0; i < count && count > 1; i++) {
        const struct chart_series *series = &chart->series.items[i];
        if (kinds[chart->kind].has_totals && is_zero(svg, series))
            continue;
        if (chart->kind != CHART_FAN)
            add_legend_item(svg, i, series->title, kinds[chart->kind].lines || series->is_level);
        else if (i <= count / 2)
            add_legend_item(svg, i,
                            i == count / 2 ? series->title
                                           : arena_text(svg->html->arena, "%s – %s", series->title,
                                                        chart->series.items[count - 1 - i].title),
                            i == count / 2);
    }
    for (int i = 0; i < chart->marks.count; i++)
        add_mark_item(svg, &chart->marks.items[i]);
    text_add(svg->out, "</ul>\n");
}

void html_add_chart(struct html *html, const struct doc_chart *chart)
{
    struct svg svg = { .html = html, .out = html->out, .chart = chart };
    int64_t least, greatest;
    if (!chart_range(chart, &least, &greatest) || (!least && !greatest))
        return;
    svg.number = ++html->charts;
    text_add(html->out, "<figure>\n");
    kinds[chart->kind].draw(&svg);
    add_legend(&svg);
    text_add(html->out, "</figure>\n");
}
