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

/* Parts of it: the whole project by category, deviations of the
   year with what is said of them, activities and how often they were held, indicators, what of closed years and of
   funders' amounts is not used. */
void follow_whole(struct doc *doc, const struct follow *follow);
void follow_deviations(struct doc *doc, const struct follow *follow);
void follow_activities(struct doc *doc, const struct follow *follow);
void follow_indicators(struct doc *doc, const struct follow *follow);
void follow_lapses(struct doc *doc, const struct follow *follow);

#endif
