#ifndef MEDFIN_MODEL_STATED_VALUES_H
#define MEDFIN_MODEL_STATED_VALUES_H

/* Single values of a finished project: by the statement that names one, and all that figures rest on. */

#include <medfin/model/project.h>

/* What holds in the end for the section, key and date that a statement names, whatever its
   value: stated, changed by scenarios, or the key's default. NULL if there is none. What a row of
   a table says is made a fact in the arena. */
const struct fact *project_fact(const struct project *project, const struct statement *named, struct arena *arena);

/* A value that somebody stated and figures rest on: money, a percent, a number, a ratio;
   not words, names and texts, nor the limits of [rules]. */
struct stated_figure {
    const struct section *section;
    const struct fact *fact;
};

struct figure_list {
    struct stated_figure *items;
    int count, room;
};

/* All of them, section by section in the order of the file. */
struct figure_list project_figures(const struct project *project, struct arena *arena);
/* The values that carry their uncertainty, statuses with a chance among them, in that order. */
struct figure_list project_uncertain(const struct project *project, struct arena *arena);

#endif
