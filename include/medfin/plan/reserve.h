#ifndef MEDFIN_PLAN_RESERVE_H
#define MEDFIN_PLAN_RESERVE_H

/* The reserve that an association must keep: its equity against so many months' running
   costs. The rule has more than one honest reading (domain terms: running, forward,
   winding down), so all are computed and the one that decides is named. */

#include <medfin/plan/plan.h>

enum { READINGS = RESERVE_WINDING_DOWN + 1 };

struct reserve_state {
    month at;
    struct cell equity;             /* plain */
    struct cell free_equity;        /* less what is earmarked and fixed assets */
    struct cell required[READINGS]; /* by enum reserve_basis */
    struct cell tail;               /* winding down: what is committed beyond the months of the rule */
    struct cell running_year;       /* running cash cost of the calendar year … */
    int planned_months;             /* … in so many planned months of it */
    int months;                     /* of the rule */
};

struct reserve_state reserve_at(const struct plan *plan, month at);

/* The months at which the rule is tested: each December and the last, or every month. */
bool reserve_is_tested(const struct plan *plan, month at);

/* How long a running line's cost runs once it is decided to close down; without a period of
   notice as long as the rule's months. */
int64_t reserve_months_to_run(const struct plan *plan, const struct section *line);

/* How long the free equity lasts at the cost of a reading, in hundredths of a month, below zero
   when it is spent: at the year's running cost, or at that of the months ahead. Winding down ends,
   and has no such length. RESERVE_NO_COVERAGE also when nothing runs, when it lasts beyond any
   plan, or when something needed is unknown. */
#define RESERVE_NO_COVERAGE INT64_MIN
int64_t reserve_coverage(const struct reserve_state *state, enum reserve_basis basis);

#endif
