#ifndef MEDFIN_WORKBOOK_CASH_SHEET_H
#define MEDFIN_WORKBOOK_CASH_SHEET_H

/* The sheet of cash: what comes and goes by month, and each payment. */

#include "making.h"

void cash_sheet(struct making *making);

/* The balance as a line, with its corner in that cell of a sheet. */
void cash_chart(struct making *making, struct book_sheet *sheet, int row, int column);

#endif
