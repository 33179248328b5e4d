#ifndef MEDFIN_PLAN_JOURNAL_H
#define MEDFIN_PLAN_JOURNAL_H

/* The plan in double entry, for programs that keep accounts. Costs are paid in their month; what a funder pays for is
   income of that month and owed by it until it is paid; work in kind is a cost and an income and never touches cash. */

#include <medfin/plan/plan.h>

struct account {
    const char *name;  /* "expenses:staff:projektledare", of machine words and ids */
    const char *title; /* of what it is about, as its section says it */
};

struct journal_posting {
    int account; /* a number of the journal's accounts */
    struct cell amount;
};

/* What happens in a month: its two postings add up to nothing. */
struct journal_entry {
    month at;
    const char *what;  /* the path of the section that it comes of, in English; "" for none */
    const char *title; /* of that section */
    struct journal_posting to, from;
};

struct journal {
    const struct plan *plan;
    int count; /* months: cash goes on until the last payment */
    LIST(struct account) accounts;
    LIST(struct journal_entry)
    entries;  /* by month, the opening balance in the month before the first; what else is nothing is left out */
    int cash; /* the account of it */
    const struct cell *balance; /* of cash, at the end of each month */
};

/* Lives in the arena. */
const struct journal *journal_of(const struct plan *plan, struct arena *arena);

#endif
