#ifndef MEDFIN_WORKBOOK_CHECKS_SHEET_H
#define MEDFIN_WORKBOOK_CHECKS_SHEET_H

/* The sheet of checks: each rule's verdict, worked of its margins as `check` works it. */

#include "making.h"

void checks_sheet(struct making *making);

/* The rules' rows in another sheet, from that row on; returns the row behind them. */
int show_checks(struct making *making, struct book_sheet *sheet, int row);

/* The gravest verdict of a rule, in a cell of another sheet; false where it says nothing of the project. */
bool show_verdict(struct making *making, struct book_sheet *sheet, int row, int column, const struct rule *rule);

/* Verdicts in cells of a column look as what they say. */
void mark_verdicts(struct making *making, struct book_sheet *sheet, int first, int last, int column);

#endif
