#ifndef MEDFIN_LEDGER_DRAFT_H
#define MEDFIN_LEDGER_DRAFT_H

/* A ledger in the making: what its readers add, row by row. Accounts, objects and sets of objects are kept once and
   found by how they are written, so that a row costs no memory but its own. */

#include <medfin/base/diag.h>
#include <medfin/ledger/ledger.h>

/* Stretches of text, each with a number. */
struct spelling {
    const char *at;
    uint32_t size, hash;
    int number; /* from 1; 0: the slot is free */
};

struct spellings {
    struct spelling *slots;
    uint32_t room; /* a power of two */
    int count;
};

struct ledger_draft {
    struct ledger ledger;
    struct arena *arena;
    struct diags *diags;
    struct spellings account_ids, object_ids, set_ids;
    LIST(struct ledger_account) accounts;
    LIST(struct ledger_object) objects;
    LIST(struct ledger_objects) sets;
    LIST(struct ledger_voucher) vouchers;
    LIST(struct posting) postings;
    wide size; /* of all amounts, whatever their signs */
};

void draft_begin(struct ledger_draft *draft, const struct source *source, struct arena *arena, struct diags *diags);

/* The number that the stretch has; 0 where it is new: then `set` gives it one. The bytes must outlive the draft. */
struct spelling *spelling_find(struct spellings *all, const char *at, size_t size, struct arena *arena);

/* The numbers of an account, of an object, and of a set of objects, which are copied when they are new. */
int draft_account(struct ledger_draft *draft, const char *id, size_t size);
int draft_object(struct ledger_draft *draft, const char *dimension, size_t dimension_size, const char *id, size_t size);
int draft_set(struct ledger_draft *draft, const int *objects, int count);

/* A row. False after a fault: amounts too large to add up. */
bool draft_post(struct ledger_draft *draft, struct posting posting);

/* What has been drafted; NULL after an error. Tells of vouchers that stand twice and of those that are not 0. */
const struct ledger *draft_end(struct ledger_draft *draft);

#endif
