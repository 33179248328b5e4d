/* Bars that lie: each category's name above its bars, their numbers to the right. */

#include "svg.h"

enum { BAR = 16, GAP = 5, BETWEEN = 12, BAR_ROOM = 720, LABEL_COLUMNS = 34, NARROW_LABEL = 18 };

static bool is_tornado(const struct svg *svg)
{
    return svg->chart->kind == CHART_TORNADO;
}

static void add_bar(const struct svg *svg, int series, int y, int64_t from, int64_t to)
{
    int room = is_tornado(svg) ? WHOLE : BAR_ROOM;
    int left = svg_x(svg, from < to ? from : to, room), right = svg_x(svg, from < to ? to : from, room);
    text_addf(svg->out,
              "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" " SVG_OUTLINE "/>\n",
              left / 10, left % 10, y, (right - left) / 10, (right - left) % 10, BAR, svg_fill(svg, series));
}

/* A bar for each series from zero; returns where the next category begins. */
static int add_bars(const struct svg *svg, int category, int y)
{
    y += svg_label(svg, y + LINE - 5, svg->chart->series.count > 1 ? "strong" : "",
                   svg->chart->categories[category], LABEL_COLUMNS) *
         LINE;
    for (int s = 0; s < svg->chart->series.count; s++) {
        struct chart_value value = svg->chart->series.items[s].values[category];
        if (!value.unknown)
            add_bar(svg, s, y, 0, value.number);
        int end = svg_x(svg, value.unknown || value.number < 0 ? 0 : value.number, BAR_ROOM);
        text_addf(svg->out, "<text x=\"%d.%d%%\" dx=\"6\" y=\"%d\">%s</text>\n", end / 10, end % 10,
                  y + BAR - 3, value.unknown ? "?" : svg_number(svg, value.number));
        y += BAR + GAP;
    }
    return y + BETWEEN - GAP;
}

/* From low to high, both numbers beside the name. */
static int add_range(const struct svg *svg, int category, int y)
{
    const struct chart_series *series = svg->chart->series.items;
    struct chart_value low = series[0].values[category], high = series[1].values[category];
    bool unknown = low.unknown || high.unknown;
    const char *numbers = unknown ? "?"
                                  : arena_text(svg->html->arena, "%s\u00a0…\u00a0%s",
                                               svg_number(svg, low.number), svg_number(svg, high.number));
    svg_text(svg, WHOLE, y + LINE - 5, ANCHOR_END, "", numbers);
    y += svg_label(svg, y + LINE - 5, "", svg->chart->categories[category], NARROW_LABEL) * LINE;
    if (!unknown)
        add_bar(svg, 1, y, low.number, high.number);
    return y + BAR + BETWEEN;
}

/* What the ranges lie around, across all of them. */
static void add_levels(const struct svg *svg, int top, int bottom)
{
    for (int s = 0; s < svg->chart->series.count; s++) {
        const struct chart_series *series = &svg->chart->series.items[s];
        if (!series->is_level || !svg->chart->category_count || series->values[0].unknown)
            continue;
        int x = svg_x(svg, series->values[0].number, WHOLE);
        text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" %s/>\n", x / 10, x % 10,
                  x / 10, x % 10, top, bottom, svg_stroke(svg, s));
    }
}

static void add_axis(const struct svg *svg, int top, int bottom)
{
    int x = svg_x(svg, 0, BAR_ROOM);
    text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>\n", x / 10,
              x % 10, x / 10, x % 10, top, bottom);
}

/* How tall the picture is: drawn once to nowhere. */
static int height_of(const struct svg *svg)
{
    struct text nowhere = text_new(svg->html->arena);
    struct html page = *svg->html;
    struct svg trial = *svg;
    page.out = trial.out = &nowhere;
    trial.html = &page;
    int y = 0;
    for (int i = 0; i < svg->chart->category_count; i++)
        y = is_tornado(svg) ? add_range(&trial, i, y) : add_bars(&trial, i, y);
    return y;
}

void svg_bars(struct svg *svg)
{
    int64_t least = 0, greatest = 0;
    chart_range(svg->chart, &least, &greatest);
    if (!is_tornado(svg)) {
        least = least < 0 ? least : 0;
        greatest = greatest > 0 ? greatest : 0;
    }
    svg_reach(svg, least, greatest, false);
    int height = height_of(svg), y = 0;
    svg_open(svg, height);
    for (int i = 0; i < svg->chart->category_count; i++)
        y = is_tornado(svg) ? add_range(svg, i, y) : add_bars(svg, i, y);
    if (is_tornado(svg))
        add_levels(svg, 0, height);
    else if (least < 0)
        add_axis(svg, 0, height);
    text_add(svg->out, "</svg>\n");
}
