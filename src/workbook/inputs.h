#ifndef MEDFIN_WORKBOOK_INPUTS_H
#define MEDFIN_WORKBOOK_INPUTS_H

/* The sheet of inputs: every value that a figure rests on, where it comes from and between what it may be changed. */

#include "making.h"

/* The names of the cells that count what is changed and what is not in order, for all that asks before. */
void inputs_names(struct making *making);

/* Of the leaves that are reached, by node. */
void inputs_sheet(struct making *making, const bool *reached);

#endif
