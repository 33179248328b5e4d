#ifndef MEDFIN_BOOKS_BOOK_CHECKS_H
#define MEDFIN_BOOKS_BOOK_CHECKS_H

/* What a project's ledgers leave in doubt: warnings, once the project is built. */

#include <medfin/model/project.h>

/* Whether they go on to the last closed month, and whose they are. */
void books_check(const struct project *project, struct arena *arena, struct diags *diags);

/* Rows on accounts that nothing maps: they are in no figure. */
void books_unmapped_check(const struct project *project, struct arena *arena, struct diags *diags);

#endif
