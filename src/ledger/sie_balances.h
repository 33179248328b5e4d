#ifndef MEDFIN_LEDGER_SIE_BALANCES_H
#define MEDFIN_LEDGER_SIE_BALANCES_H

/* What a file of SIE says that accounts come to. */

#include <medfin/ledger/draft.h>

enum balance_kind { BALANCE_OPENING, BALANCE_CLOSING, BALANCE_RESULT, BALANCE_PERIOD };

struct balance {
    enum balance_kind kind;
    int account, objects;
    month period; /* of a period's */
    money amount;
    uint32_t offset;
};

typedef LIST(struct balance) balance_list;

/* What stood on accounts before the year stays with the ledger. */
void balances_keep(struct ledger_draft *draft, const balance_list *balances);

/* Held against the rows: a difference is a warning with its account. */
void balances_check(const struct ledger_draft *draft, const balance_list *balances);

/* Where there are no vouchers, the months of accounts are the rows. */
void balances_post(struct ledger_draft *draft, const balance_list *balances);

#endif
