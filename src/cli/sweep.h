#ifndef MEDFIN_CLI_SWEEP_H
#define MEDFIN_CLI_SWEEP_H

/* sweep: one or two values step by step against figures. */

#include "session.h"

int sweep_command_run(struct session *session);

#endif
