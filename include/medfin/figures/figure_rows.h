#ifndef MEDFIN_FIGURES_FIGURE_ROWS_H
#define MEDFIN_FIGURES_FIGURE_ROWS_H

/* The table of figures: what there is to ask a plan for, a row each. */

#include <medfin/plan/plan.h>

struct figure;
struct tariff;

/* What the `*` in a row's path stands for. */
enum figure_of { OF_NOTHING, OF_CATEGORY, OF_LINE, OF_PAYER, OF_POST, OF_SECTOR, OF_TARIFF };

/* What the `#` stands for. */
enum figure_number { NUMBER_NONE, NUMBER_PAYMENT, NUMBER_MEMBER };

/* Over the months `over` of the plan, which the figure's time comes to; node 0: nothing. */
typedef node figure_make(const struct plan *plan, const struct figure *figure, struct months over);

struct figure_row {
    const char *path;    /* "cost.by_category.*" */
    const char *swedish; /* the same words */
    const char *label;   /* marked for translation */
    enum kind kind;
    int side; /* of what it is a sum of rows of, as in struct selection; 0: of none: */
    figure_make *make;
    enum figure_of of;
    enum figure_number number;
    bool is_whole;       /* other paths go on from it: it stands at its `total` … */
    bool has_forms;      /* … and parts of it at `cash` and `in_kind` */
    bool only_total;     /* it is the whole plan's alone */
    bool only_years;     /* a calendar year's, or of all of them */
    bool is_of_calendar; /* a year or quarter counts whole, however much of it the plan reaches */
    bool goes_beyond;    /* months after the plan's last have one too, until the last payment */
    bool adds_up;        /* parts of the time add up to the whole */
    /* Of a quotient, what it is of, over the whole plan: of nothing there is no figure, and in a year of nothing it is
       0. Else NULL. */
    figure_make *whole;
    /* Says something of the project; NULL: of any. */
    bool (*applies)(const struct project *project);
    bool is_compared;    /* scenarios are told side by side by it, and sweeps where nobody says what is asked for */
    bool is_split;       /* a comparison splits it on causes, where nobody says which */
    const char *part_of; /* path of the figure that is the sum of this one and others; NULL: of none */
    bool against;        /* in that sum it counts against */
};

extern const struct figure_row figure_rows[];
extern const int figure_row_count;

/* The row whose path it is; there must be one. */
const struct figure_row *figure_row(const char *path);

/* Whether the project has what it is a figure of; a figure that says nothing of it may still be 0. */
bool figure_exists(const struct figure_row *row, const struct project *project);
/* Whether it says something of the project. */
bool figure_applies(const struct figure_row *row, const struct project *project);

#endif
