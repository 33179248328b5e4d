#ifndef MEDFIN_BOOKS_LEDGER_REPEATS_H
#define MEDFIN_BOOKS_LEDGER_REPEATS_H

/* Rows that two ledgers have in common would count twice, whatever the files are called and say of themselves. */

#include "ledger_checks.h"

/* A row of a voucher is another's where series, number, date, account and amount are the same; of two exports of SIE of
   one company the voucher is enough. Rows without a voucher's number tell when most of a file stand in another. */
void ledgers_check_repeats(const struct named_ledgers *all);

#endif
