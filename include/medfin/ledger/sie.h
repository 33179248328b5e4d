#ifndef MEDFIN_LEDGER_SIE_H
#define MEDFIN_LEDGER_SIE_H

/* SIE, the format in which Swedish bookkeeping programs export a year (SIE filformat, utgåva 4C): of type 4 and 4i the
   vouchers; of types 2 and 3, which have none, the months of accounts. What the file says of its own sums is held
   against its rows. A label that nobody here knows is counted and passed by. */

#include <medfin/ledger/draft.h>

/* Whether it may be one: its first sign is #. */
bool sie_begins(const char *bytes, size_t size);

/* The source is in UTF-8, whatever the file was in: `encoding` says that. NULL after an error. */
const struct ledger *sie_read(const struct source *source, const char *encoding, struct arena *arena,
                              struct diags *diags);

#endif
