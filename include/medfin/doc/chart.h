#ifndef MEDFIN_DOC_CHART_H
#define MEDFIN_DOC_CHART_H

/* A picture of figures that stand in a table too, right behind it or in sight: formats without
   pictures leave it out and lose nothing. */

#include <medfin/doc/cell.h>

enum chart_kind {
    CHART_COLUMNS, /* a column for each category, of the series on top of one another */
    CHART_BARS,    /* for each category a bar of every series, side by side */
    CHART_LINES,   /* each series over the categories: months, years */
    CHART_FAN,     /* an odd number of series from the lowest quantile to the highest, the middle a line */
    CHART_TORNADO  /* for each category a bar from the first series to the second */
};

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

struct doc_chart {
    enum chart_kind kind;
    const char *title, *description; /* what it shows; what is to be seen in it, for those who cannot see it */
    enum kind of;                    /* of every number: money or shares */
    const char **categories;
    int category_count;
    LIST(struct chart_series) series;
    LIST(struct chart_mark) marks;
    bool by_row; /* a category for each row of the table right behind: a terminal shows bars beside them */
};

struct doc;

/* A new series of it, all zero; good until the next. */
struct chart_series *chart_series(struct doc *doc, struct doc_chart *chart, const char *title);
void chart_mark(struct doc *doc, struct doc_chart *chart, int series, int category, const char *text);

/* The least and the greatest known number; false if none is known. */
bool chart_range(const struct doc_chart *chart, int64_t *least, int64_t *greatest);

#endif
