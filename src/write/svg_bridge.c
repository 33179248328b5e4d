#include "svg_bridge.h"

#include <medfin/doc/table_text.h>

enum { BAR = 16, BETWEEN = 10, INSET = 5, ROOM = WHOLE - 2 * INSET, APART = 12, LEAST = 3 };

/* Where a number is, across. */
static int across(const struct svg *svg, int64_t number)
{
    return INSET + svg_x(svg, number, ROOM);
}

static void add_stroke(const struct svg *svg, int x, int from, int to, const char *style)
{
    text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" %s/>\n", x / 10, x % 10, x / 10,
              x % 10, from, to, style);
}

/* What is too narrow to be seen as a bar is a stroke. */
static void add_bar(const struct svg *svg, int category, int y)
{
    const enum chart_look look = svg->chart->steps[category].look;
    const struct chart_reach reach = chart_reach(svg->chart, category);
    int from = across(svg, reach.from), to = across(svg, reach.to);
    int left = from < to ? from : to, width = from < to ? to - from : from - to;
    if (width < LEAST) {
        add_stroke(svg, to, y, y + BAR, "stroke=\"#1b2733\" stroke-width=\"2.5\"");
        return;
    }
    text_addf(svg->out, "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" %s/>\n", left / 10,
              left % 10, y, width / 10, width % 10, BAR, svg_look_fill(svg, look),
              look == LOOK_MISSING ? "stroke=\"#1b2733\" stroke-dasharray=\"4 3\"" : SVG_OUTLINE);
}

static bool is_end(const struct svg *svg, int category)
{
    return svg->chart->steps[category].is_level || category == svg->chart->category_count - 1;
}

/* From the end of a step down to where the next one begins. */
static void add_link(const struct svg *svg, int category, int from, int to)
{
    const bool goes_on = category + 1 < svg->chart->category_count && !(category == 0 && svg->chart->starts_at_zero);
    if (goes_on)
        add_stroke(svg, across(svg, chart_reach(svg->chart, category).to), from, to,
                   "stroke=\"#4a5665\" stroke-dasharray=\"2 3\"");
}

static int add_step(const struct svg *svg, int category, int y)
{
    const char *kind = is_end(svg, category) ? "halo strong" : "halo";
    const char *figure = svg->figures[category];
    int columns = (NARROWEST - svg_width(figure) - APART) * 10 / CHARACTER;
    svg_text(svg, WHOLE, y + LINE - 5, ANCHOR_END, kind, figure);
    y += svg_label(svg, y + LINE - 5, kind, svg->chart->categories[category], columns) * LINE;
    return y + BAR + BETWEEN;
}

/* Lines and bars below the words, which stand out against them. */
static void draw(const struct svg *svg)
{
    const int count = svg->chart->category_count;
    int *ends = arena_take(svg->html->arena, (size_t)count + 1, sizeof *ends);
    struct text words = text_new(svg->html->arena);
    struct html page = *svg->html;
    struct svg above = *svg;
    page.out = above.out = &words;
    above.html = &page;
    for (int i = 0; i < count; i++)
        ends[i + 1] = add_step(&above, i, ends[i]);
    for (int i = 0; i < count; i++) {
        add_bar(svg, i, ends[i + 1] - BAR - BETWEEN);
        if (i + 1 < count)
            add_link(svg, i, ends[i + 1] - BETWEEN, ends[i + 2] - BAR - BETWEEN);
    }
    if (svg->least < 0)
        for (int i = 0; i < count; i++)
            add_stroke(svg, across(svg, 0), ends[i + 1] - BAR - BETWEEN - 2, ends[i + 1] - BETWEEN + 2,
                       "class=\"axis\"");
    text_add(svg->out, words.bytes);
}

void svg_bridge(struct svg *svg)
{
    int64_t least, greatest;
    chart_bridge_range(svg->chart, &least, &greatest);
    if (svg->chart->scale_least < least)
        least = svg->chart->scale_least;
    if (svg->chart->scale_greatest > greatest)
        greatest = svg->chart->scale_greatest;
    svg_reach(svg, least, greatest, false);
    svg->unit_name = svg->html->doc->unit->name;
    svg_open(svg, svg_height(svg, add_step));
    draw(svg);
    text_add(svg->out, "</svg>\n");
}
