#ifndef MEDFIN_WORKBOOK_CELLS_H
#define MEDFIN_WORKBOOK_CELLS_H

/* What the cells hold: last of all, when every sheet has said what it shows. */

#include "making.h"

/* Gives cells to what lies between the inputs and what is shown, and writes all formulas. */
void write_figures(struct making *making);

#endif
