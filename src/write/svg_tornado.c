#include "svg_tornado.h"

enum { BAR = 16, BETWEEN = 12, BEYOND = 2, APART = 8 };

/* From one number to another, filled as the series is. */
static void add_half(const struct svg *svg, int series, int y, int64_t from, int64_t to)
{
    int left = svg_x(svg, from < to ? from : to, WHOLE), right = svg_x(svg, from < to ? to : from, WHOLE);
    text_addf(svg->out, "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" " SVG_OUTLINE "/>\n",
              left / 10, left % 10, y, (right - left) / 10, (right - left) % 10, BAR, svg_fill(svg, series));
}

/* The series that is a level, or −1. */
static int level_of(const struct doc_chart *chart)
{
    for (int s = 0; s < chart->series.count; s++)
        if (chart->series.items[s].is_level)
            return s;
    return -1;
}

static void add_level(const struct svg *svg, int series, int category, int y)
{
    int x = svg_x(svg, svg->chart->series.items[series].values[category].number, WHOLE);
    text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" %s/>\n", x / 10, x % 10, x / 10,
              x % 10, y - BEYOND, y + BAR + BEYOND, svg_stroke(svg, series));
}

static void add_range(const struct svg *svg, int category, int y)
{
    const struct chart_series *series = svg->chart->series.items;
    int level = level_of(svg->chart);
    int64_t low = series[0].values[category].number, high = series[1].values[category].number;
    bool has_level = level >= 0 && !series[level].values[category].unknown;
    int64_t middle = has_level ? series[level].values[category].number : low;
    add_half(svg, 0, y, low, middle);
    add_half(svg, 1, y, middle, high);
    if (has_level)
        add_level(svg, level, category, y);
}

/* Both numbers stand beside the name, which takes the room that they leave. */
static int add_category(const struct svg *svg, int category, int y)
{
    const struct chart_series *series = svg->chart->series.items;
    struct chart_value low = series[0].values[category], high = series[1].values[category];
    bool unknown = low.unknown || high.unknown;
    const char *numbers = unknown ? "?"
                                  : arena_text(svg->html->arena, "%s\u00a0…\u00a0%s", svg_number(svg, low.number),
                                               svg_number(svg, high.number));
    int columns = (NARROWEST - svg_width(numbers) - APART) * 10 / CHARACTER;
    svg_text(svg, WHOLE, y + LINE - 5, ANCHOR_END, "", numbers);
    y += svg_label(svg, y + LINE - 5, "", svg->chart->categories[category], columns) * LINE;
    if (!unknown)
        add_range(svg, category, y);
    return y + BAR + BETWEEN;
}

void svg_tornado(struct svg *svg)
{
    int64_t least = 0, greatest = 0;
    chart_range(svg->chart, &least, &greatest);
    svg_reach(svg, least, greatest, false);
    svg_open(svg, svg_height(svg, add_category));
    int y = 0;
    for (int i = 0; i < svg->chart->category_count; i++)
        y = add_category(svg, i, y);
    text_add(svg->out, "</svg>\n");
}
