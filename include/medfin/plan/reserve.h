#ifndef MEDFIN_PLAN_RESERVE_H
#define MEDFIN_PLAN_RESERVE_H

/* The reserve that an association must keep: its equity against so many months' running
   costs. The rule has more than one honest reading (domain terms: running, forward,
   winding down), so all are computed and the one that decides is named. */

#include <medfin/plan/nodes.h>

enum { READINGS = RESERVE_WINDING_DOWN + 1 };

struct reserve_state {
    month at;
    node equity;             /* plain */
    node free_equity;        /* less what is earmarked and fixed assets */
    node required[READINGS]; /* by enum reserve_basis */
    node tail;               /* winding down: what is committed beyond the months of the rule */
    node running_year;       /* running cash cost of the calendar year … */
    int planned_months;      /* … in so many planned months of it */
};

/* How many months' cost the rule asks for. */
int reserve_months(const struct plan *plan);

node equity_node(const struct plan *plan, month at);

/* Made once for each month; kept by the plan. */
const struct reserve_state *reserve_at(const struct plan *plan, month at);

/* The months at which the rule is tested: each December and the last, or every month. */
bool reserve_is_tested(const struct plan *plan, month at);

/* How long a running line's cost runs once it is decided to close down; without a period of
   notice as long as the rule's months. */
int64_t reserve_months_to_run(const struct plan *plan, const struct section *line);

/* How long the free equity lasts at the cost of a reading, in billionths of a month, whole hundredths of one, below
   zero when it is spent: at the year's running cost, or at that of the months ahead. Winding down ends, and has no such
   length. RESERVE_NO_COVERAGE also when nothing runs, when it lasts beyond any plan, or when something needed is
   unknown. */
#define RESERVE_NO_COVERAGE INT64_MIN
int64_t reserve_coverage(const struct plan *plan, const struct reserve_state *state, enum reserve_basis basis);

#endif
