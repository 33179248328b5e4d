#ifndef MEDFIN_CONTENTS_SAFE_START_H
#define MEDFIN_CONTENTS_SAFE_START_H

/* What is safe to start before the undecided have answered. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/outcomes.h>
#include <medfin/whatif/safe_start.h>

void safe_start_contents(struct doc *doc, const struct safe_start *start, const struct outcomes *outcomes);

#endif
