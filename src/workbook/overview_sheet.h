#ifndef MEDFIN_WORKBOOK_OVERVIEW_SHEET_H
#define MEDFIN_WORKBOOK_OVERVIEW_SHEET_H

/* The first sheet: what it is, the figures that people ask for first, and what can be changed. */

#include "making.h"

void overview_sheet(struct making *making);

#endif
