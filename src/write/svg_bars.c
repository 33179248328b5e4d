#include "svg_bars.h"

enum { BAR = 16, GAP = 5, BETWEEN = 12, BAR_ROOM = 720, LABEL_COLUMNS = 34 };

static void add_bar(const struct svg *svg, int series, int y, int64_t number)
{
    int zero = svg_x(svg, 0, BAR_ROOM), end = svg_x(svg, number, BAR_ROOM);
    int left = zero < end ? zero : end, width = zero < end ? end - zero : zero - end;
    text_addf(svg->out, "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" " SVG_OUTLINE "/>\n",
              left / 10, left % 10, y, width / 10, width % 10, BAR, svg_fill(svg, series));
}

/* Behind the bar; of what is below zero behind the axis. */
static void add_number(const struct svg *svg, int y, struct chart_value value)
{
    int end = svg_x(svg, value.unknown || value.number < 0 ? 0 : value.number, BAR_ROOM);
    text_addf(svg->out, "<text x=\"%d.%d%%\" dx=\"6\" y=\"%d\">%s</text>\n", end / 10, end % 10, y + BAR - 3,
              value.unknown ? "?" : svg_number(svg, value.number));
}

static void add_axis(const struct svg *svg, int top, int bottom)
{
    int x = svg_x(svg, 0, BAR_ROOM);
    text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>\n", x / 10, x % 10,
              x / 10, x % 10, top, bottom);
}

/* A bar for each series from zero; returns where the next category begins. */
static int add_category(const struct svg *svg, int category, int y)
{
    const struct doc_chart *chart = svg->chart;
    const char *kind = chart->series.count > 1 ? "strong" : "";
    y += svg_label(svg, y + LINE - 5, kind, chart->categories[category], LABEL_COLUMNS) * LINE;
    int top = y;
    for (int s = 0; s < chart->series.count; s++) {
        struct chart_value value = chart->series.items[s].values[category];
        if (!value.unknown)
            add_bar(svg, s, y, value.number);
        add_number(svg, y, value);
        y += BAR + GAP;
    }
    if (svg->least < 0)
        add_axis(svg, top - GAP / 2, y - GAP / 2);
    return y + BETWEEN - GAP;
}

void svg_bars(struct svg *svg)
{
    int64_t least = 0, greatest = 0;
    chart_range(svg->chart, &least, &greatest);
    svg_reach(svg, least < 0 ? least : 0, greatest > 0 ? greatest : 0, false);
    svg_open(svg, svg_height(svg, add_category));
    int y = 0;
    for (int i = 0; i < svg->chart->category_count; i++)
        y = add_category(svg, i, y);
    text_add(svg->out, "</svg>\n");
}
