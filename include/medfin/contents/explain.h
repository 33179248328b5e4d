#ifndef MEDFIN_CONTENTS_EXPLAIN_H
#define MEDFIN_CONTENTS_EXPLAIN_H

/* How a figure was made. */

#include <medfin/doc/doc.h>
#include <medfin/figures/derivation.h>
#include <medfin/whatif/figure.h>

/* Its formula, its derivation, and every stated value that it rests on. */
void explain_contents(struct doc *doc, const struct plan *plan, const struct asked_figure *asked);

/* Its formula and derivation alone, within a larger doc. */
void derivation_contents(struct doc *doc, const struct derivation *tree);

#endif
