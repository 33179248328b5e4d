#ifndef MEDFIN_FOLLOW_FOLLOW_UP_H
#define MEDFIN_FOLLOW_FOLLOW_UP_H

/* What a board and a finance officer look at: budget, outcome, deviation and forecast, and where every row of the
   ledgers went. */

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

enum follow_by { FOLLOW_BY_CATEGORY, FOLLOW_BY_LINE, FOLLOW_BY_FUNDER, FOLLOW_BY_QUARTER, FOLLOW_BY_MONTH };

/* What is found that may make a run fail. */
struct follow_findings {
    int unmapped;    /* rows that no account maps */
    int uncommented; /* deviations beyond the threshold without a comment */
};

struct follow_findings follow_up_contents(struct doc *doc, const struct follow *follow, enum follow_by by);

#endif
