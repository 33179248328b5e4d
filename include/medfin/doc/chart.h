#ifndef MEDFIN_DOC_CHART_H
#define MEDFIN_DOC_CHART_H

/* A picture of figures that stand in a table too: its own, or one in sight. Formats without pictures have the table
   alone and lose nothing. */

#include <medfin/doc/cell.h>

enum chart_kind {
    CHART_COLUMNS, /* a column for each category, of the series on top of one another */
    CHART_BARS,    /* for each category a bar of every series, side by side */
    CHART_LINES,   /* each series over the categories: months, years */
    CHART_FAN,     /* an odd number of series from the lowest quantile to the highest, the middle a line */
    CHART_TORNADO, /* for each category a bar from the first series to the second */
    CHART_BRIDGE,  /* what adds up to what: for each category a step from where the one before ended */
    CHART_TIMELINE /* spans of months one behind another, and events in them */
};

/* What is drawn of a step of a bridge, and of a span or an event: grey paper tells them all apart. */
enum chart_look { LOOK_SETTLED, LOOK_PROPOSED, LOOK_APPLIED, LOOK_WORK, LOOK_WHOLE, LOOK_LESS, LOOK_END, LOOK_MISSING };

struct chart_value {
    int64_t number;
    bool unknown;
};

struct chart_series {
    const char *title;
    bool is_level;              /* what the others are held against, drawn as a line: total cost, a required reserve */
    struct chart_value *values; /* one a category */
};

/* A point that a word is set to: the lowest cash. */
struct chart_mark {
    int series, category;
    const char *text;
};

/* A step of a bridge ends `number` further on, the first value of its category; a level stands by itself, from zero. A
   span of a timeline lasts from one month to another, both included; an event is in a month, its `last` before it. */
struct chart_step {
    enum chart_look look;
    bool is_level;
    month first, last;
    const char *words; /* of a span or an event: what stands below its name */
};

struct doc_chart {
    enum chart_kind kind;
    const char *message;             /* what it says, where the figures themselves say so; or NULL */
    const char *title, *description; /* what it shows; what is to be seen in it, for those who cannot see it */
    enum kind of;                    /* of every number: money or shares */
    const char **categories;
    int category_count;
    LIST(struct chart_series) series;
    LIST(struct chart_mark) marks;
    bool by_row;                         /* a category for each row of its table: a terminal shows bars beside them */
    struct chart_step *steps;            /* of a bridge or a timeline, one a category; else NULL */
    int64_t scale_least, scale_greatest; /* of a bridge: what it reaches at least, where several have one scale */
    bool starts_at_zero; /* of a bridge: its first level is what the others are to reach, not where they begin */
};

struct doc;

/* A new series of it, all zero; good until the next. */
struct chart_series *chart_series(struct doc *doc, struct doc_chart *chart, const char *title);
void chart_mark(struct doc *doc, struct doc_chart *chart, int series, int category, const char *text);

/* From where to where a step of a bridge goes; what is unknown goes nowhere. And how far all of them reach, zero among
   them. */
struct chart_reach {
    int64_t from, to;
};
struct chart_reach chart_reach(const struct doc_chart *chart, int category);
void chart_bridge_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest);

/* The least and the greatest known number; false if none is known. */
bool chart_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest);

#endif
