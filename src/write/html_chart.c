#include "html_chart.h"

#include <medfin/doc/table_text.h>

#include "html_table.h"
#include "svg_bars.h"
#include "svg_bridge.h"
#include "svg_columns.h"
#include "svg_lines.h"
#include "svg_timeline.h"
#include "svg_tornado.h"

/* How a kind is drawn, whether its series are lines to the legend, and whether its own table is folded away: it says no
   more, or is long. */
static const struct {
    void (*draw)(struct svg *svg);
    bool lines, has_totals, folds;
} kinds[] = {
    [CHART_COLUMNS] = { svg_columns, false, true, false },  [CHART_BARS] = { svg_bars, false, false, false },
    [CHART_LINES] = { svg_lines, true, false, true },       [CHART_FAN] = { svg_lines, false, false, false },
    [CHART_TORNADO] = { svg_tornado, false, false, false }, [CHART_BRIDGE] = { svg_bridge, false, false, true },
    [CHART_TIMELINE] = { svg_timeline, false, false, true }
};

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
    if (chart->steps || (count < 2 && !chart->marks.count))
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

/* What a picture of steps writes beside them: its table's first column. */
static const char *const *figures_of(const struct html *html, const struct doc_table *table)
{
    const char **figures = arena_take(html->arena, (size_t)table->rows.count + 1, sizeof *figures);
    const struct table_text shown = shown_table(html->doc, table, html->arena);
    for (int i = 0; i < table->rows.count; i++)
        figures[i] = shown.cells[i * table->column_count];
    return figures;
}

/* The figures of the picture, for who wants them as a table. On paper a picture of steps has them all already. */
static void add_folded(struct html *html, const struct doc_chart *chart, const struct doc_table *table)
{
    text_addf(html->out, "<details class=\"%s\">\n<summary>", chart->steps ? "data drawn" : "data");
    html_add(html, tr(N_("The figures in the picture")));
    text_add(html->out, "</summary>\n");
    html_add_table(html, table);
    text_add(html->out, "</details>\n");
}

static bool can_be_drawn(const struct doc_chart *chart)
{
    int64_t least, greatest;
    return chart->kind == CHART_TIMELINE || (chart_range(chart, &least, &greatest) && (least || greatest));
}

void html_add_chart(struct html *html, const struct doc_block *block)
{
    const struct doc_chart *chart = block->chart;
    struct svg svg = { .html = html, .out = html->out, .chart = chart };
    if (!can_be_drawn(chart)) {
        if (block->table)
            html_add_table(html, block->table);
        return;
    }
    if (chart->steps && block->table)
        svg.figures = figures_of(html, block->table);
    svg.number = ++html->charts;
    text_add(html->out, "<figure>\n");
    kinds[chart->kind].draw(&svg);
    add_legend(&svg);
    if (block->table && kinds[chart->kind].folds)
        add_folded(html, chart, block->table);
    text_add(html->out, "</figure>\n");
    if (block->table && !kinds[chart->kind].folds)
        html_add_table(html, block->table);
}
