#ifndef MEDFIN_FOLLOW_CLAIM_VOUCHERS_H
#define MEDFIN_FOLLOW_CLAIM_VOUCHERS_H

/* What stands in the ledger behind a claim: accounts against categories, and every row. */

#include <medfin/follow/claim.h>

void claim_accounts(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);
void claim_vouchers(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);

#endif
