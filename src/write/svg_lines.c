#include "svg_lines.h"

/* Across the room of the lines, from its left. */
static int across(const struct svg *svg, int category)
{
    int count = svg->chart->category_count;
    return count > 1 ? WHOLE * category / (count - 1) : WHOLE / 2;
}

static void add_point(const struct svg *svg, int category, int64_t number)
{
    text_addf(svg->out, "%d,%d ", across(svg, category), svg_y(svg, number) - TOP);
}

/* Between a series and the numbers of another, or zero where there is none. */
static void add_area(const struct svg *svg, const struct chart_series *upper, const struct chart_series *lower,
                     const char *fill)
{
    int count = svg->chart->category_count;
    for (int i = 0; i < count; i++)
        if (upper->values[i].unknown || (lower && lower->values[i].unknown))
            return;
    text_add(svg->out, "<polygon points=\"");
    for (int i = 0; i < count; i++)
        add_point(svg, i, upper->values[i].number);
    for (int i = count - 1; i >= 0; i--)
        add_point(svg, i, lower ? lower->values[i].number : 0);
    text_addf(svg->out,
              "\" fill=\"%s\" stroke=\"#1b2733\" stroke-width=\".7\" vector-effect=\"non-scaling-stroke\"/>\n", fill);
}

/* A line breaks where a number is unknown. */
static void add_line(const struct svg *svg, int at)
{
    const struct chart_series *series = &svg->chart->series.items[at];
    bool open = false;
    for (int i = 0; i <= svg->chart->category_count; i++) {
        bool known = i < svg->chart->category_count && !series->values[i].unknown;
        if (known && !open)
            text_add(svg->out, "<polyline points=\"");
        if (known)
            add_point(svg, i, series->values[i].number);
        else if (open)
            text_addf(svg->out,
                      "\" fill=\"none\" stroke-linejoin=\"round\" vector-effect=\"non-scaling-stroke\" %s/>\n",
                      svg_stroke(svg, at));
        open = known;
    }
}

static void add_fan(const struct svg *svg)
{
    const struct chart_series *series = svg->chart->series.items;
    int last = svg->chart->series.count - 1;
    for (int i = 0; i < last - i; i++)
        add_area(svg, &series[last - i], &series[i], svg_fill(svg, i));
    add_line(svg, last / 2);
}

/* A point; its words stand in the legend. */
static void add_mark(const struct svg *svg, const struct chart_mark *mark)
{
    struct chart_value value = svg->chart->series.items[mark->series].values[mark->category];
    int x = LEFT + ACROSS * across(svg, mark->category) / WHOLE;
    if (!value.unknown)
        text_addf(svg->out, "<circle cx=\"%d.%d%%\" cy=\"%d\" r=\"5\" " SVG_MARK "/>\n", x / 10, x % 10,
                  svg_y(svg, value.number));
}

void svg_lines(struct svg *svg)
{
    const struct doc_chart *chart = svg->chart;
    int64_t least = 0, greatest = 0;
    chart_range(chart, &least, &greatest);
    svg_reach(svg, least < 0 ? least : 0, greatest > 0 ? greatest : 0, true);
    svg_open(svg, TOP + HEIGHT + BELOW);
    svg_grid(svg);
    text_addf(svg->out,
              "<svg x=\"%d%%\" y=\"%d\" width=\"%d%%\" height=\"%d\" viewBox=\"0 0 %d %d\" "
              "preserveAspectRatio=\"none\">\n",
              LEFT / 10, TOP, ACROSS / 10, HEIGHT, WHOLE, HEIGHT);
    if (chart->kind == CHART_FAN) {
        add_fan(svg);
    } else {
        if (chart->series.count == 1)
            add_area(svg, &chart->series.items[0], NULL, "#e4eef8");
        for (int s = 0; s < chart->series.count; s++)
            add_line(svg, s);
    }
    text_add(svg->out, "</svg>\n");
    svg_axis(svg);
    for (int i = 0; i < chart->marks.count; i++)
        add_mark(svg, &chart->marks.items[i]);
    svg_names(svg, false);
    text_add(svg->out, "</svg>\n");
}
