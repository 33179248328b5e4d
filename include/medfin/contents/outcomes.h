#ifndef MEDFIN_CONTENTS_OUTCOMES_H
#define MEDFIN_CONTENTS_OUTCOMES_H

/* Every outcome of the undecided, and what is safe to start before they have answered. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/outcomes.h>
#include <medfin/whatif/safe_start.h>

void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes,
                       const struct safe_start *start);

#endif
