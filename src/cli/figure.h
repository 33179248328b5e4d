#ifndef MEDFIN_CLI_FIGURE_H
#define MEDFIN_CLI_FIGURE_H

/* Which figure `explain` is asked for. */

#include <medfin/plan/derivation.h>

#include "session.h"

/* NULL with a fault in the diags. */
const struct derivation *figure_derivation(struct session *session, const char *figure, const char *period,
                                           const char **title);

#endif
