#ifndef MEDFIN_WORKBOOK_FOLLOW_SHEET_H
#define MEDFIN_WORKBOOK_FOLLOW_SHEET_H

/* Budget, outcome and forecast: the budget as it was, the rest counted anew with every input. */

#include "making.h"

void follow_sheet(struct making *making);

#endif
