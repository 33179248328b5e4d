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

/* Whose two ledgers are, by organisation number where both have one, else by name. */
enum kinship { KIN_UNKNOWN, KIN_ONE_COMPANY, KIN_TWO_NAMES, KIN_TWO_NUMBERS };
enum kinship ledgers_kinship(const struct ledger *a, const struct ledger *b, struct arena *arena);

/* Whether a day may be of the year of both, as far as they say. */
bool ledgers_are_of_a_year(const struct ledger *a, const struct ledger *b);

/* A file that is another one once more, or its months; several companies are told. The ledger is none of the others
 * yet. */
void ledger_check(const struct named_ledgers *others, const struct ledger *ledger);

/* Accounts, and which project where they tell several apart. */
void ledgers_check(const struct named_ledgers *all);

#endif
