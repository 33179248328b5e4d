#ifndef MEDFIN_CLI_HLEDGER_H
#define MEDFIN_CLI_HLEDGER_H

#include <medfin/base/text.h>
#include <medfin/plan/journal.h>

/* A journal as hledger and its relatives read it: accounts and the currency declared, dots as decimal signs, the
   balance of cash asserted at the end of every month. What is not known yet stands as a comment. */
void hledger_write(const struct journal *journal, struct text *out);

#endif
