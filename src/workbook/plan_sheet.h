#ifndef MEDFIN_WORKBOOK_PLAN_SHEET_H
#define MEDFIN_WORKBOOK_PLAN_SHEET_H

/* The sheet of the plan: rows × months, with what each row is made of below it. */

#include "making.h"

void plan_sheet(struct making *making);

#endif
