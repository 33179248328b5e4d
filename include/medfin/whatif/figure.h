#ifndef MEDFIN_WHATIF_FIGURE_H
#define MEDFIN_WHATIF_FIGURE_H

/* The figures that plans are compared by, swept and split on causes. A figure is a row of
   one table. */

#include <medfin/plan/plan.h>

struct compared_figure {
    const char *id;    /* "cost", "gap", "lowest_cash": on the command line and in JSON */
    const char *label; /* marked for translation */
    /* Of the plan's months first..last: what adds up over them, what stands at their end, or
       the least among them. What comes after the project's end belongs to its last month. */
    node (*make)(const struct plan *plan, month first, month last);
    bool adds_up;                                   /* parts of the time add up to the whole */
    bool is_split;                                  /* on causes, where nobody says which */
    bool (*applies)(const struct project *project); /* says something of it; NULL: of any */
    bool in_posts;       /* full-time equivalents: parts per billion of one, in hundredths; else öre */
    const char *part_of; /* id of the figure that is the sum of this one and others; NULL: of none */
    bool against;        /* in that sum it counts against */
};

extern const struct compared_figure compared_figures[];
extern const int compared_figure_count;

/* Those of a project that are split where nobody says which: a mark for each row. */
bool *figures_split(const struct project *project, struct arena *arena);

/* Whether it says something of the project. */
bool figure_applies(const struct compared_figure *figure, const struct project *project);

/* The row of the figure that row `figure` is part of, where it and all of its parts are among
   those shown (a mark for each row); else −1. */
int figure_total(int figure, const bool *shown);

/* Over the whole plan. */
struct cell figure_whole(const struct compared_figure *figure, const struct plan *plan);

/* Over a calendar year; nothing in a year that the plan does not reach. */
struct cell figure_in_year(const struct compared_figure *figure, const struct plan *plan, int year);

/* One that somebody asks for, by the path that it has in JSON. */
struct asked_figure {
    const struct compared_figure *of;
    int year;         /* 0: over the whole plan */
    const char *path; /* "cost", "years.2022.cost" */
};

node figure_node(const struct asked_figure *asked, const struct plan *plan);

/* The month of the lowest cash between those; −1 while any balance is unknown. */
month figure_lowest_month(const struct plan *plan, month first, month last);

/* Monthly shares over so many months as full-time equivalents, in hundredths of one. */
share full_time_of(share shares, int months);

#endif
