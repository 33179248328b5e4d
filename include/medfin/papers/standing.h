#ifndef MEDFIN_PAPERS_STANDING_H
#define MEDFIN_PAPERS_STANDING_H

/* How far the financing has come: who pays what, in money or in kind, and whether that is settled. Sums are shown as
   every table shows them. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

enum standing_kind { STANDS_SETTLED, STANDS_PROPOSED, STANDS_APPLIED, STANDING_KINDS };

struct standing_part {
    const struct section *payer;
    enum standing_kind kind;
    bool in_kind;
    struct doc_cell sum;
};

struct standing {
    const struct plan *plan;
    LIST(struct standing_part)
    parts; /* settled ones first, then proposed, then applied for; of a kind as in the file */
    struct doc_cell cost, all, settled, open, gap; /* open: all that is not settled; gap: all less cost */
};

/* Money whose status differs by year is a part of each. What is rejected, and what is nothing, is no part. */
struct standing standing_of(struct doc *doc, const struct plan *plan);

/* "Decided", "Proposed", "Applied for". */
const char *standing_title(enum standing_kind kind);

/* Cost against financing as a bridge of statuses; while one of them is unknown, what is settled and what is not. */
void standing_contents(struct doc *doc, const struct standing *standing);

#endif
