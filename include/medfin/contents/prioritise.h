#ifndef MEDFIN_CONTENTS_PRIORITISE_H
#define MEDFIN_CONTENTS_PRIORITISE_H

/* What fits in the budget of activities. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/prioritise.h>

/* What fits, what falls outside and what enters next; then the activities as a whole. */
void prioritise_contents(struct doc *doc, const struct prioritisation *all);

#endif
