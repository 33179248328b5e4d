#ifndef MEDFIN_BASE_DIAG_TEXT_H
#define MEDFIN_BASE_DIAG_TEXT_H

/* The report of diagnostics as people read it. */

#include <medfin/base/diag.h>

/* Each with the user's line and a caret under the fault, and a closing "and N more"; "" if there is nothing to say. */
const char *diags_text(const struct diags *diags, enum language language, bool warnings, struct arena *arena);

#endif
