#ifndef MEDFIN_PAPERS_REFUSALS_H
#define MEDFIN_PAPERS_REFUSALS_H

/* What a no does: from each of the largest who have not answered, and from all. */

#include <medfin/papers/report.h>

void refusals_contents(struct doc *doc, const struct report_parts *parts);

#endif
