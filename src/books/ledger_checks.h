#ifndef MEDFIN_BOOKS_LEDGER_CHECKS_H
#define MEDFIN_BOOKS_LEDGER_CHECKS_H

/* What ledgers are to one another, and what they ask of [actuals]. */

#include "mapping.h"

struct named_ledgers {
    const struct mapping *mapping;
    const struct ledger *const *items;
    int count;
    struct place place; /* where they are named */
    struct arena *arena;
    struct diags *diags;
};

/* One file a year and company; several companies are told. The ledger is none of the others yet. */
void ledger_check(const struct named_ledgers *others, const struct ledger *ledger);

/* Accounts, and which project where they tell several apart. */
void ledgers_check(const struct named_ledgers *all);

#endif
