#ifndef MEDFIN_WORKBOOK_FEES_SHEET_H
#define MEDFIN_WORKBOOK_FEES_SHEET_H

/* The sheet of fees: what each member pays by year, and what all that are equal pay together. */

#include "making.h"

void fees_sheet(struct making *making);

#endif
