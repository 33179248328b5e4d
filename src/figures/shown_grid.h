#ifndef MEDFIN_FIGURES_SHOWN_GRID_H
#define MEDFIN_FIGURES_SHOWN_GRID_H

/* The rounding of rows × years, quarters or months. */

#include <medfin/plan/plan.h>

/* Parts of a stretch of the plan, beside one another: its years, a year's quarters, a quarter's months. */
struct shown_grid {
    int count;
    const struct months *parts;
    int64_t *whole; /* what each row shows in each: whole[row × count + part]; 0 of what is unknown */
};

/* Rounds it. `above` is what each row shows of the whole stretch, where that is decided already; else NULL. */
void shown_grid_round(struct shown_grid *grid, const struct plan *plan, money unit, const int64_t *above,
                      struct arena *arena);

#endif
