#ifndef MEDFIN_PLAN_SHARE_AND_MATCH_H
#define MEDFIN_PLAN_SHARE_AND_MATCH_H

/* Shares and matches: what may be drawn to date, under ceilings in all or by year. */

#include <medfin/plan/plan.h>

/* What a match could reach by the plan's end, whatever its stated amount. */
struct match_reach {
    struct cell matched, by_ratio;  /* what the matched contribute; ratio × that */
    struct cell eligible, by_share; /* its eligible cost; the highest share of it */
    bool has_share;                 /* false: no highest share is stated, and by_share is nothing */
};

struct match_reach plan_match_reach(const struct plan *plan, const struct funder *funder);

struct evaluation;
extern const struct evaluation share_evaluation, match_evaluation;

#endif
