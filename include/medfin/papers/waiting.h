#ifndef MEDFIN_PAPERS_WAITING_H
#define MEDFIN_PAPERS_WAITING_H

/* Until when one may wait for the answers: how far decided money reaches, and when cash runs out if all say no. */

#include <medfin/papers/report.h>

void waiting_contents(struct doc *doc, const struct report_parts *parts);

#endif
