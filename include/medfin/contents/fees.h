#ifndef MEDFIN_CONTENTS_FEES_H
#define MEDFIN_CONTENTS_FEES_H

/* Every member's fee. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

/* By year, the steps that made those of one year, and what they are together. */
void fees_contents(struct doc *doc, const struct plan *plan, int year);

#endif
