#ifndef MEDFIN_FOLLOW_CLAIM_H
#define MEDFIN_FOLLOW_CLAIM_H

/* The requisition to a funder of what was booked: in arrears, by its share of eligible cost, less what was asked for
   before. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>
#include <medfin/model/funder.h>

/* What is asked for. */
struct claim_asked {
    const struct funder *funder; /* of the forecast */
    struct months period;        /* all of it closed */
    bool is_final;
};

/* The first month that is not asked for yet: behind the last that [claim ID] states, else behind the last claim period
   of the calendar that ends before `through`'s own; and the end of the period that it is of. */
struct months claim_next(const struct follow *follow, const struct funder *funder);

/* The first month that was not asked for before a period that begins in that month: by [claim ID], else by the calendar
   of claims. */
month claim_unasked(const struct follow *follow, const struct funder *funder, month begin);

/* The last month that [claim ID] states to be asked for; before the plan's first where none does. */
month claim_stated_through(const struct follow *follow, const struct funder *funder);

/* What is to be paid of it; below zero: paid back. */
struct claim_sums {
    money due;
    bool is_unknown;
};

struct claim_sums claim_sums(const struct follow *follow, const struct claim_asked *asked);

void claim_contents(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);

/* The parts of it: eligible cost by category, what is asked for, what is to be told beside it. */
void claim_cost_table(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);
void claim_money_table(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);
void claim_notes(struct doc *doc, const struct follow *follow, const struct claim_asked *asked);

#endif
