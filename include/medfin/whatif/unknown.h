#ifndef MEDFIN_WHATIF_UNKNOWN_H
#define MEDFIN_WHATIF_UNKNOWN_H

/* A rule that is undetermined for want of one amount: what must that amount be? */

#include <medfin/rules/rules.h>

enum unknown_outcome {
    UNKNOWN_IS,         /* exactly this amount makes it hold */
    UNKNOWN_AT_LEAST,   /* this and all more */
    UNKNOWN_AT_MOST,    /* this and all less */
    UNKNOWN_ANY,        /* it holds whatever the amount */
    UNKNOWN_NONE,       /* no amount that was tried makes it hold */
    UNKNOWN_NOT_SINGLE, /* this amount settles the project's total, but not each year */
    UNKNOWN_NOT_SOUGHT  /* nobody has looked for it */
};

struct unknown_answer {
    enum unknown_outcome outcome;
    const struct statement *unknown; /* the statement that says `?` */
    int64_t number;                  /* in its unit: öre or parts per billion */
    bool is_forgiven;                /* no number leaves nothing to be forgiven: it is within the tolerance */
    struct finding finding;          /* the rule's, with that number in place */
};

/* Undetermined for want of exactly one unknown. */
bool finding_asks(const struct finding *finding);

/* Each answer builds the project anew: of many findings that ask the first so many are answered. */
int most_answered(const struct project *project);
/* The one that is not looked for. */
struct unknown_answer unknown_unsought(const statement_list *statements, const struct project *project,
                                       const struct finding *finding);

/* Answers for a finding that asks, by building the project anew with
   amounts in its place, from 0 to the most that its key takes. The finding is number `at` of what rules_run gives.
   Balance is worked on the project's total. The amount leaves nothing to be forgiven if any does. */
struct unknown_answer solve_unknown(const statement_list *statements, const struct project *project,
                                    const finding_list *findings, int at, struct arena *arena);

#endif
