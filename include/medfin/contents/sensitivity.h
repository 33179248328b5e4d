#ifndef MEDFIN_CONTENTS_SENSITIVITY_H
#define MEDFIN_CONTENTS_SENSITIVITY_H

/* What each value alone does to a figure. */

#include <medfin/doc/doc.h>
#include <medfin/simulate/sensitivity.h>

void sensitivity_contents(struct doc *doc, const struct plan *plan, const struct tornado *tornado);

#endif
