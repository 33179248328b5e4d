#ifndef MEDFIN_WORKBOOK_TABLES_H
#define MEDFIN_WORKBOOK_TABLES_H

/* What a doc says as a workbook, where there is no plan whose graph could be one: its words on a sheet of their own,
   and each table on one, where what a row or a column is the sum of is a formula. Amounts are exact. */

#include <medfin/doc/doc.h>
#include <medfin/workbook/book.h>

struct book *workbook_of_tables(const struct doc *doc);

#endif
