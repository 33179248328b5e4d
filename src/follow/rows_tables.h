#ifndef MEDFIN_FOLLOW_ROWS_TABLES_H
#define MEDFIN_FOLLOW_ROWS_TABLES_H

/* Where the rows of the ledgers went, and what the ledgers are. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Returns how many rows no account maps. */
int rows_table(struct doc *doc, const struct follow *follow);
void files_table(struct doc *doc, const struct follow *follow);

#endif
