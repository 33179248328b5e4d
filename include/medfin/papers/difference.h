#ifndef MEDFIN_PAPERS_DIFFERENCE_H
#define MEDFIN_PAPERS_DIFFERENCE_H

/* What makes the difference between the first scenario and each of the others, as bridges on one scale; and the cash of
   all. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

/* Of the first few; what changes nothing, and what is unknown, has none. */
void differences_contents(struct doc *doc, const struct comparison *comparison);

/* Month by month, and without what dwarfs the others once more. */
void cash_curves_contents(struct doc *doc, const struct comparison *comparison);

#endif
