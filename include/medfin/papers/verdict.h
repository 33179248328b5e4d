#ifndef MEDFIN_PAPERS_VERDICT_H
#define MEDFIN_PAPERS_VERDICT_H

/* The verdict of a report in a sentence or two: the first case of a table that fits. Only figures and verdicts, never a
   guess about causes. */

#include <medfin/papers/report.h>
#include <medfin/papers/standing.h>

/* The lead of the doc; nothing where the project has neither cost nor money. */
void verdict_contents(struct doc *doc, const struct report_parts *parts, const struct standing *standing);

/* Whether two amounts are so near one another, beside the second, that neither is the larger for a decision: within a
   twentieth. */
bool amounts_are_even(money distance, money whole);

#endif
