#ifndef MEDFIN_CLI_FREEZE_H
#define MEDFIN_CLI_FREEZE_H

/* freeze: the manifest of what is decided from; verify: whether it still is so. */

#include "session.h"

int freeze_run(struct session *session);
int verify_run(struct session *session);

#endif
