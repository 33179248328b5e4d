#ifndef MEDFIN_WORKBOOK_SCENARIOS_SHEET_H
#define MEDFIN_WORKBOOK_SCENARIOS_SHEET_H

/* The sheet of scenarios beside one another: the first, which the workbook is of, is counted anew; the others are
   medfin's values, and say so. */

#include "making.h"

void scenarios_sheet(struct making *making);

#endif
