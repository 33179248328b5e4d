#ifndef MEDFIN_CLI_INIT_H
#define MEDFIN_CLI_INIT_H

/* init: a commented project to start from. */

#include "session.h"

int init_run(struct session *session);

#endif
