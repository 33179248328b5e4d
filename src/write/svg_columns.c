#include "svg_columns.h"

#include <string.h>

enum { WIDEST = 150, OVERHANG = 12, TALL_ENOUGH = 20 };

/* One column: how far its parts reach, and the level that it is held against. */
struct column {
    int64_t above, below; /* sums of the parts over and under zero */
    bool unknown;         /* a part of it is */
    int level;            /* the series, or −1 */
};

static struct column column_at(const struct doc_chart *chart, int category)
{
    struct column column = { .level = -1 };
    for (int s = 0; s < chart->series.count; s++) {
        const struct chart_series *series = &chart->series.items[s];
        struct chart_value value = series->values[category];
        if (series->is_level)
            column.level = value.unknown ? column.level : s;
        else if (value.unknown)
            column.unknown = true;
        else if (value.number < 0)
            column.below += value.number;
        else
            column.above += value.number;
    }
    return column;
}

static void reach(struct svg *svg)
{
    int64_t least = 0, greatest = 0;
    for (int i = 0; i < svg->chart->category_count; i++) {
        struct column column = column_at(svg->chart, i);
        int64_t level = column.level < 0 ? 0 : svg->chart->series.items[column.level].values[i].number;
        least = column.below < least ? column.below : least;
        least = level < least ? level : least;
        greatest = column.above > greatest ? column.above : greatest;
        greatest = level > greatest ? level : greatest;
    }
    svg_reach(svg, least, greatest, true);
}

/* Across: the middle of a column and its width. */
static int middle_of(const struct svg *svg, int category)
{
    return LEFT + ACROSS * (2 * category + 1) / (2 * svg->chart->category_count);
}

static int width_of(const struct svg *svg)
{
    int width = ACROSS * 6 / (10 * svg->chart->category_count);
    return width > WIDEST ? WIDEST : width;
}

/* Whether every column has room for its numbers. */
static bool is_labelled(const struct svg *svg)
{
    int slot = NARROWEST * ACROSS / (WHOLE * svg->chart->category_count);
    return svg_width(svg_number(svg, svg->greatest)) <= slot && svg_width(svg_number(svg, svg->least)) <= slot;
}

static void add_part(const struct svg *svg, int category, int series, int64_t from, int64_t to)
{
    int top = svg_y(svg, from > to ? from : to), bottom = svg_y(svg, from > to ? to : from);
    int middle = middle_of(svg, category), width = width_of(svg), left = middle - width / 2;
    text_addf(svg->out, "<rect x=\"%d.%d%%\" y=\"%d\" width=\"%d.%d%%\" height=\"%d\" fill=\"%s\" " SVG_OUTLINE "/>\n",
              left / 10, left % 10, top, width / 10, width % 10, bottom - top, svg_fill(svg, series));
    if (bottom - top >= TALL_ENOUGH && is_labelled(svg))
        svg_text(svg, middle, (top + bottom) / 2 + 5, ANCHOR_MIDDLE, svg_is_dark(svg, series) ? "light" : "halo",
                 svg_number(svg, to - from));
}

/* What the parts come to stands above them, and the level's own number where it is another and
   there is room for both. */
static void add_totals(const struct svg *svg, int category, const struct column *column)
{
    if (!is_labelled(svg))
        return;
    int64_t total = column->above + column->below;
    int y = svg_y(svg, column->above), middle = middle_of(svg, category);
    const char *text = column->unknown ? "?" : svg_number(svg, total);
    int level_y = TOP + HEIGHT;
    if (column->level >= 0) {
        int64_t level = svg->chart->series.items[column->level].values[category].number;
        const char *level_text = svg_number(svg, level);
        level_y = svg_y(svg, level);
        if (strcmp(level_text, text) != 0 && level > total)
            svg_text(svg, middle, level_y - 7, ANCHOR_MIDDLE, "halo", level_text);
        else if (level >= total)
            y = level_y < y ? level_y : y;
        if (strcmp(level_text, text) != 0 && level > total && y - level_y < LINE + 4)
            return;
    }
    svg_text(svg, middle, y - 7, ANCHOR_MIDDLE, "halo strong", text);
}

static void add_level(const struct svg *svg, int category, int series)
{
    int y = svg_y(svg, svg->chart->series.items[series].values[category].number);
    int half = width_of(svg) / 2 + OVERHANG, middle = middle_of(svg, category);
    text_addf(svg->out,
              "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" stroke=\"#fff\" stroke-width=\"6\"/>\n",
              (middle - half) / 10, (middle - half) % 10, (middle + half) / 10, (middle + half) % 10, y, y);
    text_addf(svg->out, "<line x1=\"%d.%d%%\" x2=\"%d.%d%%\" y1=\"%d\" y2=\"%d\" %s/>\n", (middle - half) / 10,
              (middle - half) % 10, (middle + half) / 10, (middle + half) % 10, y, y, svg_stroke(svg, series));
}

static void add_column(const struct svg *svg, int category)
{
    const struct doc_chart *chart = svg->chart;
    int64_t above = 0, below = 0;
    for (int s = 0; s < chart->series.count; s++) {
        struct chart_value value = chart->series.items[s].values[category];
        if (chart->series.items[s].is_level || value.unknown || !value.number)
            continue;
        int64_t *base = value.number < 0 ? &below : &above;
        add_part(svg, category, s, *base, *base + value.number);
        *base += value.number;
    }
    struct column column = column_at(chart, category);
    if (column.level >= 0)
        add_level(svg, category, column.level);
    add_totals(svg, category, &column);
}

void svg_columns(struct svg *svg)
{
    reach(svg);
    svg_open(svg, TOP + HEIGHT + BELOW);
    svg_grid(svg);
    for (int i = 0; i < svg->chart->category_count; i++)
        add_column(svg, i);
    svg_names(svg, true);
    text_add(svg->out, "</svg>\n");
}
