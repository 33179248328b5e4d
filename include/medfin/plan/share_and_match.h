#ifndef MEDFIN_PLAN_SHARE_AND_MATCH_H
#define MEDFIN_PLAN_SHARE_AND_MATCH_H

/* Shares and matches: what may be drawn to date, under ceilings in all or by year. */

#include <medfin/plan/plan.h>

void share_nodes(const struct plan *plan, struct row *row);
void match_nodes(const struct plan *plan, struct row *row);

/* What a match could reach by the end of a month, whatever its stated amounts. */
struct match_reach {
    node matched, by_ratio; /* what the matched contribute; ratio × that */
    node by_share;          /* the highest share of its eligible cost; nothing where none is stated */
};

struct match_reach match_reach(const struct plan *plan, const struct funder *funder, month upto);

#endif
