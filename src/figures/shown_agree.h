#ifndef MEDFIN_FIGURES_SHOWN_AGREE_H
#define MEDFIN_FIGURES_SHOWN_AGREE_H

/* Two roundings of one project, of which the difference is looked at as well: a budget and its forecast. */

#include "shown_grid.h"

/* Moves units between costs of a year in `grid` until what it shows, and what it shows less than `other` does, is one
   of the two units next to the exact figure, of each line and category, by year and in all. Sums stay as they are. Of
   many lines nothing is moved, nor where there is no such way. */
void shown_grid_agree(struct shown_grid *grid, const struct plan *plan, const struct shown_grid *other,
                      const struct plan *other_plan, money unit, struct arena *arena);

#endif
