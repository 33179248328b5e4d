/* What all pictures are made of: fills and strokes that grey paper tells apart, scales, texts. */

#include "svg.h"

#include <limits.h>
#include <stdlib.h>

#include <medfin/doc/table_text.h>

#include "html_style.h"

enum { FILLS = 8, ALL_FILLS = 12, TICKS = 5 };

/* What a series is filled with: a colour, or a pattern of strokes. */
static const struct {
    const char *color;
    int size;            /* of the pattern's tile, in pixels; 0: none */
    const char *pattern; /* drawn over the colour */
} fills[ALL_FILLS] = {
    { "#1d4e89", 0, NULL },
    { "#c3daef", 0, NULL },
    { "#ffffff", 7, "<path d=\"M-2 2L2 -2M-1 8L8 -1M5 9L9 5\" stroke=\"#1d4e89\" stroke-width=\"2\"/>" },
    { "#e4eef8", 6, "<circle cx=\"3\" cy=\"3\" r=\"1.4\" fill=\"#1d4e89\"/>" },
    { "#7ba4cd", 0, NULL },
    { "#ffffff", 6, "<path d=\"M0 3H6\" stroke=\"#1d4e89\" stroke-width=\"1.6\"/>" },
    { "#c3daef", 8, "<path d=\"M0 0L8 8M8 0L0 8\" stroke=\"#1b2733\"/>" },
    { "#ffffff", 7, "<path d=\"M3.5 0V7\" stroke=\"#1b2733\" stroke-width=\"1.2\"/>" },
    /* Of steps alone. */
    { "#5b6b7c", 0, NULL },
    { "#ffffff", 7, "<path d=\"M-1 -1L8 8M-2 5L2 9M5 -2L9 2\" stroke=\"#a3261d\" stroke-width=\"2\"/>" },
    { "#1b2733", 0, NULL },
    { "#ffffff", 0, NULL },
};

/* The first of them are those of series: settled money is as dark as what stands first. */
static const int looks[] = { [LOOK_SETTLED] = 0, [LOOK_PROPOSED] = 1, [LOOK_APPLIED] = 2, [LOOK_WORK] = 3,
                             [LOOK_WHOLE] = 8,   [LOOK_LESS] = 9,     [LOOK_END] = 10,    [LOOK_MISSING] = 11 };

/* What the strokes of lines are: those after the first are dashed. */
static const char *const strokes[] = {
    "stroke=\"#1d4e89\" stroke-width=\"2.5\"",
    "stroke=\"#8a3b00\" stroke-width=\"2.5\" stroke-dasharray=\"9 4\"",
    "stroke=\"#1b2733\" stroke-width=\"2.5\" stroke-dasharray=\"2 4\"",
    "stroke=\"#4a5665\" stroke-width=\"2.5\" stroke-dasharray=\"10 3 2 3\"",
};
enum { STROKES = sizeof strokes / sizeof *strokes };

/* The bands of a fan, from the widest to the narrowest. */
static const char *const shades[] = { "#dfe9f4", "#b3cde6", "#86add5" };
enum { SHADES = sizeof shades / sizeof *shades };

static const char *fill_text(const struct svg *svg, char picture, int fill)
{
    return fills[fill].size ? arena_text(svg->html->arena, "url(#c%d%c%d)", svg->number, picture, fill)
                            : fills[fill].color;
}

/* The fill in one of the pictures, which parts its patterns from the others' by a letter. */
static const char *fill_in(const struct svg *svg, char picture, int series)
{
    if (svg->chart->kind == CHART_FAN)
        return shades[series < SHADES ? series : SHADES - 1];
    return fill_text(svg, picture, series % FILLS);
}

const char *svg_look_fill(const struct svg *svg, enum chart_look look)
{
    return fill_text(svg, 'p', looks[look]);
}
static void add_pattern(const struct svg *svg, char picture, int fill)
{
    if (fills[fill].size)
        text_addf(svg->out,
                  "<pattern id=\"c%d%c%d\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">"
                  "<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>%s</pattern>",
                  svg->number, picture, fill, fills[fill].size, fills[fill].size, fills[fill].size, fills[fill].size,
                  fills[fill].color, fills[fill].pattern);
}

const char *svg_fill(const struct svg *svg, int series)
{
    return fill_in(svg, 'p', series);
}

const char *svg_swatch_fill(const struct svg *svg, int series)
{
    if (svg->chart->kind != CHART_FAN)
        add_pattern(svg, 'l', series % FILLS);
    return fill_in(svg, 'l', series);
}

bool svg_is_dark(const struct svg *svg, int series)
{
    return svg->chart->kind != CHART_FAN && series % FILLS == 0;
}

const char *svg_stroke(const struct svg *svg, int series)
{
    if (svg->chart->kind == CHART_FAN)
        return strokes[0];
    return svg->chart->kind == CHART_LINES ? strokes[series % STROKES] : "stroke=\"#1b2733\" stroke-width=\"3\"";
}

static void add_patterns(const struct svg *svg)
{
    bool drawn[ALL_FILLS] = { false };
    text_add(svg->out, "<defs>");
    for (int i = 0; i < svg->chart->series.count && i < FILLS && !svg->chart->steps; i++)
        drawn[i] = true;
    for (int i = 0; i < svg->chart->category_count && svg->chart->steps; i++)
        drawn[looks[svg->chart->steps[i].look]] = true;
    for (int i = 0; i < ALL_FILLS; i++)
        if (drawn[i])
            add_pattern(svg, 'p', i);
    text_add(svg->out, "</defs>\n");
}

/* The title with the unit of its numbers; months have none. */
static const char *titled(const struct svg *svg)
{
    return svg->unit_name ? arena_text(svg->html->arena, "%s, %s", svg->chart->title, svg->unit_name)
                          : svg->chart->title;
}

/* What it says, if it says something, and what it shows. */
static void add_caption(struct svg *svg)
{
    text_add(svg->out, "<figcaption>");
    if (svg->chart->message) {
        html_add(svg->html, svg->chart->message);
        text_add(svg->out, " <span>");
    }
    html_add(svg->html, titled(svg));
    text_add(svg->out, svg->chart->message ? "</span>" : "");
}

void svg_open(struct svg *svg, int height)
{
    add_caption(svg);
    text_addf(svg->out,
              "</figcaption>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"c%dt "
              "c%dd\" width=\"100%%\" "
              "height=\"%d\">\n<title id=\"c%dt\">",
              svg->number, svg->number, height, svg->number);
    html_add(svg->html, titled(svg));
    text_addf(svg->out, "</title>\n<desc id=\"c%dd\">", svg->number);
    html_add(svg->html, *svg->chart->description ? svg->chart->description : tr(N_("The table holds the figures.")));
    text_addf(svg->out, "</desc>\n<style>%s</style>\n", html_svg_style);
    add_patterns(svg);
}

void svg_text(const struct svg *svg, int x, int y, enum svg_anchor anchor, const char *kind, const char *raw)
{
    static const char *const anchors[] = { "start", "middle", "end" };
    text_addf(svg->out, "<text x=\"%d.%d%%\" y=\"%d\" text-anchor=\"%s\"", x / 10, x % 10, y, anchors[anchor]);
    if (*kind)
        text_addf(svg->out, " class=\"%s\"", kind);
    text_add(svg->out, ">");
    html_add(svg->html, raw);
    text_add(svg->out, "</text>\n");
}

int svg_label(const struct svg *svg, int y, const char *kind, const char *raw, int columns)
{
    int lines = 0;
    for (const char *at = shown_text(svg->html->arena, raw); *at; lines++) {
        size_t size = text_fit(at, columns);
        svg_text(svg, 0, y + lines * LINE, ANCHOR_START, kind, arena_copy(svg->html->arena, at, size));
        at += size;
        while (*at == ' ')
            at++;
    }
    return lines;
}

/* The smallest 1, 2 or 5 times a power of ten, from `least` on, of which `TICKS` reach that far. */
static int64_t step_over(int64_t reach, int64_t least)
{
    static const int digits[] = { 1, 2, 5 };
    for (int64_t power = least;; power *= 10)
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
            if (power * digits[i] >= (reach + TICKS - 1) / TICKS)
                return power * digits[i];
}

static int64_t step_of(const struct svg *svg)
{
    return step_over(svg->greatest - svg->least, svg->chart->of == KIND_MONEY ? KRONA : SHARE_ONE / 100);
}

static int64_t floor_to(int64_t number, int64_t step)
{
    int64_t rest = number % step;
    return number - (rest < 0 ? rest + step : rest);
}

/* Money in the unit that leaves two to five digits. */
static void choose_unit(struct svg *svg)
{
    const struct doc_unit *unit = doc_units;
    int64_t largest = llabs(svg->least) > llabs(svg->greatest) ? llabs(svg->least) : llabs(svg->greatest);
    while (unit[1].name && largest >= 10 * unit[1].ore * unit[1].parts)
        unit++;
    bool is_money = svg->chart->of == KIND_MONEY;
    svg->unit = is_money ? unit->ore * unit->parts : SHARE_ONE / 100;
    svg->unit_name = is_money ? unit->name : "%";
    svg->decimals = !is_money || unit->parts > 1;
}

void svg_reach(struct svg *svg, int64_t least, int64_t greatest, bool to_ticks)
{
    svg->least = least;
    svg->greatest = greatest > least ? greatest : least + 1;
    if (to_ticks) {
        int64_t step = step_of(svg);
        svg->least = floor_to(least, step);
        svg->greatest = -floor_to(-svg->greatest, step);
    }
    choose_unit(svg);
}

const char *svg_number(const struct svg *svg, int64_t number)
{
    const int64_t tenth = SHARE_ONE / 10;
    if (!svg->decimals)
        return count_text(svg->html->arena, round_quotient(number, svg->unit));
    return number_text(svg->html->arena, round_quotient(number, svg->unit / 10) * tenth, svg->html->doc->language);
}

int svg_y(const struct svg *svg, int64_t number)
{
    return TOP + (int)money_ratio(HEIGHT, svg->greatest - number, svg->greatest - svg->least);
}

int svg_x(const struct svg *svg, int64_t number, int width)
{
    return (int)money_ratio(width, number - svg->least, svg->greatest - svg->least);
}

void svg_axis(const struct svg *svg)
{
    int y = svg_y(svg, 0);
    text_addf(svg->out, "<line x1=\"%d%%\" x2=\"100%%\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>\n", LEFT / 10, y, y);
}

void svg_grid(const struct svg *svg)
{
    int64_t step = step_of(svg);
    for (int64_t at = svg->least; at <= svg->greatest; at += step) {
        int y = svg_y(svg, at);
        text_addf(svg->out, "<line x1=\"%d%%\" x2=\"100%%\" y1=\"%d\" y2=\"%d\" class=\"%s\"/>\n", LEFT / 10, y, y,
                  at ? "grid" : "axis");
        svg_text(svg, LEFT - 10, y + 4, ANCHOR_END, "soft", svg_number(svg, at));
    }
}

int svg_width(const char *text)
{
    return text_columns(text) * CHARACTER / 10 + 1;
}

/* Where the middle of a category is, across. */
static int middle_of(const struct svg *svg, int category, bool between)
{
    int count = svg->chart->category_count;
    if (between)
        return LEFT + ACROSS * (2 * category + 1) / (2 * count);
    return count > 1 ? LEFT + ACROSS * category / (count - 1) : LEFT + ACROSS / 2;
}

/* A name's pixels on the narrowest page: in the middle, but within the picture. */
struct stretch {
    int from, to;
};

static struct stretch name_at(const struct svg *svg, int category, bool between)
{
    int width = svg_width(svg->chart->categories[category]);
    int to = middle_of(svg, category, between) * NARROWEST / WHOLE + width / 2;
    to = to > NARROWEST ? NARROWEST : to;
    return (struct stretch){ to - width, to };
}

static bool is_free(const struct svg *svg, int category, int step, bool between)
{
    return category < step || name_at(svg, category, between).from >= name_at(svg, category - step, between).to;
}

/* One pushed in from the right end may be left out; no other. */
static bool names_fit(const struct svg *svg, int step, bool between)
{
    for (int i = step; i < svg->chart->category_count; i += step)
        if (!is_free(svg, i, step, between) && name_at(svg, i, between).to < NARROWEST)
            return false;
    return true;
}

/* Every so manyth name: whole years where there are many months. */
static int name_step(const struct svg *svg, bool between)
{
    static const int steps[] = { 1, 2, 3, 6, 12, 24, 36, 60, 120, 240, INT_MAX / 2 };
    size_t at = 0;
    while (!names_fit(svg, steps[at], between))
        at++;
    return steps[at];
}

void svg_names(const struct svg *svg, bool between)
{
    int count = svg->chart->category_count, step = name_step(svg, between);
    for (int i = 0; i < count; i += step) {
        bool at_end = name_at(svg, i, between).to == NARROWEST;
        if (is_free(svg, i, step, between))
            svg_text(svg, at_end ? WHOLE : middle_of(svg, i, between), TOP + HEIGHT + LINE,
                     at_end ? ANCHOR_END : ANCHOR_MIDDLE, "", svg->chart->categories[i]);
    }
}

int svg_height(const struct svg *svg, int (*add_category)(const struct svg *svg, int category, int y))
{
    struct text nowhere = text_new(svg->html->arena);
    struct html page = *svg->html;
    struct svg trial = *svg;
    page.out = trial.out = &nowhere;
    trial.html = &page;
    int y = 0;
    for (int i = 0; i < svg->chart->category_count; i++)
        y = add_category(&trial, i, y);
    return y;
}
