#ifndef MEDFIN_FIGURES_FIGURE_PATH_H
#define MEDFIN_FIGURES_FIGURE_PATH_H

/* Figures by their paths, [years.YYYY.|quarters.YYYY-QN.|months.YYYY-MM.|total.]FIGURE, in English or in Swedish. */

#include <medfin/base/language.h>
#include <medfin/figures/figure.h>

/* Its path in English: "years.2022.cost.by_line.staff.projektledare.total"; and without its time. */
const char *figure_path(struct arena *arena, const struct figure *figure);
const char *figure_name(struct arena *arena, const struct figure *figure);

/* The same in a language; without the `total` that may be left out. */
const char *figure_name_in(struct arena *arena, const struct figure *figure, enum language language);
const char *figure_path_in(struct arena *arena, const struct figure *figure, enum language language);

/* What a path names; false if it names nothing of the plan. */
enum figure_fault {
    FIGURE_FOUND,
    FIGURE_UNKNOWN,
    FIGURE_OUTSIDE,
    FIGURE_OTHER_TIME /* it goes by year or in all alone */
};
enum figure_fault figure_find(const struct plan *plan, const char *path, struct figure *figure);

/* A time alone: "2022", "2022-05", "2022-Q2"; false if it is none. */
bool figure_time_read(const char *text, struct figure *figure);
/* The time that a path begins with, and what comes behind it. */
const char *figure_time_strip(const char *path, struct figure *figure);

typedef LIST(struct figure) plan_figure_list;
/* Every figure of the plan in all: each row for each of its subjects, numbers and forms. */
plan_figure_list plan_figures(const struct plan *plan, struct arena *arena);

#endif
