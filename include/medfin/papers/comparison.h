#ifndef MEDFIN_PAPERS_COMPARISON_H
#define MEDFIN_PAPERS_COMPARISON_H

/* Scenarios side by side as one decides from them: the answer first, key figures and the verdicts that differ, a bridge
   for each difference, cash of all; years, rules and causes as annexes. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

/* `gave_way` is what could not be computed and is compared with nothing: its title; or NULL. */
void comparison_contents(struct doc *doc, const struct comparison *comparison, const char *gave_way);

#endif
