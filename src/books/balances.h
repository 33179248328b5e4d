#ifndef MEDFIN_BOOKS_BALANCES_H
#define MEDFIN_BOOKS_BALANCES_H

/* Cash and equity at the end of months, from whole ledgers: what [balance] says of accounts becomes what it might say
   of months. */

#include "mapping.h"

/* Nothing where there is no [balance], or it names no accounts. `place`: where the ledgers are named. */
void balances_say(const struct mapping *mapping, const struct book *book, struct place place, struct table_rows *rows);

#endif
