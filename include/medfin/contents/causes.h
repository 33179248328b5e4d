#ifndef MEDFIN_CONTENTS_CAUSES_H
#define MEDFIN_CONTENTS_CAUSES_H

/* What makes the difference between two scenarios. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

/* Between scenario number `at` and the first. */
void causes_contents(struct doc *doc, const struct comparison *comparison, int at);

#endif
