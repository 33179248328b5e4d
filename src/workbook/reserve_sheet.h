#ifndef MEDFIN_WORKBOOK_RESERVE_SHEET_H
#define MEDFIN_WORKBOOK_RESERVE_SHEET_H

/* The sheet of the reserve: equity against what each reading requires. */

#include "making.h"

void reserve_sheet(struct making *making);

/* Free equity against what the deciding reading requires, in another sheet; false where nothing is tested. */
bool equity_chart(struct making *making, struct book_sheet *sheet, int row, int column);

#endif
