#ifndef MEDFIN_PAPERS_UNCERTAIN_H
#define MEDFIN_PAPERS_UNCERTAIN_H

/* What it all rests on: how much is assumed or unknown, and what moves the result most. */

#include <medfin/papers/report.h>

void uncertain_contents(struct doc *doc, const struct report_parts *parts);

#endif
