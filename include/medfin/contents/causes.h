#ifndef MEDFIN_CONTENTS_CAUSES_H
#define MEDFIN_CONTENTS_CAUSES_H

/* What makes the difference between two scenarios. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/compare.h>

/* Between scenario number `at` and the first. */
void causes_contents(struct doc *doc, const struct comparison *comparison, int at);

/* A changed value for a reader: whole kronor without their öre, and what has not answered is left out, never refused.
 */
const char *changed_shown(struct doc *doc, const struct changed_value *changed, const struct fact *fact);

#endif
