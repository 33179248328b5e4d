#ifndef MEDFIN_WORKBOOK_RESERVE_SHEET_H
#define MEDFIN_WORKBOOK_RESERVE_SHEET_H

/* The sheet of the reserve: equity against what each reading requires. */

#include "making.h"

void reserve_sheet(struct making *making);

#endif
