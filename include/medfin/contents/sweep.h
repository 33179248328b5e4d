#ifndef MEDFIN_CONTENTS_SWEEP_H
#define MEDFIN_CONTENTS_SWEEP_H

/* One or two values step by step against figures. */

#include <medfin/doc/doc.h>
#include <medfin/whatif/sweep.h>

void sweep_contents(struct doc *doc, const struct plan *plan, const struct sweep *sweep);

#endif
