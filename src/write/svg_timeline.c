#include "svg_timeline.h"

#include <medfin/base/calendar.h>

enum { INSET = 10, ROOM = WHOLE - 2 * INSET, SPANS = 52, BAR = 18, BELOW_BAR = 30, AN_EVENT = 38, MIDDLE = 500 };

struct line {
    const struct svg *svg;
    month first; /* of the year that it begins with */
    int months;
};

/* Where a month begins, across. */
static int across(const struct line *line, month at)
{
    return INSET + ROOM * (at - line->first) / line->months;
}

static bool is_span(const struct chart_step *step)
{
    return step->last >= step->first;
}

static struct line line_of(const struct svg *svg)
{
    struct line line = { .svg = svg };
    month last = 0;
    for (int i = 0; i < svg->chart->category_count; i++) {
        const struct chart_step *step = &svg->chart->steps[i];
        month end = is_span(step) ? step->last : step->first;
        line.first = !i || step->first < line.first ? step->first : line.first;
        last = !i || end > last ? end : last;
    }
    line.months = last - line.first + 1;
    return line;
}

/* The first has its words to the left, the last to the right: there are two. */
static void add_span(const struct line *line, int number, int spans)
{
    const struct svg *svg = line->svg;
    const struct chart_step *step = &svg->chart->steps[number];
    const bool to_right = number && number == spans - 1;
    const enum svg_anchor anchor = to_right ? ANCHOR_END : ANCHOR_START;
    int from = across(line, step->first), to = across(line, step->last + 1);
    text_addf(svg->out, "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" " SVG_OUTLINE "/>\n",
              from / 10, from % 10, SPANS, (to - from) / 10, (to - from) % 10, BAR, svg_look_fill(svg, step->look));
    svg_text(svg, to_right ? WHOLE - INSET : INSET, LINE - 2, anchor, "strong", svg->chart->categories[number]);
    svg_text(svg, to_right ? WHOLE - INSET : INSET, 2 * LINE - 3, anchor, "soft", step->words);
}

static void add_tick(const struct line *line, month at)
{
    int x = across(line, at);
    text_addf(line->svg->out,
              "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>\n<text x=\"%d.%d%%\" y=\"%d\" "
              "dx=\"3\" class=\"soft halo\">%d</text>\n",
              x / 10, x % 10, x / 10, x % 10, SPANS + BAR, SPANS + BAR + 6, x / 10, x % 10, SPANS + BAR + 16,
              month_year(at));
}

/* So many years apart that their numbers have room, also in a picture on a phone. */
static void add_years(const struct line *line)
{
    enum { MOST = 6, A_NUMBER = 120 };
    const int years = (line->months + MONTHS_OF_A_YEAR - 1) / MONTHS_OF_A_YEAR, step = (years + MOST - 1) / MOST;
    month at = year_first(month_year(line->first));
    if (at < line->first)
        at += MONTHS_OF_A_YEAR;
    for (; across(line, at) <= WHOLE - A_NUMBER; at += step * MONTHS_OF_A_YEAR)
        add_tick(line, at);
}

static void add_event(const struct line *line, int number, int y)
{
    const struct svg *svg = line->svg;
    const struct chart_step *step = &svg->chart->steps[number];
    int x = across(line, step->first);
    const bool to_left = x > MIDDLE;
    text_addf(svg->out,
              "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" stroke=\"#a3261d\" stroke-width=\"2.5\"/>\n",
              x / 10, x % 10, x / 10, x % 10, SPANS - 6, y - 14);
    svg_text(svg, x, y, to_left ? ANCHOR_END : ANCHOR_START, "halo", svg->chart->categories[number]);
    svg_text(svg, x, y + LINE - 2, to_left ? ANCHOR_END : ANCHOR_START, "soft halo", step->words);
}

void svg_timeline(struct svg *svg)
{
    const struct doc_chart *chart = svg->chart;
    const struct line line = line_of(svg);
    int spans = 0, y = SPANS + BAR + BELOW_BAR;
    while (spans < chart->category_count && is_span(&chart->steps[spans]))
        spans++;
    svg_open(svg, y + AN_EVENT * (chart->category_count - spans));
    for (int i = 0; i < spans; i++)
        add_span(&line, i, spans);
    add_years(&line);
    for (int i = spans; i < chart->category_count; i++, y += AN_EVENT)
        add_event(&line, i, y + LINE - 4);
    text_add(svg->out, "</svg>\n");
}
