#ifndef MEDFIN_CONTENTS_BUDGET_STAFF_H
#define MEDFIN_CONTENTS_BUDGET_STAFF_H

/* Posts and full-time equivalents. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>

void staff_contents(struct doc *doc, const struct plan *plan);

#endif
