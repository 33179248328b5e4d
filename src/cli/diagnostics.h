#ifndef MEDFIN_CLI_DIAGNOSTICS_H
#define MEDFIN_CLI_DIAGNOSTICS_H

/* What a run has to say beside its answer: errors and warnings, for people or for programs. */

#include "session.h"

const char *diagnostics_text(const struct session *session);

#endif
