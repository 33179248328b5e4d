#ifndef MEDFIN_SRC_CLI_CHANGES_H
#define MEDFIN_SRC_CLI_CHANGES_H

#include "session.h"

int changes_run(struct session *session);

#endif
