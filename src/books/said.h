#ifndef MEDFIN_BOOKS_SAID_H
#define MEDFIN_BOOKS_SAID_H

/* What the rows of ledgers come to, by line and month, as statements. */

#include <medfin/ledger/book.h>
#include <medfin/model/statement.h>

/* In that layer; `place` is where the ledgers are named. */
struct table_rows *book_said(const struct book *book, int layer, struct place place, struct arena *arena);

#endif
