#ifndef MEDFIN_WRITE_SVG_H
#define MEDFIN_WRITE_SVG_H

/* Inside the charts of the HTML writer. Across, a picture is measured in parts of its own width,
   so that it fills a phone and a sheet of paper alike while its text keeps its size; down, in
   pixels. Everything has to have room in a page of 320 pixels, the narrowest of WCAG's reflow. */

#include <medfin/write/html.h>

enum {
    WHOLE = 1000,    /* across, in thousandths */
    NARROWEST = 288, /* pixels */
    CHARACTER = 83,  /* what a character takes at most, in tenths of a pixel */
    LINE = 18,       /* of text, down */
    TOP = 24,        /* of the room for columns and lines, down: numbers above, … */
    HEIGHT = 210,
    BELOW = 26, /* … names below */
    LEFT = 180, /* numbers of the axis to the left */
    ACROSS = WHOLE - LEFT
};

struct svg {
    struct html *html;
    struct text *out;
    const struct doc_chart *chart;
    const char *const *figures; /* what its table shows in its first column, a row a category; NULL without a table */
    int number;                 /* of the chart on the page */
    int64_t least, greatest;    /* what the picture reaches from and to */
    int64_t unit, decimals;     /* shown numbers are number ÷ unit with so many decimals */
    const char *unit_name;
};

/* Makes the picture reach over these numbers; `to_ticks` widens it to the steps of its axis. */
void svg_reach(struct svg *svg, int64_t least, int64_t greatest, bool to_ticks);
/* A number as the chart shows it, without its unit. */
const char *svg_number(const struct svg *svg, int64_t number);

/* The title above, then the picture's opening tag with title and description; `height` in pixels.
   The caller closes it. */
void svg_open(struct svg *svg, int height);

enum svg_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };
void svg_text(const struct svg *svg, int x, int y, enum svg_anchor anchor, const char *kind, const char *raw);

/* A label broken over lines of so many characters; returns how many lines it took. */
int svg_label(const struct svg *svg, int y, const char *kind, const char *raw, int columns);

/* Where a number is, down the room for columns and lines; and across a room of that width. */
int svg_y(const struct svg *svg, int64_t number);
int svg_x(const struct svg *svg, int64_t number, int width);

/* Lines across with their numbers; and that at zero alone, over what hides it. */
void svg_grid(const struct svg *svg);
void svg_axis(const struct svg *svg);
/* Pixels that a text takes at most. */
int svg_width(const char *text);

/* The categories' names below, as many as there is room for; `between` when each has a slot of
   its own, else the first and the last are at the ends. */
void svg_names(const struct svg *svg, bool between);

/* What the series is filled with, whether that is too dark for dark text, and its stroke. */
const char *svg_fill(const struct svg *svg, int series);
/* The same in a little picture of its own, once: adds the pattern there that it needs, since not every
   reader finds one in another picture. */
const char *svg_swatch_fill(const struct svg *svg, int series);
/* What is seen of a step. */
const char *svg_look_fill(const struct svg *svg, enum chart_look look);
bool svg_is_dark(const struct svg *svg, int series);
const char *svg_stroke(const struct svg *svg, int series);

/* The outline of what is filled, and of a marked point. */
#define SVG_MARK    "fill=\"#fff\" stroke=\"#1b2733\" stroke-width=\"2.5\""
#define SVG_OUTLINE "stroke=\"#1b2733\" stroke-width=\"1\""

/* How tall a picture is whose categories are drawn one below another: drawn once to nowhere. */
int svg_height(const struct svg *svg, int (*add_category)(const struct svg *svg, int category, int y));

#endif
