#ifndef MEDFIN_BOOKS_LEDGER_TABLE_H
#define MEDFIN_BOOKS_LEDGER_TABLE_H

/* A ledger as CSV or a workbook: date or period, account or path, project, an amount or debit and credit. */

#include <medfin/ledger/draft.h>
#include <medfin/read/csv.h>

/* What projects in tables are objects of, as in SIE. */
extern const char project_dimension[];

/* NULL after a fault. */
const struct ledger *ledger_table_read(const struct csv_file *file, csv_alias_list *aliases, struct arena *arena,
                                       struct diags *diags);

#endif
